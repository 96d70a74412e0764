import type { Token } from '../tokens.ts'
import { dayOfMonth, dayOfMonthFrom, eitherWay, monthDay, type Order, weekday, weekdayOfWeek } from './calendar.ts'
import { MONTHS, WEEKDAYS } from './calendar-words.ts'
import { correctedDay } from './corrected-day.ts'
import { type Found, FUNCTION_WORDS, isCounting, isDay, isUnit, monthFrom, word, yearAt } from './date-parts.ts'
import { countedWeekday, farWeekday, onNamedDay } from './far-weekdays.ts'
import { HUNG_OPENERS, hungDay, type Placed } from './hung-days.ts'
import { DAYTIMES, HOLIDAY_OPENERS, holiday, monthEnd, NEAR_OPENERS, nearDay } from './near-days.ts'
import { readSpan, SPAN_OPENERS } from './spans.ts'

/** A date in the tokens from `from` up to, not including, `to`. */
export type DateFound = Placed

/** All dates of a message, in its order. */
export function findDates(tokens: readonly Token[], monthFirst: boolean): DateFound[] {
  const order = orderIn(tokens, monthFirst)
  const dates: DateFound[] = []
  for (let at = 0; at < tokens.length; ) {
    const found = hungAt(tokens, at, order) ?? dateAt(tokens, at, order)
    const date = found && { from: at, ...found }
    const corrected = date && correctedDay(tokens, date)
    if (date) dates.push(date, ...(corrected ? [corrected] : []))
    at = corrected?.to ?? found?.to ?? at + 1
  }
  return dates
}

/** The day and the month of figures that have them both, in the order in which they are written. */
function figuresAt(tokens: readonly Token[], at: number): readonly [number, number] | undefined {
  const token = tokens[at]
  if (token?.kind === 'date' && /^\d{1,2}[-/]/u.test(token.text)) {
    const [one, two] = token.text.split(/[-/]/u)
    return [Number(one), Number(two)]
  }
  const [first, stroke, second] = [token, tokens[at + 1], tokens[at + 2]]
  if (stroke?.text !== '/' || stroke.spaced || second?.spaced || !isShort(first) || !isShort(second)) return undefined
  return [first?.value ?? 0, second?.value ?? 0]
}

/** "1/3 - 30/3": one date that can be read one way only says how the others are meant. */
function orderIn(tokens: readonly Token[], monthFirst: boolean): Order {
  const figures = tokens.flatMap((_, at) => [figuresAt(tokens, at) ?? []])
  const isDayFirst = figures.some(([one = 0, two = 0]) => one > 12 && one <= 31 && two >= 1 && two <= 12)
  const isMonthFirst = figures.some(([one = 0, two = 0]) => two > 12 && two <= 31 && one >= 1 && one <= 12)
  return { monthFirst: isDayFirst === isMonthFirst ? monthFirst : isMonthFirst, sure: isDayFirst !== isMonthFirst }
}

function hungAt(tokens: readonly Token[], at: number, order: Order) {
  const token = tokens[at]
  if (!token || !(opensDate(token) || HUNG_OPENERS.has(token.text))) return undefined
  return hungDay(tokens, at, anchor => dateAt(tokens, anchor, order))
}

const WEEKDAY_LEADS: ReadonlyMap<string, 'this' | 'next' | 'last' | 'past'> = new Map([
  ['this', 'this'],
  ['next', 'next'],
  ['last', 'last'],
  ['past', 'past'],
  ['coming', 'this'],
])

const OPENERS: ReadonlySet<string> = new Set([
  ...SPAN_OPENERS,
  ...NEAR_OPENERS,
  ...HOLIDAY_OPENERS,
  ...WEEKDAY_LEADS.keys(),
  'month',
  'current',
  ...MONTHS.keys(),
  ...WEEKDAYS.keys(),
])

/** Whether a date can begin here: most words can't be. */
function opensDate({ kind, text }: Token): boolean {
  if (kind === 'word') return OPENERS.has(text) || text.includes("'")
  return kind === 'number' || kind === 'ordinal' || kind === 'date'
}

function dateAt(tokens: readonly Token[], at: number, order: Order): Found | undefined {
  const token = tokens[at]
  if (!token || !opensDate(token)) return undefined
  if (token.kind !== 'word')
    return (
      inFigures(tokens, at, order) ??
      readSpan(tokens, at) ??
      countedWeekday(tokens, at) ??
      dayThenMonth(tokens, at) ??
      rangeStart(tokens, at) ??
      bareDay(tokens, at)
    )
  return (
    readSpan(tokens, at) ??
    monthThenDay(tokens, at) ??
    nearDay(tokens, at) ??
    inMonthFrom(tokens, at) ??
    monthEnd(tokens, at) ??
    countedWeekday(tokens, at) ??
    farWeekday(tokens, at) ??
    onWeekday(tokens, at, order) ??
    holiday(tokens, at)
  )
}

const fullYear = (figures: string) => (figures.length === 2 ? 2000 + Number(figures) : Number(figures))

