import type { Intent } from '../../cards/intents.ts'
import type { Facts } from '../../rules/facts.ts'
import type { Token } from './tokens.ts'

type Terms = Pick<Facts, 'role' | 'billingAccount' | 'cloud' | 'extended' | 'trialDays' | 'otherActiveLicense' | 'kind'>

/** Roles, accounts, clouds and the yes-or-no facts. `words` are the tokens' lower case forms between single spaces. */
export function readTerms(tokens: readonly Token[], words: string, intent: Intent): Terms {
  const role = readRole(tokens, words)
  const billingAccount = readAccount(tokens, words)
  const cloud = readCloud(words, intent)
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
  fits: (before: string, after: string) => boolean = () => true,
): Value | undefined {
  let best: { value: Value; at: number } | undefined
  for (const [value, pattern] of patterns) {
    for (const match of words.matchAll(pattern)) {
      const before = words.slice(Math.max(0, match.index - 30), match.index)
      const after = words.slice(match.index + match[0].length, match.index + match[0].length + 30)
      if (negated(words, match.index) || COMPARED.test(before) || !fits(before, after)) continue
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
      `\\b(?:security|user|users|helpdesk|help desk|service|exchange|sharepoint|teams|licen[cs]e|compliance|intune|application|app|cloud|authentication|groups?|reports|network|domain|privileged role|cloud app|device|azure|subscription|password|conditional access|office|support|service support|dynamics|power platform|local|it|purview|identity) ?-? ?${ADMIN}\\b|\\b(?:global|security|reports|message center|directory|usage) reader\\b|\\b(?:security operator|contributor|subscription owner|azure owner|enrol+ment admin(?:istrator)?s?|guest account|i'?m help ?desk|own the (?:azure )?subscription|owner (?:role|(?:of|on) (?:(?:the|our|my|an?) )?(?:azure )?(?:sub|subscription))|delegated admin(?:istrator)?|reader (?:role|on the)|billing (?:profile|account) (?:owner|contributor|reader)|lizenzadministrator|guest user|normal user|regular user|plain user|ordinary user|standard user|user access administrator)\\b`,
      'gu',
    ),
  ],
]

/** A title asked about or held, which is no role of the directory: "is the plant manager entitled", "he's just a user". */
const TITLE =
  '(?:engineer|technician|manager|operator|consultant|contractor|planner|buyer|accountant|controller|supervisor|foreman|intern|secretary|user|member)'
const TITLED = new RegExp(
  `\\b(?:is|can|may|could|does|should|will) (?:the|a|an|our|my) (?:\\S{1,15} )?${TITLE} (?:entitled|allowed|permitted|authori[sz]ed|able|enough|buy|extend|purchase|order|cancel|renew|prolong|start|activate|end)\\b|\\b\\S{1,15} ${TITLE} ?: (?:allowed|permitted|entitled|enough)\\b|\\b(?:he|she) ?(?:'s|is) (?:just|only) an? (?:\\S{1,15} )?${TITLE}\\b|\\b(?:i'm|i am|im) (?:the|an?) (?:plant|site|production|process|maintenance|automation|project|ot) ${TITLE} and\\b`,
  'u',
)

const globalByInitials = (tokens: readonly Token[], words: string) =>
  tokens.some(token => /^GAs?$/u.test(token.raw)) && !/\b(?:no|without an?|hand out|give out) gas?\b/u.test(words)
    ? ('global-admin' as const)
    : undefined

const HOLDS =
  /\b(?:i'm|i am|im|am|as|i have|my role is|my role :|role :|role =|i've got|me :) (?:only |just |merely |currently )?(?:an? |the |our )?$/u
