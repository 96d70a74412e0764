import type { Site } from '../../rules/facts.ts'
import { FLAT } from '../understanding/sites/partial-growth.ts'
import { isDeviceNoun, isPlaceNoun, PLACE, PLACES } from '../understanding/sites/site-words.ts'
import { isRelative } from './numbers-told.ts'
import { type Change, countsPlaces, type Figure, type Mention } from './site-changes.ts'

// Whether a change of the list in view is all that its message says: every number, percentage and site named has its part in it.

interface Difference {
  readonly gone: readonly Site[]
  readonly come: readonly Site[]
  /** Sites as they were and as they are now. */
  readonly changed: readonly (readonly [was: Site, is: Site])[]
}

/** A site that nothing changed is the same object. */
export function differenceOf(before: readonly Site[], after: readonly Site[]): Difference {
  const [left, fresh] = [new Set(after), new Set(before)]
  const [gone, come] = [before.filter(site => !left.has(site)), after.filter(site => !fresh.has(site))]
  const byName = new Map(come.flatMap(site => (site.name === undefined ? [] : [[site.name, site] as const])))
  const changed = gone.flatMap((was, at) => {
    const is =
      (was.name === undefined ? undefined : byName.get(was.name)) ?? (gone.length === come.length ? sameSite(was, come[at]) : undefined)
    return is ? [[was, is] as const] : []
  })
  return { gone, come, changed }
}

/** Renamed, or with other devices, but not both: that is another site. */
const sameSite = (was: Site, is: Site | undefined) => (is && (was.name === is.name || was.devices === is.devices) ? is : undefined)

const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0)
const countsOf = (sites: readonly Site[]) => sites.map(({ count = 1 }) => count)

/** The numbers that say how much more, fewer or further there is now. */
function steps({ gone, come, changed }: Difference): Set<number> {
  const further = come.filter(site => !changed.some(([, is]) => is === site))
  return new Set([
    ...changed.flatMap(([was, is]) => [
      Math.abs(is.devices - was.devices),
      is.devices / was.devices,
      was.devices / is.devices,
      Math.abs((is.count ?? 1) - (was.count ?? 1)),
    ]),
    ...further.map(({ devices }) => devices),
    ...countsOf(further),
    ...[further.length, gone.length - changed.length, sum(countsOf(further))],
  ])
}

/** Of so many sorts a count may be the sum. */
const MOST_PARTS = 4

const isParted = (figures: readonly Figure[], mentions: readonly Mention[], from: number, to: number) =>
  mentions.some(mention => mention.from > (figures[from]?.from ?? 0) && mention.from < (figures[to]?.from ?? 0))

function areNumbersUsed(text: string, figures: readonly Figure[], mentions: readonly Mention[], difference: Difference): boolean {
  const { gone, come, changed } = difference
  const more = steps(difference)
  const now = new Set([...gone, ...come].flatMap(({ devices, count = 1 }) => [devices, count]))
  const counts = new Set([
    ...countsOf(come),
    ...countsOf(gone),
    come.length,
    ...changed.map(([was, is]) => (is.count ?? 1) - (was.count ?? 1)),
  ])
  // "310 OT and 40 IT" are told of one site.
  const sums = (at: number) =>
    figures.flatMap((_, from) =>
      figures.flatMap((_, to) =>
        from <= at && at <= to && from < to && to - from < MOST_PARTS && !isParted(figures, mentions, from, to)
          ? [sum(values.slice(from, to + 1))]
          : [],
      ),
    )
  const values = figures.map(({ value }) => value)
  const isOne = (value: number) => now.has(value) || more.has(value)
  return figures.every((figure, at) => {
    const { value } = figure
    // Growth is that of what is left.
    if (figure.percent && GROWS.test(text)) return true
    if (figure.percent) return GROWS_OR_SHRINKS.test(text) && changed.some(([was, is]) => isShare(was.devices, is.devices, value))
    if (countsPlaces(figure)) return counts.has(value)
    return more.has(value) || counts.has(value) || (!isRelative(text, figure) && now.has(value)) || sums(at).some(isOne)
  })
}