/** 2026-04-15, 15.04.2026, 5/30/2026, 1/20. Points mean day first everywhere; strokes and hyphens depend on where one lives. */
function inFigures(tokens: readonly Token[], at: number, order: Order): Found | undefined {
  const token = tokens[at]
  if (token?.kind === 'date') {
    const parts = token.text.split(/[-./]/u)
    const [one = '', two = '', three = ''] = parts
    if (one.length === 4) return { to: at + 1, readings: monthDay(Number(two), Number(three), Number(one)) }
    const year = three ? fullYear(three) : undefined
    if (token.text.includes('.')) return { to: at + 1, readings: monthDay(Number(two), Number(one), year) }
    return { to: at + 1, readings: eitherWay(Number(one), Number(two), year, order) }
  }
  const [one, two] = figuresAt(tokens, at) ?? []
  if (one === undefined || two === undefined) return undefined
  if (['/', 'x'].includes(word(tokens, at - 1)) || word(tokens, at + 3) === '/' || (one === 24 && two === 7)) return undefined
  const possible = (month: number, day: number) => month >= 1 && month <= 12 && day >= 1 && day <= 31
  return possible(one, two) || possible(two, one) ? { to: at + 3, readings: eitherWay(one, two, undefined, order) } : undefined
}

const isShort = (token: Token | undefined) => token?.kind === 'number' && /^\d{1,2}$/u.test(token.raw)

/** 15 April, 15th of April 2026, 30-Apr-2026, 14/Apr, 15. April, "the sixteenth of may", "the thirtieth of this month". */
function dayThenMonth(tokens: readonly Token[], at: number): Found | undefined {
  const token = tokens[at]
  if ((token?.kind !== 'number' && token?.kind !== 'ordinal') || !isDay(token)) return undefined
  let next = at + 1
  while (['.', '-', '/', 'of', 'de', 'the', 'day', 'di', 'º', ','].includes(word(tokens, next)) && next < at + 4) next += 1
  const month = MONTHS.get(word(tokens, next))
  if (month !== undefined && (word(tokens, next - 1) !== ',' || token.kind === 'ordinal')) {
    // "we have 12 may be more": a verb, not a month.
    if (word(tokens, next) === 'may' && /^(?:be|not|i|we|have|need|the)$/u.test(word(tokens, next + 1)) && word(tokens, next - 1) !== 'of')
      return undefined
    if (word(tokens, next) === 'may' && token.kind === 'number' && !/^\d/u.test(token.raw)) return undefined
    const { year, to } = yearAt(tokens, next + 1)
    return { to, readings: monthDay(month, token.value ?? 0, year) }
  }
  // "The 20th, next month"
  const isApart = word(tokens, at + 1) === ',' && /^(?:next|the|last)$/u.test(word(tokens, at + 2)) && token.kind === 'ordinal'
  if (word(tokens, at + 1) !== 'of' && !isApart) return undefined
  const first = word(tokens, at + 2) === 'the' ? at + 3 : at + 2
  const from = monthFrom(tokens, first)
  // Which month is "the month" hangs on the sentence.
  return from && from.to > first + 1 ? { to: from.to, readings: dayOfMonthFrom(from.offset, token.value ?? 0) } : undefined
}

/** "next month on the 20th", "the month after next, on the 3rd" */
function inMonthFrom(tokens: readonly Token[], at: number): Found | undefined {
  const from = monthFrom(tokens, at)
  if (!from) return undefined
  let next = from.to
  while ([',', 'on', 'the'].includes(word(tokens, next)) && next < from.to + 3) next += 1
  const token = tokens[next]
  if (next === from.to || token?.kind !== 'ordinal' || !isDay(token)) return undefined
  return { to: next + 1, readings: dayOfMonthFrom(from.offset, token.value ?? 0) }
}

/** "from 1 to 30 March": the first day of a range has the month of the last. */
function rangeStart(tokens: readonly Token[], at: number): Found | undefined {
  const token = tokens[at]
  const isLed = word(tokens, at - 1) === 'from' || (word(tokens, at - 2) === 'from' && word(tokens, at - 1) === 'the')
  if (!token || !isDay(token) || !isLed || !/^(?:to|until|till|through)$/u.test(word(tokens, at + 1))) return undefined
  const last = word(tokens, at + 2) === 'the' ? at + 3 : at + 2
  const to = dayThenMonth(tokens, last)?.to ?? last
  const named = tokens.slice(last, to).findIndex(({ text }) => MONTHS.has(text))
  const month = MONTHS.get(word(tokens, last + named))
  const { year } = yearAt(tokens, last + named + 1)
  return named < 0 || month === undefined ? undefined : { to: at + 1, readings: monthDay(month, token.value ?? 0, year) }
}

