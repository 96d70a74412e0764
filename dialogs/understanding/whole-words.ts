import { remembered } from './remembered.ts'

/** Words for patterns to look in: a space before and behind each, and for each hyphen. */
export const spaced = remembered((words: readonly string[]) => ` ${words.join(' ').replace(/[-&+]/g, ' ')} `)

/** Matches any of the patterns as whole words; those that begin with another letter than a word are passed over together. */
export function wholeWords(ways: readonly string[], flags = ''): RegExp {
  const byLetter = [...grouped(alternatives(ways), way => spellings(way).map(spelling => headOf(spelling, 1)))]
  return new RegExp(` (?:${byLetter.map(([letter, same]) => `(?=${letter})(?:${same.join('|')})`).join('|')})(?= )`, flags)
}

/** So many letters of a phrase are looked up. */
const HEAD = 3

/**
 * Finds which things a text, made by `spaced`, names. Its words are looked up in a table, and only the phrases that begin like a word
 * are tried on it: searching the text for one thing after the other takes three times as long.
 */
export function finderOf<Thing extends string>(things: Readonly<Record<Thing, readonly string[]>>): (text: string) => Thing[] {
  const names = Object.keys(things) as Thing[]
  const all = names.flatMap((name, thing) => alternatives(things[name]).map(way => ({ way, thing, spellings: spellings(way) })))
  const words = grouped(all, each => each.spellings.filter(isWord))
  const phrases = grouped(all, each => each.spellings.filter(spelling => !isWord(spelling)).map(spelling => headOf(spelling, HEAD)))
  const tried = new Map([...phrases].map(([head, same]) => [head, patternsOf(same)]))

  return text => {
    const found = new Set<number>()
    for (let at = 0, end = text.indexOf(' ', 1); end > 0; at = end, end = text.indexOf(' ', at + 1)) {
      for (const { thing } of words.get(text.slice(at + 1, end)) ?? []) found.add(thing)
      for (let size = 0; size <= HEAD; size += 1)
        for (const { thing, pattern } of tried.get(text.slice(at + 1, at + 1 + size)) ?? []) {
          pattern.lastIndex = at
          if (!found.has(thing) && pattern.test(text)) found.add(thing)
        }
    }
    return names.filter((_, thing) => found.has(thing))
  }
}

/** A pattern for each thing. */
const patternsOf = (phrases: readonly { readonly way: string; readonly thing: number }[]) =>
  [...Map.groupBy(phrases, ({ thing }) => thing)].map(([thing, same]) => ({
    thing,
    pattern: new RegExp(` (?:${same.map(({ way }) => way).join('|')})(?= )`, 'y'),
  }))

function grouped<Item>(items: readonly Item[], keysOf: (item: Item) => readonly string[]): Map<string, Item[]> {
  const groups = new Map<string, Item[]>()
  for (const item of items)
    for (const key of new Set(keysOf(item))) {
      const same = groups.get(key)
      if (same) same.push(item)
      else groups.set(key, [item])
    }
  return groups
}

/** The patterns one by one; a stroke within brackets divides nothing. */
function alternatives(ways: readonly string[]): string[] {
  let depth = 0
  const divided = ways.join('|').replace(/[()|]/g, mark => {
    depth += { '(': 1, ')': -1 }[mark] ?? 0
    return depth === 0 && mark === '|' ? '\n' : mark
  })
  return divided.split('\n')
}

/** A pattern with its first word written out: one for each choice of `(a|b)`, `[ab]`, `(a)?` and `a?` up to what may be anything. */
function spellings(way: string): string[] {
  const [, ahead = '', group, letters = '', letter = '', optional, behind = ''] = (/[([?]/.test(way) && CHOICE.exec(way)) || []
  if (!group && !letters && !letter) return [way]
  const choices = [...(group?.split('|') ?? [...letters, ...letter]), ...(optional ? [''] : [])]
  return choices.flatMap(choice => spellings(ahead + choice + behind))
}
const CHOICE = /^([^ .*+?{}()[\\]*?)(?:\((?:\?:)?([^()]*)\)|\[(\w+)\]|([^.*+?{}()[\\](?=\?)))(\?)?(?![*+{])(.*)$/

const isWord = (spelling: string) => /^[^ .*+?{}()[\\]+$/.test(spelling)

/** The letters that a spelling begins with for certain, up to so many. */
const headOf = (spelling: string, most: number) => (/^(?:[^.*+?{}()[\\](?![?*+{]))*/.exec(`${spelling} `)?.[0] ?? '').slice(0, most)
