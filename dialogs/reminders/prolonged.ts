import type { Reminding } from '../../cards/actions.ts'
import { endOfItem } from '../../cards/item.ts'
import type { Day } from '../../rules/day.ts'
import { endKey, type Facts } from '../../rules/facts.ts'
import { endOf } from '../../rules/license-lifecycle.ts'
import { daysMeant } from '../days/day-meant.ts'
import { laterEnd } from '../days/later-end.ts'
import { dayWords } from '../days/own-days.ts'
import { nearFormer } from '../days/spoken-days.ts'
import { isQuestion, MAX_PHRASE } from '../phrases.ts'
import type { Unclear } from '../ports.ts'
import type { Scene } from '../scene.ts'
import { isNoSubject } from '../subjects.ts'
import { AMOUNT, after, type Length, lengthIn, UNIT } from '../understanding/days/lengths.ts'
import { kindNamed, THING } from '../understanding/days/subject-words.ts'
import { isAwaitingEnd } from './deed-done.ts'
import { daysToldIn } from './end-told.ts'
import { isOfOther, isSpokenOf, namedIn, remindedLately, spokenOf } from './item-meant.ts'
import { isNoName, trackingTopics } from './reminding.ts'
import type { Dated } from './several-tracked.ts'
import type { Followed, Tracked } from './tracked.ts'

const day = '((?:the )?[\\w .,/-]{3,30}?)\\W*$'
const until = `\\b(?:to|till|until|through|(?:new )?end(?: date| day)?(?: is| on|:)?|(?:it |that )?(?:now |will )?(?:ends?|expires?|runs|goes|lasts)(?: now)?(?: on| until| till| to)?)\\s+${day}`
const prolonging = new RegExp(`\\b(?:extended|renewed|prolonged|postponed)\\b.*?${until}`, 'i')
const supposing = /\b(if|would|could|can|should|not|never|haven't|hasn't|isn't|wasn't)\b/i
/** "We got the extension, new end date is 15 May". */
const granted = new RegExp(
  `\\b(?:got|have|had|received|given|granted|gave us)(?: \\S+){0,3}? (?:extension|renewal|prolongation)\\b.*?${until}`,
  'i',
)
const licence = `(?:it|us|this|that|them|(?:(?:the|our|my) )?${THING}(?: (?:in|for|of|at) it)?)`
/** "Extended by 30 days", "renewed for another year", "we got 30 more days"; a name in it reads "it". Support and data are extended too. */
const lengthened = new RegExp(
  `\\b(?:extended|prolonged|renewed|postponed)(?: ${licence})?(?: (?:now|already|again|today|yesterday|on \\S+ \\S+))?,? (?:by|for|another)\\b|\\b(?:got|received|given|granted|gave us)\\b(?: ${licence})?(?: \\S+){0,2} (?:more|extra|additional|another|further)\\b[^,.;]{0,12}\\b(?:${UNIT}|years?)\\b(?! of\\b)|\\b(?:got|received|given|granted|gave us)(?: \\S+){0,3} (?:extension|prolongation|renewal) (?:of|by|for)\\b`,
  'i',
)
/** How long, and nothing else: said where the new end is asked for. */
const lengthAlone = new RegExp(
  `^\\W*(?:(?:for|by|it['’]?s|just|only|another|extra|further|additional|more|whole|full|${AMOUNT})[\\s-]+){1,4}(?:${UNIT}|years?)(?: (?:more|longer|further))?\\W*$`,
  'i',
)
const wishing = /\b(no|must|will|to get|needs?|wants?|like|ask\w*|request\w*|hop(?:e|ing)|plan\w*|try\w*|appl\w+|wait\w*)\b/i
/** "Change the date to 20 April", "move Nice to 15 September". */
const moving = new RegExp(
  `^\\W*(?:please )?(?:change|move|shift|push|postpone|put off|delay|reschedule|set|correct|update) (.{2,60}?) to ${day}`,
  'i',
)
/** "Actually it ends on 30 April", said of the reminder that came last. */
const puttingRight = new RegExp(
  `^\\W*(?:(?:no|but|sorry|oops|actually|wait|well|ok|hm+|thanks)\\W+){0,3}(?:it|that|this|the (?:new )?(?:end(?: date)?|date|${THING}))(?:['’]s| (?:actually|really|now|is|was|will|be|ends?|expires?|runs|goes|lasts|until|till|to|on)){1,4} ((?:the )?(?:${dayWords}|\\d{1,2}[./]\\d{1,2}(?:[./]\\d{2,4})?|\\d{1,2}(?:st|nd|rd|th)))(?: now| actually| though)?\\W*$`,
  'i',
)
const whatIsTracked = new RegExp(`\\b(?:it|this|that|date|day|end|expiry|deadline|${THING})\\b`, 'i')

