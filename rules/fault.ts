/** Why a value was refused; worded for people and the shell with the cards. */
export type FaultCode =
  | 'not-json-object'
  | 'missing'
  | 'unknown'
  | 'not-object'
  | 'not-list'
  | 'list-length'
  | 'not-text'
  | 'text-length'
  | 'not-day'
  | 'day-range'
  | 'not-number'
  | 'not-whole'
  | 'number-range'
  | 'decimals'
  | 'not-in-list'
  | 'not-boolean'
  | 'before'
  | 'after-today'

/** A refused value: which fact (its path, such as `sites[2].devices`), why, what was there and what is accepted. */
export interface Fault {
  readonly fact: string | null
  readonly code: FaultCode
  readonly got?: unknown
  readonly accepted?: {
    readonly min?: number | string
    readonly max?: number | string
    readonly values?: readonly string[]
    readonly decimals?: number
    /** For `before`: the fact that must not come later. */
    readonly than?: string
  }
}
