/** Why a name of a list is not sized. */
export const NO_COUNT = 'no device count'

/** A count that can't be used, by its tokens. */
export interface Found {
  readonly from: number
  readonly to: number
  readonly why: string
}

/** Why "400x3" is asked about: 400 sites of 3 devices are hardly meant, and 3 sites of 400 were not said. */
export const TURNED = 'so many sites, or so many devices at each?'
export const isTurned = (count: number, devices: number) => count >= 50 && devices < 10
