/** Why a name of a list is not sized. */
export const NO_COUNT = 'no device count'

/** A count that can't be used, by its tokens. */
export interface Found {
  readonly from: number
  readonly to: number
  readonly why: string
}
