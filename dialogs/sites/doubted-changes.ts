import { isOfReminders } from '../reminders/stopping-words.ts'
import { NUMBER_WORD, numberOf } from '../understanding/number-words.ts'
import { isPlaceNoun, PLACES } from '../understanding/sites/site-words.ts'
import { likeAnother } from './like-another.ts'
import { doubtedSort } from './other-sorts.ts'
import { isMorePlaces } from './site-additions.ts'
import { type Change, figuresIn, namesOne } from './site-changes.ts'
import { numberIn } from './site-places.ts'
import { leavesNone, withoutSome } from './site-removals.ts'

// What a message says of sites in view without a number that could be counted: the list stays, and it is told.

const TIMES = '(?:half|double|twice|triple|quadruple|(?:two|three|four|five|\\d{1,2}) times|the same|as many)'
const COMPARED = new RegExp(
  `^\\W*(?:(?:[Aa]nd|[Bb]ut|[Aa]lso|[Oo]h|[Tt]hen)\\W+){0,2}(?:[Tt]he |[Oo]ur )?(?<name>(?:(?:plant|site|hall|building) )?\\p{Lu}[\\p{L}\\p{N}'’-]{0,40}(?: \\p{Lu}[\\p{L}\\p{N}'’-]{0,40}){0,2}) (?:has|have|is|gets|needs|with|had|runs) (?:about |around |roughly |almost |only |also )?${TIMES}\\b(?<than>.*)`,
  'u',
)
const NO_NAME = /^(?:It|They|We|I|You|That|This|These|Those|There|Each|Both|All|Everything|Everyone|Growth|What|Which|How)$/u
const REFERS = /^ (?:of|that|this|as|what|the|than|it)\b/u

/** "Rome has half of Metz", "Namur has double that". */
function compared({ before, text }: Change): string | undefined {
  const { name, than = '' } = COMPARED.exec(text)?.groups ?? {}
  if (!name || NO_NAME.test(name)) return undefined
  return !namesOne(before, name) || REFERS.test(than) ? 'no number of its own' : undefined
}

