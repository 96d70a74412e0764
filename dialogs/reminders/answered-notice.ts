import type { Verb } from '../../cards/actions.ts'
import { handleOf } from '../../cards/item.ts'
import { reminderCard } from '../../cards/reminder.ts'
import { trackedWords } from '../../cards/words/en/tracked.ts'
import type { Kind } from '../../rules/facts.ts'
import { dayWords } from '../days/own-days.ts'
import { type Outcome, type Scene, shown } from '../scene.ts'
import { THING } from '../understanding/days/subject-words.ts'
import { deedDone, isAwaitingEnd } from './deed-done.ts'
import { aroundName, isOfOther, isOfTracked, isSpokenOf, namedIn } from './item-meant.ts'
import type { Due } from './tracked.ts'

/** What may be said to a reminder, like a press on it. `of` is the kind that it is said of. */
interface Said {
  readonly as: 'done' | 'extended' | 'renewed' | 'bought' | 'over' | 'stays' | 'tomorrow'
  readonly of?: Kind
}

const it = `(?:it|this|that|them|(?:(?:the|our|my|a|one|new) )?(?:new )?${THING})`
// What may be said several times is counted, and begins in one way: a pattern that can take the same words in two ways tries all of them.
const lately = `(?: (?:now|already|today|yesterday|this (?:morning|week)|last (?:night|week|month)|automatically|by itself|on its own|on (?:${dayWords}))){0,4}`
const done = new RegExp(
  `^(?:(?:${it}|all)(?:'s| is| was| has been| got)? |(?:i|we)(?:'m|'re|'ve| am| are| have| just){0,3} |already ){0,4}(?:done|finished|sorted(?: out)?|handled|dealt with|resolved|settled|taken care of|did (?:it|that))(?: (?:with )?${it})?${lately}$`,
)
const happened = (word: string) =>
  new RegExp(
    `^(?:${it}(?:'s| is| was| has been| has| got)? |(?:i|we|they|sales|microsoft)(?:'ve| have| has| just){0,3} (?:(?:got|had) ${it} )?|already |been |just ){0,4}${word}(?: ${it})?(?: (?:by|for) [\\w ]{1,24})?${lately}$`,
  )
const came = (what: string) =>
  new RegExp(
    `^(?:(?:i|we)(?:'ve| have| just){0,3} (?:got|received|have|had|were (?:given|granted)) (?:it|the|our|an|a) ${what}|(?:the |our )?${what} (?:is|was|has been|got|came)(?: (?:just|already))? (?:granted|approved|confirmed|through|done|in))${lately}$`,
  )
const extended = [happened('(?:extended|prolonged)'), came('(?:trial )?(?:extension|prolongation)')]
const renewed = [happened('(?:auto-?|automatically )?renewed'), came('(?:licen[cs]e )?renewal')]
/** Said where it is asked how it went on: that it is over, or not yet. */
const over = new RegExp(
  `^(?:${it}(?:'s| is| was| has| has been| got| had)? )?(?:all )?(?:over|ended|finished|expired|cancell?ed|lapsed|gone|run out|ran out)(?: (?:now|already|and done|for good))*$|^(?:we|i)(?:'ve| have)? (?:let (?:it|this|that) (?:lapse|expire|end|run out|go)|cancell?ed(?: it| this| that)?)$`,
)
const stays = new RegExp(
  `^(?:(?:${it}|we|they|i) )?(?:(?:was|is|were|did|do|has|have|had|will)(?:n't| not)(?: be| been)?|won't(?: be)?|not) (?:extend|renew|extended|renewed|prolonged)(?: it| this| that)?(?: yet| any ?more)?$|^(?:not yet|back)$`,
)
const bought = happened('(?:bought|purchased)')
const tomorrow =
  /^(?:(?:not now|not today|later|no time)[, ]*(?:but )?)?(?:(?:(?:can|could|will|would) you )?(?:please )?(?:remind me|ask me|ping me|tell me|remind us)(?: of (?:it|this|that))? )?(?:again )?tomorrow(?: again| morning| please)*$|^(?:not now|not today|later|snooze(?: it| this)?(?: (?:(?:until|till) tomorrow|for (?:a|one) day))?)$/

/** "Tomorrow again" where no reminder came wishes for one: that day is no end. */
export const asWish = (text: string) =>
  /^\W*(?:(?:tomorrow again|again tomorrow)\b\W*(?:please\W*)?)$/i.test(text) ? 'remind me again tomorrow' : text

