import type { Day } from '../../../rules/day.ts'
import type { Fault } from '../../../rules/fault.ts'
import type { Format } from '../../format.ts'

const whole = (accepted: Fault['accepted']) =>
  accepted?.decimals === 0 ? 'a whole number' : `a number with at most ${accepted?.decimals} decimals`
const range = (accepted: Fault['accepted']) => `from ${accepted?.min} to ${accepted?.max}`
const list = (accepted: Fault['accepted']) => accepted?.values?.join(', ')
const shown = (value: unknown) => (value === undefined ? 'nothing' : cut(JSON.stringify(value)))
const cut = (text: string) => (text.length > 60 ? `${text.slice(0, 57)}...` : text)

const messages: Readonly<Record<Fault['code'], (fault: Fault) => string>> = {
  'not-json-object': () => 'this line is not a JSON object; write {"rule":"...","today":"YYYY-MM-DD","facts":{...}}',
  missing: ({ fact, accepted }) => {
    if (fact === 'today') return 'today is missing; give it as YYYY-MM-DD'
    return `${fact} is missing${accepted?.values ? `; it is one of ${list(accepted)}` : '; give it'}`
  },
  unknown: ({ fact, accepted }) => `${fact} is not known here; known are ${list(accepted)}`,
  'not-object': ({ got }) => `${shown(got)} is not a JSON object`,
  'not-list': ({ got }) => `${shown(got)} is not a list; write [{"devices":400}]`,
  'list-length': ({ got, accepted }) => `the list has ${got} entries; it may have ${range(accepted)}`,
  'not-text': ({ got }) => `${shown(got)} is not text`,
  'text-length': ({ accepted }) => `the text must have ${range(accepted)} characters`,
  'not-day': ({ got }) => `${shown(got)} is not a day in the calendar; use YYYY-MM-DD, such as 2026-02-28`,
  'day-range': ({ got, accepted }) => `${got} is out of range; days ${range(accepted)} are accepted`,
  'not-number': ({ got, accepted }) => `${shown(got)} is not a number; use ${whole(accepted)} ${range(accepted)}, without quotes`,
  'not-whole': ({ got, accepted }) => `${shown(got)} is not a whole number; use one ${range(accepted)}`,
  'number-range': ({ got, accepted }) => `${shown(got)} is out of range; use ${whole(accepted)} ${range(accepted)}`,
  decimals: ({ got, accepted }) => `${shown(got)} has too many decimals; use ${whole(accepted)} ${range(accepted)}`,
  'not-in-list': ({ got, accepted }) => `${shown(got)} is not known; use one of ${list(accepted)}`,
  'not-boolean': ({ got }) => `${shown(got)} is neither true nor false`,
  before: ({ got, accepted }) => `${got} lies before ${accepted?.than}, ${accepted?.min}; use a day from then on`,
  'after-today': ({ got, accepted }) => `${got} is still ahead; use a day up to today, ${accepted?.max}`,
}

/** A fault for the shell: what was wrong, what is accepted. */
export function faultMessage(fault: Fault): string {
  return messages[fault.code](fault)
}

const limit = (value: number | string | undefined, format: Format) =>
  typeof value === 'number' ? format.number(value) : format.day(value as Day)

/** A fault for a person, as the headline of a card that asks again. */
export function faultHeadline({ code, fact, got, accepted }: Fault, format: Format): string {
  // A fault that has no limits is not asked for them.
  const range = () => `from ${limit(accepted?.min, format)} to ${limit(accepted?.max, format)}`
  switch (code) {
    case 'day-range':
      return `${format.day(got as Day)} can't be right. I accept days ${range()}`
    case 'before':
      return `The end, ${format.day(got as Day)}, lies before the start, ${limit(accepted?.min, format)}`
    case 'after-today':
      return `${format.day(got as Day)} is still ahead. When did it start?`
    case 'not-day':
      return 'That is not a day in the calendar'
    case 'number-range':
    case 'not-whole':
    case 'decimals':
      return fact?.endsWith('devices')
        ? `${shown(got)} can't be a number of devices. I accept whole numbers ${range()}`
        : `${shown(got)} can't be right. I accept ${code === 'not-whole' ? 'whole numbers' : 'numbers'} ${range()}`
    case 'text-length':
      return 'The name of a site may have 1 to 100 characters'
    default:
      return "That value can't be right"
  }
}