/** What is tracked shall have another end, whose words read both ways or name no day. */
export interface UnclearEnd {
  readonly unclear: Unclear
  readonly reminding: Reminding
}

/** Several of what is tracked can be meant. */
export interface Which {
  readonly which: readonly [Followed, ...Followed[]]
}

/** What is tracked got a later end, or another one: "we extended the trial to 15 May", "renewed until 30 June 2027". */
export interface Prolonged {
  readonly said: Facts
  readonly reminding: Reminding
}

/** Undefined where a message says no such thing, or nothing that is tracked here can be meant, or several can. */
export async function prolongedIn(scene: Scene, text: string): Promise<Prolonged | UnclearEnd | Which | undefined> {
  if (text.length > MAX_PHRASE || isQuestion(text) || supposing.test(text)) return undefined
  const [, later] = prolonging.exec(text) ?? (wishing.test(text) ? [] : (granted.exec(text) ?? []))
  const gone = later ? await goneOn(scene, text, later) : undefined
  if (gone) return gone
  const length = wishing.test(text) ? undefined : lengthIn(text)
  const byLength = length && (await longer(scene, text, length))
  if (byLength) return byLength
  const [, what = '', words] = mayMove(scene) ? (moving.exec(text) ?? []) : []
  if (words) return goneOn(scene, text, words, what)
  const right = scene.stood.topic === undefined && mayMove(scene) ? puttingRight.exec(text)?.[1] : undefined
  const [came, another] = right ? await remindedOf(scene) : []
  if (came && another) return { which: [came, another] }
  return right && came ? goneOn(scene, text, right, 'it') : undefined
}

/** "Basel and Lyon are renewed until 30 June 2027", "extended both until 22 May": all that went on, each until the same day; or which of them did. */
export async function severalProlongedIn(scene: Scene, text: string): Promise<readonly Dated[] | Which | 'unclear' | undefined> {
  const words = text.length > MAX_PHRASE || isQuestion(text) || supposing.test(text) ? undefined : prolonging.exec(text)?.[1]
  if (words === undefined) return undefined
  const all = await scene.desk.store.trackedIn(scene.turn.thread.key)
  const kind = kindNamed(text)
  const ofKind = all.filter(
    ({ tracked }) => tracked.kind === (kind ?? (all.some(each => each.tracked.kind === 'trial') ? 'trial' : 'paid')),
  )
  const named = namedIn(all, text)
  const every = /\b(?:both|all|everything)\b/i.test(text)
  const [first, second, ...others] = named.length > 1 ? named : every ? ofKind : []
  if (!first || !second) return undefined
  if (daysToldIn(text) !== 1) return 'unclear'
  const meant = [first, second, ...others] as const
  const [end, orEnd] = await daysMeant(scene, words)
  const items = meant.map(({ tracked: { kind, name, facts } }) => {
    const former = endOfItem({ kind, facts })
    const later = end && former && laterEnd(kind, former, end, words)
    return later && { kind, name, facts: { [endKey(kind)]: later }, goesOn: true as const }
  })
  const isSure = !orEnd && !(/\bboth\b/i.test(text) && meant.length !== 2)
  return isSure && items.every(item => item !== undefined) ? items.filter(item => item !== undefined) : { which: meant }
}

/** What the last reminders were of. */
async function remindedOf(scene: Scene): Promise<readonly Followed[]> {
  const due = await remindedLately(scene)
  return (await scene.desk.store.trackedIn(scene.turn.thread.key)).filter(({ tracked }) => due.some(came => came.tracked.id === tracked.id))
}

const dayOfMonthAlone = /^(?:the )?\d{1,2}(?:st|nd|rd|th)$/i

/** Elsewhere "change it to 20 April" is said of what is talked about. */
const mayMove = ({ stood }: Scene) => !stood.open && (stood.topic === undefined || trackingTopics.includes(stood.topic))

/** The one item that a message can mean which says what became of it. */
async function itemGoneOn(scene: Scene, text: string): Promise<Followed | undefined> {
  const { stood, turn, desk } = scene
  const all = await desk.store.trackedIn(turn.thread.key)
  const kind = kindNamed(text)
  const ofKind = all.filter(({ tracked }) => kind === undefined || tracked.kind === kind)
  const named = namedIn(ofKind, text)
  const spoken = await spokenLast(scene, ofKind)
  const [item, another] = [named, spoken].find(some => some.length > 0) ?? ofKind
  if (item && item.tracked.name !== '' && named.length === 0 && namesOther(text)) return undefined
  return another || (item && named.length === 0 && isOfOther(stood, item.tracked)) ? undefined : item
}

