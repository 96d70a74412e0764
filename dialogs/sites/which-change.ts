import { type DoubtedChange, whichChangeCard } from '../../cards/which-change.ts'
import type { Site } from '../../rules/facts.ts'
import { isQuestion, MAX_PHRASE } from '../phrases.ts'
import type { Conversation, Reading } from '../ports.ts'
import { blank, type Outcome, type Scene, shown } from '../scene.ts'
import { viewOf } from '../topic.ts'
import type { Trace } from '../turn.ts'
import { isPlaceNoun } from '../understanding/sites/site-words.ts'
import { isOfGrown, isOfThose, listChange } from './list-change.ts'
import { changeIn, figuresIn, isIn, namesOne, sitesInView } from './site-changes.ts'
import { namedAsInView } from './site-edits.ts'

// A message about the list in view of which something would be left over, or that would put less in its place: it is asked what is meant.

/** What is to be asked of a message; undefined where it changes the list for certain, or says nothing of it. */
export function changeDoubted(stood: Conversation, reading: Reading, text: string): DoubtedChange | undefined {
  const doubted = doubtedIn(stood, reading, text)
  return doubted && { ...doubted, said: text, supposed: reading.supposed }
}

type Doubted = Omit<DoubtedChange, 'said' | 'supposed'>

function doubtedIn(stood: Conversation, { facts, wishes, supposed }: Reading, text: string): Doubted | undefined {
  const before = sitesInView(stood)
  if (!before || text.length > MAX_PHRASE || wishes.length > 1) return undefined
  const { sites, doubt } = listChange(before, facts.sites, text, { unreadable: stood.unused?.unreadable, supposed })
  const told = namedAsInView(before, facts.sites, text)
  const named = told && !FURTHER.test(text) ? withNames(before, told) : undefined
  // "And Ulm is 900" may come to the list as well.
  const isOneMore = !doubt && sites?.length === before.length + 1 && facts.growthPercent === undefined && !isQuestion(text)
  if (named && (doubt === 'replaced' || isOneMore)) return { named, sites: told }
  if (doubt === 'replaced') return namesOne(before, text) || isOfThose(text) ? {} : { sites: sites ?? [] }
  const percent = facts.growthPercent
  const isUnread = sites === undefined && percent === undefined && isOfSite(before, text, wishes[0].intent === 'size-license')
  if (doubt || isUnread || isOfGrown(stood, before, text)) {
    const isFurther = facts.sites?.some(({ name }) => name !== undefined && !namesOne(before, name))
    return isFurther ? {} : devicesIn(before, text)
  }
  if (percent === undefined || sites !== undefined || !isOfSome(before, text)) return undefined
  return namesOne(before, text) ? {} : { growthPercent: percent }
}

const FURTHER = /\b(?:add|plus|also|too|as well|another|more|further|additional|extra|new)\b|\+/iu

/** "Lyon is 400" of "400, 900 and 6k": most likely the name of the one that has 400. */
function withNames(before: readonly Site[], said: readonly Site[]): readonly Site[] | undefined {
  const unnamed = (devices: number) => before.filter(site => !(site.name ?? site.count) && site.devices === devices)
  const isNameOfOne = ({ name, devices, count }: Site) => name && !isIn(before, name) && !count && unnamed(devices).length === 1
  if (before.length < 2 || !said.every(isNameOfOne) || new Set(said.map(({ devices }) => devices)).size < said.length) return undefined
  return before.map(site => said.find(({ devices }) => unnamed(devices)[0] === site) ?? site)
}

/** "Lyon x 3": a number is said of a site, and what it changes is not plain. */
function isOfSite(before: readonly Site[], text: string, isOfSizes: boolean): boolean {
  const { mentions = [], numbers = figuresIn(text) } = changeIn(before, text) ?? {}
  const isTold = mentions.length > 0 ? numbers.length > 0 : isOfSizes && numbers.some(({ percent }) => !percent)
  return isTold && !isQuestion(text)
}

/** The one site that is named, and what one number may make of it. */
function devicesIn(before: readonly Site[], text: string): Doubted {
  const { mentions = [], numbers = figuresIn(text) } = changeIn(before, text) ?? {}
  const [site, another] = new Set(mentions.flatMap(({ sites }) => sites))
  const [only, more] = numbers
  if (!site || another || !only || more || only.percent) return {}
  if (/[\d.,]$/u.test(text.slice(0, only.from))) return {}
  // "Paris x 3"
  const isTimes = /\bx\s*$|\btimes\s*$/iu.test(text.slice(0, only.from)) || /^\s*(?:x|times)\b/iu.test(text.slice(only.to))
  const devices = isTimes ? [site.devices * only.value] : [only.value, site.devices + only.value, site.devices - only.value]
  return { site, devices: devices.filter(count => count > 0 && Number.isInteger(count)) }
}

const KIND = /\b(?:the|only|our|both|one of|some of|most of|half of|\d{1,4}|one|two|three)\s+(?<words>(?:\p{L}+[ -]?){1,3})/giu
const OF_ALL = /^(?:sites?|locations?|places?|devices?|numbers?|list|total|network|year|years|customer)$/iu

/** "The warehouses double", "and if the tank farm grows": of some of the sites in view, whose kind is not known. */
function isOfSome(before: readonly Site[], text: string): boolean {
  if (before.length < 2 || /\b(?:all|each|every|everywhere|everything|across)\b/iu.test(text)) return false
  if (namesOne(before, text)) return true
  return [...text.matchAll(KIND)].some(({ groups }) =>
    (groups?.words ?? '')
      .toLowerCase()
      .split(/[ -]/u)
      .some(word => OF_SOME.test(word) || (isPlaceNoun(word) && !OF_ALL.test(word))),
  )
}
const OF_SOME = /^(?:ones?|others?|rest|biggest|largest|smallest|first|second|last)$/u

/** Asks it; the list stays as it is. */
export function whichChange(scene: Scene, doubted: DoubtedChange, trace: Trace): Outcome {
  const { stood } = scene
  const facts = { ...stood.facts, ...stood.supposed }
  const view = viewOf({
    ...blank(scene, 'size-license'),
    facts,
    supposed: doubted.supposed || stood.supposed !== undefined,
    about: stood.subject,
  })
  return { answer: shown([whichChangeCard(doubted, sitesInView(stood) ?? [], view)], trace), kept: { ...stood, misses: 0 } }
}
