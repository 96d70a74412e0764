import { unclearCard } from '../../cards/help.ts'
import { endOfItem } from '../../cards/item.ts'
import type { Day } from '../../rules/day.ts'
import { endKey } from '../../rules/facts.ts'
import { endOf } from '../../rules/license-lifecycle.ts'
import { daysMeant } from '../days/day-meant.ts'
import { laterEnd } from '../days/later-end.ts'
import { dayWords, onDayIn } from '../days/own-days.ts'
import { nearFormer } from '../days/spoken-days.ts'
import { isQuestion, MAX_PHRASE } from '../phrases.ts'
import type { Unclear } from '../ports.ts'
import { blank, type Outcome, type Scene, shown } from '../scene.ts'
import { viewOf } from '../topic.ts'
import { AMOUNT, after, type Length, lengthIn, UNIT } from '../understanding/days/lengths.ts'
import { onlyKindNamed, THING } from '../understanding/days/subject-words.ts'
import { isAwaitingEnd } from './deed-done.ts'
import { daysToldIn, tellsEnd } from './end-told.ts'
import { isOfOther, itemMeant, type Meant, mayBeOfTracked, namedIn, spokenLast, spokenOf, withoutName } from './item-meant.ts'
import { remindingIn } from './reminding.ts'
import { allTracked, oneAtATime } from './several-tracked.ts'
import { setting, whichMeant } from './shown-items.ts'
import type { Tracked } from './tracked.ts'
import { goneOnIn } from './untracked.ts'

const day = '((?:the )?[\\w .,/-]{3,30}?)\\W*$'
const until = `\\b(?:to|till|until|through|(?:new )?end(?: date| day)?(?: is| on|:)?|(?:it |that )?(?:now |will )?(?:ends?|expires?|runs|goes|lasts)(?: now)?(?: on| until| till| to)?)\\s+${day}`
const prolonging = new RegExp(`\\b(?:extended|renewed|prolonged|postponed)\\b.*?${until}`, 'i')
const supposing = /\b(if|would|could|can|should|not|never|haven't|hasn't|isn't|wasn't)\b/i
/** "We got the extension, new end date is 15 May". */
const granted = new RegExp(
  `\\b(?:got|have|had|received|given|granted|gave us)(?: \\S+){0,3}? (?:extension|renewal|prolongation)\\b.*?${until}`,
  'i',
)
const anyDay = `(?:the )?(?:${dayWords}|\\d{1,2}[./]\\d{1,2}(?:[./]\\d{2,4})?|\\d{1,2}(?:st|nd|rd|th))`
/** "Extension granted, now 15 May", "got the extension, 15 May", "extended, it's 15 May now". */
const nowUntil = new RegExp(
  `\\b(?:extended|prolonged|renewed|extension|prolongation)(?:[\\s,;:!.-]+(?:was|is|been|has|just|finally|granted|approved|confirmed|now|it['’]?s|new end(?: date)?)){0,5}[\\s,;:!.-]+(${anyDay})(?: now)?\\W*$`,
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
  `^\\W*(?:(?:no|but|sorry|oops|actually|wait|well|ok|hm+|thanks)\\W+){0,3}(?:it|that|this|the (?:new )?(?:end(?: date)?|date|${THING}))(?:['’]s| (?:actually|really|now|is|was|will|be|ends?|expires?|runs|goes|lasts|until|till|to|on)){1,4} (${anyDay})(?: now| actually| though)?\\W*$`,
  'i',
)
const whatIsTracked = new RegExp(`\\b(?:it|this|that|date|day|end|expiry|deadline|${THING})\\b`, 'i')

/** What is tracked got another end. */
interface NewEnd {
  readonly item: Tracked
  readonly end: Day
  /** It went on, and the end is none that was put right. */
  readonly goesOn: boolean
}

/** "We extended the trial to 15 May", "renewed until 30 June 2027", "move it to 20 April and remind me on 1 April". */
export async function prolonged(scene: Scene, text: string): Promise<Outcome | undefined> {
  const [said, wish] = withoutWish(text)
  if (said.length > MAX_PHRASE || isQuestion(said) || supposing.test(said)) return undefined
  const several = await severalProlonged(scene, said)
  if (several) return several
  const found = await newEndIn(scene, said)
  if (!found || 'answer' in found) return found
  const { item, end, goesOn } = found
  const brought = { said: { kind: item.kind, [endKey(item.kind)]: end }, reminding: spokenOf(item) }
  const former = endOfItem(item)
  // The support contract may have been extended as well; how long something went on is only read of a trial or licence.
  const isPlain = lengthIn(said) !== undefined || !former || tellsEnd(said, { ...item, former })
  if (!isPlain) return setting(scene, { ...brought, text: said }, 'prolonged')
  const on = wish ? await daysMeant(scene, onDayIn(wish) ?? '') : []
  const how = { ...(goesOn ? { goesOn } : {}), ...(on.length === 1 ? { on } : {}) }
  return setting(scene, { ...brought, reminding: { ...remindingIn(wish, brought.reminding), ...how } }, 'prolonged')
}

/** What is said of the end, and how to be reminded. */
function withoutWish(text: string): readonly [former: string, wish?: string] {
  const at = text.search(/(?:,|\band\b)\s*(?:please |also )*(?:remind|ping|notify) (?:me|us)\b/i)
  return at > 0 ? [text.slice(0, at), text.slice(at)] : [text]
}

