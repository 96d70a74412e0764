import { between, type Token } from '../tokens.ts'
import { countsDevices, type Figure } from './figures.ts'

// Counts that stand beside the one that is so now: what was, what was thought, what was taken back, and a part of it.

const WAS =
  /\b(?:last (?:year|month|quarter|week|summer|winter|time)|previously|formerly|originally|initially|earlier|used to (?:be|have)|was|were|had|thought|assumed|guessed|estimated|in 20[12]\d|back then)\b/u
const IS =
  /\b(?:now|currently|today|meanwhile|these days|at present|actually|really)(?: (?:we|it|they|there|have|has|is|are|it's|at|about|around))*$/u
const IS_BEHIND = /^(?:devices? )?(?:now|currently|today|at present|these days)\b/u
const WAS_BEHIND =
  /^(?:devices? )?(?:(?:a|one|two|three|\d) (?:years?|months?|weeks?) (?:ago|back|before|earlier)|ago|last (?:year|month|quarter|week|summer)|previously|before|back then|in 20[12]\d)\b/u
/** "A licence for 900", "bought for 900", "our L covers 900": what was, where another number is so now. */
const HELD =
  /\b(?:licen[cs]es?|subscription|contract|bought|purchased|ordered|sized|quoted|planned)(?: \S+){0,5}? for(?: (?:up to|about|around|max))?$|\b(?:covers?|covering)(?: (?:up to|about|only))?$/u
const IS_SO = /\b(?:now|currently|meanwhile|today|have|has|are|is|reached|found|grew|grown)(?: \S+){0,3}$/u
/** "1,000 devices (was 900)" */
const WAS_BETWEEN =
  /^(?:devices? )?[,;(-] ?(?:it |they |this |that )?(?:was|were|previously|formerly|originally|before|earlier|used to be|up from|down from)$/u
const SEEN =
  '(?:onboarded|discovered|detected|connected|covered|visible|seen|found|monitored|enrolled|deployed|licensed|protected|in scope)'
const OF_ALL = new RegExp(`^(?:devices? )?(?:${SEEN} )?(?:so far )?(?:out )?of(?: (?:the|our|about|around|some|all|total))*$`, 'u')
const ONLY_SEEN = new RegExp(`^(?:devices? )?(?:(?:are|is|were|have been|already|so far|only|currently|now) )*${SEEN}\\b`, 'u')
const NEARLY = /\b(?:shy of|short of|just under|just below|nearly|almost|close to|about|around|roughly|approx|approximately|~)$/u
/** An estimate and the number itself lie no further apart. */
const NEAR = 0.05

/** In tokens. */
const LEAD = 6
const APART = 9

/** The counts without those that others beside them replace: "last year 700, now 900", "450 rather than 300", "120 of 900 onboarded". */
export function withoutFormer(tokens: readonly Token[], figures: readonly Figure[]): Figure[] {
  const gone = new Set<Figure>()
  for (const [index, first] of figures.entries()) {
    const second = figures[index + 1]
    const former = second && !gone.has(first) ? formerOf(tokens, first, second) : undefined
    if (former) gone.add(former)
  }
  return figures.filter(figure => !gone.has(figure))
}

/** Which of two counts of the same devices is not the one to size, if one of them is. */
function formerOf(tokens: readonly Token[], first: Figure, second: Figure): Figure | undefined {
  if (!countsDevices(first) || !countsDevices(second) || second.at - first.to > APART || second.at < first.to) return undefined
  // Another name is another place.
  if (tokens.slice(first.to, second.at).some(({ kind, raw }) => kind === 'break' || (/^\p{Lu}/u.test(raw) && raw !== 'I'))) return undefined
  const lead = between(tokens, Math.max(0, first.at - LEAD), first.at)
  const way = between(tokens, first.at + 1, second.at)
  const tail = between(tokens, second.at + 1, second.at + LEAD)
  if (/\b(?:rather than|instead of)$/u.test(way)) return second
  if ((WAS.test(lead) || WAS_BEHIND.test(way)) && (IS.test(way) || IS_BEHIND.test(tail))) return first
  if (HELD.test(lead) && IS_SO.test(way) && !/\b(?:licen[cs]es?|for|another|plus|more|also)\b/u.test(way)) return first
  if (WAS_BETWEEN.test(way)) return second
  const isBefore = /\b(?:before|previously|earlier|formerly)$/u.test(way) && IS.test(lead)
  if (isBefore || (WAS_BEHIND.test(tail) && (IS_BEHIND.test(way) || IS.test(lead)))) return second
  const isPart = second.value > first.value && OF_ALL.test(way) && new RegExp(`\\b${SEEN}\\b`, 'u').test(`${lead} ${way} ${tail}`)
  if (isPart) return first
  if (second.value < first.value && ONLY_SEEN.test(tail)) return second
  const isNear = Math.abs(first.value - second.value) <= NEAR * second.value && first.value !== second.value
  return isNear && NEARLY.test(lead) && /^(?:devices? )?[,:(]?(?: (?:exactly|precisely|i\.?e\.?|to be exact))*$/u.test(way.trim())
    ? first
    : undefined
}

/** "40 (forty)", "1.000 (one thousand)". */
const repeats = (tokens: readonly Token[], figure: Figure, before: Figure | undefined) =>
  before?.value === figure.value && tokens[figure.at - 1]?.text === '('

const CORRECTION = /\b(?:no wait|wait no|sorry|i mean|i meant|make that|scratch that|correction|or rather|oops)\b|[,;.-] no [,;-]/u

/** "400/900/6k, I mean 400/900/5k": where a list begins that takes the place of the one before it. */
function saidAgain(tokens: readonly Token[], figures: readonly Figure[]): number | undefined {
  const last = figures.findIndex(({ to }, index) => CORRECTION.test(between(tokens, to, figures[index + 1]?.at ?? to)))
  const [before, behind] = [figures.slice(0, last + 1), figures.slice(last + 1)].map(part => part.filter(({ role }) => role !== 'places'))
  return behind && behind.length > 1 && before?.length === behind.length ? last + 1 : undefined
}

/** "thirty stores no wait thirty two stores": what was taken back goes. */
export function corrected(tokens: readonly Token[], figures: readonly Figure[]): Figure[] {
  const again = saidAgain(tokens, figures)
  return figures.filter((figure, index) => {
    const next = figures[index + 1]
    if (again && index < again) return figure.role === 'places'
    if (repeats(tokens, figure, figures[index - 1])) return false
    if (!next || next.at - figure.to > 8 || next.at <= figure.to) return true
    return !CORRECTION.test(between(tokens, figure.to, next.at))
  })
}
