import type { Kind } from '../../rules/facts.ts'
import { bareFact } from '../conversation.ts'
import { dayWords } from '../days/own-days.ts'
import { dayKeys } from '../days/spoken-days.ts'
import { isNumberedName } from '../numbered-names.ts'
import { isQuestion, MAX_PHRASE } from '../phrases.ts'
import type { Conversation, Reading } from '../ports.ts'
import { isSpokenOf } from '../reminders/item-meant.ts'
import { trackingTopics } from '../reminders/reminding.ts'
import { whichMeant } from '../reminders/shown-items.ts'
import { type Followed, isSameName, nameKey } from '../reminders/tracked.ts'
import type { Outcome, Scene } from '../scene.ts'
import { formerIn, isNoSubject, subjectIn, subjectOfThingIn } from '../subjects.ts'
import { LENGTH } from '../understanding/days/lengths.ts'
import { THING } from '../understanding/days/subject-words.ts'
import { PLACE } from '../understanding/sites/site-words.ts'
import { isName, type Opened, turned } from './opened-subject.ts'

// A message that tells another site's day in the few words of a follow-up: "same for Porto, it ends 20 March", "and Porto: 20 April".

const lead = '(?<lead>(?:(?:and|also|plus|ok(?:ay)?|now|so|then|next|but|or|oh|well|thanks|great|please|add)\\b\\W*){0,4})'
const supposing = '(?<supposing>(?:what|and|but) if |if |suppose |supposing )?'
const same = '(?<same>(?:(?:what|how) about |(?:the )?same(?: question| thing| again| here)?(?: goes)?[,:]? )?)'
const have = "(?:(?:we|i)(?:['’]ve| have)(?: also| got){0,2} |there(?:['’]s| is)(?: also)? )?"
const place = `(?<place>(?:(?:the|another|one more|our|my|a) )?(?:(?:other|second|new|paid) )?(?:(?:one|${PLACE}|reminder|(?<thing>${THING})) )?(?:in|at|for|of) )?(?:(?:the|our|my|customer|client) ){0,2}`
const name = "(?<name>\\p{L}[\\p{L}\\p{N}'’&-]{0,40}?(?: [\\p{L}\\p{N}][\\p{L}\\p{N}'’&-]{0,40}?){0,2}?)(?![\\p{L}\\p{N}])"
const after = `(?:['’]s)?(?: (?:one|${PLACE}|reminder|now|too|also|though|as well)){0,3}(?:,? (?:on the other hand|however|though|meanwhile)(?=,))?`
const then = '\\s*(?<mark>[,:;?(=–—-]?)\\s*(?:(?:which|that|where|there|but|and) )?'
const verb =
  "ends?|ended|ending|expires?|expired|expiring|runs?|ran|is|was|will|finish(?:es|ed)?|started|starts|began|bought|goes|lasts?|it|its|it['’]s|until|till"
const day = `(?:${dayWords}|\\d{1,2}[./]\\d{1,2}|today|yesterday|${LENGTH} ago)`
const shape = new RegExp(
  `^\\W*${lead}${supposing}${same}${have}${place}${name}${after}${then}(?<rest>(?:(?<verb>${verb})\\b|(?:on |at )?(?<day>${day})).*)$`,
  'isu',
)
/** "Munich is closed on 6 April", "Munich will buy on 20 March": what happens there is neither an end nor a start. */
const isOfBeing = /^(?:is|was|will)$/i
const ofItsDay = new RegExp(
  `^(?:is|was|will)(?: (?:be|now|on|already|really|actually|only|just|due|the|valid|good|running|active|covered|renewed|extended|started|activated|bought|purchased|not|it)){0,6} (?:${day}|\\d)|\\b(?:${THING}|ends?|ending|expir\\w+|lapses?|over|up|until|till|same|wrong|incorrect|mistaken)\\b`,
  'i',
)

