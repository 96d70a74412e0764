import type { Verb } from '../cards/actions.ts'
import { handleOf } from '../cards/item.ts'
import { reminderCard } from '../cards/reminder.ts'
import { trackedWords } from '../cards/words/en/tracked.ts'
import type { Kind } from '../rules/facts.ts'
import { deedDone, isAwaitingEnd } from './deed-done.ts'
import { type Outcome, type Scene, shown } from './scene.ts'
import { type Due, nameKey } from './tracked.ts'

/** A reminder is answered in words for so long. */
const ANSWERED_MS = 7 * 86_400_000

/** What may be said to a reminder, like a press on it. `of` is the kind that it is said of. */
interface Said {
  readonly as: 'done' | 'extended' | 'renewed' | 'bought' | 'tomorrow'
  readonly of?: Kind
}

const it = '(?:it|this|that|them|(?:the|our|my|a|one|new)(?: new)? (?:trial|licen[cs]es?|subscriptions?)|licen[cs]es)'
const lately = '(?: (?:now|already|today|yesterday|this (?:morning|week)|last (?:night|week|month)))*'
const done = new RegExp(
  `^(?:(?:${it}|all)(?:'s| is| was| has been| got)? |(?:i|we)(?:'m|'re|'ve| am| are| have| just)* |already |all )*(?:done|finished|sorted(?: out)?|handled|dealt with|resolved|settled|taken care of|did (?:it|that))(?: (?:with )?${it})?${lately}$`,
)
const happened = (word: string) =>
  new RegExp(
    `^(?:${it}(?:'s| is| was| has been| has| got)? |(?:i|we|they|sales|microsoft)(?:'ve| have| has| just)* (?:(?:got|had) ${it} )?|already |been |just )*${word}(?: ${it})?(?: (?:by|for) [\\w ]{1,24})?${lately}$`,
  )
const extended = happened('(?:extended|prolonged)')
const renewed = happened('renewed')
const bought = happened('(?:bought|purchased)')
const tomorrow =
  /^(?:(?:not now|not today|later|no time)[, ]*(?:but )?)?(?:(?:(?:can|could|will|would) you )?(?:please )?(?:remind me|ask me|ping me|tell me|remind us)(?: of (?:it|this|that))? )?(?:again )?tomorrow(?: again| morning| please)*$|^(?:not now|not today|later|snooze(?: it| this)?(?: (?:(?:until|till) tomorrow|for (?:a|one) day))?)$/

function saidOf(text: string): Said | undefined {
  const words = text
    .toLowerCase()
    .replace(/[’`]/g, "'")
    .replace(/^\W*(?:ok(?:ay)?|yes|yep|yeah|great|cool|thanks?(?: you)?|thx|hi|hey|no)\b[,.! ]*/, '')
    .replace(/[,. ]*\b(?:thanks?(?: you)?|thx|please)\W*$|[^\w']+$/g, '')
    .trim()
  if (done.test(words)) return { as: 'done' }
  if (extended.test(words)) return { as: 'extended', of: 'trial' }
  if (renewed.test(words)) return { as: 'renewed', of: 'paid' }
  if (bought.test(words)) return { as: 'bought', of: 'trial' }
  return tomorrow.test(words) ? { as: 'tomorrow' } : undefined
}

/**
 * "Done", "extended", "we renewed it", "bought", "not now, tomorrow": said of the reminder that came last, as if its button had been
 * pressed. Undefined where no such thing is said, a question other than how it went on is open, or none came lately.
 */
export async function answeredNotice(scene: Scene, text: string): Promise<Outcome | undefined> {
  const { stood, turn, desk } = scene
  const isAsked = isAwaitingEnd(stood)
  if (text.length > 120 || (stood.open && !isAsked)) return undefined
  const since = new Date(desk.clock.now().getTime() - ANSWERED_MS)
  // Most messages are no such answer: the store is only asked about those that may be one.
  if (
    !/done|finish|sorted|handled|dealt|resolved|settled|care of|did (it|that)|extend|prolong|renew|bought|purchas|tomorrow|later|not (now|today)|snooze/i.test(
      text,
    )
  )
    return undefined
  const due = await desk.store.remindedOf(turn.thread.key, since)
  const named = due.filter(({ tracked: { name } }) => name !== '' && nameKey(text).includes(nameKey(name)))
  const said = saidOf(named.reduce((words, { tracked: { name } }) => without(words, name), text))
  if (!said || due.length === 0 || (isAsked && said.as === 'tomorrow')) return undefined
  const ofKind = due.filter(({ tracked }) => said.of === undefined || tracked.kind === said.of)
  const [first, ...others] = [named, ofKind, due].find(some => some.length > 0) ?? []
  if (!first) return undefined
  return others.length > 0 ? whichOne(scene, said, [first, ...others]) : meant(scene, said, first)
}

/** A message without the name in it: "Hamburg is done", "done for Hamburg". */
function without(text: string, name: string): string {
  const at = text.toLowerCase().indexOf(name.toLowerCase())
  if (at < 0) return text
  const [before, after] = [text.slice(0, at), text.slice(at + name.length)]
  return `${before.replace(/\b(?:for|with|in|at|of) $/i, '')} ${after.replace(/^ (?:is|was|has been|got) /i, '')}`.trim()
}

function whichOne({ at, turn, stood }: Scene, said: Said, due: readonly [Due, ...Due[]]): Outcome {
  const shared = turn.place !== 'personal'
  const card = reminderCard(due, { ...at, locale: turn.person.locale, shared, asks: trackedWords.whichMeant })
  const next = { verb: verbOf(said, due[0]), items: due.map(({ tracked, warns }) => handleOf(tracked, warns)) }
  return { answer: shown([card], { intent: 'set-reminder', outcome: 'which' }), kept: { ...stood, next } }
}

const meant = (scene: Scene, said: Said, due: Due) =>
  deedDone(scene, { verb: verbOf(said, due), items: [handleOf(due.tracked, due.warns)] })

function verbOf({ as }: Said, { tracked }: Due): Verb {
  return as === 'tomorrow' ? 'snooze' : as === 'bought' && tracked.kind === 'trial' ? 'settle' : 'done'
}
