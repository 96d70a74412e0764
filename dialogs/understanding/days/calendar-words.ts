const MONTH_NAMES = [
  ['january', 'jan', 'januar', 'janvier', 'enero', 'janeiro', 'gennaio'],
  ['february', 'feb', 'febr', 'februar', 'février', 'fevrier', 'febrero', 'fevereiro', 'febbraio', 'febuary'],
  ['march', 'mar', 'märz', 'maerz', 'mars', 'marzo', 'março', 'mrz', 'marts', 'maart'],
  ['april', 'apr', 'avril', 'abril', 'aprile'],
  ['may', 'mai', 'mayo', 'maio', 'maggio'],
  ['june', 'jun', 'juni', 'juin', 'junio', 'junho', 'giugno'],
  ['july', 'jul', 'juli', 'juillet', 'julio', 'julho', 'luglio'],
  ['august', 'aug', 'août', 'agosto'],
  ['september', 'sep', 'sept', 'septembre', 'septiembre', 'setembro', 'settembre'],
  ['october', 'oct', 'okt', 'oktober', 'octobre', 'octubre', 'outubro', 'ottobre'],
  ['november', 'nov', 'novembre', 'noviembre', 'novembro'],
  ['december', 'dec', 'dez', 'dezember', 'décembre', 'diciembre', 'dezembro', 'dicembre'],
]
const WEEKDAY_NAMES = [
  ['monday', 'mon', 'mondays'],
  ['tuesday', 'tue', 'tues'],
  ['wednesday', 'wed', 'weds'],
  ['thursday', 'thu', 'thur', 'thurs'],
  ['friday', 'fri'],
  ['saturday', 'sat'],
  ['sunday', 'sun'],
]
const index = (lists: readonly (readonly string[])[]) => new Map(lists.flatMap((list, at) => list.map(name => [name, at + 1] as const)))

/** The months in full, in their order. */
export const monthNames = MONTH_NAMES.map(([name = '']) => name)
/** The name of a month, in full or short, for patterns. */
export const MONTH =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?'
/** How such a name begins, so that misspelt ones and those of other languages are known where a number beside them makes them a day. */
export const MONTH_BEGUN = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec'
/** The weekdays in full, in their order. */
export const weekdayNames = WEEKDAY_NAMES.map(([name = '']) => name)
/** The name of a weekday, in full or short, for patterns; "mon", "wed", "sat" and "sun" are other words as well. */
export const WEEKDAY = '(?:mon|satur|sun)day|tue(?:s(?:day)?)?|wednesday|weds|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?'
export const WEEKDAY_BEGUN = 'mon|tue|wed|thu|fri|sat|sun'
/** The same with those, for where a date beside them leaves no doubt. */
export const ANY_WEEKDAY = `${WEEKDAY}|mon|wed|sat|sun`

/** The number of a month or weekday by its name, in full or short, whatever its case; 0 where it is none. */
export const monthNumber = (name: string) => MONTHS.get(name.toLowerCase()) ?? 0
export const weekdayNumber = (name: string) => WEEKDAYS.get(name.toLowerCase()) ?? 0

/** Whether a word is a month or a part of the year: "june", "june2026", "q3". */
export const isPartOfYear = (word: string) => MONTHS.has(word.replace(/\d+$/u, '')) || /^(?:q[1-4]|h[12])$/u.test(word)

/** Month names, short ones and the commonest of other languages, to 1 to 12. */
export const MONTHS: ReadonlyMap<string, number> = index(MONTH_NAMES)
/** Weekday names to 1 (Monday) to 7. */
export const WEEKDAYS: ReadonlyMap<string, number> = index(WEEKDAY_NAMES)

export type Unit = 'minute' | 'hour' | 'day' | 'week' | 'fortnight' | 'month' | 'year'
const UNIT_NAMES: Record<Unit, string> = {
  minute: 'minute minutes min mins minuten minutos',
  hour: 'hour hours hr hrs h',
  day: 'day days d dys tag tage tagen jour jours día días dia dias dni dagen giorni',
  week: 'week weeks wk wks w woche wochen semaine semaines semana semanas',
  fortnight: 'fortnight fortnights',
  month: 'month months mo mth mths mnth monat monate monaten mois',
  year: 'year years yr yrs',
}
/** Words of a length of time. */
export const UNITS: ReadonlyMap<string, Unit> = new Map(
  (Object.keys(UNIT_NAMES) as Unit[]).flatMap(unit => UNIT_NAMES[unit].split(' ').map(word => [word, unit] as const)),
)

/** Days with a fixed date: words one after the other (without apostrophes), month, day. */
export const HOLIDAYS: readonly (readonly [readonly string[], number, number])[] = [
  [['new', 'years', 'eve'], 12, 31],
  [['new', 'year', 'eve'], 12, 31],
  [['nye'], 12, 31],
  [['new', 'years', 'day'], 1, 1],
  [['new', 'years'], 1, 1],
  [['silvester'], 12, 31],
  [['christmas', 'eve'], 12, 24],
  [['xmas', 'eve'], 12, 24],
  [['christmas', 'day'], 12, 25],
  [['christmas'], 12, 25],
  [['xmas'], 12, 25],
  [['boxing', 'day'], 12, 26],
  [['valentines', 'day'], 2, 14],
  [['valentine', 'day'], 2, 14],
  [['valentines'], 2, 14],
  [['halloween'], 10, 31],
  [['st', 'patricks', 'day'], 3, 17],
  [['april', 'fools', 'day'], 4, 1],
  [['april', 'fools'], 4, 1],
  [['may', 'day'], 5, 1],
  [['labour', 'day'], 5, 1],
  [['leap', 'day'], 2, 29],
  [['independence', 'day'], 7, 4],
  [['bastille', 'day'], 7, 14],
]
