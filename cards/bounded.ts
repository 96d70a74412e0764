import { z } from 'zod'

// Not by zod's own `min` and `max`: those compare the `length` of whatever comes in place of a text or list, and break where that is an object.

/** A text of so many characters at most, from anybody. */
export const boundedText = (most: number) => z.string().refine(text => text.length <= most, { abort: true })

/** A list of so many items at most, from anybody. */
export const boundedList = <Item extends z.ZodType>(item: Item, most: number) =>
  z.array(item).refine(list => list.length <= most, { abort: true })