/** April 15, April 15th 2026, "april tenth", Apr-15; "in January, on the 20th". */
function monthThenDay(tokens: readonly Token[], at: number): Found | undefined {
  const month = MONTHS.get(word(tokens, at))
  if (month === undefined) return undefined
  let next = at + 1
  while (['.', '-', ',', 'the', 'on'].includes(word(tokens, next)) && next < at + 4) next += 1
  const token = tokens[next]
  if ((token?.kind !== 'number' && token?.kind !== 'ordinal') || !isDay(token)) return undefined
  // "closes in June. One licence ...": spelled numbers only as ordinals.
  if (token.kind === 'number' && !/^\d/u.test(token.raw)) return undefined
  const loose = word(tokens, next - 1) === ',' || word(tokens, next - 1) === 'on'
  if ((loose && token.kind !== 'ordinal') || (token.kind === 'number' && isCounting(tokens, next + 1))) return undefined
  const { year, to } = yearAt(tokens, next + 1)
  return { to, readings: monthDay(month, token.value ?? 0, year) }
}

const SHORT_WEEKDAYS = new Set(['mon', 'sat', 'sun', 'wed'])

/** On Friday, next Friday, "Thursday next week", "Monday 16 March", "Sunday the 22nd", "a week from Friday". */
function onWeekday(tokens: readonly Token[], at: number, order: Order): Found | undefined {
  const lead = WEEKDAY_LEADS.get(word(tokens, at))
  const place = lead ? at + 1 : at
  const wanted = WEEKDAYS.get(word(tokens, place))
  if (wanted === undefined || (place === at && /^(?:a|every|each|any|per|easter|good|whit|cyber|black)$/u.test(word(tokens, at - 1))))
    return undefined
  if (isAnyOf(tokens, at, place + 1)) return undefined
  let next = place + 1
  if (
    word(tokens, next) === '.' &&
    word(tokens, place).length <= 4 &&
    !(tokens[next + 1]?.spaced && /^\p{Lu}/u.test(tokens[next + 1]?.raw ?? ''))
  )
    next += 1
  const dated = [',', '(', 'the'].includes(word(tokens, next)) ? (word(tokens, next + 1) === 'the' ? next + 2 : next + 1) : next
  const date = inFigures(tokens, dated, order) ?? dayThenMonth(tokens, dated) ?? monthThenDay(tokens, dated)
  if (date) return { ...date, readings: onNamedDay(wanted, date.readings) }
  const bare = dayAfterWeekday(tokens, dated)
  if (bare) return { ...bare, readings: onNamedDay(wanted, bare.readings) }
  if (
    SHORT_WEEKDAYS.has(word(tokens, place)) &&
    !lead &&
    !/^(?:on|by|until|till|this|before|ends?|expires?|up|due|is|was|from|since|bought|purchased|ordered|started|ended|expired)$/u.test(
      word(tokens, place - 1),
    )
  )
    return undefined
  const named = /^(?:of|in)$/u.test(word(tokens, next)) ? next + 1 : next
  const week = { next: 1, last: -1, this: 0 }[word(tokens, named)]
  if (week !== undefined && word(tokens, named + 1) === 'week') return { to: named + 2, readings: weekdayOfWeek(wanted, week) }
  return { to: DAYTIMES.has(word(tokens, next)) ? next + 1 : next, readings: weekday(wanted, lead) }
}

/** "the first Monday of the quarter", "a Friday in April": one of many. */
function isAnyOf(tokens: readonly Token[], at: number, after: number): boolean {
  if (tokens[at - 1]?.kind === 'ordinal') return true
  if (!/^(?:of|in)$/u.test(word(tokens, after))) return false
  const period = tokens.slice(after + 1, after + 4).map(token => token.text)
  return (
    /^(?:(?:the|this|next|our) )?(?:fiscal |financial |new |calendar )?(?:month|quarter|year|q[1-4])\b/u.test(period.join(' ')) ||
    MONTHS.has(period[0] ?? '')
  )
}

function dayAfterWeekday(tokens: readonly Token[], at: number): Found | undefined {
  const token = tokens[at]
  if (!token || !isDay(token)) return undefined
  if (token.kind === 'ordinal' || (token.kind === 'number' && /^\d{1,2}$/u.test(token.raw) && !isUnit(tokens, at + 1))) {
    return { to: at + 1, readings: dayOfMonth(token.value ?? 0) }
  }
  return undefined
}

const DAY_LEADS = new Set('the on until till by before after since from past beyond'.split(' '))

/** The 31st, "on the 4th"; in words only "on the twentieth". A noun behind it makes it the number of a thing ("the 2nd site"). */
function bareDay(tokens: readonly Token[], at: number): Found | undefined {
  const token = tokens[at]
  if (token?.kind !== 'ordinal' || !isDay(token)) return undefined
  const before = word(tokens, at - 1)
  if (
    !DAY_LEADS.has(before) &&
    !/^(?:ends?|expires?|ended|expired|due|till|expiry|day|ending|expiring|finishing|finishes|lapses|lapsing|closes|stops)$/u.test(before)
  )
    return undefined
  const spelled = !/^\d/u.test(token.raw)
  if (
    spelled &&
    !((token.value ?? 0) > 3 && before === 'the' && ['on', 'till', 'until', 'by', 'ends', 'since'].includes(word(tokens, at - 2)))
  )
    return undefined
  const after = tokens[at + 1]
  const free = !after || after.kind === 'mark' || after.kind === 'break' || FUNCTION_WORDS.has(after.text)
  return free && after?.text !== '-' ? { to: at + 1, readings: dayOfMonth(token.value ?? 0) } : undefined
}
