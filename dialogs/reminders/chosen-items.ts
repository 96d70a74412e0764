import { endOf } from '../../rules/license-lifecycle.ts'
import { MONTH } from '../understanding/days/calendar-words.ts'
import { namesThing, onlyKindNamed, THING, THINGS } from '../understanding/days/subject-words.ts'
import { PLACE } from '../understanding/sites/site-words.ts'
import { namedIn } from './item-meant.ts'
import { isAll, namesADay, namesDay, REMINDER } from './reminding.ts'
import { type Followed, nameKey } from './tracked.ts'

// Which of several tracked items words choose: "the trials", "Lyon and Porto", "Lyon (licence)", "the one that ends 20 April".

const several = new RegExp(`\\b(?:all|everything|every ?one|every|both|${THINGS}|rest|others|else)\\b`, 'i')
/** What stands around the words that choose, and chooses nothing. */
const around = new RegExp(
  `\\b(?:the|our|my|all|every|everything|everyone|both|any|of|for|in|at|on|about|from|to|with|by|until|till|this|that|these|those|which|is|are|ones?|also|too|as well|only|just|and|or|(?:tracking|reminding|sending)(?: (?:me|us))?|${REMINDER}|cards?|messages?|dates?|end(?:s|ing)?|expir(?:es|ing|y)|due|runs? out|${PLACE}|customer|client|account|please|now|again|thanks|thank you|then|${THING}|${MONTH}|\\d{1,4}(?:st|nd|rd|th)?|s)\\b`,
  'gi',
)
const between = /[,;&+/]|\b(?:and|or)\b/i

const leading = new RegExp(`^(?:(?:the|our|my|for|of|in|at|customer|client|account|${PLACE}|${THING})\\s+)+`, 'i')
const thing = new RegExp(`(?:\\s+(?:${THING}|${PLACE}|reminders?|one))+$`, 'i')

/** A name as it is told apart from others, without what kind of thing it is the name of. */
const bareName = (name: string) => nameKey(nameKey(name).replace(thing, '').replace(leading, ''))

/** What words choose. */
export interface Chosen {
  readonly items: readonly Followed[]
  /** Each of their parts chooses one item, or says that it means several. */
  readonly sure: boolean
  /** By a name or a day, not only by what kind of thing it is. */
  readonly byName: boolean
}

/** Undefined where words choose none of the items, or say something else besides. */
export function chosenIn(all: readonly Followed[], words: string): Chosen | undefined {
  // "Smith and Sons" is one name.
  const whole = namedIn(all, words).some(({ tracked: { name } }) => between.test(name))
  const parts = (whole ? [words] : words.split(between)).filter(part => part.trim() !== '').map(part => partOf(all, part))
  const chosen = parts.filter(part => part !== undefined)
  if (chosen.length === 0 || chosen.length < parts.length) return undefined
  return {
    items: all.filter(item => chosen.some(({ items }) => items.includes(item))),
    sure: chosen.every(({ sure }) => sure),
    byName: chosen.some(({ byName }) => byName),
  }
}

function partOf(all: readonly Followed[], part: string): Chosen | undefined {
  const within = namedIn(all, part)
  const named = within.length > 0 ? within : all.filter(({ tracked: { name } }) => name !== '' && bareName(name) === bareName(part))
  const rest = named.reduce((left, { tracked: { name } }) => without(left, within.length > 0 ? name : part), part)
  const kind = onlyKindNamed(rest)
  const dated = namesADay(rest)
  if (rest.replace(around, ' ').replace(/[^\p{L}\p{N}]+/gu, '') !== '') return undefined
  if (named.length === 0 && !namesThing(rest) && !dated && !isEvery(rest)) return undefined
  const items = all.filter(
    item =>
      (named.length === 0 || named.includes(item)) &&
      (kind === undefined || item.tracked.kind === kind) &&
      (!dated || daysOf(item).some(day => day !== undefined && namesDay(rest, day))),
  )
  // "The reminder on 24 March" is a day on which nothing ends.
  if (items.length === 0 && dated && named.length === 0) return undefined
  return { items, sure: items.length < 2 || several.test(rest), byName: named.length > 0 || dated }
}

const isEvery = (text: string) => isAll(text) && !/\breminders?\b.*\b(?:for|of|in|about)\b/i.test(text)
const daysOf = ({ tracked: { facts } }: Followed) => [...Object.values(facts), endOf(facts)]

function without(text: string, name: string): string {
  const at = nameKey(text).indexOf(nameKey(name))
  return at < 0 ? text : `${text.trim().slice(0, at)} ${text.trim().slice(at + name.length)}`
}
