import type { Reminding } from '../cards/actions.ts'
import type { Facts } from '../rules/facts.ts'
import { endOf } from '../rules/license-lifecycle.ts'
import { daysMeant } from './day-meant.ts'
import { isSpokenOf, namedIn, spokenOf } from './item-meant.ts'
import { isQuestion, MAX_PHRASE } from './phrases.ts'
import type { Unclear } from './ports.ts'
import { trackingTopics } from './reminding.ts'
import type { Scene } from './scene.ts'
import { nearFormer } from './spoken-days.ts'

const day = '((?:the )?[\\w .,/-]{3,30}?)\\W*$'
const until = `\\b(?:to|till|until|through|new end(?: date| day)?(?: is| on|:)?)\\s+${day}`
const prolonging = new RegExp(`\\b(?:extended|renewed|prolonged|postponed)\\b.*?${until}`, 'i')
const supposing = /\b(if|would|could|can|should|not|never|haven't|hasn't|isn't|wasn't)\b/i
/** "We got the extension, new end date is 15 May". */
const granted = new RegExp(
  `\\b(?:got|have|had|received|given|granted|gave us)(?: \\S+){0,3}? (?:extension|renewal|prolongation)\\b.*?${until}`,
  'i',
)
const wishing = /\b(no|must|will|to get|needs?|wants?|like|ask\w*|request\w*|hop(?:e|ing)|plan\w*|try\w*|appl\w+|wait\w*)\b/i
/** "Change the date to 20 April", "move Nice to 15 September". */
const moving = new RegExp(
  `^\\W*(?:please )?(?:change|move|shift|push|postpone|put off|delay|reschedule|set|correct|update) (.{2,60}?) to ${day}`,
  'i',
)
const whatIsTracked = /\b(?:it|this|that|date|day|end|expiry|deadline|trial|evaluation|pilot|poc|licen[cs]e|subscription)\b/i

/** What is tracked shall have another end, whose words read both ways or name no day. */
export interface UnclearEnd {
  readonly unclear: Unclear
  readonly reminding: Reminding
}

/** What is tracked got a later end, or another one: "we extended the trial to 15 May", "renewed until 30 June 2027". */
export interface Prolonged {
  readonly said: Facts
  readonly reminding: Reminding
}

/** Undefined where a message says no such thing, or nothing that is tracked here can be meant, or several can. */
export async function prolongedIn(scene: Scene, text: string): Promise<Prolonged | UnclearEnd | undefined> {
  if (text.length > MAX_PHRASE || isQuestion(text) || supposing.test(text)) return undefined
  const [, later] = prolonging.exec(text) ?? (wishing.test(text) ? [] : (granted.exec(text) ?? []))
  if (later) return goneOn(scene, text, later)
  const [, what = '', words] = mayMove(scene) ? (moving.exec(text) ?? []) : []
  return words ? goneOn(scene, text, words, what) : undefined
}

const dayOfMonthAlone = /^(?:the )?\d{1,2}(?:st|nd|rd|th)$/i

/** Elsewhere "change it to 20 April" is said of what is talked about. */
const mayMove = ({ stood }: Scene) => !stood.open && (stood.topic === undefined || trackingTopics.includes(stood.topic))

/** The new end of the one item that `text` can mean; `moved` is what shall get it by a person's own word, which may lie before the former one. */
async function goneOn(
  { stood, turn, desk }: Scene,
  text: string,
  words: string,
  moved?: string,
): Promise<Prolonged | UnclearEnd | undefined> {
  const all = await desk.store.trackedIn(turn.thread.key)
  const trials = /\b(trial|evaluation|pilot|poc)\b/i.test(text)
  const licenses = /\b(licen[cs]e|subscription|renewed|renewal)\b/i.test(text)
  const ofKind = all.filter(({ tracked: { kind } }) => (trials ? kind === 'trial' : licenses ? kind === 'paid' : true))
  const named = namedIn(ofKind, text)
  const spoken = moved && stood.topic === 'set-reminder' ? ofKind.filter(({ tracked }) => isSpokenOf(tracked, stood.reminding)) : []
  const [item, another] = [named, spoken].find(some => some.length > 0) ?? ofKind
  if (!item || another || (moved && named.length === 0 && !whatIsTracked.test(moved))) return undefined
  const { kind, facts } = item.tracked
  const fact = kind === 'trial' ? 'trialEnd' : 'licenseEnd'
  // Of a licence whose start alone is known, that may be the day to be changed.
  const former = kind === 'trial' ? facts.trialEnd : moved ? facts.licenseEnd : endOf(facts)
  // "Extended to the 10th" is told from the former end on.
  const from = former && !moved && dayOfMonthAlone.test(words) ? { ...turn, today: former } : turn
  const readings = (await daysMeant({ turn: from, desk }, words)).map(day =>
    former && moved ? (nearFormer({ [fact]: day }, { [fact]: former }, words, true)[fact] ?? day) : day,
  )
  const [end, orEnd] = readings
  if (former && moved && /\d/.test(words) && (!end || orEnd))
    return { unclear: { fact, text: words, readings }, reminding: spokenOf(item.tracked) }
  if (!end || orEnd || !former || (!moved && end <= former)) return undefined
  const renewed = kind === 'paid' && /\brenew(?:ed|al)\b/i.test(text)
  return { said: { kind, [fact]: end }, reminding: { ...spokenOf(item.tracked), ...(renewed ? { goesOn: true } : {}) } }
}
