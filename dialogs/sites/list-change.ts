import type { Facts, Site } from '../../rules/facts.ts'
import { isCorrection, isQuestion } from '../phrases.ts'
import type { Conversation, Unreadable } from '../ports.ts'
import { mergeNumbers } from '../understanding/numbers.ts'
import { readPair } from '../understanding/sites/site-lists.ts'
import { isDeviceNoun, isPlaceNoun } from '../understanding/sites/site-words.ts'
import { readSites } from '../understanding/sites/sites.ts'
import { readLines } from '../understanding/text.ts'
import { tokenize } from '../understanding/tokens.ts'
import { differenceOf, GROWS, isAccounted, wordsBeside } from './accounted.ts'
import { doubtedIn } from './doubted-changes.ts'
import { FEWER, MORE } from './numbers-told.ts'
import { changeIn, isIn, MAX_CHANGE, namesOne, sitesInView } from './site-changes.ts'
import { inWords, namedAsInView, sitesWith } from './site-edits.ts'

// What becomes of the list in view: nothing is changed for certain by a message of which something is left over.

/** The list after a message, and why it is not changed for certain. */
interface ListChange {
  readonly sites: Facts['sites']
  /** Some of the message has no part in the change, or the list would be replaced by less than it. */
  readonly doubt?: 'left-over' | 'replaced'
}

interface Told {
  /** The lines that could not be taken into the list in view. */
  readonly unreadable?: readonly Unreadable[] | undefined
  /** Nothing of it is kept. */
  readonly supposed?: boolean
}

export function listChange(
  before: Facts['sites'],
  said: Facts['sites'],
  text: string,
  { unreadable = [], supposed = false }: Told = {},
): ListChange {
  if (!before) return { sites: said }
  const told = namedAsInView(before, said, text)
  const sites = sitesWith(before, told, text, unreadable)
  const change = changeIn(before, text)
  const isNamed = change !== undefined && change.mentions.length > 0
  if (sites === undefined) return { sites: isNamed ? inParts(before, text) : undefined }
  const isOwn = sites === told
  if (!change) return text.length > MAX_CHANGE ? { sites } : onLines(before, sites, isOwn, text)
  if (!isOwn && isWordsOnly(before, sites, text)) return { sites: told, doubt: 'replaced' }
  if (isOwn ? (supposed && !ADDING.test(text)) || isOfItsOwn(before, sites, text) : isAccounted(change, sites))
    return { sites: isOwn ? withName(before, sites, text) : sites }
  const parts =
    (isOwn && isFurther(before, sites, text) ? [...before, ...sites] : undefined) ?? (isOwn && !isNamed ? undefined : inParts(before, text))
  return parts ? { sites: parts } : { sites, doubt: isOwn ? 'replaced' : 'left-over' }
}

interface InWords {
  readonly sites: readonly Site[]
  /** What was meant and can't be done: the list stays as it is. */
  readonly why?: string
}

/** The list in view after a message whose own words change it, whatever else these may mean; undefined for every other one. */
export function changedInWords(stood: Conversation, text: string): InWords | undefined {
  const before = mayBePrice(stood, text) ? undefined : sitesInView(stood)
  const change = before && (!isQuestion(text) || ASKS_FOR_IT.test(text)) ? changeIn(before, text) : undefined
  if (!before || !change) return undefined
  const made = doubtedIn(change) ?? inWords(change)
  if (typeof made === 'string') return { sites: before, why: made }
  // Growth beside it is that of the reading.
  return made && !GROWS.test(text) && !isOfGrown(stood, before, text) && isAccounted(change, made) ? { sites: made } : undefined
}
/** "4000 each" of a list in view, after a question of what it costs: a price, or devices. */
export const mayBePrice = (stood: Conversation, text: string): boolean =>
  stood.told?.intent === 'buy-license' && sitesInView(stood) !== undefined && EACH.test(text)