const ASKS = /\b(?:can|may|could|does|will|would|should|might) (?:an? |the |our |their |my )?$/u
const ONLY =
  /\b(?:i'm|i am|im) (?:only|just) (?:an? )(?!global|billing|company)(?:\S{1,15} )?(?:engineer|technician|user|reader|operator|admin|administrator|manager|contractor|member|guest|owner|contributor)\b/u

/** Somebody else's role in passing: who is away, who has left, who did it, or what there is nobody of. */
const ABSENT = (after: string) =>
  /^ (?:is |are |was |has |have |just |currently |who |'s |will be |being ){0,3}(?:on (?:\S{1,12} )?(?:leave|holiday|vacation|pto|sick leave)|off sick|sick|away|gone|out|left|quit|resigned|retired|unreachable|unavailable|not (?:available|reachable|here)|abroad|bought|purchased|ordered|said|says|told|clicked|pressed)\b/u.test(
    after,
  )
const LACKING = /\b(?:don't|dont|do not|doesn't|does not|won't|no longer) (?:\S{1,10} ){0,3}$/u
const isInPassing = (before: string, after: string) =>
  (/\b(?:our|the|my|their|only) $/u.test(before) && ABSENT(after)) ||
  /\b(?:nobody|no one|noone|none of us) (?:\S+ ){0,4}(?:is|has|holds|as) (?:an? |the )?$/u.test(before) ||
  (LACKING.test(before) && /\b(?:have|has|got|hand out|give|employ) (?:\S{1,6} )?$/u.test(before)) ||
  (/\bbetween (?:an? |the )?$/u.test(before) && /^ and\b/u.test(after)) ||
  /\bbetween (?:an? |the )?\S+(?: \S+)? and (?:an? |the )?$/u.test(before)

/** The role that the sender holds, else the one asked about, else the first one named. */
function readRole(tokens: readonly Token[], words: string): Facts['role'] {
  const roleBehind = (lead: RegExp) => firstAffirmed(words, ROLES, (before, after) => lead.test(before) && !isInPassing(before, after))
  if (ONLY.test(words)) return roleBehind(HOLDS) ?? 'other'
  const affirmed = firstAffirmed(words, ROLES, (before, after) => !isInPassing(before, after))
  const named = roleBehind(HOLDS) ?? roleBehind(ASKS) ?? affirmed ?? (TITLED.test(words) ? 'other' : globalByInitials(tokens, words))
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

const GOVERNMENT_CLOUDS: readonly (readonly [NonNullable<Facts['cloud']>, RegExp])[] = [
  ['gcc-high', /\bgcc ?[-_/]? ?h(?:i(?:gh?)?|gh|ihg)?t?\b|\bgcch(?:igh)?\b|\bgovernment community cloud high\b|\bg c c high\b/gu],
  ['gcc', /\bgcc\b(?! ?[-_/]? ?h(?:i(?:gh?)?|gh|ihg)?t?\b)|\bg c c\b(?! high)|\bgovernment community cloud\b(?! high)/gu],
  [
    'dod',
    /\bdod\b|\bdepartment of (?:defen[cs]e|war)\b|(?<!\d ?)\. ?mil\b|\b(?:navy|army|air force|marines?|military|naval)\b.{0,60}\bil ?-? ?5\b|\bil ?-? ?5\b.{0,60}\b(?:navy|army|air force|marines?|military|naval)\b/gu,
  ],
  [
    'azure-government',
    /\bazure ?\. ?us\b|\bazure (?:us )?gov(?:ernment|t)?\b|\bus gov(?:ernment)? (?:cloud|azure)\b|\bmicrosoft azure government\b|\bazure for government\b|\bgovernment azure\b|\bazure ?us ?gov(?:ernment|t)?\b|\baz ?-? ?gov\b|\bus ?-? ?gov(?:ernment)? (?:virginia|arizona|texas|iowa|region|cloud|azure)\b|\bus ?-? ?gov ?-? ?(?:va|az|tx)\b|\busgov(?:virginia|arizona|texas|iowa)?\b|\bfairfax(?= (?:cloud|tenant|environment|subscription|azure|region|instance|portal))|\b(?:azure|cloud) \(? ?fairfax\b/gu,
  ],
]
const COMMERCIAL_CLOUD: typeof GOVERNMENT_CLOUDS = [
  [
    'commercial',
    /\bcommercial (?:azure|cloud|tenant|m365|microsoft|side|office|environment|subscription|instance)\b|\b(?:azure|cloud|cloud :|tenant|on|in) commercial\b|\b(?:public|worldwide) (?:azure )?cloud\b|\bregular commercial\b/gu,
  ],
]
const UNSURE =
  /\bwhich clouds\b|\b(?:is it|do we need|should we|are we|whether it's|which one :|which :) (?:an? |in |on |use |take )?(?:gcc|dod|commercial|azure)\b(?: high| ?-? ?h| gov\w*| tenant| cloud)? or\b|\b(?:commercial|worldwide|public) (?:azure )?cloud or\b|\bnot sure (?:if|whether) (?:\S{1,12} ){0,4}or\b/u
/** "GCC vs GCC High": compared, none is theirs. */
const VERSUS = /\b(?:gcc|high|dod|government|gov|commercial|azure) (?:vs ?\.?|versus) (?:gcc|dod|azure|commercial|government)\b/u
/** "moved from commercial to GCC High", "from GCC to commercial". */
const LEFT_CLOUD = (before: string, after: string) =>
  /\b(?:from|off|out of) (?:our |the |a )?$/u.test(before) && /^ (?:\S+ ){0,2}?(?:to|into)\b/u.test(after)

/** A government cloud goes before the commercial one, which is mostly what it is compared with. */
function readCloud(words: string, intent: Intent): Facts['cloud'] {
  if (UNSURE.test(words) || VERSUS.test(words)) return undefined
  const stays = (before: string, after: string) => !LEFT_CLOUD(before, after)
  const aboutClouds = intent === 'government-cloud'
  return (
    firstAffirmed(words, GOVERNMENT_CLOUDS, stays) ??
    (aboutClouds && /\bfairfax\b(?! (?:county|plant|site|office))/u.test(words) ? 'azure-government' : undefined) ??
    firstAffirmed(words, COMMERCIAL_CLOUD, stays) ??
    (aboutClouds && /(?<!\b(?:not|no) (?:an? )?)\bcommercial licen[cs]e/u.test(words) ? 'commercial' : undefined)
  )
}

const LONGER = '(?:extended|prolonged|lengthened|stretched|topped up|pushed out|pushed back)'
const LENGTH =
  '(?:\\d{1,3}|an?|thirty|sixty|fourteen|ten|twenty|two|three|four|six|one)(?: (?:more|extra|additional|further|bonus))? (?:days|day|weeks|week|months|month)'
/** How people say that the trial has been extended. `said` may also stand in a question or wish ("can it be extended twice?"). */
const EXTENDED: readonly { readonly pattern: RegExp; readonly said?: true }[] = [
  { pattern: new RegExp(`\\b(?:already|previously) (?:\\S+ ){0,3}?${LONGER}\\b`, 'u'), said: true },
  {
    pattern: new RegExp(
      `\\b${LONGER} (?:\\S+ ){0,4}?(?:already|once|one time|twice|before|in (?:january|february|jan|feb|march|december|dec)|last (?:month|week|year)|a (?:month|week) ago)\\b`,
      'u',
    ),
    said: true,
  },
  {
    pattern: new RegExp(
      `\\b(?:we|i|they|he|she|you|it|someone|somebody|colleague|trial|evaluation|poc|pilot|has|have|had|was|been|were|ve|got|'ve|boss|admin|partner|ours) (?:just |even |once |then |recently |since |all ?ready )?${LONGER}\\b`,
      'u',
    ),
    said: true,
  },
  { pattern: new RegExp(`\\b(?:we've|i've|they've|it's been|'ve|he's) (?:\\S+ ){0,2}?${LONGER}\\b`, 'u') },
  {
    pattern:
      /\b(?:got|given|granted|received|had|approved|used(?: up)?|took|took up|did|made|done) (?:\S+ ){0,6}?(?:extensions?|prolongation|renewal of the trial)\b/u,
    said: true,
  },
  {
    pattern:
      /\b(?:got|had|given|received|used)(?: up)? (?:the |our |an? )?(?:extra|additional|second|further) (?:\S+ ){0,2}?(?:days|month|weeks|period|extension)\b/u,
  },
  {
    pattern: new RegExp(
      `\\b(?:got|had|received|were given|was given|been given|granted us|gave us|were granted|was granted) (?:another |an extra |additional |extra )?${LENGTH} (?:on top|more|extra|added|longer|last (?:week|month)|once already|already)\\b`,
      'u',
    ),
    said: true,
  },
  { pattern: /\b(?:pressed|clicked|hit|pushed|used) (?:\S+ ){0,3}?(?:"? ?extend(?! until| to| by)|extend trial)\b/u, said: true },
  { pattern: /\b(?:extended|extension)\b.{0,60}\bnew end\b|\bnew end\b.{0,60}\bextended\b/u, said: true },
  {
    pattern:
      /\b(?:had|used|got|taken|burned|burnt|spent|exhausted|blown|consumed)(?: up)? (?:our|the|my|its|their) (?:\S+ ){0,2}?(?:extra|additional|bonus) (?:\S+ )?(?:days|month|weeks|time)\b|\b(?:burned|burnt|spent|exhausted|blown|consumed|availed)(?: up| through)? (?:\S+ ){0,3}?(?:ext|extensions?|prolongation)\b|\b(?:ext|extension|prolongation) (?:was |has been |already |is )?(?:availed|used|taken|burned|consumed)\b/u,
    said: true,
  },
  {
    pattern:
      /\b(?:extension|prolongation) (?:\S+ ){0,5}?(?:was|got|already|is|been|has) (?:\S+ ){0,2}?(?:approved|granted|used|over|done|gone|exhausted|consumed|given|finished|behind|applied|spent|running)\b/u,
  },
  {
    pattern:
      /\b(?:extension|prolongation)s? (?:used|spent|consumed|exhausted|applied|granted|approved|done)\b(?! ?[:=] ?(?:0|none|no|zero)\b)/u,
  },
  {
    pattern:
      /\b(?:first|one|only|single|1st) (?:\S+ ){0,2}?(?:extension|prolongation) (?:\S+ ){0,3}?(?:ends|ended|ran out|runs out|expires|expired|lapses|is over|was)\b/u,
  },
  {
    pattern:
      /\b(?:after|since|during|within) (?:the|our|my|that|this) (?:\S+ ){0,2}?(?:extension|prolongation)\b(?! (?:request|button|option|of (?!the|our)))/u,
    said: true,
  },
  {
    pattern:
      /\b(?:we're|we are|i'm|i am|already|currently|now) (?:\S+ ){0,2}?(?:on|in) (?:the|our|an?) (?:\S+ ){0,2}?(?:extension|extended (?:trial|period))\b/u,
  },
  {
    pattern:
      /\b(?:extension|extended period|extended trial) (?:(?!it\b)\S+ )?(?:ends|ended|runs|ran|expires|expired|is up|is over|lapses)\b/u,
    said: true,
  },
  {
    pattern:
      /\b(?:our|my|the now|this) (?:already )?(?:extended|prolonged) (?:\S+ )?(?:trial|evaluation|eval|poc|pilot|test|period|month)\b/u,
  },
  {
    pattern:
      /\b(?:maximum|max) (?:number|amount|count|no) of (?:trial )?extensions?\b.{0,20}\b(?:reached|used|hit)\b|\b(?:reached|used|hit) (?:\S+ ){0,3}?(?:maximum|limit|max) (?:number |amount |no )?(?:of|for|on) (?:trial )?extensions?\b/u,
  },
  { pattern: /\bgot (?:one|a) (?:more |extra |free )?(?:month|extension) already\b/u },
  {
    pattern:
      /\b(?:we|i|they|he|she|colleague|admin|boss) (?:have |already |had )?(?:did|done) (?:it|that|this|so) (?:already )?(?:once|twice|already|before|one time)\b/u,
  },
  {
    pattern:
      /\b(?:we|i) (?:have )?(?:already )?used (?:already )?(?:one|two|both|it|ours|the one|our one)\b(?! (?:sensor|site|device|licen))/u,
  },
  {
    pattern:
      /\b(?:pushed|moved|postponed) (?:\S+ ){1,4}?(?:out|back) (?:already|once|by (?:\d+|a|thirty))\b|\balready (?:pushed|moved|postponed) (?:\S+ ){1,4}?(?:out|back|until|till|to)\b/u,
  },
  {
    pattern:
      /\b(?:another|one more|a second|second|2nd|third|3rd|further) (?:\S+ ){0,2}?(?:extension|prolongation) (?:\S+ ){0,2}?(?:after|on top of|following) (?:the|our|my) (?:first|last|previous|feb\w*|jan\w*)\b/u,
  },
  {
    pattern:
      /\b(?:once|twice) (?:already |before )?(?:extended|prolonged)\b|\b(?:extended|prolonged) (?:version|one) (?:ends|expires|runs)\b/u,
    said: true,
  },
]
const NOT_EXTENDED =
  /\b(?:never|not|haven't|hasn't|havent|hasnt|hadn't|didn't|didnt|wasn't|wasnt|isn't|n't|not yet|yet to be|nobody|no one|noone|un) ?-? ?(?:\S+ ){0,3}?(?:extended|prolonged|lengthened|extend)\b|\b(?:no|without an?|without any|without|any) (?:prior |previous |earlier )?(?:extensions?|prolongation) (?:so far|yet|before|to date|until now|has been|have been|was|were)\b|\b(?:never|not|n't) (?:\S+ ){0,3}?(?:an|any|the|our) (?:extension|prolongation)\b|\b(?:extension|prolongation)s? (?:is |was |has |have |has been )?(?:not|still unused|unused|untouched|denied|refused|rejected|declined|available)\b|\b(?:refused|denied|rejected|declined) (?:\S+ ){0,3}?(?:extension|prolongation)\b/u
/** Somebody else's trial: "a colleague at another firm got his extended". */
const OTHERS =
  /\b(?:another|other|different|competing|sister) (?:firm|company|customer|client|organi[sz]ation|tenant|account|department)\b|\bfriends? of (?:mine|ours)\b/u
const MODAL =
  /\b(?:can|could|may|be|gets|get|might|must|should|would|will|to|if|whether|how|times|once|when|unless|until|cannot|can't|won't|suppose|say|assuming) (?:\S+ ){0,2}$/u
const WHETHER = /\b(?:if|whether|was|were|is|has|have|had|did|does) (?:\S+ ){0,4}$/u

/** Whether the trial is said to have been extended; asking whether it was, or how often it can be, is not that. */
function isExtended(words: string, intent: Intent): boolean {
  if (intent === 'license-lifecycle' || intent === 'refund-window' || intent === 'stop-renewal') return false
  if (!/exten|prolong|length|stretch|topped|push|postpon|moved|on top|more|extra|did|done|used/u.test(words)) return false
  if (NOT_EXTENDED.test(words) || OTHERS.test(words)) return false
  return EXTENDED.some(({ pattern, said }) => {
    const match = pattern.exec(words)
    if (!match) return false
    const before = words.slice(Math.max(0, match.index - 40), match.index)
    return !said || (!MODAL.test(before) && !/\b(?:be|is|are|can|to) $/u.test(before) && !isAsked(before, match[0], words))
  })
}

/** "where can I see if our trial was already extended?", "has it been extended already?" */
const isAsked = (before: string, said: string, words: string) =>
  /\b(?:if|whether) (?:\S+ ){0,5}$/u.test(before) ||
  (words.includes('?') &&
    /^(?:hi |hello |hey |, )*$/u.test(before.replace(WHETHER, '')) &&
    WHETHER.test(`${before}${said.split(' ')[0]} `) &&
    /^(?:has|have|was|were|is|did|had) /u.test(words))

const TRIAL_WORD = '(?:trial|evaluation|eval|poc|test|pilot|free)'

/** The length a trial was given, where it is stated ("our 60-day trial", "the trial runs 90 days"). */
function readTrialDays(words: string): number | undefined {
  const match =
    new RegExp(`\\b(?:our|my|the|a|their|this) (\\d{1,3}) ?-? ?days? ${TRIAL_WORD}\\b`, 'u').exec(words) ??
    new RegExp(
      `\\b${TRIAL_WORD}(?: licen[cs]e| period)? (?:is|was|runs|lasts|of|has|for) (?:for )?(\\d{1,3}) days\\b(?! (?:left|remaining|ago|more|to))`,
      'u',
    ).exec(words) ??
    (new RegExp(`\\b${TRIAL_WORD}\\b`, 'u').test(words)
      ? /\b(?:started|began|begun|activated|runs|running|got it|set up|given|granted)\b[^.?!]{0,30}\bfor (\d{1,3}) days\b/u.exec(words)
      : null)
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
