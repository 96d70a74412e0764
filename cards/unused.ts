import { z } from 'zod'
import { boundedList, boundedText } from './bounded.ts'

/** A line of a list that can't be used, with its number in the text as sent. */
export interface UnreadableLine {
  readonly line: number
  readonly text: string
  readonly why: string
}

/** What could not be taken from the list of sites. */
export interface Unused {
  readonly unreadable: readonly UnreadableLine[]
  /** How many entries were beyond the most that are sized at once. */
  readonly leftOut: number
  /** The line of the first of them, where they stood on lines. */
  readonly leftOutFrom?: number | undefined
}

export const allUsed: Unused = { unreadable: [], leftOut: 0 }

export const isAllUsed = ({ unreadable, leftOut }: Unused) => unreadable.length === 0 && leftOut === 0

/** As a button brings it back. */
export const unusedShape = z.object({
  unreadable: boundedList(z.object({ line: z.int().min(1), text: boundedText(2000), why: boundedText(200) }), 100),
  leftOut: z.int().min(0),
  leftOutFrom: z.int().min(1).optional(),
})
