/** Words for patterns to look in: a space before and behind each, and for each hyphen. */
export const spaced = (words: readonly string[]) => ` ${words.join(' ').replace(/[-&+]/g, ' ')} `

/** Matches any of the patterns as whole words; those that begin with another letter than a word are passed over together. */
export function wholeWords(ways: readonly string[], flags = ''): RegExp {
  const groups = [...byHead(ways, 1)].map(([letter, same]) => `(?=${letter})(?:${same.join('|')})`)
  return new RegExp(` (?:${groups.join('|')})(?= )`, flags)
}

/** So many letters of a pattern are looked up. */
const HEAD = 3

/**
 * Finds which things a text, made by `spaced`, names. Only the patterns that begin with the first letters of a word are tried on it:
 * searching the text for one thing after the other takes three times as long.
 */
export function finderOf<Thing extends string>(things: Readonly<Record<Thing, readonly string[]>>): (text: string) => Thing[] {
  const names = Object.keys(things) as Thing[]
  const tried = new Map<string, { thing: number; pattern: RegExp }[]>()
  for (const [thing, name] of names.entries()) {
    for (const [head, ways] of byHead(things[name], HEAD)) {
      const pattern = new RegExp(` (?:${ways.join('|')})(?= )`, 'y')
      tried.set(head, [...(tried.get(head) ?? []), { thing, pattern }])
    }
  }

  return text => {
    const found = new Set<number>()
    for (let at = 0; at >= 0; at = text.indexOf(' ', at + 1))
      for (let size = 1; size <= HEAD; size += 1)
        for (const { thing, pattern } of tried.get(text.slice(at + 1, at + 1 + size)) ?? []) {
          pattern.lastIndex = at
          if (!found.has(thing) && pattern.test(text)) found.add(thing)
        }
    return names.filter((_, thing) => found.has(thing))
  }
}

/** The patterns by the letters that what they match begins with, as far as these are certain. */
function byHead(ways: readonly string[], letters: number): Map<string, string[]> {
  const groups = new Map<string, string[]>()
  for (const way of alternatives(ways)) for (const head of headsOf(`${way} `, letters)) groups.set(head, [...(groups.get(head) ?? []), way])
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

function headsOf(way: string, letters: number): ReadonlySet<string> {
  const [, group, behind] = /^\((?:\?:)?([^()]*)\)(?![?*{])(.*)/.exec(way) ?? []
  if (group) return new Set(group.split('|').flatMap(each => [...headsOf(each + behind, letters)]))
  const [certain = ''] = /^(?:[\p{L}\d' ](?![?*{+]))*/u.exec(way) ?? []
  return new Set([certain.slice(0, letters)])
}
