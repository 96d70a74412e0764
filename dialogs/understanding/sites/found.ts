import { number } from '../../../cards/format.ts'
import { MAX_COUNT, MAX_DEVICES } from '../../../rules/facts.ts'

/** Why a count, or what was meant as one, is not sized. */
export const WHY = {
  range: 'a range, not one number',
  choice: 'two numbers, not one',
  bound: 'more or less than a number, not one number',
  unknown: 'no device count yet',
  error: 'a spreadsheet error, not a number',
  percent: 'a percentage, not a number of devices',
  zero: 'zero devices',
  negative: 'a negative number',
  decimal: 'not a whole number',
  large: `more than ${number(MAX_DEVICES)} devices`,
  many: `more than ${number(MAX_COUNT)} sites`,
  // 400 sites of 3 devices are hardly meant, and 3 sites of 400 were not said.
  turned: 'so many sites, or so many devices at each?',
  // A name of a list.
  none: 'no device count',
  other: 'no number of its own',
  text: 'not a number',
  sum: 'as many as those above together: a site of its own, or their total?',
} as const

/** Why a total is not as it should be: its sites have so many devices. */
export const sitesComeTo = (devices: number) => `the sites come to ${number(devices)} devices`

/** A count that can't be used, by its tokens. */
export interface Found {
  readonly from: number
  readonly to: number
  readonly why: string
}

/** "400x3" */
export const isTurned = (count: number, devices: number) => count >= 50 && devices < 10
