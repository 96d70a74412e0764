import type { Intent } from '../../cards/intents.ts'
import type { Facts } from '../../rules/facts.ts'
import type { Token } from './tokens.ts'

type Terms = Pick<Facts, 'role' | 'billingAccount' | 'cloud' | 'extended' | 'trialDays' | 'otherActiveLicense' | 'kind'>

/** Roles, accounts, clouds and the yes-or-no facts. `words` are the tokens' lower case forms between single spaces. */
export function readTerms(tokens: readonly Token[], words: string, intent: Intent): Terms {
  const role = readRole(tokens, words)
  const billingAccount = readAccount(tokens, words)
  const cloud = readCloud(words)
  const trialDays = readTrialDays(words)
  const otherActiveLicense = readOtherLicense(words)
  const kind = readKind(words, intent)
  return {
    ...(role ? { role } : {}),
    ...(billingAccount ? { billingAccount } : {}),
    ...(cloud ? { cloud } : {}),
    ...(isExtended(words, intent) ? { extended: true } : {}),
    ...(trialDays ? { trialDays } : {}),
    ...(otherActiveLicense === undefined ? {} : { otherActiveLicense }),
    ...(kind ? { kind } : {}),
  }
}

const NOT = "(?:not|no|isn't|isnt|aren't|never|without|n't|neither|nor)"
const COMPARED = /\b(?:like|like in|as in|parity with|than|than in|versus|vs|unlike) (?:the )?$/u
const negated = (words: string, at: number) =>
  new RegExp(`(?:^| )${NOT}(?: an?| the| on| in| our| under| a)?(?: an?| the)? $`, 'u').test(words.slice(Math.max(0, at - 30), at))

/** The first of the patterns' matches that isn't denied ("not MCA but EA") and stands where `fits` wants it. */
function firstAffirmed<Value>(
  words: string,
  patterns: readonly (readonly [Value, RegExp])[],
  fits: (before: string) => boolean = () => true,
): Value | undefined {
  let best: { value: Value; at: number } | undefined
  for (const [value, pattern] of patterns) {
    for (const match of words.matchAll(pattern)) {
      const before = words.slice(Math.max(0, match.index - 30), match.index)
      if (negated(words, match.index) || COMPARED.test(before) || !fits(before)) continue
      if (!best || match.index < best.at) best = { value, at: match.index }
      break
    }
  }
  return best?.value
}

const ADMIN = '(?:admins?|administrators?|adminstrator|adm|administrador)'
const ROLES: readonly (readonly [NonNullable<Facts['role']>, RegExp])[] = [
  [
    'global-admin',
    new RegExp(
      `\\b(?:global|company|tenant global|glob) ?-? ?${ADMIN}\\b|\\bglobaladmin\\b|\\badmin(?:istrador|istradora)? global\\b|\\bglobal administrador\\b`,
      'gu',
    ),
  ],
  [
    'billing-admin',
    new RegExp(
      `\\bbilling ?-? ?${ADMIN}\\b|\\bbillingadmin\\b|\\bbilling (?:adm|guy|person|lady|colleague)\\b|\\badministrador(?:a)? de facturación(?= )`,
      'gu',
    ),
  ],
  [
    'other',
    new RegExp(
      `\\b(?:security|user|users|helpdesk|help desk|service|exchange|sharepoint|teams|licen[cs]e|compliance|intune|application|app|cloud|authentication|groups?|reports|network|domain|privileged role|cloud app|device|azure|subscription|password|conditional access|office|support|service support|dynamics|power platform|local|it|purview|identity) ?-? ?${ADMIN}\\b|\\b(?:global|security|reports|message center|directory|usage) reader\\b|\\b(?:security operator|contributor|subscription owner|azure owner|enrol+ment admin(?:istrator)?s?|guest account|i'?m help ?desk|own the (?:azure )?subscription|owner (?:role|(?:of|on) (?:the|our|my|an?) (?:azure )?(?:sub|subscription))|reader (?:role|on the)|billing (?:profile|account) (?:owner|contributor|reader)|lizenzadministrator|guest user|normal user|regular user|plain user|ordinary user|standard user|user access administrator)\\b`,
      'gu',
    ),
  ],
]

const globalByInitials = (tokens: readonly Token[]) =>
  tokens.some(token => /^GAs?$/u.test(token.raw)) ? ('global-admin' as const) : undefined

const HOLDS =
  /\b(?:i'm|i am|im|am|as|i have|my role is|my role :|role :|role =|i've got|me :) (?:only |just |merely |currently )?(?:an? |the |our )?$/u