const EACH =
  /^\W*(?:(?:it['’]?s|about|around|say|at)\W+)?\d[\d.,']{0,12}k? (?:each|apiece|a piece|per (?:site|plant|licen[cs]e|piece))\W*$/iu
const ASKS_FOR_IT = /^\W*(?:can|could|would|will) you\b/iu

/** "And Lyon 30%", "except Paris", of a list that grows: today's devices are no others. */
export const isOfGrown = ({ facts }: Conversation, before: readonly Site[], text: string) =>
  (facts.growthPercent ?? 0) > 0 && /%|per ?cent|\b(?:except|excluding|apart from|other than)\b/iu.test(text) && namesOne(before, text)

/** "What if we add 200 devices?" */
const ADDING = /\badd(?:ed|ing)?\b/iu

/** "It's 450" of Lyon alone. */
function withName(before: readonly Site[], sites: readonly Site[], text: string): readonly Site[] {
  const [[only, another], [one, more]] = [before, sites]
  const isSame = only?.name !== undefined && one && !another && !more && one.name === undefined && (only.count ?? 1) === (one.count ?? 1)
  return isSame && !text.includes('?') && !REPLACES.test(text) && !SORT.test(text) ? [{ ...one, name: only.name as string }] : sites
}

/** Several lines are a list of their own, unless each of them changes the one in view. */
function onLines(before: readonly Site[], sites: readonly Site[], isOwn: boolean, text: string): ListChange {
  const parts = before.some(({ name }) => name && text.includes(name)) ? inParts(before, text) : undefined
  return parts ? { sites: parts } : { sites, ...(isOwn && placesOf(sites) < Math.min(2, placesOf(before)) ? { doubt: 'replaced' } : {}) }
}

/** Whether a message changes the list in view rather than being a list of its own. */
export function editsSites(...[before, said, text, told]: Parameters<typeof listChange>): boolean {
  const { sites, doubt } = listChange(before, said, text, told)
  return before !== undefined && sites !== undefined && sites !== said && doubt === undefined
}

/** "Budget is 5000", "pairs is 350", of a list with names in capitals: no site for certain. */
function isWordsOnly(before: readonly Site[], after: readonly Site[], text: string): boolean {
  const isCapital = ({ name }: Site) =>
    name !== undefined && (/\p{Lu}/u.test(name) || name.split(' ').some(word => isPlaceNoun(word) || word === 'hq'))
  const fresh = after.filter(({ name }) => name !== undefined && !isIn(before, name))
  return (
    fresh.length > 0 &&
    after.length > before.length &&
    before.every(isCapital) &&
    !fresh.some(isCapital) &&
    !ALSO.test(text) &&
    !ADDS.test(text)
  )
}
const ADDS = /\b(?:add|and|plus|forgot|missed|include)\b/iu

const placesOf = (sites: readonly Site[]) => sites.reduce((all, { count = 1 }) => all + count, 0)

const REPLACES =
  /\binstead\b|\b(?:new|next|other|another|different) (?:customer|client|list|case|quote)\b|\b(?:the|a) (?:whole |complete |full |new |right |correct )?list\b|\b(?:forget|scrap|discard|ignore) (?:those|these|that|them|the rest)\b|\b(?:only|just|one|single) (?:one |a single )?(?:site|plant|factory|location|building)\b/iu
/** Asked of anything, it is a list that needs licences. */
const ASKS_SIZES =
  /\b(?:sizes?|sizing|licen[cs]es?|licen[cs]ing)\b[^?]*\?|(?:\b(?:what about|enough for) \d[\d.,]{0,9}k?(?: devices)?|\b\d[\d.,]{0,9}k?(?: devices)? (?:need|require|take))\s*\?/iu
const FURTHER =
  /\b(?:also|too|as well|another|more(?! like)|further|additional|extra|plus|besides|turns out|times|of (?:the|them|those|these))\b|^\W*(?:[-+*×]|x\b)/iu
/** What may stand in a list of sites, or in the question what they need. */
const LIST_WORD =
  /^(?:a|an|the|our|my|their|and|or|n|with|at|in|on|of|for|to|is|are|has|have|had|each|every|per|x|k|we|they|i|it|you|there|there's|so|only|just|more|like|dozen|half|rest|it's|that's|that|exact|exactly|precise|precisely|grows?|growing|remaining|others?|biggest|largest|smallest|bigger|smaller|same|double|were|was|be|incl|including|included|ok|okay|now|then|well|hi|hey|hello|please|pls|thanks|no|sorry|oops|actually|wait|correction|meant?|make|rather|both|about|around|roughly|approx|approximately|ot|it|iot|ics|s|m|l|xl|xs|but|if|what|how|which|what's|who|much|many|do|does|did|would|will|could|can|should|need|needs|needed|get|gets|got|take|buy|order|size|sizes|sizing|sized|licen[cs]es?|licensing|quote|price|cost|costs|say|tell|me|us|let's|assume|suppose|customer|client|company|one|ones|total|apiece|same|identical|alike|big|small|large|different|separate|respectively|instead|again|another)$/iu

/** Whether a message is a list of its own, which takes the place of the one in view. */
function isOfItsOwn(before: readonly Site[], said: readonly Site[], text: string): boolean {
  const [only, another] = before
  const [one, more] = said
  const named = said.flatMap(({ name }) => name ?? [])
  const isMeant = namesOne(before, text) && !said.some(({ name }) => isIn(before, name))
  if (isMeant || FURTHER.test(text)) return false
  // "300 OT and 100 IT" or "Lyon 400" of the 400 in view
  if (only && one && !another && !more && only.devices === one.devices && (only.name ?? one.name) === one.name) return true
  const isPlain = wordsBeside(text, [], named).every(word => LIST_WORD.test(word) || isNoun(word))
  // One number takes the place of another, unless they are of two names.
  if (only && one && !another && !more && (only.count ?? 1) === (one.count ?? 1))
    return isPlain && (!SORT.test(text) || BOTH_SORTS.test(text)) && (one.name === undefined || isIn(before, one.name))
  if (REPLACES.test(text) && (!another || !before.some(({ devices }) => said.some(site => site.devices === devices)))) return true
  if (ASKS_SIZES.test(text)) return true
  // "Lyon 420 to 450", of several
  const isKnown = said.some(({ name }) => isIn(before, name))
  if (isKnown && !before.every(({ name }) => isIn(said, name))) return false
  // "12 with 80", of groups in view
  if (said.length < before.length && said.every(site => before.some(({ devices }) => devices === site.devices))) return false
  // "Ulm 450, Bonn 95": of a longer list of names, or in its place?
  const isShorter = placesOf(said) < placesOf(before) && [...before, ...said].every(({ name }) => name !== undefined)
  return isPlain && ((placesOf(said) > 1 && !isShorter) || isCorrection(text))
}

const ALSO =
  /\bmore: |\b(?:add(?:ed|ing)?|insert|opening|one more|also|too|as well|another|additional|further|(?:is|are) new)\b|^\W*(?:\+|plus\b|(?:and |but )?(?:what|how) about \p{L})/iu
/** "There's also a warehouse with 60", "Ulm too, 450": places of their own, and none of those in view. */
function isFurther(before: readonly Site[], said: readonly Site[], text: string): boolean {
  if (!ALSO.test(text) || isOfThose(text) || namesOne(before, text)) return false
  const isOfPlaces = (text.match(/\p{L}+/gu) ?? []).some(word => isPlaceNoun(word.toLowerCase()))
  return isOfPlaces || placesOf(said) > 1 || said.every(({ name }) => name !== undefined && !isIn(before, name))
}

/** Of sites in view, so that its numbers are none of further ones. */
export const isOfThose = (text: string) =>
  /\b(?:of (?:the|them|those|these)|drop|remove|delete|closes?|closed|closing|times|discount|only|not|less|fewer|line|those|these|that)\b|\bx ?\d+\W*$/iu.test(
    text,
  )

const isNoun = (word: string) => isDeviceNoun(word.toLowerCase()) || isPlaceNoun(word.toLowerCase())

/** Of one sort of devices: those of the other sort are there still. */
const SORT = /\b(?:IT|OT|IoT|IIoT|ICS)\b/u
const BOTH_SORTS = /\bOT\b.{0,30}\bIT\b|\bIT\b.{0,30}\bOT\b/u

const PARTS = /(?:[;,.]\s+|\s*\n\s*)(?:(?:and|then|but|also|now)\s+)*|\s+(?:and|then|but)\s+(?:also\s+|then\s+)?/iu
/** In clauses. */
const MOST_PARTS = 6
const VERB =
  /^\W*(?:(?:please|also|and|then|can you|could you|ok|so|no|sorry|actually)\W+){0,3}(?<verb>add|remove|drop|delete|rename|change|set|without|reduce|increase|raise|lower|cut|take)\b/iu
const OWN_VERB =
  /\b(?:is|are|has|have|with|needs?|should|becomes?|closes?|closed|gone|out|sold|more|fewer|less|extra|additional|to)\b|[:=+−-]|->|→/iu

/** "Lyon is 420, and add Bonn 95, and drop Paris": each part changes the list on its own; undefined where one doesn't. */
function inParts(before: readonly Site[], text: string): readonly Site[] | undefined {
  const parts = text.split(PARTS).filter(part => /[\p{L}\d]/u.test(part))
  if (parts.length < 2 || parts.length > MOST_PARTS || /%|per ?cent/iu.test(text)) return undefined
  let sites = before
  let verb = ''
  let isMore = false
  let last: string | undefined
  for (const part of parts) {
    verb = VERB.exec(part)?.groups?.verb ?? verb
    // "Add 100 to Lyon and 20 to Metz"
    const isOfVerb = !/^(?:remove|drop|delete|without)$/iu.test(verb) || !/\d/u.test(part)
    const isShort = verb !== '' && isOfVerb && !VERB.test(part) && (!OWN_VERB.test(part) || /^(?:add|take|rename)$/iu.test(verb))
    // "Lyon +100, Metz 20"
    if (isMore && /\d/u.test(part) && !isShort && !OWN_VERB.test(part)) return undefined
    isMore ||= MORE.test(part) || FEWER.test(part)
    const named = last === undefined ? part : part.replace(/\bit\b/u, () => last ?? '')
    const after = withPart(sites, isShort ? `${verb} ${named}` : named)
    if (!after) return undefined
    last = differenceOf(sites, after).come[0]?.name
    sites = after
  }
  return sites
}

/** "Metz stays" */
const STAYS = /\b(?:stays?|remains?|unchanged|no change|the same|(?:is|are) (?:ok(?:ay)?|right|fine|correct))\b/iu

function withPart(before: readonly Site[], text: string): readonly Site[] | undefined {
  const lines = readLines(text)
  const { sites: found } =
    readPair(lines) ?? readSites(mergeNumbers(tokenize(lines)), () => false, { intent: 'size-license', asked: 'sites' })
  const said = found.length > 0 ? namedAsInView(before, found, text) : undefined
  const after = sitesWith(before, said, text)
  if (!after && STAYS.test(text) && !/\d/u.test(text) && namesOne(before, text)) return before
  if (after && after === said) return isFurther(before, after, text) ? [...before, ...after] : undefined
  const change = changeIn(before, text)
  return after && change && isAccounted(change, after) ? after : undefined
}
