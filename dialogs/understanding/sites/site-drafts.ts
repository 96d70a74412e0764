import type { Token } from '../tokens.ts'
import type { Figure } from './figures.ts'

/** A count of devices on its way to a site. */
export interface Draft {
  readonly devices: number
  readonly count?: number
  /** What counts the places. */
  readonly places?: Figure
  readonly figure: Figure
  /** Where the last of several counts stands that were added up. */
  readonly lastAt?: number
  /** A sum over what has names of its own. */
  readonly nameless?: boolean
  /** Said to be so many at each of several places, which may be counted further on. */
  readonly each: boolean
}

/** A text with what is counted in it. */
export interface Phrase {
  readonly tokens: readonly Token[]
  readonly figures: readonly Figure[]
  readonly labels: ReadonlyMap<number, string>
  readonly evenly: boolean
  /** Everything told of stands at one site. */
  readonly same: boolean
}
