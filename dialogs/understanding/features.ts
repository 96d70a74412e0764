import { conceptsIn } from './concepts.ts'
import { distinct, type Features, inBuckets, type Name, named } from './feature-names.ts'
import { strangersIn } from './other-products.ts'
import { spelt } from './spelling.ts'
import { readLines } from './text.ts'
import { spaced } from './whole-words.ts'

/** So many characters of a message tell what is asked; a pasted table tells no more after that. */
const MAX_CHARS = 1500
/** So many words up to the last question mark are the question; what comes before is often only its story. */
const QUESTION_WORDS = 12
const MAX_DENIALS = 6

const months = 'jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?'
const dates = new RegExp(
  `\\b\\d{4}-\\d\\d-\\d\\d\\b|\\b\\d{1,2}[./]\\d{1,2}([./]\\d{2,4})?\\b|\\b\\d{1,2}(st|nd|rd|th)?( of)? (${months})( \\d{4})?\\b|\\b(${months})\\.? \\d{1,2}(st|nd|rd|th)?(,? \\d{4})?\\b|\\b\\d{1,2}(st|nd|rd|th)\\b`,
  'g',
)
const money = /[€$£]\s?\d[\d.,' ]*k?|\b\d[\d.,']*\s?(eur|euros?|usd|dollars?|gbp|pounds?|bucks|chf|inr|rupees|reais|brl)\b/g
const percents = /\b\d+([.,]\d+)?\s?(%|percent|per cent)/g
const numbers = /\b\d[\d.,']*k?\b/g
export const placeholders: ReadonlySet<string> = new Set(['zdate', 'zmoney', 'zpercent', 'znum', 'zask'])

/** A message as words: lower case, one placeholder for every date, amount, percentage and number; signatures left out. */
export function wordsOf(message: string): string[] {
  const lines = readLines(message.length > MAX_CHARS * 4 ? message.slice(0, MAX_CHARS * 4) : message)
  const body = lines.filter(({ role }) => role !== 'aside')
  const text = (body.some(({ role }) => role !== 'blank') ? body : lines)
    .map(line => line.text)
    .join('\n')
    .slice(0, MAX_CHARS)
    .toLowerCase()
    .replace(/\p{L}{3,}/gu, spelt)
  return (/\d/.test(text) ? withPlaceholders(text) : text)
    .replaceAll('licence', 'license')
    .replace(/[?]+/g, ' zask ')
    .replace(/\p{Extended_Pictographic}/gu, ' $& ')
    .split(/[^\p{L}\p{N}\p{Extended_Pictographic}'&+-]+/u)
    .map(word => word.replace(/^['&+-]+|['&+-]+$/g, ''))
    .filter(word => word !== '')
}

const withPlaceholders = (text: string) =>
  text.replace(dates, ' zdate ').replace(money, ' zmoney ').replace(percents, ' zpercent ').replace(numbers, ' znum ')

/** In how many messages about our subjects a word stands; a word that stands in none hints at another subject. */
export type Vocabulary = ReadonlyMap<string, number>

/** What each group of features counts beside the others; found by training on all writers of the examples but one. */
const WEIGHTS = { word: 1, pair: 0.6, part: 1, concept: 0.6, concepts: 0.6, question: 0.6, unknown: 0.6, start: 0.4, denied: 0.4 } as const
type Group = keyof typeof WEIGHTS
const LENGTH_WEIGHT = 0.2
const STRANGER_WEIGHT = 1

/**
 * The features of a message: words, pairs and parts of words, concepts and pairs of them, the words of the question itself and of
 * the start, what is denied, words that our subjects don't know, other products.
 * @param own how often the message itself is counted in the vocabulary: 1 in training, else 0
 */
export function featuresOf(words: readonly string[], vocabulary: Vocabulary, own = 0): Features {
  const groups: Record<Group, Name[]> = {
    word: words.map(word => named(word, WORD)),
    pair: pairsOf(words),
    part: partsOf(words),
    ...conceptFeatures(words),
    question: questionFeatures(words),
    unknown: unknownFeatures(words, vocabulary, own).map(name => named(name)),
    start: startFeatures(words),
    denied: deniedFeatures(words),
  }
  const length = words.length <= 2 ? words.length : words.length <= 5 ? 'short' : words.length <= 20 ? 'usual' : 'long'
  const weighed = Object.entries(groups).map(([group, all]) => {
    const names = distinct(all)
    return { names, weight: WEIGHTS[group as Group] / Math.sqrt(names.length || 1) }
  })
  return inBuckets([
    ...weighed,
    { names: [named(`n ${length}`)], weight: LENGTH_WEIGHT },
    { names: strangersIn(words).map(name => named(`o ${name}`)), weight: STRANGER_WEIGHT },
  ])
}

/** What the names of each group begin with. */
const [WORD, PAIR, PART, CONCEPT, CONCEPTS, ASKED, START, DENIED, DENIED_CONCEPT] = [
  named('w '),
  named('b '),
  named('p '),
  named('c '),
  named('cc '),
  named('l '),
  named('s '),
  named('nw '),
  named('nc '),
]

const withNext = (word: Name, next: string) => named(next, named(' ', word))

const pairsOf = (words: readonly string[]) => [
  withNext(named('^', PAIR), words[0] ?? '$'),
  ...words.map((word, index) => withNext(named(word, PAIR), words[index + 1] ?? '$')),
]

/** Parts of words of three to five characters, the ends of each marked. */
function partsOf(words: readonly string[]): Name[] {
  const parts: Name[] = []
  for (const word of words) {
    if (placeholders.has(word)) continue
    const marked = `<${word.slice(0, 24)}>`
    for (let size = 3; size <= 5; size++)
      for (let from = 0; from + size <= marked.length; from++) parts.push(named(marked, PART, from, from + size))
  }
  return parts
}

function conceptFeatures(words: readonly string[]): { concept: Name[]; concepts: Name[] } {
  const wordless = words.length > 0 && words.every(word => !/[\p{L}\p{N}]/u.test(word))
  const found = [...conceptsIn(spaced(words)), ...(wordless ? ['no words'] : [])]
  const pairs: Name[] = []
  for (let one = 0; one < found.length; one++) {
    const first = named(found[one] as string, CONCEPTS)
    for (let other = one + 1; other < found.length; other++) pairs.push(withNext(first, found[other] as string))
  }
  return { concept: found.map(name => named(name, CONCEPT)), concepts: pairs }
}

/** The words of the last question, else the last words; nothing of a short message. */
function questionFeatures(words: readonly string[]): Name[] {
  if (words.length <= QUESTION_WORDS) return []
  const end = words.lastIndexOf('zask')
  const to = end > 3 ? end + 1 : words.length
  const asking = words.slice(Math.max(0, to - QUESTION_WORDS), to)
  return asking.flatMap((word, index) => {
    const [name, next] = [named(word, ASKED), asking[index + 1]]
    return next ? [name, withNext(name, next)] : [name]
  })
}

const addresses: ReadonlySet<string> = new Set(
  'hi hello hey dear good morning please pls license desk team all there and so ok the a'.split(' '),
)

/** How a message begins, apart from its address: orders say there what is wanted. */
function startFeatures(words: readonly string[]): Name[] {
  const own = words.filter(word => !addresses.has(word))
  const [first, second, third, fourth] = [String(own[0]), String(own[1]), String(own[2]), String(own[3])]
  const singles = [first, second, third, fourth].map(word => named(word, START))
  const pair = withNext(singles[0] as Name, second)
  return [...singles, pair, withNext(pair, third)]
}

const denials: ReadonlySet<string> = new Set("not no don't dont isn't won't never without nothing didn't doesn't instead rather".split(' '))

/** What stands behind a "not": it is spoken of and yet not wanted. */
function deniedFeatures(words: readonly string[]): Name[] {
  const denied = words.flatMap((word, index) => (denials.has(word) ? [words.slice(index + 1, index + 6)] : [])).slice(0, MAX_DENIALS)
  return denied.flatMap(after => [
    ...conceptsIn(spaced(after)).map(name => named(name, DENIED_CONCEPT)),
    ...after.slice(0, 4).map(word => named(word, DENIED)),
  ])
}

function unknownFeatures(words: readonly string[], vocabulary: Vocabulary, own: number): string[] {
  let [content, unknown] = [0, 0]
  for (const word of new Set(words)) {
    const times = vocabulary.get(word)
    if (times === undefined && !isContent(word)) continue
    content += 1
    if ((times ?? 0) <= own) unknown += 1
  }
  if (unknown === 0) return ['u none']
  const share = unknown / content
  return ['u some', `u ${Math.min(unknown, 4)}`, ...(share >= 0.25 ? ['u quarter'] : []), ...(share >= 0.5 ? ['u half'] : [])]
}

const isContent = (word: string) => word.length >= 3 && /^\p{L}+$/u.test(word) && !placeholders.has(word)

/** The words of messages about our subjects, and in how many of them each stands. */
export function vocabularyOf(messages: readonly (readonly string[])[]): Vocabulary {
  const counts = new Map<string, number>()
  for (const words of messages) for (const word of new Set(words)) if (isContent(word)) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}
