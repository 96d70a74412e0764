import { allUsed } from '../../cards/unused.ts'
import type { Site } from '../../rules/facts.ts'
import { answerOne } from '../answering.ts'
import type { Conversation, KindOfSite } from '../ports.ts'
import type { Outcome, Scene } from '../scene.ts'
import { NUMBER_WORD, numberOf } from '../understanding/number-words.ts'
import { WHY } from '../understanding/sites/found.ts'
import { isPart, isPlaceNoun, singular } from '../understanding/sites/site-words.ts'
import { numberIn } from './site-places.ts'

// So many sites of each of several kinds, and what each kind has: "3 offices, 1 factory: offices 50 each, factory 1200", in one message or more.

const MAX = 200
const LEAD =
  /^\W*(?:(?:hi|hello|hey|so|ok|and|well|we|they|i|i['’]ve|we['’]ve|the customer|customer|client|has|have|got|there(?:['’]s| is| are)|it['’]s|for)\W+){0,6}/iu
const COUNTED = new RegExp(`^(?<many>\\d{1,4}|an?|${NUMBER_WORD}) (?<words>\\p{L}+(?: \\p{L}+)?)$`, 'iu')
const BETWEEN = /\s*(?:[,;&+\n]|\b(?:and|plus|then)\b)\s*/iu
const HAS =
  /^(?:(?:the|our|all|each) )?(?<words>\p{L}+(?: \p{L}+)??)(?:\s*[:=-]\s*|\s+)(?:(?:has|have|is|are|with|at|need|needs)\s+)?(?:about |around |roughly |~ ?)?(?<devices>\d[\d.,]{0,9}k?)(?: (?:ot |it )?(?:devices?|assets?|endpoints?))?(?: (?:each|apiece))?$/iu

/** "Stores" as "store"; undefined where it is no place of its own. */
function kindOf(words: string): string | undefined {
  const all = words.toLowerCase().split(' ')
  const noun = singular(all.at(-1) ?? '')
  return (isPlaceNoun(noun) || noun === 'hq') && !isPart(noun) && noun !== 'site' ? [...all.slice(0, -1), noun].join(' ') : undefined
}

const partsOf = (text: string) => text.split(BETWEEN).filter(part => /[\p{L}\d]/u.test(part))

/** "5 stores and a dc": several kinds, and nothing else. */
export function kindsIn(text: string): readonly KindOfSite[] | undefined {
  const kinds = partsOf(text.replace(LEAD, '').replace(/\W+$/u, '')).map((part): KindOfSite | undefined => {
    const { many = '', words = '' } = COUNTED.exec(part)?.groups ?? {}
    const kind = kindOf(words)
    return kind ? { kind, count: /^an?$/iu.test(many) ? 1 : (numberOf(many.toLowerCase()) ?? Number(many)) } : undefined
  })
  const known = kinds.flatMap(kind => kind ?? [])
  const isPlain = known.length === kinds.length && new Set(known.map(({ kind }) => kind)).size === known.length
  return isPlain && known.length > 1 && known.every(({ count }) => count > 0) ? known : undefined
}

/** "Stores 60 each, dc 900": the kinds with what each site of them has; undefined where something else is said. */
export function withDevices(kinds: readonly KindOfSite[], text: string): readonly KindOfSite[] | undefined {
  const told = partsOf(text.replace(LEAD, '').replace(/\W+$/u, '')).map(part => {
    const { words = '', devices = '' } = HAS.exec(part)?.groups ?? {}
    const kind = kindOf(words)
    return kind && kinds.some(each => each.kind === kind) ? ([kind, numberIn(devices)] as const) : undefined
  })
  const known = new Map(told.flatMap(each => (each ? [each] : [])))
  if (told.length === 0 || known.size < told.length || [...known.values()].some(devices => !(Number.isInteger(devices) && devices > 0)))
    return undefined
  return kinds.map(each => ({ ...each, ...(known.has(each.kind) ? { devices: known.get(each.kind) } : {}) }))
}

const siteOf = ({ kind, count, devices }: KindOfSite): readonly Site[] =>
  devices === undefined ? [] : [count > 1 ? { devices, count } : { devices, name: kind }]

/** The kinds that a message tells of, with what of them is known. */
function toldIn({ kinds, topic, facts }: Conversation, text: string): readonly KindOfSite[] | undefined {
  if (text.length > MAX || text.includes('?')) return undefined
  const known = kinds && withDevices(kinds, text)
  if (known) return known
  const [, head, rest] = /^([^:.]{5,100})[:.]\s+(.+)$/su.exec(text) ?? []
  const fresh = head && rest ? kindsIn(head) : undefined
  if (fresh && rest) return withDevices(fresh, rest)
  return (topic === undefined || topic === 'size-license') && !facts.sites ? kindsIn(text) : undefined
}

/** Sizes sites that are told of by their kinds, and keeps those whose devices are still to come; undefined for everything else. */
export async function ofKinds(scene: Scene, text: string): Promise<Outcome | undefined> {
  const kinds = toldIn(scene.stood, text)
  if (!kinds) return undefined
  const sites = kinds.flatMap(siteOf)
  const open = kinds.filter(({ devices }) => devices === undefined)
  const brought =
    sites.length > 0
      ? { said: { sites }, unreadable: open.map(untold), unused: allUsed }
      : { places: kinds.reduce((sum, { count }) => sum + count, 0) }
  const outcome = await answerOne(scene, { intent: 'size-license' }, 'kinds', { ...brought, followsUp: true })
  return outcome.kept && open.length > 0 ? { ...outcome, kept: { ...outcome.kept, kinds } } : outcome
}

const untold = ({ kind, count }: KindOfSite) => ({ line: 1, text: count > 1 ? `${count} x ${kind}` : kind, why: WHY.none })
