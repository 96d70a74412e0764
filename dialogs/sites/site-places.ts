import type { Site } from '../../rules/facts.ts'
import { NUMBER_WORD, numberOf } from '../understanding/number-words.ts'
import { PLACE, PLACES } from '../understanding/sites/site-words.ts'

// Sites by their place in the list in view: "the second one", "site 3", "the last two", "the biggest", "the 900 one".

/** Words that mean sites by their place, and where they stand in the message. */
export interface Placed {
  /** As the message has it, in lower case. */
  readonly name: string
  /** None where the list ends before that place. */
  readonly sites: readonly Site[]
  /** The place, from 0; that of the first one where several are meant. */
  readonly at: number
  /** It is the place behind the last one. */
  readonly isNext: boolean
  readonly from: number
  readonly to: number
}

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth']
/** The numbers that are written as words, from one on. */
const LAST = ['last', 'final']
const BIGGEST = ['biggest', 'largest', 'bigger', 'larger', 'big', 'large']
const SMALLEST = ['smallest', 'smaller', 'small']

const noun = `(?:one|place|${PLACE})`
const ordinal = `(?:${[...ORDINALS, ...LAST].join('|')}|\\d{1,3}(?:st|nd|rd|th))`
/** What follows a place that has no noun: "the second half" and "the last 3 years" are none. */
const follows =
  '(?=\\s*(?:$|[,.:;=!?)&]|->|→)|\\s+(?:to|is|are|was|has|have|had|should|needs?|must|will|would|grows?|goes|gets?|doubles?|triples?|shrinks?|drops?|loses|by|with|at|now|from|and|or|really|actually|only|just|please|instead)\\b|\\s+\\d[\\d,.]{0,9}k?(?: (?:ot |it )?devices?)?\\W*$)'
const opens = '(?<=\\bthe |^\\W{0,5}(?:(?:and|no|sorry|then|ok|also|oh|oops|wait|actually)\\W{1,3}){0,2})'

const NAMED = new RegExp(
  [
    `(?<=\\bthe )(?<end>first|last) (?<many>two|three|four|five|[2-9])(?: (?:ones|places|${PLACES}))?\\b(?!\\s+(?:days|weeks|months|years|hours|devices)\\b)`,
    `\\b(?<any>(?:an?|one|each|every|any|another) )?(?<placed>${ordinal}) ${noun}\\b`,
    `${opens}(?<alone>${ordinal})\\b${follows}`,
    `\\b(?<!\\bon )(?:${PLACE}|number|no\\.|nr\\.?|#) ?(?<number>\\d{1,3}|${NUMBER_WORD})\\b(?![.,]\\d)`,
    `(?<=\\b(?:the|that) )(?<devices>\\d[\\d,.]{0,9}k?)(?:(?: devices?)? ${noun}\\b|(?=\\s+(?:in|into|becomes?|grows?|grew|goes|shrinks?|drops?|rises?)\\b))`,
    `(?<=\\bthe )(?:(?<extreme>biggest|largest|smallest)(?: ${noun}\\b|${follows})|(?<relative>${[...BIGGEST, ...SMALLEST, 'middle'].join('|')}) ${noun}\\b)`,
  ].join('|'),
  'giu',
)

export const numberIn = (text: string) =>
  Number(
    text
      .toLowerCase()
      .replace(/[,.](?=\d{3}\b)/g, '')
      .replace(/k$/, ''),
  ) * (/k$/i.test(text) ? 1000 : 1)

/** The places of the list that a short message names. */
export function placesIn(before: readonly Site[], text: string): readonly Placed[] {
  return [...text.matchAll(NAMED)].flatMap(({ 0: all, index, groups = {} }) => {
    const at = placeOf(before, groups)
    // "A second one" is a further site, where there is a second one already.
    if (at === undefined || (groups.any && at.from < before.length)) return []
    const isAlike = before.some(({ count = 1 }) => count > 1)
    return [
      {
        name: all.toLowerCase(),
        sites: at.sites,
        at: at.from,
        isNext: at.from === before.length && !isAlike,
        from: index,
        to: index + all.length,
      },
    ]
  })
}

type Groups = Readonly<Record<string, string | undefined>>

/** Which sites such words mean, from which place on; undefined where they mean no place of this list. */
function placeOf(before: readonly Site[], groups: Groups): { readonly from: number; readonly sites: readonly Site[] } | undefined {
  const [end, many, word, number, sized] = [
    groups.end?.toLowerCase(),
    groups.many?.toLowerCase() ?? '',
    (groups.placed ?? groups.alone)?.toLowerCase(),
    groups.number?.toLowerCase(),
    (groups.extreme ?? groups.relative)?.toLowerCase(),
  ]
  if (groups.devices) {
    const [site, another] = before.filter(({ devices }) => devices === numberIn(groups.devices ?? ''))
    return site && !another ? { from: before.indexOf(site), sites: [site] } : undefined
  }
  if (end) {
    const count = numberOf(many) ?? Number(many)
    const from = end === 'first' ? 0 : before.length - count
    return count <= before.length ? { from, sites: before.slice(from, from + count) } : undefined
  }
  if (sized) {
    const site = ofSize(before, sized)
    return site && { from: before.indexOf(site), sites: [site] }
  }
  const from = word
    ? LAST.includes(word)
      ? before.length - 1
      : (Number.parseInt(word, 10) || ORDINALS.indexOf(word) + 1) - 1
    : (numberOf(number ?? '') ?? Number(number ?? 0)) - 1
  // Where sites have names, "plant 2" is one.
  if (from < 0 || (number && (from > before.length || before.some(({ name }) => name)))) return undefined
  return { from, sites: before.slice(from, from + 1) }
}

/** The biggest, the smallest, the one between two others; undefined where several are. */
function ofSize(before: readonly Site[], word: string): Site | undefined {
  const sorted = before.toSorted((one, two) => one.devices - two.devices)
  if (before.length < 2) return undefined
  if (word === 'middle') return before.length === 3 ? before[1] : undefined
  const [first, next] = BIGGEST.includes(word) ? sorted.reverse() : sorted
  return first?.devices === next?.devices ? undefined : first
}