function saidOf(text: string, isAsked: boolean): Said | undefined {
  const words = text
    .toLowerCase()
    .replace(/[’`]/g, "'")
    .replace(/^\W*(?:(?:good|great|nice|happy) news|ok(?:ay)?|yes|yep|yeah|great|cool|thanks?(?: you)?|thx|hi|hey|no)\b[,.:! ]*/, '')
    .replace(/[,. ]*\b(?:thanks?(?: you)?|thx|please)\W*$|[^\w']+$/g, '')
    .trim()
  if (isAsked && over.test(words)) return { as: 'over' }
  if (isAsked && stays.test(words)) return { as: 'stays' }
  if (done.test(words)) return { as: 'done' }
  if (extended.some(pattern => pattern.test(words))) return { as: 'extended', of: 'trial' }
  if (renewed.some(pattern => pattern.test(words))) return { as: 'renewed', of: 'paid' }
  if (bought.test(words)) return { as: 'bought', of: 'trial' }
  return tomorrow.test(words) ? { as: 'tomorrow' } : undefined
}

/** Most messages are no such answer: the store is only asked about those that may be one. */
const maybe =
  /done|finish|sorted|handled|dealt|resolved|settled|care of|did (?:it|that)|exten[ds]|prolong|renew|bought|purchas|tomorrow|later|not (?:now|today)|snooze|over\b|not yet|back|ended|expire|cancel|lapse|gone|r[au]n out/i

/**
 * "Done", "extended", "we renewed it", "bought", "not now, tomorrow": said of the reminder that came last, as if its button had been
 * pressed; that it was extended or renewed may as well be said of what is tracked. Undefined where no such thing is said, or a question
 * other than how it went on is open.
 */
export async function answeredNotice(scene: Scene, text: string): Promise<Outcome | undefined> {
  const { stood, here } = scene
  const isAsked = isAwaitingEnd(stood)
  if (text.length > 120 || (stood.open && !isAsked) || !maybe.test(text)) return undefined
  const tracked = (await here.tracked()).map(({ tracked }): Due => ({ tracked, warns: [] }))
  const came = await here.reminded()
  const all = [...came, ...tracked.filter(({ tracked }) => !came.some(due => due.tracked.id === tracked.id))]
  const named = namedIn(all, text)
  const said = saidOf(
    named.reduce((words, { tracked: { name } }) => without(words, name), text),
    isAsked,
  )
  if (!said || (isAsked && said.as === 'tomorrow')) return undefined
  const spokenOf = isAsked ? all.filter(({ tracked }) => isSpokenOf(tracked, stood.reminding)) : []
  // Of what was bought, only while what is tracked is spoken of: else it may be bought for anything.
  const wentOn = said.as === 'extended' || said.as === 'renewed' || (said.as === 'bought' && (named.length > 0 || isOfTracked(stood)))
  const ofKind = (some: readonly Due[]) => some.filter(({ tracked }) => said.of === undefined || tracked.kind === said.of)
  // "We bought the licence" after a reminder of a licence was asked for is said of that one.
  const isOfLicence = said.as === 'bought' && stood.reminding?.kind === 'paid'
  const known = wentOn && !isOfLicence ? ofKind(tracked).filter(({ tracked }) => !isOfOther(stood, tracked)) : []
  const isMeant = named.length > 0 && (wentOn || named.some(due => came.includes(due)))
  const [first, ...others] = [isMeant ? named : [], spokenOf, ofKind(came), known, came].find(some => some.length > 0) ?? []
  if (!first) return undefined
  const next = { verb: verbOf(said, first), items: [first, ...others].map(({ tracked, warns }) => handleOf(tracked, warns)) }
  if (others.length === 0) return deedDone(scene, next)
  const shared = scene.turn.place !== 'personal'
  const setting = { ...scene.at, locale: scene.turn.person.locale, shared, asks: trackedWords.whichMeant }
  const card = reminderCard([first, ...others], setting)
  return { answer: shown([card], { intent: 'set-reminder', outcome: 'which' }), kept: { ...stood, next } }
}

/** A message without the name in it: "Hamburg is done", "done for Hamburg". */
function without(text: string, name: string): string {
  const [before, after] = aroundName(text, name) ?? [text, '']
  return `${before.replace(/\b(?:for|with|in|at|of) $/i, '')} ${after.replace(/^ (?:is|was|has been|got) /i, '')}`.trim()
}

function verbOf({ as }: Said, { tracked }: Due): Verb {
  if (as === 'tomorrow') return 'snooze'
  // A trial that wasn't extended runs to its end, with its reminders.
  if (as === 'stays') return 'show'
  return as === 'over' || (as === 'bought' && tracked.kind === 'trial') ? 'settle' : 'done'
}
