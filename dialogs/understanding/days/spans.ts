import { addDays } from '../../../rules/day.ts'
import { FOREIGN } from '../numbers.ts'
import type { Token } from '../tokens.ts'
import { onDay, type Readings, type Span, shift, spanOf, weekday } from './calendar.ts'
import { UNITS, WEEKDAYS } from './calendar-words.ts'
import { type Found as DatePart, type Hint, word } from './date-parts.ts'
import { dayNumber, isOpening } from './numbered-days.ts'
import { DONE, hasWord, isFree, isOwned, isRunning, isUnlicensed, LATE } from './span-surroundings.ts'

type Found = Required<Pick<DatePart, 'to' | 'readings' | 'hint'>>

const LEADS = new Set([
  'in',
  'since',
  'remaining',
  'left',
  'for',
  'within',
  'seit',
  'depuis',
  'overdue',
  'due',
  'dans',
  'vor',
  'hace',
  'há',
  'quedan',
  'by',
  'before',
  'days',
  'weeks',
])

const APPROXIMATELY = new Set(
  'about around exactly roughly approx only just still another the last ~ maybe ca almost nearly barely . than less more'.split(' '),
)

/** A length of time at `at`: 12 days, a fortnight, two weeks and three days, half a year. */
export function lengthAt(tokens: readonly Token[], at: number): { span: Span; to: number } | undefined {
  const first = partAt(tokens, at)
  // "A week and a half" is no number of days.
  if (!first || (word(tokens, first.to) === 'and' && word(tokens, first.to + 1) === 'a' && word(tokens, first.to + 2) === 'half'))
    return undefined
  const joined = ['and', ',', '+'].includes(word(tokens, first.to)) ? first.to + 1 : first.to
  const second = tokens[joined]?.kind === 'number' || joined > first.to ? partAt(tokens, joined) : undefined
  if (!second || second.span.days > 31) return first
  // "two weeks and 3 working days" is counted two ways.
  if (first.span.working || second.span.working) return undefined
  return { span: { days: first.span.days + second.span.days, months: first.span.months + second.span.months }, to: second.to }
}

