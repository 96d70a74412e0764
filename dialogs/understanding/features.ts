import { namesOtherProduct } from './other-products.ts'
import { readLines } from './text.ts'

/** Buckets that features are hashed into; a power of two. */
export const BUCKETS = 1 << 15
/** So many characters of a message tell what is asked; a pasted table tells no more after that. */
const MAX_CHARS = 1500

const months = 'jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?'
const dates = new RegExp(
  `\\b\\d{4}-\\d\\d-\\d\\d\\b|\\b\\d{1,2}[./]\\d{1,2}([./]\\d{2,4})?\\b|\\b\\d{1,2}(st|nd|rd|th)?( of)? (${months})( \\d{4})?\\b|\\b(${months})\\.? \\d{1,2}(st|nd|rd|th)?(,? \\d{4})?\\b|\\b\\d{1,2}(st|nd|rd|th)\\b`,
  'g',
)
const money = /[€$£]\s?\d[\d.,' ]*k?|\b\d[\d.,']*\s?(eur|euros?|usd|dollars?|gbp|pounds?|bucks|chf|inr|rupees|reais|brl)\b/g
const percents = /\b\d+([.,]\d+)?\s?(%|percent|per cent)/g
const numbers = /\b\d[\d.,']*k?\b/g

/** What several words have in common. */
const concepts: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['trial', /^(trials?|trail|evaluations?|evaluating|eval|pocs?|pilots?|freebie|demo|tests?|testing|testlizenz)$/],
  ['free', /^(free|gratis|complimentary)$/],
  ['license', /^(licen[cs]\w*|lics?|subscriptions?|subs?|plans?|abo|lizenz\w*|licencia\w*)$/],
  ['extend', /^(exten[sd]\w*|prolong\w*|lengthen\w*|longer|stretch\w*|xtend|continu\w*|verlänger\w*)$/],
  ['end', /^(ends?|ended|ending|expir\w*|laps\w*|finish\w*|over|runs?|ran|stops?|terminat\w*|dies?|closes?|until|lapse)$/],
  ['money', /^(refund\w*|money|reimburs\w*|repay\w*|credit\w*|cash|paid|pay|payback|return\w*)$/],
  ['price', /^(prices?|pricing|costs?|quotes?|quotation|list|cheap\w*|expensive|charge\w*)$/],
  ['buy', /^(buy\w*|bought|purchas\w*|order\w*|procure\w*|acquir\w*)$/],
  ['renew', /^(renew\w*|recurring|auto|autorenew\w*|automatic\w*)$/],
  [
    'device',
    /^(devices?|assets?|machines?|plcs?|sensors?|endpoints?|things|nodes?|controllers?|robots?|pumps?|cameras?|switch\w*|hosts?)$/,
  ],
  ['site', /^(sites?|plants?|factor\w+|locations?|hospitals?|mills?|warehouses?|depots?|stores?|campus\w*|halls?|terminals?|farms?)$/],
  ['size', /^(xs|s|m|l|xl|2xl|3xl|small|medium|large|extra|sizes?|sizing)$/],
  ['remind', /^(remind\w*|notif\w*|alerts?|ping\w*|nudge\w*|warn\w*|track\w*|heads|poke|bug|watch\w*)$/],
  ['admin', /^(admins?|administrators?|roles?|rights?|permissions?|global|billing|owner|reader)$/],
  ['data', /^(data|history|inventory|deleted?|deletion|wiped?|kept|retention|retained|stored)$/],
  ['government', /^(gov\w*|gcc\w*|dod|military|federal|army|navy|fedramp|il5)$/],
  ['hardware', /^(hardware|hw|appliances?|preconfigured|rack\w*|arrow|boxes|box|server)$/],
  ['legacy', /^(legacy|old|acr|migrat\w*|consumption|classic|switch\w*|previous)$/],
  ['person', /^(human|person|sales|rep|reps|representative|someone|somebody|call|phone|talk|speak|contact)$/],
]

/** A message as words: lower case, one placeholder for every date, amount, percentage and number; signatures left out. */
export function wordsOf(text: string): string[] {
  const lines = readLines(text.length > MAX_CHARS * 4 ? text.slice(0, MAX_CHARS * 4) : text)
  const body = lines.filter(({ role }) => role !== 'aside')
  return (body.some(({ role }) => role !== 'blank') ? body : lines)
    .map(line => line.text)
    .join(' \n ')
    .slice(0, MAX_CHARS)
    .toLowerCase()
    .replace(dates, ' zdate ')
    .replace(money, ' zmoney ')
    .replace(percents, ' zpercent ')
    .replace(numbers, ' znum ')
    .replace(/[?]+/g, ' zask ')
    .replace(/\p{Extended_Pictographic}/gu, ' $& ')
    .split(/[^\p{L}\p{N}\p{Extended_Pictographic}'&+-]+/u)
    .map(word => word.replace(/^['&+-]+|['&+-]+$/g, ''))
    .filter(word => word !== '')
}

/**
 * The features of a message: bucket and weight, of unit length together. Words, pairs of words, parts of words, concepts.
 * @returns buckets in no order, each once
 */
export function featuresOf(words: readonly string[]): Map<number, number> {
  const features = new Map<number, number>()
  const add = (name: string, weight: number) => {
    const bucket = hash(name) & (BUCKETS - 1)
    features.set(bucket, Math.max(weight, features.get(bucket) ?? 0))
  }
  const tags = words.map(tagOf)
  words.forEach((word, index) => {
    const next = words[index + 1] ?? '$'
    add(`w ${word}`, 1)
    add(`b ${word} ${next}`, 0.8)
    const [tag, nextTag] = [tags[index], tags[index + 1]]
    if (tag) add(`c ${tag}`, 0.5)
    if (tag && nextTag) add(`cc ${tag} ${nextTag}`, 0.4)
    if (index === 0) add(`b ^ ${word}`, 0.8)
    if (!word.startsWith('z')) for (const part of partsOf(word)) add(`p ${part}`, 0.35)
  })
  const length = words.length <= 2 ? 'tiny' : words.length <= 5 ? 'short' : words.length <= 20 ? 'usual' : 'long'
  add(`n ${length}`, 0.4)
  if (namesOtherProduct(words.join(' '))) add('other product', 1.5)
  return toUnitLength(features)
}

const tagOf = (word: string) => concepts.find(([, pattern]) => pattern.test(word))?.[0]

/** Parts of a word of three to five characters, its ends marked. */
function partsOf(word: string): string[] {
  const marked = `<${word.slice(0, 24)}>`
  const parts: string[] = []
  for (let size = 3; size <= 5; size++) for (let from = 0; from + size <= marked.length; from++) parts.push(marked.slice(from, from + size))
  return parts
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
