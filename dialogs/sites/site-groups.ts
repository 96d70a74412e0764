import { MAX_SITE_NAME, type Site } from '../../rules/facts.ts'
import { PLACE, PLACES } from '../understanding/sites/site-words.ts'
import { type Change, marked } from './site-changes.ts'

// How sites of the list in view become one, several, or others: "merge Lyon and Porto", "split Rome into 200 and 110", "move 50 from Lyon to Porto".

const NO_COUNT = 'no device count yet'
const NO_PART = 'no number for each part'

/** "Swap them", "they are one site" */
const OF_ALL = /\b(?:them|they|both|all|the two|these|those|other way)\b/iu

/** The list after such a message, or why it can't be changed so; undefined where it is none. */
export function regrouped(change: Change): readonly Site[] | string | undefined {
  if (change.mentions.length === 0 && !OF_ALL.test(change.text)) return undefined
  return kept(change) ?? merged(change) ?? swapped(change) ?? moved(change) ?? replaced(change) ?? split(change)
}

/** The sites that the message names, in its order; all in view where it names none. */
function meant({ before, mentions }: Change): readonly Site[] {
  if (mentions.length === 0) return before
  return [...new Set(mentions.flatMap(({ sites }) => sites))]
}

const devicesOf = ({ devices, count = 1 }: Site) => devices * count
const put = (before: readonly Site[], site: Site, ...others: readonly Site[]) => before.flatMap(each => (each === site ? others : [each]))

const KEEPS =
  /^[^\p{L}@]*(?:(?:only|just)|keep(?: only| just)?(?=.*\bonly\b)|keep (?:only|just)|leave only|(?:remove|drop|delete) (?:everything|all|the rest|the others?|all (?:the )?(?:others?|sites?))(?: else)? (?:but|except)(?: for)?)\s+(?:the )?@(?:\s*(?:,|and|&)\s*@)*(?: only| please| sites?)*\W*$/iu

/** "Only Lyon", "remove everything except Lyon and Porto". */
function kept(change: Change): readonly Site[] | undefined {
  const sites = meant(change)
  return change.mentions.length > 0 && KEEPS.test(marked(change)) ? change.before.filter(site => sites.includes(site)) : undefined
}

const ONE = `(?:one|1|a single|the same)(?: and the same)?(?: single)? (?:${PLACE}|licen[cs]e)`
const MERGES = new RegExp(
  `\\b(?:merge|combine|consolidate|fuse)\\b|\\b(?:put|count|take|treat|see|consider|size)\\b.*\\b(?:together|as ${ONE})|\\b(?:are|is|share|become|form) (?:really |actually |in fact |now |all )*${ONE}\\b`,
  'iu',
)

/** "Lyon and Porto are one site". */
function merged(change: Change): readonly Site[] | undefined {
  const sites = meant(change)
  const [first, ...others] = sites
  if (!first || others.length === 0 || change.numbers.length > 0 || !MERGES.test(change.text)) return undefined
  const name = sites.every(site => site.name) ? [...sites.map(site => site.name).join(' + ')].slice(0, MAX_SITE_NAME).join('') : undefined
  const one = { devices: sites.reduce((sum, site) => sum + devicesOf(site), 0), ...(name ? { name } : {}) }
  return put(change.before, first, one).filter(site => !others.includes(site))
}

/** "Swap Lyon and Porto", "it's the other way round". */
function swapped(change: Change): readonly Site[] | undefined {
  const [one, other, another] = meant(change)
  const swaps = /\b(?:swap|swapped|switch|switched|exchange|interchange|mixed up|other way (?:a?round)|vice versa)\b/iu.test(change.text)
  if (!one || !other || another || change.numbers.length > 0 || !swaps) return undefined
  const [first, second] = [
    { ...one, devices: other.devices },
    { ...other, devices: one.devices },
  ]
  return put(put(change.before, one, first), other, second)
}