function partAt(tokens: readonly Token[], at: number): { span: Span; to: number } | undefined {
  const token = tokens[at]
  const unitHere = UNITS.get(word(tokens, at))
  if (unitHere === 'fortnight') return { span: spanOf(1, unitHere), to: at + 1 }
  const half = token?.text === 'half' && ['a', 'an'].includes(word(tokens, at + 1))
  const couple = token?.text === 'couple' || (token?.text === 'a' && word(tokens, at + 1) === 'couple')
  // "450 a month" is a price.
  const article = (token?.text === 'a' || token?.text === 'an') && (tokens[at - 1]?.kind !== 'number' || AGO.has(word(tokens, at + 2)))
  const few = token?.kind === 'word' && UNITS.has(word(tokens, at + 1)) ? FOREIGN.get(token.text) : undefined
  const quantity = token?.kind === 'number' ? (token.value ?? 0) : half ? 0.5 : couple ? 2 : article ? 1 : few
  if (quantity === undefined || quantity > 3650) return undefined
  const counted = half ? at + 2 : couple ? at + (token?.text === 'a' ? 2 : 1) : at + 1
  let next = couple && word(tokens, counted) === 'of' ? counted + 1 : counted
  const first = next
  while (
    ['more', 'calendar', 'full', 'whole', 'working', 'business', 'work', '-', 'further', 'additional', 'extra'].includes(
      word(tokens, next),
    ) &&
    next < at + 4
  )
    next += 1
  const named = word(tokens, next).replace(/'s?$/u, '')
  const unit = WORKING_DAYS.test(named) ? 'day' : UNITS.get(named)
  if (unit === undefined || (unit === 'hour' && half)) return unit ? { span: spanOf(0, unit), to: next + 1 } : undefined
  // One letter as a unit only right behind figures: 14d, not "400 m".
  if (word(tokens, next).length === 1 && tokens[next]?.spaced) return undefined
  const working = WORKING_DAYS.test(named) || (unit === 'day' && tokens.slice(first, next).some(({ text }) => WORKING.test(text)))
  return { span: { ...spanOf(quantity, unit), ...(working ? { working } : {}) }, to: next + 1 }
}
const WORKING = /^(?:working|business|work)$/u
const WORKING_DAYS = /^(?:week|work|business|working)days?$/u

const from = (span: Span, direction: 1 | -1, offset = 0): Readings => onDay((_, today) => addDays(shift(today, span, direction), offset))

/** Every span in words begins with one of these. */
export const SPAN_OPENERS: ReadonlySet<string> = new Set([...LEADS, ...UNITS.keys(), ...FOREIGN.keys(), 'a', 'an', 'half', 'couple'])

/** A span with what makes it a day: in 3 weeks, a fortnight ago, 16 days left, a week from Friday, "licence is out since 3 weeks". */
export function readSpan(tokens: readonly Token[], at: number): Found | undefined {
  const lead = leadOf(tokens, at)
  if (lead && lead.at !== at) {
    const counted = lead.word === 'days' || lead.word === 'weeks'
    // "working days left: 12"
    if (counted && WORKING.test(word(tokens, at - 1))) return undefined
    const length = counted ? leftOver(tokens, lead) : lengthAt(tokens, lead.at)
    if (length) return led(tokens, lead.word, length)
    if (!counted && lead.word !== 'by' && lead.word !== 'before') return undefined
  }
  const length = lengthAt(tokens, at)
  return length ? trailed(tokens, at, length) : dayNumber(tokens, at)
}

/** The number behind "days left:". */
function leftOver(tokens: readonly Token[], lead: { word: string; at: number }): { span: Span; to: number } | undefined {
  const token = tokens[lead.at]
  const unit = UNITS.get(lead.word)
  const free = token?.kind === 'number' && tokens[lead.at + 1]?.text !== '%'
  return free && unit && (token.value ?? 0) <= 3650 ? { span: spanOf(token.value ?? 0, unit), to: lead.at + 1 } : undefined
}

/** The word that opens a span ("in", "since", "remaining") and where the length begins behind it. */
function leadOf(tokens: readonly Token[], at: number): { word: string; at: number } | undefined {
  const opener = word(tokens, at)
  if (!LEADS.has(opener)) return undefined
  let next = at + 1
  if (opener === 'due' && word(tokens, at - 1) !== 'past') return undefined
  if (opener === 'in' && word(tokens, next) === 'the') return undefined
  if (opener === 'by' && !hasWord(tokens, at, LATE)) return undefined
  if (opener === 'before' && (!hasWord(tokens, at, DONE) || hasWord(tokens, at, /^(?:if|when|once|remind|me|must|can)$/u))) return undefined
  if (opener === 'days' || opener === 'weeks') {
    // "days left: 200", "weeks remaining 3"
    if (!LEFT.has(word(tokens, next))) return undefined
    while ([':', '=', 'is', '-', 'are'].includes(word(tokens, next + 1)) && next < at + 3) next += 1
    return { word: opener, at: next + 1 }
  }
  while ((APPROXIMATELY.has(word(tokens, next)) || word(tokens, next) === 'by' || [':', '='].includes(word(tokens, next))) && next < at + 4)
    next += 1
  return { word: opener, at: next }
}

const AGO = new Set(['ago', 'back', 'earlier', 'ago,'])
const LEFT = new Set(['left', 'remaining', 'remain', 'remains'])

function led(tokens: readonly Token[], opener: string, length: { span: Span; to: number }): Found | undefined {
  const { span } = length
  const next = word(tokens, length.to)
  if (opener === 'in' || opener === 'dans') {
    const anchored = fromAnchor(tokens, length)
    if (anchored) return anchored
    const to = /^time$/u.test(next) ? length.to + 1 : length.to
    return { to, readings: from(span, 1), hint: 'ahead' }
  }
  if (opener === 'within') return next === 'time' ? { to: length.to + 1, readings: from(span, 1), hint: 'ahead' } : undefined
  if (/^(?:since|seit|depuis|vor|hace|há)$/u.test(opener)) {
    const to = AGO.has(next) ? length.to + 1 : length.to
    return { to, readings: from(span, -1), hint: 'ago' }
  }
  if (opener === 'before') {
    const free = tokens[length.to]?.kind !== 'word' || /^(?:but|and|now|can|is|what|so|only|director|boss)$/u.test(next)
    return free ? { to: length.to, readings: from(span, -1), hint: 'ago' } : undefined
  }
  if (opener === 'overdue' || opener === 'due' || opener === 'by') return { to: length.to, readings: from(span, -1), hint: 'over' }
  if (opener === 'for') {
    // "expired for 3 weeks now", "has been over for two weeks": not "for 3 more weeks".
    const said = /^(?:expired|over|out|overdue|lapsed|ended|gone|dead|down)$/u.test(
      word(tokens, length.to - tokenCount(tokens, length.to) - 1),
    )
    const supposed = hasWord(tokens, length.to - tokenCount(tokens, length.to), /^(?:if|when|once|after)$/u)
    return said && !supposed ? { to: length.to, readings: from(span, -1), hint: 'ago' } : undefined
  }
  return { to: length.to, readings: from(span, 1), hint: 'left' }
}

/** How many tokens back from `to` the opener "for" stands. */
function tokenCount(tokens: readonly Token[], to: number): number {
  for (let back = 1; back < 8; back += 1) if (word(tokens, to - back) === 'for') return back
  return 0
}

function trailed(tokens: readonly Token[], at: number, length: { span: Span; to: number }): Found | undefined {
  const { span, to } = length
  const [one, two, three] = [word(tokens, to), word(tokens, to + 1), word(tokens, to + 2)]
  if (AGO.has(one)) {
    const day = two === 'today' ? to + 2 : to + 1
    return { to: day, readings: from(span, -1), hint: 'ago' }
  }
  if (['are', 'is'].includes(one) && LEFT.has(two)) return { to: to + 2, readings: from(span, 1), hint: 'left' }
  if (LEFT.has(one)) return { to: to + 1, readings: from(span, 1), hint: 'left' }
  if (one === 'more' && LEFT.has(two)) return { to: to + 2, readings: from(span, 1), hint: 'left' }
  if ((one === 'to' && ['go', 'run'].includes(two)) || (['still', 'more'].includes(one) && two === 'to' && ['go', 'run'].includes(three))) {
    return { to: one === 'to' ? to + 2 : to + 3, readings: from(span, 1), hint: 'left' }
  }
  if (['passed', 'elapsed', 'gone'].includes(one) && two !== 'since') return { to: to + 1, readings: from(span, -1), hint: 'since' }
  if (['late', 'overdue'].includes(one) && BE.test(word(tokens, at - 1))) return { to, readings: from(span, -1), hint: 'over' }
  if (one === '-' && two === 'old') return { to: to + 2, readings: from(span, -1), hint: 'ago' }
  if (isUnlicensed(tokens, at, to)) return { to: one === 'now' ? to + 1 : to, readings: from(span, -1), hint: 'over' }
  if (
    one === 'in' &&
    isFree(tokens[to + 1]) &&
    (BE.test(word(tokens, at - 1)) || word(tokens, at - 1) === ',' || isOpening(tokens[at - 1]))
  )
    return { to: to + 1, readings: from(span, -1), hint: 'ago' }
  if (isOwned(tokens, at, to)) return { to, readings: from(span, 1), hint: 'left' }
  if (one === 'away' || one === 'hence') return { to: to + 1, readings: from(span, 1), hint: 'ahead' }
  return fromAnchor(tokens, length) ?? aroundEnd(tokens, at, length)
}

/** "a week from Friday", "two weeks from today", "2 days from now", "a week today", "a week on Monday". */
function fromAnchor(tokens: readonly Token[], { span, to }: { span: Span; to: number }): Found | undefined {
  const [one, two] = [word(tokens, to), word(tokens, to + 1)]
  if (one === 'from' && ['now', 'today'].includes(two)) return { to: to + 2, readings: from(span, 1), hint: 'ahead' }
  if (one === 'today') return { to: to + 1, readings: from(span, 1), hint: 'ahead' }
  if (one === 'from' && two === 'tomorrow') return { to: to + 2, readings: from(span, 1, 1), hint: 'ahead' }
  if (one === 'tomorrow' && span.days === 7) return { to: to + 1, readings: from(span, 1, 1), hint: 'ahead' }
  const place = ['from', 'on'].includes(one) ? (two === 'this' || two === 'next' ? to + 2 : to + 1) : to
  const wanted = WEEKDAYS.get(word(tokens, place))
  if (wanted === undefined || place === to || span.months > 0) return undefined
  return {
    to: place + 1,
    readings: onDay((_, today) => weekday(wanted, undefined)('ahead', today).map(day => shift(day, span, 1))[0]),
    hint: 'ahead',
  }
}

const BE =
  /^(?:is|are|was|were|be|been|'s|'re|it's|its|we're|i'm|they're|he's|already|now|currently|about|roughly|exactly|just|only|still|than|more|there's|there|by|ca|at|around)$/u
const END =
  /^(?:end|ends|expiry|expiration|expires|finish|deadline|date|it|trial|evaluation|licence|license|subscription|sub|plan|eval|poc|renewal|over|out)$/u

/**
 * Lengths that lean on an event: "8 days since the purchase", "we're 25 days past expiry", "10 days until it ends", "the purchase is
 * five days old", and "paid nine days before" as non-native speakers say ago.
 */
function aroundEnd(tokens: readonly Token[], at: number, { span, to }: { span: Span; to: number }): Found | undefined {
  const one = word(tokens, to)
  const behind = (hint: Hint, end = to + 1): Found => ({ to: end, readings: from(span, -1), hint })
  if (one === 'since') return behind('since', to)
  if (one === 'old') return behind('ago')
  const previous = tokens[at - 1]
  const be = previous !== undefined && BE.test(previous.text)
  const been = be || !previous || previous.kind !== 'word'
  if (one === 'into' && isRunning(tokens, to + 1)) return behind('into', to)
  if (['past', 'over', 'after', 'beyond', 'overdue'].includes(one) && been) {
    if (one === 'overdue') return behind('over', to)
    const near = tokens.slice(to + 1, to + 6).some(token => END.test(token.text))
    const general = tokens.slice(to + 1, to + 5).some(token => token.text === 'a' || token.text === 'an')
    return near && !general ? behind('over') : undefined
  }
  // "Is 14 days before the end too late?" says nothing of today.
  const isOfAny = /^(?:is|are)$/u.test(previous?.text ?? '') && isOpening(tokens[at - 2])
  if (['until', 'till', 'before', 'to'].includes(one) && be && !isOfAny) {
    const near = tokens.slice(to + 1, to + 6).some(token => END.test(token.text))
    if (near) return { to, readings: from(span, 1), hint: 'left' }
  }
  const next = tokens[to + 1]
  // "A year before" is before something else.
  if (one === 'before' && span.months === 0 && (!next || next.kind === 'mark' || next.kind === 'break')) return behind('ago')
  return undefined
}
