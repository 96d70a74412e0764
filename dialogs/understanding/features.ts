import { conceptsIn, spaced } from './concepts.ts'
import { strangersIn } from './other-products.ts'
import { spelt } from './spelling.ts'
import { readLines } from './text.ts'

/** Buckets that features are hashed into; a power of two. */
export const BUCKETS = 1 << 16
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
const placeholder = /^z(date|money|percent|num|ask)$/

/** A message as words: lower case, one placeholder for every date, amount, percentage and number; signatures left out. */
export function wordsOf(message: string): string[] {
  const lines = readLines(message.length > MAX_CHARS * 4 ? message.slice(0, MAX_CHARS * 4) : message)
  const body = lines.filter(({ role }) => role !== 'aside')
  return (body.some(({ role }) => role !== 'blank') ? body : lines)
    .map(line => line.text)
    .join('\n')
    .slice(0, MAX_CHARS)
    .toLowerCase()
    .replace(/(?<!\p{L})\p{L}{3,10}(?!\p{L})/gu, spelt)
    .replace(dates, ' zdate ')
    .replace(money, ' zmoney ')
    .replace(percents, ' zpercent ')
    .replace(numbers, ' znum ')
    .replace(/licence/g, 'license')
    .replace(/[?]+/g, ' zask ')
    .replace(/\p{Extended_Pictographic}/gu, ' $& ')
    .split(/[^\p{L}\p{N}\p{Extended_Pictographic}'&+-]+/u)
    .map(word => word.replace(/^['&+-]+|['&+-]+$/g, ''))
    .filter(word => word !== '')
}

/** In how many messages about our subjects a word stands; a word that stands in none hints at another subject. */
export type Vocabulary = ReadonlyMap<string, number>

/** What each group of features counts beside the others; found by training on all writers of the examples but one. */
const WEIGHTS = { word: 1, pair: 0.6, part: 1, concept: 0.6, concepts: 0.6, question: 0.6, unknown: 0.6, start: 0.4, denied: 0.4 } as const
type Group = keyof typeof WEIGHTS
const LENGTH_WEIGHT = 0.2
const STRANGER_WEIGHT = 1

/**
 * The features of a message: bucket and weight, of unit length together. Words, pairs and parts of words, concepts and pairs of them,
 * the words of the question itself and of the start, what is denied, words that our subjects don't know, other products.
 * @param own how often the message itself is counted in the vocabulary: 1 in training, else 0
 */
export function featuresOf(words: readonly string[], vocabulary: Vocabulary, own = 0): Map<number, number> {
  const text = spaced(words)
  const groups: Record<Group, Set<string>> = {
    word: new Set(words.map(word => `w ${word}`)),
    pair: pairsOf(words),
    part: new Set(words.flatMap(word => (placeholder.test(word) ? [] : partsOf(word)))),
    ...conceptFeatures(text, words),
    question: questionFeatures(words),
    unknown: unknownFeatures(words, vocabulary, own),
    start: startFeatures(words),
    denied: deniedFeatures(words),
  }
  const features = new Map<number, number>()
  const add = (name: string, weight: number) => {
    const bucket = hash(name) & (BUCKETS - 1)
    features.set(bucket, (features.get(bucket) ?? 0) + weight)
  }
  for (const [group, names] of Object.entries(groups)) {
    const weight = WEIGHTS[group as Group] / Math.sqrt(names.size || 1)
    for (const name of names) add(name, weight)
  }
  add(`n ${words.length <= 2 ? words.length : words.length <= 5 ? 'short' : words.length <= 20 ? 'usual' : 'long'}`, LENGTH_WEIGHT)
  for (const name of strangersIn(text)) add(`o ${name}`, STRANGER_WEIGHT)
  return toUnitLength(features)
}

const pairsOf = (words: readonly string[]) =>
  new Set([`b ^ ${words[0] ?? '$'}`, ...words.map((word, index) => `b ${word} ${words[index + 1] ?? '$'}`)])

/** Parts of a word of three to five characters, its ends marked. */
function partsOf(word: string): string[] {
  const marked = `<${word.slice(0, 24)}>`
  const parts: string[] = []
  for (let size = 3; size <= 5; size++)
    for (let from = 0; from + size <= marked.length; from++) parts.push(`p ${marked.slice(from, from + size)}`)
  return parts
}

function conceptFeatures(text: string, words: readonly string[]): { concept: Set<string>; concepts: Set<string> } {
  const found = [...conceptsIn(text), ...(words.length > 0 && words.every(word => !/[\p{L}\p{N}]/u.test(word)) ? ['no words'] : [])]
  const pairs = found.flatMap((one, index) => found.slice(index + 1).map(other => `cc ${one} ${other}`))
  return { concept: new Set(found.map(name => `c ${name}`)), concepts: new Set(pairs) }
}

/** The words of the last question, else the last words; nothing of a short message. */
function questionFeatures(words: readonly string[]): Set<string> {
  if (words.length <= QUESTION_WORDS) return new Set()
  const end = words.lastIndexOf('zask')
  const to = end > 3 ? end + 1 : words.length
  const asking = words.slice(Math.max(0, to - QUESTION_WORDS), to)
  return new Set(asking.flatMap((word, index) => [`l ${word}`, ...(asking[index + 1] ? [`l ${word} ${asking[index + 1]}`] : [])]))
}

const isAddress = (word: string) => /^(hi|hello|hey|dear|good|morning|please|pls|license|desk|team|all|there|and|so|ok|the|a)$/.test(word)

/** How a message begins, apart from its address: orders say there what is wanted. */
function startFeatures(words: readonly string[]): Set<string> {
  const [first, second, third, fourth] = words.filter(word => !isAddress(word))
  return new Set([...[first, second, third, fourth].map(word => `s ${word}`), `s ${first} ${second}`, `s ${first} ${second} ${third}`])
}

const isDenial = (word: string) => /^(not|no|don't|dont|isn't|won't|never|without|nothing|didn't|doesn't|instead|rather)$/.test(word)

/** What stands behind a "not": it is spoken of and yet not wanted. */
function deniedFeatures(words: readonly string[]): Set<string> {
  const denied = words.flatMap((word, index) => (isDenial(word) ? [words.slice(index + 1, index + 6)] : [])).slice(0, MAX_DENIALS)
  return new Set(
    denied.flatMap(after => [...conceptsIn(spaced(after)).map(name => `nc ${name}`), ...after.slice(0, 4).map(word => `nw ${word}`)]),
  )
}

function unknownFeatures(words: readonly string[], vocabulary: Vocabulary, own: number): Set<string> {
  const content = [...new Set(words)].filter(isContent)
  const unknown = content.filter(word => (vocabulary.get(word) ?? 0) <= own).length
  if (unknown === 0) return new Set(['u none'])
  const share = unknown / content.length
  return new Set(['u some', `u ${Math.min(unknown, 4)}`, ...(share >= 0.25 ? ['u quarter'] : []), ...(share >= 0.5 ? ['u half'] : [])])
}

const isContent = (word: string) => word.length >= 3 && /^\p{L}+$/u.test(word) && !placeholder.test(word)

/** The words of messages about our subjects, and in how many of them each stands. */
export function vocabularyOf(messages: readonly (readonly string[])[]): Vocabulary {
  const counts = new Map<string, number>()
  for (const words of messages) for (const word of new Set(words)) if (isContent(word)) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

function toUnitLength(features: Map<number, number>): Map<number, number> {
  let squares = 0
  for (const weight of features.values()) squares += weight * weight
  const length = Math.sqrt(squares) || 1
  for (const [bucket, weight] of features) features.set(bucket, weight / length)
  return features
}

/** FNV-1a, mixed once more so that the low bits are good. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193)
  value ^= value >>> 15
  return Math.imul(value, 0x2c1b3c6d) >>> 7
}