/** What stands between "and" and a day and is no name, where names are written in small letters: "and maybe 20 April". */
const noNames =
  /^(?:on|by|until|till|from|since|before|after|around|about|maybe|perhaps|probably|possibly|really|actually|sorry|oops|again|ends?|ending|ended|starts?|started|begins?|began|expires?|expired|due|be|was|is|been|this|that|late|early|mid|date|deadline|expiry|expires|not|yes|please|remind\w*|ping|send|do|make|change|move|set|instead|only|just|even|rather|better|exactly|precisely|say|like|renewal|extension|latest|earliest|finally|later|sooner|bought|ordered|purchased|renewed|extended|until|to|per|the|of|with|without|it|its|we|they|you|i)\b/i

/** "Ends 22 April, not 15": what it is no longer. */
const former = /,?\s*(?:and |but )?(?:not|instead of|rather than)(?: on)?(?: the)? \d.{0,20}$/i

/**
 * The conversation as it turns to the site that a message names with a day of its own, and what is left to be understood; undefined for
 * every other message. A name that is not known has to be written as one, or to stand where only a place can.
 */
export async function secondSite(scene: Scene, text: string): Promise<Opened | Outcome | undefined> {
  const { stood, here } = scene
  if (text.length > MAX_PHRASE || text.includes('\n') || !mayGoOn(stood)) return undefined
  const said = shape.exec(text)?.groups
  if (!said?.name || !said.rest || (isOfBeing.test(said.verb ?? '') && !ofItsDay.test(said.rest))) return undefined
  const all = await here.tracked()
  const items = all.filter(({ tracked }) => isSameName(tracked.name, said.name))
  const known = items.length > 0 || namesOf(stood).some(each => isSameName(each, said.name))
  const isBare = said.verb === undefined
  // Where one site is spoken of by its name, "Ulm 1 March" tells of another.
  const isMarked = Boolean(said.lead || said.same || said.place || said.mark === ':')
  const isNamed = isWritten(said.name)
    ? !isBare || isMarked || stood.subject !== undefined
    : Boolean(said.place) || (isAdded(said) && !noNames.test(said.name))
  if (!known && (!isNamed || isNoSubject(said.name))) return undefined
  const from = fromWhere(stood, text, items, all)
  if (!from || 'which' in from) return from && whichMeant(scene, from.which)
  const opened = turnedToItem(from, items[0]?.tracked.name ?? said.name, items)
  return {
    stood: { ...opened, asked: bareFact(opened.topic, { ...opened.facts, ...kindIn(opened) }), unclear: undefined },
    rest: restOf(said),
  }
}

/** The conversation as it turns to a name: where nothing of its days was told, they are those that are tracked. */
export function turnedToItem(from: Conversation, name: string, items: readonly Followed[]): Conversation {
  const opened = turned(from, name)
  const [item, another] = items.filter(({ tracked }) => from.reminding?.kind === undefined || tracked.kind === from.reminding.kind)
  if (!item || another || dayKeys.some(key => opened.facts[key] !== undefined)) return opened
  return { ...opened, facts: { ...opened.facts, ...item.tracked.facts } }
}

/** Whether a question or a reminder of one site may be gone on with for another; what is tracked may be spoken of at any time. */
const mayGoOn = (stood: Conversation) =>
  stood.topic === undefined || trackingTopics.includes(stood.topic) || (stood.topic !== 'size-license' && dayAsked(stood) !== undefined)

/** The names that a talk is of, and was. */
export const namesOf = ({ subject = '', mentioned = '', otherSubjects = {} }: Conversation) =>
  [subject, mentioned, ...Object.keys(otherSubjects)].filter(each => each !== '')

/** The day that the answers of a talk hang on. */
const dayAsked = ({ topic, facts }: Conversation) => dayKeys.find(key => key === bareFact(topic, facts))