const GROWS_OR_SHRINKS =
  /\b(?:gr[eo]w\w*|expan\w+|increas\w+|rais\w+|ris(?:es?|ing)|rose|more|extra|additional|plus|bigger|larger|up|by|to|on top|off|fewer|less|smaller|minus|down|shr[iau]nk\w*|drop\w*|fall\w*|los(?:es?|t)|decreas\w+|reduc\w+|cut\w*|with|add|scrapped|decommission\w+|retired)\b|[-+] ?\d/iu
export const GROWS = /\b(?:growth|reserve|headroom|buffer)\b/iu
const isShare = (was: number, is: number, percent: number) =>
  [100 + percent, 100 - percent, percent].some(share => Math.ceil((was * Math.round(share * 100)) / 10_000) === is)

const LIKE = /\b(?:like|as|than|except|excluding|apart from|other than|but|not)\s+(?:the |in |at |for )?$/iu

/** A name is used where its site changed, where all others went, or where it is only compared with. */
function areNamesUsed(text: string, mentions: readonly Mention[], before: readonly Site[], { gone }: Difference): boolean {
  const named = new Set(mentions.flatMap(({ sites }) => sites))
  if (before.every(site => named.has(site) !== gone.includes(site))) return true
  return mentions.every(
    ({ sites, from, to }) =>
      sites.some(site => gone.includes(site)) || LIKE.test(text.slice(0, from)) || FLAT.test(text.slice(to, to + 30).toLowerCase()),
  )
}

/** What a word wants done, and whether it was. */
const EFFECTS: readonly (readonly [RegExp, (difference: Difference) => boolean])[] = [
  [
    /\b(?:drop (?!to\b)|remove|delete|scrap|exclude|omit|ditch|strike|closes?|closed|closing|sold|gone)\b/iu,
    ({ gone, changed }) =>
      gone.length > changed.length || changed.some(([was, is]) => is.devices < was.devices || (is.count ?? 1) < (was.count ?? 1)),
  ],
  [
    /\badd\b/iu,
    ({ come, changed }) =>
      come.length > changed.length || changed.some(([was, is]) => is.devices > was.devices || (is.count ?? 1) > (was.count ?? 1)),
  ],
  [/\b(?:rename|relabel)\b/iu, ({ changed }) => changed.some(([was, is]) => was.name !== is.name)],
  [/\b(?:merge|combine|consolidate)\b/iu, ({ gone, come }) => gone.length > come.length],
]

/** What may stand around a number that is the whole count of a site in view: anything else says something more of it. */
const PLAIN_WORD = new RegExp(
  `^(?:${[
    "hmm+|made|mistake|a|an|the|our|my|your|their|its?|it's|that|that's|this|these|those|there|there's|here|we|we've|they|they've|i|i've|you|he|she|us|me|them",
    'is|are|was|were|be|been|being|has|have|had|having|got|gets?|needs?|runs?|counts?|holds?|should|must|will|would|can|could|may|might',
    'with|at|in|on|of|for|to|as|from|into|and|or|but|also|not|no|nope|nr|than|both|each|all|every|everywhere|which|what|how|who',
    "what's|let's|if|it'll|sorry|oh|oops|wait|ah|hm+|well|hi|hey|ok|okay|yes|yeah|so|then|now|actually|really|rather|instead|only|just|still",
    'in fact|please|pls|thanks|thx|correction|mistake|typo|wrong|right|correct|correctly|meant?|mistyped|say|says|said|told|read|reads',
    'replace|replaces|make|makes|change|changed|changes|set|update|updated|put|use|take|assume|adjust|raise|raised|lower|lowered|bump|increase|increased|reduce|reduced',
    'bring|go|goes|went|gone|grow|grows|grew|grown|rises?|rose|drops?|dropped|shrinks?|shrank|falls?|fell|becomes?|became|turns?|out|up|down',
    'number|total|figure|value|number|current|new number|about|around|roughly|approx|approximately|ca|circa|some|exactly|today|currently|meanwhile|precisely',
    'ot|it|iot|iiot|ics|one|ones|line|row|entry|list|customer|other|others|first|second|third|last|biggest|largest|smallest|bigger|smaller|recount|count|again',
    's|turned|that|counted|corrected|recounted|updated|checked|knows?|after|audit|survey|scan|inventory|since|according|sheet|because|too|k|years?|months?|soon|later',
  ].join('|')})$`,
  'iu',
)