/** "Munich is extended until 1 June", "we renewed Oslo": said of what is not tracked here. */
const otherGoesOn = [
  `^\\W*(?:(?:and|but|ok|also|good news)\\W+){0,2}(?:(?:the|our) )?(?<name>\\p{Lu}[\\p{L}'’-]+)(?:['’]s)?(?: ${THING})?(?: (?:is|was|got|has|been|now|also|just)){1,3} (?:extended|renewed|prolonged|postponed)\\b`,
  `\\b(?:extended|renewed|prolonged|postponed) (?:(?:the|our) )?(?:${THING} (?:in|of|for|at) )?(?<name>\\p{Lu}[\\p{L}'’-]+)\\b`,
].map(pattern => new RegExp(pattern, 'u'))
const namesOther = (text: string) =>
  otherGoesOn.some(pattern => {
    const { name = '' } = pattern.exec(text)?.groups ?? {}
    return name !== '' && !isNoName(name) && !isNoSubject(name)
  })

/** What is spoken of, or where nothing is, what the last reminders were of. */
async function spokenLast(scene: Scene, all: readonly Followed[]): Promise<readonly Followed[]> {
  const { topic, reminding } = scene.stood
  if (topic === 'set-reminder') return all.filter(({ tracked }) => isSpokenOf(tracked, reminding))
  const came = topic === undefined ? await remindedOf(scene) : []
  return all.filter(({ tracked }) => came.some(each => each.tracked.id === tracked.id))
}

/** "Extended by 30 days": counted from the former end, where that is still ahead; else the new end is asked for. */
async function longer(scene: Scene, text: string, length: Length): Promise<Prolonged | undefined> {
  const isAwaited = isAwaitingEnd(scene.stood) && lengthAlone.test(text)
  if (!isAwaited && !/\b(?:extended|prolonged|renewed|postponed|got|received|given|granted|gave)\b/i.test(text)) return undefined
  const item = await itemGoneOn(scene, text)
  if (!isAwaited && !lengthened.test(withoutName(text, item?.tracked.name))) return undefined
  const former = item && endOfItem(item.tracked)
  if (!item || !former || former < scene.at.today || length.count === 0) return undefined
  return prolongedTo(item.tracked, after(former, length), item.tracked.kind === 'paid')
}

/** "Lyon was renewed" as "it was renewed". */
export function withoutName(text: string, name = ''): string {
  const at = name === '' ? -1 : text.toLowerCase().indexOf(name.toLowerCase())
  return at < 0 ? text : `${text.slice(0, at)}it${text.slice(at + name.length)}`
}

function prolongedTo(item: Tracked, end: Day, renewed: boolean): Prolonged {
  const fact = endKey(item.kind)
  return { said: { kind: item.kind, [fact]: end }, reminding: { ...spokenOf(item), ...(renewed ? { goesOn: true } : {}) } }
}

/** The new end of the one item that `text` can mean; `moved` is what shall get it by a person's own word, which may lie before the former one. */
async function goneOn(scene: Scene, text: string, words: string, moved?: string): Promise<Prolonged | UnclearEnd | undefined> {
  const item = await itemGoneOn(scene, text)
  if (!item || (moved && namedIn([item], text).length === 0 && !whatIsTracked.test(moved))) return undefined
  const { kind, facts } = item.tracked
  const fact = endKey(kind)
  // Of a licence whose start alone is known, that may be the day to be changed.
  const former = kind === 'trial' ? facts.trialEnd : moved ? facts.licenseEnd : endOf(facts)
  // "Extended to the 10th" is told from the former end on.
  const from = former && !moved && dayOfMonthAlone.test(words) ? { ...scene.turn, today: former } : scene.turn
  const readings = (await daysMeant({ ...scene, turn: from }, words)).map(day =>
    former && moved ? (nearFormer({ [fact]: day }, { [fact]: former }, words, true)[fact] ?? day) : day,
  )
  const [end, orEnd] = readings
  if (former && moved && /\d/.test(words) && (!end || orEnd))
    return { unclear: { fact, text: words, readings }, reminding: spokenOf(item.tracked) }
  if (!end || orEnd || !former) return undefined
  const later = moved ? end : laterEnd(kind, former, end, words)
  // What went on does not end before: it is asked for again.
  return prolongedTo(item.tracked, later ?? end, !later || (kind === 'paid' && /\brenew(?:ed|al)\b/i.test(text)))
}