/** The other site of which the same is asked, without a day of its own: "and for Lyon?", "and the Lyon trial?", "back to lyon". */
export function siteAsked(stood: Conversation, { band, wishes, facts, otherProduct }: Reading, text: string): string | undefined {
  if (!stood.topic) return undefined
  // The number of "and plant 2?" is none of devices.
  const numbered = subjectIn(text)
  if (numbered && isNumberedName(numbered) && Object.keys(facts).every(key => key === 'sites')) return numbered
  if (Object.keys(facts).length > 0) return undefined
  const day = trackingTopics.includes(stood.topic) ? undefined : dayAsked(stood)
  const spokenOf =
    day && !otherProduct
      ? (theOther(stood, text) ?? formerIn(text, namesOf(stood)) ?? subjectOfThingIn(text, day.startsWith('trial')))
      : undefined
  if (spokenOf) return spokenOf
  // "And Fabrikam?" is outside of all topics, and yet a name.
  const isOfNone = band !== 'sure' || (wishes[0].intent === 'out-of-scope' && !otherProduct)
  return isOfNone ? subjectIn(text) : undefined
}

const other = new RegExp(
  `^\\W*(?:(?:and|so|what about|how about|for) ){0,3}the (?:other|second)(?: (?:one|${PLACE}|customer|trial|licen[cs]e))?(?: too)?\\W*$`,
  'i',
)

/** "And the other one?", where two are spoken of. */
function theOther(stood: Conversation, text: string): string | undefined {
  const names = other.test(text) ? namesOf(stood).filter(each => !isSameName(each, stood.subject ?? stood.mentioned)) : []
  return new Set(names.map(nameKey)).size === 1 ? names[0] : undefined
}

/** Written as a name is: each word with a capital, and none that begins a sentence. */
const isWritten = (words: string) =>
  words.split(' ').every((word, at) => /^\p{Lu}/u.test(word) || (at > 0 && /^\d/.test(word))) && isName(words)

/** "And porto 20 april" */
const isAdded = ({ lead = '', name = '', verb }: Readonly<Record<string, string | undefined>>) =>
  /^(?:and|also|plus|add)\b/i.test(lead) && verb === undefined && /^\p{L}{3,}$/u.test(name)

const kindIn = ({ reminding }: Conversation) => (reminding?.kind ? { kind: reminding.kind } : {})

/** A trial and a licence of one name are tracked: neither is moved unasked. */
interface Which {
  readonly which: readonly [Followed, ...Followed[]]
}

/** The talk that the message goes on with: the question of the first site, or its reminders; undefined where there is neither. */
export function fromWhere(
  stood: Conversation,
  text: string,
  items: readonly Followed[],
  all: readonly Followed[],
): Conversation | Which | undefined {
  const { topic } = stood
  const isOfReminders = topic === undefined ? items.length > 0 : trackingTopics.includes(topic)
  if (!isOfReminders) return topic && stood
  const spoken = items.filter(({ tracked }) => tracked.kind === stood.reminding?.kind)
  const [item, another] = spoken.length > 0 ? spoken : items
  if (item && another) return { which: [item, another] }
  if (isQuestion(text)) return item && { ...stood, topic: item.tracked.kind === 'trial' ? 'extend-trial' : 'license-lifecycle' }
  if (!item && topic !== 'set-reminder') return undefined
  const kind = item?.tracked.kind ?? stood.reminding?.kind ?? onlyKind(all)
  // Its own name is given where it is turned to.
  const spokenOf = item && isSpokenOf(item.tracked, stood.reminding)
  return { ...stood, topic: 'set-reminder', open: undefined, reminding: spokenOf ? stood.reminding : kind && { kind } }
}

function onlyKind(all: readonly Followed[]): Kind | undefined {
  const kind = all[0]?.tracked.kind
  return all.every(({ tracked }) => tracked.kind === kind) ? kind : undefined
}

/** What is said of the site, as it would be said of the one that is spoken of. */
function restOf({ rest = '', verb, thing, supposing, day }: Readonly<Record<string, string | undefined>>): string {
  const said = rest.replace(former, '').replace(/[)\s]+$/, '')
  if (!verb) return day ? said.replace(/^(?:on|at) /i, '').replace(/\?\W*$/, '') : said
  const subject = /^(?:it|until|till)/i.test(said) ? '' : thing ? `the ${thing} ` : 'it '
  return `${supposing ? 'what if ' : ''}${subject}${said}`
}
