import { type Day, partsOf } from '../rules/day.ts'

/** How values are written for a person: the month in letters always, the order by region. */
export interface Format {
  /** "31 March 2026", in the United States "March 31, 2026". */
  day(day: Day): string
  /** Days in order, as short as they can be: "24, 28 and 31 March 2026"; the year where it isn't this one's. */
  daysOf(days: readonly Day[], thisYear: Day): string
  /** "1,200". */
  number(value: number): string
  /** "1 day", "36 days". */
  days(count: number): string
}

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']

/** "1,200". */
export function number(value: number): string {
  if (!Number.isSafeInteger(value) || value < 0) return value.toLocaleString('en-US', { maximumFractionDigits: 2 })
  return value < 1000 ? String(value) : `${number(Math.floor(value / 1000))},${String(value % 1000).padStart(3, '0')}`
}

const formats = { monthFirst: format(true), dayFirst: format(false) }

/** The way dates and numbers are written in English for a BCP 47 locale. */
export const formatFor = (locale: string): Format => (isMonthFirst(locale) ? formats.monthFirst : formats.dayFirst)

function format(monthFirst: boolean): Format {
  return {
    number,
    daysOf: (days, thisYear) => dayList(days, partsOf(thisYear).year, monthFirst),
    days: count => `${number(count)} ${count === 1 ? 'day' : 'days'}`,
    day(value) {
      const { year, month, day } = partsOf(value)
      const name = months[month - 1]
      return monthFirst ? `${name} ${day}, ${year}` : `${day} ${name} ${year}`
    },
  }
}

/** Whether people of this locale write, and are read, the month before the day: the United States and who follows them, and English without a region. */
export const isMonthFirst = (locale: string): boolean => /^en(?:$|-(?:us|ph|fm|gu|mh|mp|pr|um|vi|as|pw)\b)/i.test(locale)

function dayList(days: readonly Day[], thisYear: number, monthFirst: boolean): string {
  const byMonth = Map.groupBy(days.map(partsOf), ({ year, month }) => year * 12 + month - 1)
  return [...byMonth]
    .map(([at, same]) => {
      const [name, year] = [months[at % 12], Math.floor(at / 12)]
      const dates = joined(same.map(({ day }) => String(day)))
      const inYear = year === thisYear ? '' : `${monthFirst ? ',' : ''} ${year}`
      return `${monthFirst ? `${name} ${dates}` : `${dates} ${name}`}${inYear}`
    })
    .join('; ')
}

/** "24, 28 and 31". */
const joined = (texts: readonly string[]) => (texts.length > 1 ? `${texts.slice(0, -1).join(', ')} and ${texts.at(-1)}` : texts.join(''))