const OF_PLACES =
  /^\W*(?:(?:and|but|no|so|sorry|actually|now|the|our|all|make (?:it|that)|it['’]?s|there are|they have|what if)\W+){0,4}(?<many>\d{1,4} )?(?<kind>\p{L}+s)(?<told> (?:have|has|are|with|at|need|is) (?:about |now |only |really )?\d[\d.,]{0,9}k?(?: devices?)?)?(?: now| instead| really)*\W*$/iu

/** "14 stores", "the DCs have 2000", of groups that have no names. */
function ofGroup({ before, text, mentions }: Change): string | undefined {
  const { many, kind = '', told } = OF_PLACES.exec(text)?.groups ?? {}
  const groups = before.filter(({ count = 1 }) => count > 1).length
  if (!isPlaceNoun(kind.toLowerCase()) || (many === undefined) === (told === undefined) || mentions.length > 0) return undefined
  if (groups > 1) return 'which of the groups?'
  return groups === 1 && told ? 'each of them, or all together?' : undefined
}

const OTHERS = new RegExp(
  `^\\W*(?:(?:and|but) )?(?:the|both) other (?<many>\\d{1,2}|${NUMBER_WORD}) (?:ones |${PLACES} )?(?:are|have|has|is|need)\\b`,
  'iu',
)
const ONE_ALONE = /^\W*(?:the|that) (?<devices>\d[\d.,]{0,9}k?)(?: ones?)?\W*$/iu

/** "The other two are 500 each" of three, "the 400" and nothing of it. */
function ofSome({ before, text }: Change): string | undefined {
  const many = OTHERS.exec(text)?.groups?.many?.toLowerCase()
  const others = many ? (numberOf(many) ?? Number(many)) : 0
  if (others > 1 && others < before.length) return 'which of the sites?'
  const devices = ONE_ALONE.exec(text)?.groups?.devices
  return devices && before.length > 1 && before.some(site => site.devices === numberIn(devices)) ? 'what is to change there?' : undefined
}

const PART =
  /\b(?:of (?:those|them|these|which|its|the)|offline|inactive|idle|unused|disconnected|unmanaged|unreachable|not (?:connected|active|used|in use|online)|(?:will|to|going to) be (?:decommissioned|retired|scrapped|removed|replaced|shut down|switched off|phased out))\b/iu
const MORE_OF_NAME = /(?:\b(?:has|is|got|with|needs)|^|:) (?:one more|another(?: one)?)\s*[:=]\s*\d/iu

const TAKES_OUT =
  /^\W*(?:(?:please|no|ok|and|now|so|but|then|just|(?:can|could|would|will) you|i want to|let['’]?s)\W+){0,3}(?:remove|drop|delete|clear|erase|forget|scrap)\b(?! (?:it|about it|that|this|all of it|what (?:i|we) (?:just )?\p{L}+)\W*$)/iu

/** "Remove one plant" takes out one of those that are alike; "remove that one" names none. */
const COUNTED = new RegExp(`\\b(?:${NUMBER_WORD}|an?|another)\\b(?!\\W*$)`, 'iu')

/** "Remove Paris from the list, they sold it", "clear the list": nothing that can be taken out for sure. */
const takesOut = (change: Change) =>
  TAKES_OUT.test(change.text) &&
  !/\bgrowth\b/iu.test(change.text) &&
  !COUNTED.test(change.text) &&
  figuresIn(change.text).length === 0 &&
  withoutSome(change) === undefined

const isOneMorePlace = (text: string) => isPlaceNoun(ONE_MORE.exec(text)?.[1]?.toLowerCase() ?? '')
const ONE_MORE =
  /^\W*(?:(?:and|plus|also|oh|ok|add|there(?: ?['’]?s| is)) ){0,3}(?:one more|another|one other|a (?:further|second|third)) (\p{L}+)\W*$/iu

/** "Add 6 sites" */
const addsPlaces = (text: string) => isPlaceNoun(ADDS_PLACES.exec(text)?.[1]?.toLowerCase() ?? '')
const ADDS_PLACES = new RegExp(
  `^\\W*(?:(?:and|also|please|ok|then)\\W+){0,2}(?:add|plus)\\s+(?:another )?(?:\\d{1,4}|${NUMBER_WORD}) (?:(?:more|further|new|additional|extra|other) )?(\\p{L}+)\\W*$`,
  'iu',
)
/** "And 2 more sites", "one more depot": their devices are still to come. */
const comesUncounted = ({ text, numbers }: Change) =>
  (isMorePlaces(text) && numbers.length === 1) || isOneMorePlace(text) || addsPlaces(text)

/** Why a message's numbers can't be taken into the list in view; undefined where they can, or it says something else. */
export function doubtedIn(change: Change): string | undefined {
  const { before, text, mentions, numbers } = change
  if (likeAnother(change)) return undefined
  if (comesUncounted(change)) return 'no device count yet'
  if (isOfReminders(text)) return undefined
  const doubted = doubtedSort(change) ?? compared(change) ?? ofGroup(change) ?? ofSome(change)
  if (doubted) return doubted
  if (takesOut(change)) return leavesNone(change) ? 'none would be left; "start over" forgets them all' : 'which of the sites?'
  const isPart = PART.test(text)
  if (!isPart && !MORE_OF_NAME.test(text)) return undefined
  const [number, another] = numbers
  const isOfOnly = mentions.length === 0 && isPart && /\b(?:are|is|were|be)\b/iu.test(text)
  const [site, other] = isOfOnly ? before : mentions.flatMap(({ sites }) => sites)
  if (!site || other || (site.count ?? 1) > 1 || !number || another || number.percent) return undefined
  return isPart ? 'a part of its devices; how many does it have in all?' : 'the number of this site, or a further one?'
}