const MOVES = [
  /\b(?:move|shift|transfer|relocate|bring|take)\s+(?<what>.{1,40}?)\s+(?:from|of|at|in)\s+@\s+(?:over )?(?:in)?to\s+@/iu,
  /(?<what>.{1,40}?)\s+(?:will |are |is )?(?:moves?|moved|go|goes?|shifts?|shifted)\s+from\s+@\s+(?:over )?(?:in)?to\s+@/iu,
  /(?<what>.{1,40}?)\s+(?:from|of|at|in)\s+@\s+(?:will |are |is )?(?:moves?|moved|goes?|shifts?|shifted|transfers?)\s+(?:over )?(?:in)?to\s+@/iu,
]
/** "Metz gets 200 of Lyon's devices" */
const TAKES =
  /@\s+(?:will )?(?:gets?|takes?(?: over)?|receives?|inherits?)\s+(?<what>[^@]{1,40}?)\s+(?:from|of|out of)\s+@(?:['’]?s)?(?: devices)?\W*$/iu

/** "Move 50 from Lyon to Porto", "half of Lyon moves to Porto". */
function moved(change: Change): readonly Site[] | string | undefined {
  const text = marked(change)
  const taken = TAKES.exec(text)?.groups?.what
  const [from, to, another] = taken ? meant(change).toReversed() : meant(change)
  const what = taken ?? MOVES.map(pattern => pattern.exec(text)?.groups?.what).find(each => each !== undefined)
  if (!what || change.mentions.length !== 2 || !from || !to || another || from.count || to.count) return undefined
  const [figure, more] = change.numbers
  const half = /\bhalf\b/iu.test(what) ? from.devices / 2 : undefined
  const all = /\b(?:all|everything)\b/iu.test(what) ? from.devices : undefined
  const devices = figure && !more && !figure.percent ? figure.value : (half ?? all)
  if (devices === undefined || !Number.isInteger(devices) || devices < 1 || devices > from.devices)
    return 'no number of devices that can be moved'
  const left = devices === from.devices ? [] : [{ ...from, devices: from.devices - devices }]
  return put(put(change.before, to, { ...to, devices: to.devices + devices }), from, ...left)
}

const REPLACES =
  /\b(?:replace|substitute)\s+(?:the )?@\s+(?:by|with|w\/|for)\s*(?<=[\s/])(?:the )?(?<name>\p{L}[^,;:()\d]{0,60}?)(?:\s*[,;:(]\s*|\s+(?:with|has|at|of|having)\s+|\s+)?(?<rest>\d.*)?[.!\s)]*$/iu

/** "Replace Lyon by Nice with 120". */
function replaced(change: Change): readonly Site[] | string | undefined {
  const [site, another] = meant(change)
  const { name, rest } = REPLACES.exec(marked(change))?.groups ?? {}
  const [figure, more] = change.numbers
  if (!site || another || !name || more) return undefined
  return figure && rest && !figure.percent ? put(change.before, site, { devices: figure.value, name: name.trim() }) : NO_COUNT
}

const SPLITS = new RegExp(
  `@\\s+(?:(?:is|gets|will be|was)\\s+)?(?:split|splits|divided|becomes|is|are|has|consists of|turns into)\\s+(?:really |actually |up )?(?:in|into|of)?\\s*(?:two|three|four|\\d{1,2}|several)\\s+(?:separate |different )?(?:${PLACES}|places|buildings|halls)\\b`,
  'iu',
)
const PARTS = new RegExp(`^\\s*(?:separate |different )?(?:${PLACES}|places)\\b`, 'iu')
const IN_BUILDINGS = 'several buildings: is that one site, or a site each?'

/** "Split Rome into 200 and 110", "split Rome evenly in two"; without numbers for the parts it is asked back. */
function split(change: Change): readonly Site[] | string | undefined {
  const { before, numbers } = change
  const [site, another] = meant(change)
  const text = marked(change)
  const isSplit = /\b(?:split|divide|break up|separate)\s+(?:up )?(?:the )?@/iu.test(text)
  if (!site || another || site.count || !(isSplit || SPLITS.test(text))) return undefined
  // One licence covers all buildings of a site; where they are apart, each is a site.
  if (!isSplit && /\b(?:buildings|halls)\b/iu.test(text)) return IN_BUILDINGS
  const [first, second] = numbers
  const isEach =
    /\b(?:each|apiece)\b/iu.test(text) ||
    (first && second && /^\s*(?:\p{L}+ )?(?:x|×|of|with|at)\s*$/iu.test(change.text.slice(first.to, second.from)))
  const evenly = /\b(?:evenly|equally|half|halves|equal)\b/iu.test(text) && !second ? (first?.value ?? 2) : undefined
  const counts =
    isEach && first && second && numbers.length === 2
      ? Array<number>(Math.min(first.value, 500)).fill(second.value)
      : numbers.filter(({ to }) => !PARTS.test(change.text.slice(to))).map(({ value }) => value)
  const parts = evenly ? Array<number>(Math.min(evenly, 500)).fill(Math.ceil(site.devices / evenly)) : counts
  if (parts.length < 2 || (!evenly && numbers.some(({ percent }) => percent))) return NO_PART
  const named = (devices: number, at: number) => ({ devices, ...(site.name ? { name: `${site.name} ${at + 1}` } : {}) })
  return put(before, site, ...parts.map(named))
}
