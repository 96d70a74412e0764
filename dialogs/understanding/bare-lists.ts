import type { Reading, SaidAt } from '../ports.ts'
import { bare } from './bare-reading.ts'
import { readEntities } from './entities.ts'
import { readPair } from './sites/site-lists.ts'
import { readLines } from './text.ts'
import { isAsking } from './wishes.ts'

// Names and numbers that are a list of sites without a word about it.

/** "hq: 990". */
function sitePair(text: string, { today, locale }: Pick<SaidAt, 'today' | 'locale'>): Reading | undefined {
  const list = readPair(readLines(text.trim()))
  return list && { ...bare('size-license', 0.9), ...readEntities(text, { today, locale, intent: 'size-license', list }) }
}

/** "5 sites: 100, 200, 300": a list, however many are missing. */
const COUNTED =
  /^\W*(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten)\s+(?:sites|plants|locations|factories|stores|branches|depots|warehouses|offices|farms|hospitals)\s*[:,-]?\s*\d[\d.,k/&+ ]*(?:and \d[\d.,]*k?)?\W*$/iu

const figure = String.raw`\d[\d.]{0,8}(?:,\d{3}){0,2}k?`
const group = String.raw`\p{Lu}[\p{L}\p{N}&'’ -]{1,30}:\s{0,3}${figure}(?:\s{0,3}(?:,|&|\+|\band\b)\s{1,3}${figure}){0,30}`
/** "Contoso: 300, 700; Fabrikam: 400, 900": several, with their sites. */
const GROUPS = new RegExp(String.raw`^\W*${group}(?:\s{0,3}[;,/|.\n]\s{0,3}${group}){1,20}\W*$`, 'u')

/** "Ghent 400, Bruges unknown". */
function withUnknown(text: string, words: readonly string[], { today, locale }: Pick<SaidAt, 'today' | 'locale'>): Reading | undefined {
  if (words.includes('zask') || words.includes('zdate') || isAsking(text)) return undefined
  const entities = readEntities(text, { today, locale, intent: 'size-license', asked: 'sites' })
  const isList = entities.facts.sites?.every(({ name }) => name) && entities.unreadable.length > 0
  return isList ? { ...bare('size-license', 0.9), ...entities } : undefined
}

/** Names with a capital and a number behind them, or a number and such a name. A name is taken whole: its hyphens could stand between names as well. */
const NAMED = /^[^a-z]*(?:(?=(\p{Lu}[\p{L}'-]*))\1[\s:,;=(-]*)+(?<=[\s:,;=(-])\d|^\W*\d[\d.,]*k? ?[(-]? ?\p{Lu}/u
/** By then a list has begun. */
const BEGINNING = 300

/** Names and numbers alone are a list of sites. */
export function siteList(text: string, words: readonly string[], { today, locale }: SaidAt): Reading | undefined {
  const numbers = words.filter(word => word === 'znum').length
  if (numbers === 1 && words.length <= 8) return sitePair(text, { today, locale }) ?? withUnknown(text, words, { today, locale })
  if (COUNTED.test(text) || GROUPS.test(text))
    return { ...bare('size-license', 0.95), ...readEntities(text, { today, locale, intent: 'size-license', asked: 'sites' }) }
  if (numbers < 2 || words.length > numbers * 4 || words.includes('zask') || words.includes('zdate') || isAsking(text)) return undefined
  if (!NAMED.test(text.slice(0, BEGINNING))) return undefined
  const entities = readEntities(text, { today, locale, intent: 'size-license', asked: 'sites' })
  const { sites } = entities.facts
  // "Ulm 240 (peak 260), Bonn 480"
  const doubted = entities.unreadable.reduce((sum, { text }) => sum + (text.match(/\d[\d.,']*/gu)?.length ?? 0), 0)
  const isAll = sites?.every(({ name }) => name) && sites.length + doubted === numbers
  return isAll ? { ...bare('size-license', 0.9), ...entities } : undefined
}