const isPlain = (word: string) =>
  PLAIN_WORD.test(word) || (isDeviceNoun(word.toLowerCase()) && !/^sensors?$/iu.test(word)) || isPlaceNoun(word.toLowerCase())

/** The words of a message beside its numbers and the names in view or told of. */
export function wordsBeside(
  text: string,
  spans: readonly { readonly from: number; readonly to: number }[],
  names: readonly string[],
): string[] {
  const blanked = [...spans].reduce((rest, { from, to }) => rest.slice(0, from) + ' '.repeat(to - from) + rest.slice(to), text)
  const bare = names.reduce((rest, name) => rest.replaceAll(name, ' '), blanked)
  return bare.match(/\p{L}[\p{L}'’]*/gu)?.map(word => word.replaceAll('’', "'")) ?? []
}

const MOST_WORDS = 3
const LINE = /\bline $|\b(?:remove|drop|delete|without) site $/iu
/** "Plant 2 has 90", "line 5 is 90" */
const isInName = (text: string, { from, to }: Figure, names: readonly string[]) =>
  LINE.test(text.slice(0, from)) ||
  names.some(name => {
    if (name.split(' ').length > MOST_WORDS) return false
    const at = text.toLowerCase().indexOf(name.toLowerCase())
    return at >= 0 && at <= from && to <= at + name.length
  })

const isShortOf = (word: string, name: string) => name.toLowerCase().split(/\s+/u).includes(word.toLowerCase())

/** "Just Lyon with 450", "all but Metz have 500" */
const ALONE =
  /\b(?:just|only|(?:all|each|every\w*)(?: of (?:them|these|those)| sites?| plants?)? (?:but|except)(?: for)?)\s+(?:in |at |for |the )*$/iu
/** "Lyon 2 has 200" is a site of that name. */
const OF_SEVERAL = new RegExp(`\\b(?:each|apiece|every|${PLACE}|${PLACES}|places)\\b|\\d ?[x×*]|\\bof them\\b`, 'iu')

/** Whether nothing in a message is left over once the list was changed so. */
export function isAccounted({ before, text: line, mentions, numbers }: Change, after: readonly Site[]): boolean {
  const difference = differenceOf(before, after)
  const names = difference.come.flatMap(({ name }) => name ?? [])
  const figures = numbers.filter(figure => !isInName(line, figure, names))
  if (difference.gone.length + difference.come.length === 0) return true
  const isDone = EFFECTS.every(([said, isSo]) => !said.test(line) || isSo(difference))
  if (!isDone || !areNumbersUsed(line, figures, mentions, difference) || !areNamesUsed(line, mentions, before, difference)) return false
  // "Only Lyon grows by 20 %" says what the others do.
  const grows = figures.length > 0 && figures.every(({ percent }) => percent)
  const isOtherwise = mentions.some(({ sites, from }) => {
    const alone = ALONE.exec(line.slice(0, from))?.[0]
    return alone !== undefined && !(grows && /^(?:just|only)\b/iu.test(alone)) && sites.some(site => difference.gone.includes(site))
  })
  const isRecounted = difference.changed.some(([was, is]) => was.devices !== is.devices && (was.count ?? 1) !== (is.count ?? 1))
  if (isOtherwise || (isRecounted && !OF_SEVERAL.test(line))) return false
  const isSet = difference.changed.some(([was, is]) =>
    figures.some(figure => figure.value === is.devices && is.devices !== was.devices && !figure.percent && !isRelative(line, figure)),
  )
  return (
    !isSet || wordsBeside(line, [...mentions, ...numbers], names).every(word => isPlain(word) || names.some(name => isShortOf(word, name)))
  )
}