const ASKS = /\b(?:can|may|could|does|will|would|should|might) (?:an? |the |our |their |my )?$/u
const ONLY =
  /\b(?:i'm|i am|im) (?:only|just) (?:an? )(?!global|billing|company)(?:\S{1,15} )?(?:engineer|technician|user|reader|operator|admin|administrator|manager|contractor|member|guest|owner|contributor)\b/u

/** The role that the sender holds, else the one asked about, else the first one named. */
function readRole(tokens: readonly Token[], words: string): Facts['role'] {
  const roleBehind = (lead: RegExp) => firstAffirmed(words, ROLES, before => lead.test(before))
  if (ONLY.test(words)) return roleBehind(HOLDS) ?? 'other'
  const named = roleBehind(HOLDS) ?? roleBehind(ASKS) ?? firstAffirmed(words, ROLES) ?? globalByInitials(tokens)
  return named ?? (/\b(?:i'm|i am|am) not (?:an? |the )?(?:global|billing) admin/u.test(words) ? 'other' : undefined)
}

const ACCOUNTS: readonly (readonly [NonNullable<Facts['billingAccount']>, RegExp])[] = [
  ['MCA', /\bmca\b|\b(?:microsoft )?customer agreement\b/gu],
  ['MOSA', /\bmos[ap]\b|\bonline subscription (?:agreement|program|programme)\b|\bonline services agreement\b/gu],
  ['EA', /\benterprise agreement\b|\bea (?:customers?|cust|agreement|tenant|contract|orders?|client|account|enrol+ment|portal|deal)\b/gu],
  ['CSP', /\bcsps?\b|\bcloud solution provider\b/gu],
  [
    'other',
    /\bmpsa\b|\bopen (?:value|licen[cs]e programme?|volume)\b|\bselect plus\b|\bproducts and services agreement\b|\bvolume licen[cs]ing\b/gu,
  ],
]
const THROUGH_PARTNER =
  /\b(?:bought|buys?|purchased?|ordered|sold|billed|invoiced|licen[cs]ed|paid|procured?|acquired)(?: \S{1,15}){0,4} (?:via|through|thru|from|over|by) (?:an? |our |the |my |local |another |some |its |their |your ){0,2}(?:\S{1,15} )?(?:partner|reseller|distributor|var)\b/u
const ASKED_HOW = /\b(?:can|could|may|must|should|do|how|where|or|appliance|hardware)\b/u

function readAccount(tokens: readonly Token[], words: string): Facts['billingAccount'] {
  const named = firstAffirmed(words, ACCOUNTS)
  const ea = tokens.findIndex(token => token.raw === 'EA' && token.kind === 'word')
  if (ea >= 0 && (!named || named === 'EA') && !isEach(tokens, ea)) return 'EA'
  if (named) return named
  const partner = THROUGH_PARTNER.exec(words)
  return partner && !ASKED_HOW.test(words.slice(Math.max(0, partner.index - 25), partner.index)) ? 'CSP' : undefined
}

/** "20 DEVICES EA": each, in capitals. */
const isEach = (tokens: readonly Token[], at: number) => {
  const before = tokens[at - 1]
  return before?.kind === 'number' || tokens[at - 2]?.kind === 'number' || /^(?:not|no|n't)$/u.test(before?.text ?? '')
}

const CLOUDS: readonly (readonly [NonNullable<Facts['cloud']>, RegExp])[] = [
  ['gcc-high', /\bgcc ?-? ?h(?:igh|i)?\b|\bgcch\b|\bgcchigh\b/gu],
  ['gcc', /\bgcc\b(?! ?-? ?h(?:igh|i)?\b)|\bg c c\b(?! high)|\bgovernment community cloud\b(?! high)/gu],
  ['dod', /\bdod\b|\bdepartment of defen[cs]e\b/gu],
  [
    'azure-government',
    /\bazure ?\. ?us\b|\bazure (?:us )?gov(?:ernment|t)?\b|\bus gov(?:ernment)? (?:cloud|azure)\b|\bmicrosoft azure government\b|\bazure for government\b|\bgovernment azure\b/gu,
  ],
  [
    'commercial',
    /\bcommercial (?:azure|cloud|tenant|m365|microsoft|side|office|environment|subscription|instance|licen[cs]e)\b|\b(?:azure|cloud|cloud :|tenant|on|in) commercial\b|\b(?:public|worldwide) (?:azure )?cloud\b|\bregular commercial\b/gu,
  ],
]
const UNSURE = /\bwhich clouds\b|\bnot sure (?:if|whether) (?:\S{1,12} ){0,4}or\b/u
const readCloud = (words: string): Facts['cloud'] => (UNSURE.test(words) ? undefined : firstAffirmed(words, CLOUDS))

const LONGER = '(?:extended|prolonged|lengthened|stretched|topped up)'
const EXTENDED = [
  new RegExp(`\\b(?:already|previously) (?:\\S+ ){0,3}?${LONGER}\\b`, 'u'),
  new RegExp(
    `\\b${LONGER} (?:\\S+ ){0,4}?(?:already|once|one time|twice|before|in (?:january|february|jan|feb|march|december|dec)|last (?:month|week|year)|a (?:month|week) ago)\\b`,
    'u',
  ),
  new RegExp(
    `\\b(?:we|i|they|he|she|you|it|someone|somebody|colleague|trial|evaluation|poc|pilot|has|have|had|was|been|were|ve) (?:just |even |once |then )?${LONGER}\\b`,
    'u',
  ),
  new RegExp(`\\b(?:we've|i've|they've|it's been|'ve|he's) (?:\\S+ ){0,2}?${LONGER}\\b`, 'u'),
  /\b(?:got|given|granted|received|had|approved|used(?: up)?|took|took up|did) (?:\S+ ){0,6}?(?:extension|prolongation)\b/u,
  /\b(?:got|had|given|received|used)(?: up)? (?:the |our |an? )?(?:extra|additional|second|further) (?:\S+ ){0,2}?(?:days|month|weeks|period|extension)\b/u,
  /\b(?:pressed|clicked) (?:\S+ ){0,2}?extend\b/u,
  /\b(?:extended|extension)\b.{0,60}\bnew end\b|\bnew end\b.{0,60}\bextended\b/u,
  /\b(?:extension|prolongation) (?:\S+ ){0,5}?(?:was|got|already|is|been) (?:\S+ ){0,2}?(?:approved|granted|used|over|done|gone|exhausted|consumed|given|finished|behind)\b/u,
  /\b(?:extension|prolongation) used\b/u,
  /\bgot (?:one|a) (?:more |extra |free )?(?:month|extension) already\b/u,
]
const NOT_EXTENDED =
  /\b(?:never|not|haven't|hasn't|havent|hasnt|didn't|wasn't|n't|not yet|yet to be) (?:\S+ ){0,2}?(?:extended|prolonged|lengthened)\b/u
const MODAL = /\b(?:can|could|may|be|gets|get|might|must|should|would|will|to|if|how|times) (?:\S+ ){0,2}$/u

/** Whether the trial is said to have been extended; asking how often it can be is not that. */
function isExtended(words: string, intent: Intent): boolean {
  if (intent === 'license-lifecycle' || intent === 'refund-window' || intent === 'stop-renewal') return false
  if (NOT_EXTENDED.test(words)) return false
  return EXTENDED.some((pattern, index) => {
    const match = pattern.exec(words)
    if (!match) return false
    const before = words.slice(Math.max(0, match.index - 30), match.index)
    return index === 1 || index === 2 ? !MODAL.test(before) && !/\b(?:be|is|are|can|to) $/u.test(before) : true
  })
}

const TRIAL_WORD = '(?:trial|evaluation|eval|poc|test|pilot|free)'

/** The length a trial was given, where it is stated ("our 60-day trial", "the trial runs 90 days"). */
function readTrialDays(words: string): number | undefined {
  const match =
    new RegExp(`\\b(?:our|my|the|a|their|this) (\\d{1,3}) ?-? ?days? ${TRIAL_WORD}\\b`, 'u').exec(words) ??
    new RegExp(
      `\\b${TRIAL_WORD}(?: licen[cs]e| period)? (?:is|was|runs|lasts|of|has|for) (?:for )?(\\d{1,3}) days\\b(?! (?:left|remaining|ago|more|to))`,
      'u',
    ).exec(words)
  const days = match ? Number(match[1]) : 0
  return days >= 1 && days <= 365 ? days : undefined
}

function readOtherLicense(words: string): boolean | undefined {
  if (
    /\b(?:our|the|my|their) (?:last|only) (?:\S+ ){0,2}?(?:licen[cs]e|subscription|sub|one)\b|\b(?:only|last) (?:paid )?licen[cs]e (?:we|in|of)\b|\blast (?:paid |active )?licen[cs]e in\b|\bno other (?:active )?licen[cs]es?\b/u.test(
      words,
    )
  )
    return false
  if (
    /\b(?:others?|other (?:\S+ )?(?:licen[cs]es?|ones?|sites?)|other (?:two|three|four|five|six|\d{1,3})|another (?:paid |active )?licen[cs]e|the rest) (?:\S+ ){0,3}?(?:are|is|still|remains?|stays?|run|runs) (?:\S+ ){0,2}?(?:active|valid|running|paid|ok|fine|good)\b|\b(?:have|has|got) (?:an)?other (?:\S+ ){0,2}?(?:active|valid) (?:licen[cs]es?|ones?)\b/u.test(
      words,
    )
  )
    return true
  return undefined
}

/** What is tracked, refunded or ended, where the words say it; elsewhere the topic knows. */
function readKind(words: string, intent: Intent): Facts['kind'] {
  if (!['set-reminder', 'stop-reminders', 'refund-window', 'license-lifecycle'].includes(intent)) return undefined
  const paid = /\b(?:paid|bought|purchased|purchase|ordered|annual|yearly|renewal|refund)\b/u.test(words)
  const trial =
    /\b(?:trials?|evaluation|eval|poc|pilot|free (?:licen[cs]e|month|version|period|plan)|test (?:licen[cs]e|version|period)|demo)\b/u.test(
      words,
    )
  if (intent === 'set-reminder' || intent === 'stop-reminders') {
    if (trial) return 'trial'
    return paid || /\b(?:licen[cs]es?|lic|subscription|sub|plan)\b/u.test(words) ? 'paid' : undefined
  }
  return trial && !paid && !/\bnot (?:the |a )?trial\b/u.test(words) ? 'trial' : undefined
}
