import { z } from 'zod'

// Not by zod's own `min` and `max`: those compare the `length` of whatever comes in place of a text or list, and break where that is an object.

/** A text of so many characters at most, from anybody. */
export const boundedText = (most: number) => z.string().refine(text => text.length <= most, { abort: true })

/** A list of so many items at most, from anybody. It is measured first: of a hundred thousand wrong items, zod writes down what is wrong with each. */
export const boundedList = <Item extends z.ZodType>(item: Item, most: number) =>
  z.custom<unknown[]>(list => Array.isArray(list) && list.length <= most).pipe(z.array(item))

/** The same of a list that may be long, and is as it came: the first wrong item ends it. */
export const longList = <Item extends z.ZodType>(item: Item, most: number) =>
  z.custom<z.output<Item>[]>(list => Array.isArray(list) && list.length <= most && list.every(each => item.safeParse(each).success))