/** Undefined where a message says no such thing, or nothing that is tracked here can be meant; a question where several can. */
async function newEndIn(scene: Scene, text: string): Promise<NewEnd | Outcome | undefined> {
  const [, later] = prolonging.exec(text) ?? (wishing.test(text) ? [] : (granted.exec(text) ?? nowUntil.exec(text) ?? []))
  const gone = later ? await goneOn(scene, text, later) : undefined
  if (gone) return gone
  const length = wishing.test(text) ? undefined : lengthIn(text)
  const byLength = length && (await longer(scene, text, length))
  if (byLength || !mayMove(scene)) return byLength
  const [, what = '', words] = moving.exec(text) ?? []
  if (words) return goneOn(scene, text, words, what)
  const right = scene.stood.topic === undefined ? puttingRight.exec(text)?.[1] : undefined
  const came = right ? await spokenLast(scene, await scene.here.tracked()) : []
  if (came.length > 1) return whichMeant(scene, came)
  return right && came.length > 0 ? goneOn(scene, text, right, 'it') : undefined
}

/** "Basel and Lyon are renewed until 30 June 2027", "extended both until 22 May": all that went on, each until the same day; or which of them did. */
async function severalProlonged(scene: Scene, text: string): Promise<Outcome | undefined> {
  const words = prolonging.exec(text)?.[1]
  if (words === undefined) return undefined
  const all = await scene.here.tracked()
  const kind = onlyKindNamed(text) ?? (/\brenewed\b/i.test(text) ? 'paid' : undefined)
  const one = kind ?? (all.some(({ tracked }) => tracked.kind === 'trial') ? 'trial' : 'paid')
  const named = namedIn(all, text)
  const every = /\b(?:both|all|everything)\b/i.test(text)
  const meant = named.length > 1 ? named : every ? all.filter(({ tracked }) => tracked.kind === one) : []
  if (meant.length < 2) return undefined
  if (daysToldIn(text) !== 1) return oneAtATime()
  const [end, orEnd] = await daysMeant(scene, words)
  const items = meant.map(({ tracked }) => {
    const [{ kind, name }, former] = [tracked, endOfItem(tracked)]
    const later = end && former && laterEnd(kind, former, end, words)
    return later && { kind, name, facts: { [endKey(kind)]: later }, goesOn: true as const }
  })
  const sure = orEnd || (/\bboth\b/i.test(text) && meant.length !== 2) ? [] : items.filter(item => item !== undefined)
  return sure.length === meant.length ? allTracked(scene, sure, {}) : whichMeant(scene, meant)
}

const dayOfMonthAlone = /^(?:the )?\d{1,2}(?:st|nd|rd|th)$/i

/** Elsewhere "change it to 20 April" is said of what is talked about. */
const mayMove = ({ stood }: Scene) => !stood.open && mayBeOfTracked(stood)

/** The one item that a message can mean which says what became of it. */
async function itemGoneOn(scene: Scene, text: string): Promise<Meant | undefined> {
  const item = await itemMeant(scene, text, onlyKindNamed(text) ?? (/\brenew(?:ed|al)\b/i.test(text) ? 'paid' : undefined))
  if (!item || item.named) return item
  return (item.tracked.name !== '' && goneOnIn(text) !== undefined) || isOfOther(scene.stood, item.tracked) ? undefined : item
}

/** "Extended by 30 days": counted from the former end, where that is still ahead; else the new end is asked for. */
async function longer(scene: Scene, text: string, length: Length): Promise<NewEnd | undefined> {
  const isAwaited = isAwaitingEnd(scene.stood) && lengthAlone.test(text)
  if (!isAwaited && !/\b(?:extended|prolonged|renewed|postponed|got|received|given|granted|gave)\b/i.test(text)) return undefined
  const item = await itemGoneOn(scene, text)
  if (!isAwaited && !lengthened.test(withoutName(text, item?.tracked.name))) return undefined
  const former = item && endOfItem(item.tracked)
  if (!item || !former || former < scene.at.today || length.count === 0) return undefined
  return { item: item.tracked, end: after(former, length), goesOn: item.tracked.kind === 'paid' }
}

/** The new end of the one item that `text` can mean; `moved` is what shall get it by a person's own word, which may lie before the former one. */
async function goneOn(scene: Scene, text: string, words: string, moved?: string): Promise<NewEnd | Outcome | undefined> {
  const item = await itemGoneOn(scene, text)
  if (!item || (moved && !item.named && !whatIsTracked.test(moved))) return undefined
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
  if (former && moved && /\d/.test(words) && (!end || orEnd)) return whichEnd(scene, item.tracked, { fact, text: words, readings })
  if (!end || orEnd || !former) return undefined
  const later = moved ? end : laterEnd(kind, former, end, words)
  // What went on does not end before: it is asked for again.
  return { item: item.tracked, end: later ?? end, goesOn: !later || (kind === 'paid' && /\brenew(?:ed|al)\b/i.test(text)) }
}

/** Asks for the new end of what is tracked: a day that is pressed or typed next is it. */
function whichEnd(scene: Scene, item: Tracked, unclear: Unclear): Outcome {
  const { fact, text, readings } = unclear
  const reminding = spokenOf(item)
  const view = viewOf({ ...blank(scene, 'set-reminder'), facts: { kind: item.kind }, reminding })
  return {
    answer: shown([unclearCard(fact, text, readings, view)], { intent: 'set-reminder', outcome: 'which-end' }),
    kept: { ...scene.stood, topic: 'set-reminder', asked: fact, open: true, reminding, ...(readings.length > 1 ? { unclear } : {}) },
  }
}
