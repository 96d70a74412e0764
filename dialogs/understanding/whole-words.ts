/** Words for patterns to look in: a space before and behind each, and for each hyphen. */
export const spaced = (words: readonly string[]) => ` ${words.join(' ').replace(/[-&+]/g, ' ')} `

/** Matches any of the patterns as whole words. */
export function wholeWords(ways: readonly string[], flags = ''): RegExp {
  return new RegExp(` (?:${ways.join('|')})(?= )`, flags)
}

/** So many letters of a pattern are looked up. */
const HEAD = 3

/**
 * Finds which things a text, made by `spaced`, names. Only the patterns that begin with the first letters of a word are tried on it:
 * searching the text for one thing after the other takes three times as long.
 */
export function finderOf<Thing extends string>(things: Readonly<Record<Thing, readonly string[]>>): (text: string) => Thing[] {
  const names = Object.keys(things) as Thing[]
  const byHead = new Map<string, { thing: number; pattern: RegExp }[]>()
  for (const [thing, name] of names.entries()) {
    const heads = alternatives(things[name]).flatMap(way => headsOf(`${way} `).map(head => ({ way, head })))
    for (const [head, same] of Map.groupBy(heads, ({ head }) => head)) {
      const pattern = wholeWords(
        same.map(({ way }) => way),
        'y',
      )
      byHead.set(head, [...(byHead.get(head) ?? []), { thing, pattern }])
    }
  }

  return text => {
    const found = new Set<number>()
    for (let at = 0; at >= 0; at = text.indexOf(' ', at + 1))
      for (let size = 0; size <= HEAD; size += 1)
        for (const { thing, pattern } of byHead.get(text.slice(at + 1, at + 1 + size)) ?? NONE) {
          pattern.lastIndex = at
          if (!found.has(thing) && pattern.test(text)) found.add(thing)
        }
    return names.filter((_, thing) => found.has(thing))
  }
}
const NONE: never[] = []

/** The patterns one by one; a stroke within brackets divides nothing. */
function alternatives(ways: readonly string[]): string[] {
  let depth = 0
  const divided = ways.join('|').replace(/[()|]/g, mark => {
    depth += { '(': 1, ')': -1 }[mark] ?? 0
    return depth === 0 && mark === '|' ? '\n' : mark
  })
  return divided.split('\n')
}

/** The letters that what a pattern matches can begin with, as far as they are certain. */
function headsOf(way: string): string[] {
  const [, group, behind] = /^\((?:\?:)?([^()]*)\)(?![?*{])(.*)/.exec(way) ?? []
  if (group) return [...new Set(group.split('|').flatMap(each => headsOf(each + behind)))]
  const [letters = ''] = /^(?:[\p{L}\d' ](?![?*{+]))*/u.exec(way) ?? []
  return [letters.slice(0, HEAD)]
}
