import { type Day, daysBetween } from '../../../rules/day.ts'
import type { Token } from '../tokens.ts'
import type { Tense } from './calendar.ts'
import { ANY_WEEKDAY } from './calendar-words.ts'
import { wordsIn } from './date-parts.ts'
import { type Scene, saidBefore } from './date-scene.ts'
import type { DateFound } from './dates.ts'
import type { Event } from './event-words.ts'
import { subjectOf } from './subject-words.ts'

/** The facts that are days. */
export type DateKey = 'trialStart' | 'trialEnd' | 'licenseStart' | 'licenseEnd'

/**
 * How the words of a date lean: `ahead` is a present tense, which fits a day just gone by as well ("ends 20 February"), `coming` is surely
 * ahead ("will end"), `near` fits both ("is gone on the 18th"), and `nearest` fits both however far ("is expired", "forgot to renew"). `either` is a
 * start of which nobody said that it lies behind: one of a year ago may be one of next week.
 */
export type Lean = Tense | 'coming' | 'near' | 'nearest' | 'either'

/** How a date's words lean; `spoken` says it of the end that is spoken of: told of as over before, or to be tracked. */
export function leanOf(scene: Scene, date: DateFound, event: Event | undefined, key: DateKey, spoken?: Lean): Lean {
  const lean = tenseOf(scene, date, event, key)
  if (lean !== 'ahead') return lean
  if (spoken === 'behind' && !event) return 'behind'
  if (key !== 'licenseEnd') return 'ahead'
  // One is reminded of what is to come.
  if (spoken === 'coming' || scene.intent === 'set-reminder' || (event && willBe(scene.tokens, event.at))) return 'coming'
  const words = wordsAround(scene, date)
  return LATE.test(words) ? 'nearest' : NEW_TERM.test(words) ? 'coming' : 'ahead'
}

