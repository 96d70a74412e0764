import type { Intent } from '../../../cards/intents.ts'
import { addMonths, type Day, daysBetween } from '../../../rules/day.ts'
import type { Facts } from '../../../rules/facts.ts'
import { MONTH_BEGUN } from '../days/calendar-words.ts'
import { amountOf, inDays, lengthOf } from '../days/lengths.ts'
import { kindNamed, TRIAL } from '../days/subject-words.ts'
import { NUMBER_WORD, numberOf } from '../number-words.ts'
import { endOfOther } from '../running-on.ts'
import type { Token } from '../tokens.ts'
import { currentAccount } from './accounts.ts'
import { affirmed } from './affirmed.ts'
import { readCloud } from './clouds.ts'
import { isExtended } from './extensions.ts'
import { readOtherLicense } from './other-licences.ts'
import { readRole } from './roles.ts'

type Terms = Pick<Facts, 'role' | 'billingAccount' | 'cloud' | 'extended' | 'trialDays' | 'otherActiveLicense' | 'kind'>

/** Roles, accounts, clouds and the yes-or-no facts. `words` are the tokens' lower case forms between single spaces; `trialStart` stands among the dates that they tell. */
export function readTerms(tokens: readonly Token[], words: string, intent: Intent, { trialStart }: Pick<Facts, 'trialStart'> = {}): Terms {
  const role = readRole(tokens, words)
  const billingAccount = readAccount(tokens, words)
  const cloud = readCloud(words, intent)
  const trialDays = readTrialDays(trialStart ? withLengthsInDays(words, trialStart) : words, trialStart !== undefined)
  const otherActiveLicense = readOtherLicense(words, intent) ?? (endOfOther(tokens) === undefined ? undefined : true)
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
const WITH_EA: typeof ACCOUNTS = [...ACCOUNTS, ['EA', /\bea\b/gu]]
/** Every account above is named with one of these. */
const NAMING = /mca|mos[ap]|agreement|online|\bea\b|csp|solution|mpsa|open|select|volume/u
const THROUGH_PARTNER =
  /\b(?:bought|buys?|purchased?|ordered|sold|billed|invoiced|licen[cs]ed|paid|procured?|acquired|pay|pays|paying|buying|billing|bill|invoicing|trial|contract|subscription)(?: (?!help|support)\S{1,15}){0,4} (?:via|through|thru|from|over|by) (?:an? |our |the |my |local |another |some |its |their |your ){0,2}(?:\S{1,15} )?(?:partner|reseller|distributor|var)\b|\b(?:partner|reseller|distributor) (?:invoices?|bills?|billing|contract|sells us)\b/u
/** "Can we buy through a partner?", "we wish to procure through one": asked or wished for, and not done. */
const ASKED_HOW =
  /\b(?:can|could|may|must|should|do|how|where|or|appliance|hardware|wish|want|wants|prefer|like|plan|planning|possible|if)\b/u

/** "EA or MCA, not sure which": one of two, so none is told. */
const EITHER = /\b(?:ea|mca|mos[ap]|csp)(?: agreement)? or (?:an? |the )?(?:ea|mca|mos[ap]|csp)\b/gu
/** "Does it matter whether we're on EA?" */
const WHETHER = /\b(?:matter|matters|relevant|depend|depends|difference|important)\b[^.?!]{0,60}\b(?:if|whether|when|on)\b[^.?!]{0,40}/gu

function readAccount(tokens: readonly Token[], said: string): Facts['billingAccount'] {
  const words = NAMING.test(said) ? said.replace(EITHER, ' ').replace(WHETHER, ' ') : said
  const isEa = tokens.some(({ raw, kind }, at) => raw === 'EA' && kind === 'word' && !isEach(tokens, at))
  const named = NAMING.test(words) ? affirmed(words, isEa ? WITH_EA : ACCOUNTS) : []
  if (named.length > 0) return currentAccount(named)
  const partner = THROUGH_PARTNER.exec(words)
  return partner && !ASKED_HOW.test(words.slice(Math.max(0, partner.index - 25), partner.index)) ? 'CSP' : undefined
}

/** "20 DEVICES EA": each, in capitals. */
const isEach = (tokens: readonly Token[], at: number) => {
  const before = tokens[at - 1]
  return before?.kind === 'number' || tokens[at - 2]?.kind === 'number' || /^(?:not|no|n't)$/u.test(before?.text ?? '')
}

const TRIAL_WORD = `(?:${TRIAL}|free)`

const NOT_EXTENSION = '(?! (?:extension|prolongation))'
const GIVEN_DAYS = new RegExp(`\\b(?:our|my|the|a|their|this) (\\d{1,3}) ?-? ?days? ${TRIAL_WORD}\\b${NOT_EXTENSION}`, 'u')
const DAYS_OF_TRIAL = new RegExp(
  `\\b${TRIAL_WORD}(?: licen[cs]e| period)? (?:is|was|runs|lasts|of|has|for) (?:for )?(\\d{1,3}) days\\b(?! (?:left|remaining|ago|more|to))`,
  'u',
)
const NAMED_DAYS = new RegExp(
  `\\b(\\d{1,3}) ?-? ?days? (?:long )?${TRIAL_WORD}\\b${NOT_EXTENSION}|\\b${TRIAL_WORD} \\( ?(\\d{1,3}) ?-? ?days? ?\\)|\\b${TRIAL_WORD} ?[,:]? (\\d{1,3}) ?-? ?days?(?= ?,? (?:it )?(?:started|began|begun|activated|since)\\b)`,
  'u',
)
/** "started 1 January 2026, 90 days.", "started 1 March 60 days", "(60d)": behind a mark or the start's own day, and nothing else said of it. */
const APPENDED_DAYS = new RegExp(
  `(?:[,(;.+-]|\\bplus|\\b(?:${MONTH_BEGUN})[a-z]{0,6}|\\b20\\d\\d(?:-\\d\\d-\\d\\d)?|/20\\d\\d|\\d(?:st|nd|rd|th)|today|yesterday) (?:for |it's |it is |it was |an? )?(\\d{1,3}) ?-? ?d(?:ays?)?(?: (?:long|one|period|version|in total|total|altogether|overall))?(?= ?(?:[).,;?!\\n]|$|not \\d|instead of \\d))`,
  'u',
)
/** "60 days from 1 March". */
const DAYS_FROM = /\b(\d{1,3}) ?-? ?days? ?,? (?:long )?(?:from|starting|beginning)\b(?! (?:now|today|here|then))/u
/** "began 5 Feb and has 30 days", "started 1 March with 45 days", "length: 60 days": beside a start the whole, not what is left. */
const HELD_DAYS =
  /(?<!\b(?:still|the|these|our|my) )\b(?:(?:has|had|got|with|lasts?|lasted|lasting|runs?|running|valid|gave|given|granted|received|set(?: it)? to|(?:length|duration|term)(?: ?[:=]| is| was| of)?|(?:it|this|that)(?:'s| is| was)|ours (?:is|was)|one of (?:the|those|these)) (?:(?:us|me|them|it) )?(?:for )?(?:an? (?:length|duration|term) of )?(?:an? )?(\d{1,3}) ?-? ?days?\b(?! (?:left|remaining|remain|ago|more|to|still|now|yet|before|after|past|longer|extra|old|back|earlier|into|since|over|of (?!trial)|in (?!total|all)))|(\d{1,3}) days (?:(?:were|was|are|have been) )?(?:granted|given)\b(?! (?:more|extra|longer)))/u
const IS_RUNNING = /\b(?:started|began|begun|activated|enabled|launched|kicked off|signed up|since)\b/u
const OF_TRIAL = new RegExp(`\\b${TRIAL_WORD}\\b`, 'u')
const STARTED_FOR = /\b(?:started|began|begun|activated|runs|running|got it|set up|given|granted)\b[^.?!]{0,30}\bfor (\d{1,3}) days\b/u

/** "Running for two weeks" may be so far. */
const MAYBE_SO_FAR = '(?<!\\brunning for )'
const SPELLED_DAYS = new RegExp(`${MAYBE_SO_FAR}\\b(?:${NUMBER_WORD})(?= ?-? ?days?\\b)`, 'gu')

/** How long it is so far, or something else takes. */
const NOT_IN_ALL =
  /\b(?:been(?: \S+){0,2}|(?:had|used|tried|tested) (?:it|this)|away|off|out) for \d{1,3} days\b|\bfor \d{1,3} days (?:now|already|so far)\b/gu

const WISHES =
  /\b(?:extend\w*|extension|prolong\w*|lengthen\w*|stretch\w*|renew\w*|longer|more|want|need|like|get|give|grant|ask|request|another|instead)\b/u

/** "can we extend our trial for 30 days?": how long somebody would like it, unless what it is like begins in between. */
function unwished(pattern: RegExp, words: string): RegExpExecArray | undefined {
  const match = pattern.exec(words)
  const said = match && words.slice(0, match.index + match[0].length)
  const clause = said?.split(/[.?!;\n] |, (?:it|which|that|the|our|ours|my)\b|\b(?:started|began|begun|activated|since)\b/u).at(-1)
  return match && !WISHES.test(clause ?? '') ? match : undefined
}

const IN_WEEKS = new RegExp(
  `${MAYBE_SO_FAR}\\b(?:(\\d{1,2}|${NUMBER_WORD})( ?-? ?)(weeks?|fortnights?|months?)|an?( )(fortnight))\\b`,
  'gu',
)
const MOST_DAYS = 366

/** "3 months" and "two weeks" from a start, in days: months have none of their own. "A month" may be each. */
const withLengthsInDays = (words: string, start: Day): string =>
  words.replace(IN_WEEKS, (said, count = 'a', gap = ' ', unit = 'fortnight') => {
    const length = lengthOf(`${count} ${unit}`)
    const days = length && inDays(length, months => daysBetween(start, addMonths(start, months)))
    return days && days <= MOST_DAYS ? `${days}${gap}days` : said
  })

/** The length a trial was given, where it is stated ("our 60-day trial", "the trial runs 90 days", "90 days trial started 1 March"); `started` where a start is told beside it. */
function readTrialDays(said: string, started: boolean): number | undefined {
  if (!/\dd\b|\bd(?:ays?)?\b/u.test(said)) return undefined
  const words = said.replace(SPELLED_DAYS, spelled => String(numberOf(spelled))).replace(NOT_IN_ALL, ' ')
  const isRunning = started || IS_RUNNING.test(words)
  const match =
    GIVEN_DAYS.exec(words) ??
    unwished(DAYS_OF_TRIAL, words) ??
    (started || OF_TRIAL.test(words) ? unwished(STARTED_FOR, words) : undefined) ??
    (isRunning ? NAMED_DAYS.exec(words) : null) ??
    (started || (isRunning && OF_TRIAL.test(words)) ? (unwished(HELD_DAYS, words) ?? unwished(APPENDED_DAYS, words)) : undefined) ??
    (started ? unwished(DAYS_FROM, words) : undefined)
  const days = Number(match?.slice(1).find(Boolean) ?? 0)
  return days >= 1 && days <= 365 ? days : undefined
}

const TERM = '([1-9]\\d?|an?|one|two|three|four|five|six|nine) ?-? ?(months?|mths?|years?)'
const LICENSE_TERM = new RegExp(
  `\\b${TERM} (?:(?:paid|site|ot|xs|s|m|l|xl) ){0,2}(?:licen[cs]es?|subscriptions?|terms?|contracts?|agreements?)\\b|\\b(?:licen[cs]e|subscription|it|them|bought|purchased|ordered|paid|term)(?: \\S+){0,6}? for ${TERM}\\b(?! (?:now|already|ago))`,
  'u',
)

/** "Can we get a 3-year licence?" */
const WISHED_TERM =
  /\b(?:can|could|may|want|wants|would|should|like|is there|are there|do|does|offers?|instead|possible|need|needs|no|not|if|had|been)\b/u

/** For how many months a licence was bought, where it is not the year that everybody has. */
export function readLicenseMonths(words: string): number | undefined {
  const match = /year|month|mth/u.test(words) ? LICENSE_TERM.exec(words) : null
  const [count, unit] = [match?.[1] ?? match?.[3], match?.[2] ?? match?.[4]]
  if (!match || !count || !unit || WISHED_TERM.test(words.slice(Math.max(0, match.index - 40), match.index))) return undefined
  const months = amountOf(count) * (unit.startsWith('y') ? 12 : 1)
  return months === 12 || months > 60 ? undefined : months
}

/** A licence beside the trial, which is not the trial's own. */
const OWN_LICENCE =
  /(?<!\b(?:trial|free|test|evaluation|eval|demo|poc|pilot) )(?:\b|')(?:licen[cs]es?|subscription)\b(?! (?:portal|page|center|trial))/u
/** What is tracked, refunded or ended, where the words say it; elsewhere the topic knows. */
function readKind(words: string, intent: Intent): Facts['kind'] {
  if (!['set-reminder', 'stop-reminders', 'refund-window', 'license-lifecycle'].includes(intent)) return undefined
  // "We renewed it, stop reminding" is said of a trial as well.
  const named = kindNamed(intent === 'stop-reminders' ? words.replace(/\brenewed\b/gu, ' ') : words)
  if (intent === 'set-reminder' || intent === 'stop-reminders') return named ?? (/\brefund\b/u.test(words) ? 'paid' : undefined)
  // What was charged for was no trial any more.
  if (
    intent === 'refund-window' &&
    (OWN_LICENCE.test(words) || /\b(?:charged|billed|invoiced|debited|converted|turned|became|switched|after)\b/u.test(words))
  )
    return undefined
  return named === 'trial' && !/\b(?:paid|bought|purchased?|ordered|annual|yearly|renewal)\b/u.test(words) ? 'trial' : undefined
}