function tenseOf(scene: Scene, date: DateFound, event: Event | undefined, key: DateKey): Lean {
  const { tokens } = scene
  if (date.hint === 'ago' || date.hint === 'since' || date.hint === 'over') return 'behind'
  if (tokens[date.from - 1]?.text === 'since') return 'behind'
  const word = event ? (tokens[event.at]?.text ?? '') : ''
  if (key === 'trialStart' || key === 'licenseStart') {
    if (isPlanned(scene, date)) return isWeekday(scene, date) ? 'coming' : 'near'
    if (isTried(scene, date) && isWeekday(scene, date) && BUYS.test(word)) return 'coming'
    if (isTried(scene, date) || (key === 'trialStart' && opensRange(scene, date))) return 'nearest'
    return /^(?:starts|begins|starting)$/u.test(word) || (event && isTriedOut(tokens, event.at))
      ? 'near'
      : !event || subjectOf(tokens[event.at - 1]?.text ?? '') === 'licence'
        ? 'either'
        : 'behind'
  }
  if (
    event &&
    /^(?:gone|done|dead|over|closed|finished|toast|kaput|bust)$/u.test(word) &&
    /^(?:is|it's|its|'s|are|that's|trial's|licen[cs]e's|sub's|poc's|subscription's|evaluation's)$/u.test(tokens[event.at - 1]?.text ?? '')
  )
    return 'ahead'
  if (event && willHave(tokens, event.at)) return 'ahead'
  if (event && isOnceExpected(tokens, event.at)) return 'near'
  if (/^(?:gone|done|dead|closed)$/u.test(word) || (event && scene.sentence[event.at] !== scene.sentence[date.from])) return 'near'
  // "Paid until", "was approved until": what has begun may still go on.
  if (event?.kind === 'until' && (wasBefore(tokens, event.at, date) || /^(?:paid|bought|ran)$/u.test(tokens[event.at - 1]?.text ?? '')))
    return 'near'
  if (key === 'licenseEnd' && /^(?:fin|end|ende|expiry|expiration|enddate|termination|ablauf|renewal)$/u.test(word)) {
    const passed = event !== undefined && wasBefore(tokens, event.at, date)
    return passed ? 'behind' : /^[:(=-]$|^(?:date|was|day)$/u.test(tokens[(event?.at ?? 0) + 1]?.text ?? '') ? 'near' : 'ahead'
  }
  // "If it had ended on 1 January" lies where that day is nearest.
  if (event?.tense === 'behind' && tokens[event.at - 1]?.text === 'had') return 'nearest'
  if (event?.tense === 'behind') return isAsIfOver(tokens, event.at) ? 'near' : isState(tokens, event.at) ? 'nearest' : 'behind'
  if (event && isLet(tokens, event.at)) return 'near'
  return event && wasBefore(tokens, event.at, date) ? 'behind' : 'ahead'
}

/** "was to end", "was going to run out", "would have ended": an end that was ahead when it was told of, and may still be. */
export const isOnceExpected = (tokens: readonly Token[], event: number) => EXPECTED.test(wordsIn(tokens, event - 6, event))
const EXPECTED =
  /\b(?:(?:was|were)(?: (?:only|originally|actually|once|initially|first))?(?: (?:supposed|meant|due|going|set|scheduled|expected|planned|bound|about))? to|(?:would|should)(?:'ve| have)(?: (?:only|already|long|normally|originally))?)(?: (?:run|ran|go))?$/u

/** "will have ended by 31 March", "it'll have run out": told of as over, and still to come. */
const willHave = (tokens: readonly Token[], event: number) => WILL_HAVE.test(wordsIn(tokens, event - 6, event))
const WILL_HAVE =
  /(?:\b(?:will|shall|going to|gonna)|'ll)(?: (?:probably|surely|likely|certainly|already|long|only|just|then|not|have)){0,3} (?:have|'ve)(?: (?:probably|already|long|only|just|been|run|gone)){0,2}$/u

/** "will end", "is going to expire": surely still to come. */
const willBe = (tokens: readonly Token[], event: number) =>
  /(?:\b(?:will|shall|going to|gonna)|'ll)(?: \S{1,12}){0,2}$/u.test(wordsIn(tokens, event - 5, event))

const wordsAround = ({ tokens }: Scene, { from }: DateFound) => wordsIn(tokens, from - 30, from + 30)

/** "and we forgot to renew", "not renewed yet", "still in grace?": said of an end that lies behind, however long ago. */
const LATE =
  /\b(?:forgot(?:ten)?|failed|missed|omitted|neglected)(?: \S{1,12}){0,3} (?:renew|renewal|renewing|extend|pay)\b|\b(?:(?:not|never|nobody|noone|nothing)|\S{2,6}n't|havent|didnt|hasnt)(?: (?:been|have|has|yet|got))? (?:re-?newed|re-?new yet)\b|\bun-?renewed\b|\b(?:still|yet|are we|are they|we're|now) in (?:the )?grace\b|\b(?:too|already) late\b/u

/** "just renewed until 28 February", "the new licence ends", "every year on 31 January", "how many days until": a term that has not ended. */
const NEW_TERM =
  /\b(?:each|every|another|next) year\b|\bhow (?:many|much|long)\b[^.?!]{0,30} (?:until|till|before)\b|\b(?<!\bif )(?:just|we|i|they|have|has|been|was|is|got|'ve) renewed\b(?! (?:in |on )?(?:last year|20\d\d))|\brenewed (?:it )?(?:until|till|to|now|, now)\b|\bnew (?:licen[cs]e|term|subscription|contract) (?:is )?(?:valid|good|until|till|ends|expires|runs|lasts)\b|\b(?:just|recently) (?:bought|purchased)\b|\b(?:bought|purchased)(?: \S{1,12}){0,3} (?:recently|yesterday|(?:last|this) (?:week|month))\b/u

/** Whether a word like "was" or "missed" puts an event behind: "expiry was 1 March", "we missed the last day (Saturday)". */
function wasBefore(tokens: readonly Token[], event: number, date: DateFound): boolean {
  const [from, to] = event < date.from ? [event, date.from] : [date.from, event + 1]
  const clause = tokens.slice(Math.max(0, from - 5), from).map(token => token.text)
  const start = clause.findLastIndex(word => /^(?:[,.;:]|and|but|now)$/u.test(word)) + 1
  const told = [...clause.slice(start), ...tokens.slice(from, to).map(token => token.text)]
  // "The end was 14 March, now 13 April"
  const words = told.slice(told.findLastIndex(word => /^(?:now|is|it's)$/u.test(word)) + 1)
  return words.some(word => /^(?:was|were|missed|did|didn't|forgot|had|wasn't|settled|unpaid)$/u.test(word)) && !words.includes('if')
}

/** "let theirs lapse on 1 March" may lie either way. */
const isLet = (tokens: readonly Token[], event: number) => {
  const words = tokens.slice(Math.max(0, event - 5), event).map(token => token.text)
  return words.some(word => /^(?:let|lets)$/u.test(word)) && !words.includes('if')
}

/** "we'll buy on 20 March", "planning to order on 2 April" */
const isPlanned = (scene: Scene, date: DateFound) => PLANS.test(saidBefore(scene, date, 8))
const PLANS = /\b(?:will|shall|(?:we|i|they)'ll|(?:going|plan|plans|planning|planned|intend|intends) to)\b/u

/** "if we'd bought on 12 March": a day that may be to come. */
const isTriedOut = (tokens: readonly Token[], at: number) => {
  const words = tokens.slice(Math.max(0, at - 4), at).map(token => token.text)
  return words.includes('if') && words.some(word => /^(?:had|were|would|i'd|we'd|'d|they'd)$/u.test(word))
}

/** "from 1 April to 30 April" */
const opensRange = ({ tokens, dates }: Scene, { to }: DateFound) =>
  /^(?:to|until|till|through|-)$/u.test(tokens[to]?.text ?? '') && dates.some(({ from }) => from === to + 1 || from === to + 2)

/** "if we bought on 1 April", "suppose we purchase on 2 April": a day supposed may lie either way. */
const isTried = (scene: Scene, date: DateFound) => TRIED.test(saidBefore(scene, date, 9))
const TRIED =
  /\b(?:if|suppose|supposing|imagine|assume|assuming|say|when|once)(?: \S{1,12}){0,2} (?:i|we|they|he|she|you|one|customer|client)(?: (?:had|only|just|have))? (?:bought|buy|buys|purchased?|purchases|order|orders|ordered|paid|pay)\b|\b(?:i|we|they|you) (?:buy|purchase|order|get|take)\b|\b(?:buys|order goes)\b|\b(?:an?|new|next) (?:licen[cs]e|subscription) from$/u

/** "If we buy on Monday": the next one, though the last is as near. */
const isWeekday = ({ tokens }: Scene, { from, to }: DateFound) => weekdayAlone.test(wordsIn(tokens, from, to))
const weekdayAlone = new RegExp(`^(?:the |next |this |coming )*(?:${ANY_WEEKDAY})$`, 'u')
const BUYS = /^(?:buys?|orders?|purchases?|gets?|takes?|pays?)$/u

/** "is expired on 15 May", as German and Indian speakers say "expires". */
const isState = (tokens: readonly Token[], at: number) =>
  /^(?:expired|ended|finished|lapsed|terminated|stopped)$/u.test(tokens[at]?.text ?? '') &&
  /^(?:is|are|it's|its|'s|gets?)$/u.test(tokens[at - 1]?.text ?? '')

/** "when it is finished on the 26th", "it's gone on April 18", "gets closed": a participle that may lie ahead. */
const isAsIfOver = (tokens: readonly Token[], at: number) => {
  const before = tokens[at - 1]?.text ?? ''
  const clause = tokens.slice(Math.max(0, at - 5), at).map(token => token.text)
  return /^(?:will|gets?|getting|be|being|once)$/u.test(before) || clause.includes('if') || clause.at(-2) === 'once'
}

const FAR = 300
const SOON = 31

function mayStart(behind: readonly Day[], ahead: readonly Day[], today: Day): readonly Day[] {
  const [[former, another], [coming]] = [behind, ahead]
  if (!former || another || !coming) return behind
  return daysBetween(former, today) > FAR && coming > today && daysBetween(today, coming) <= SOON ? [former, coming] : behind
}

/** A trial or licence whose end is told of in the present tense ends on the day just gone by rather than most of a year ahead. */
export function resolve(date: DateFound, lean: Lean, today: Day): readonly Day[] {
  if (lean === 'either') return mayStart(date.readings('behind', today), date.readings('ahead', today), today)
  const days = date.readings(lean === 'behind' ? 'behind' : 'ahead', today)
  if (lean === 'behind' || lean === 'coming' || days.length !== 1) return days
  const other = date.readings('behind', today)
  const gap = (day: Day | undefined) => (day ? Math.abs(daysBetween(today, day)) : Number.POSITIVE_INFINITY)
  const [ahead, behind] = [gap(days[0]), gap(other[0])]
  if (lean === 'ahead') return ahead > FAR && other.length > 0 ? other : days
  return behind < ahead && (lean === 'nearest' || behind < 62) ? other : days
}
