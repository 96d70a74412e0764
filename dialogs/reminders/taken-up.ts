import { smallTalk } from '../../cards/words/en/small-talk.ts'
import { trackedWords } from '../../cards/words/en/tracked.ts'
import { endOf } from '../../rules/license-lifecycle.ts'
import { isCallingWrong, ordinalIn } from '../phrases.ts'
import type { Next } from '../ports.ts'
import { type Outcome, type Scene, say } from '../scene.ts'
import { type Chosen, chosenIn } from './chosen-items.ts'
import { isNone } from './day-settled.ts'
import { deedDone } from './deed-done.ts'
import { namedIn, spokenLast } from './item-meant.ts'
import { namesDay } from './reminding.ts'
import { standing } from './shown-items.ts'
import type { Followed } from './tracked.ts'

// What the last answer left to be taken up: which of several was meant, or that something had better not been stopped.

const lead = '^\\W*(?:(?:no|oh|oops|sorry|wait|actually|hm+|please|ah|ok|well|but|not that one|can you|could you)\\W+)*'
const tail = '(?:\\W+(?:please|again|sorry|thanks))*\\W*$'
const it = '(?:it|that|this|the (?:last )?(?:change|move))'
const mistake = [
  "(?:that|it|this)(?:[’']s| is| was) (?:wrong|a mistake|an accident|not (?:right|what i (?:meant|wanted|said)))",
  "i (?:didn[’']?t|did not) (?:mean|want|say|ask for) (?:that|it|this|to)[^.?!]{0,30}",
  'wrong|not (?:that|this)(?: one)?|no[\\s,!.]+(?:wait|oops)|(?:oops|whoops)(?:\\W+no)?',
].join('|')
const keep =
  "(?:keep|restore|resume|continue|bring back|start again|track|don[’']?t (?:stop|delete|remove|cancel|drop|forget))\\b[^.?!]{0,60}|remind me (?:(?:about|of|for) [^.?!]{1,40} )?again|(?:turn|switch|put)\\b[^.?!]{1,40} (?:back )?on"
/** Takes back a change, and says nothing else; a day in it is the former end. "Never mind" and "forget it" may be said of the talk. */
const back = new RegExp(
  `${lead}(?:${[
    `(?:undo|revert|restore|reset)(?: ${it})?`,
    '(?:take|put|change|set|move|switch|bring|turn) (?:it|that|this|the (?:end|date|day)) back(?: to (?<day>.{3,30}?)| again)?',
    '(?:go )?back to (?:the )?(?:old|former|previous|original|first|earlier) (?:date|day|end|one)',
    `cancel|(?:cancel|drop|scratch|scrap|reverse) ${it}`,
    `(?<wrong>${mistake})`,
  ].join('|')})${tail}`,
  'i',
)
/** The same of what was stopped: it goes on. */
const on = new RegExp(`${lead}(?:undo(?: ${it})?|take (?:it|that|this) back|${mistake}|${keep})${tail}`, 'i')

function takesBack(text: string, { before }: Next): boolean {
  const { groups: { day, wrong } = {} } = back.exec(text) ?? {}
  const former = before && (before.facts.trialEnd ?? endOf(before.facts))
  // That a new one is wrong may be said of its date.
  return (
    back.test(text) &&
    (wrong === undefined || before !== undefined) &&
    (day === undefined || (former !== undefined && namesDay(day, former)))
  )
}

/** "Undo", where the last answer changed nothing: what is tracked is shown, and nobody is left to think that it was taken back or stopped. */
export async function nothingToUndo(scene: Scene, text: string): Promise<Outcome | undefined> {
  const { stood, next } = scene
  if (next || stood.open || !(stood.topic === undefined || stood.topic === 'set-reminder') || !/^\W*(?:undo|revert)\b/i.test(text))
    return undefined
  const all = text.length > MAX_CHOICE ? [] : await scene.here.tracked()
  if (all.length === 0) return undefined
  return standing(scene, all, { intent: 'set-reminder', outcome: 'nothing-to-undo' }, trackedWords.nothingToUndo)
}

/** "Wrong date", "no, not that one": what was tracked is called wrong, and not yet said what is right. */
const wrong = new RegExp(
  `${lead}(?:${mistake}|no(?:pe)?(?!\\W+thank)|(?:(?:that|it|this)(?:[’']s| is| was) )?(?:(?:the|a) )?(?:wrong|incorrect|not the right) (?:one|date|day|end|month|year|name|customer|site|kind|trial|licen[cs]e)|(?:the|its|your) (?:date|day|end|month|year|name|kind)(?: is| was|[’']s) (?:wrong|incorrect|not (?:right|correct)))${tail}`,
  'i',
)

/** Asks what is wrong with what was tracked, which stays as it is until then. */
export async function whatIsWrong(scene: Scene, text: string): Promise<Outcome | undefined> {
  const { topic, open } = scene.stood
  if (topic !== 'set-reminder' || open || text.length > MAX_CHOICE || !(wrong.test(text) || isCallingWrong(text))) return undefined
  const all = await scene.here.tracked()
  const spoken = await spokenLast(scene, all)
  const items = spoken.length > 0 ? spoken : all
  return items.length > 0
    ? standing(scene, items, { intent: 'set-reminder', outcome: 'what-is-wrong' }, trackedWords.whatIsWrong)
    : undefined
}

const every = /^\W*(?:all(?: of (?:them|these))?|both(?: of (?:them|these))?|every(?:thing| one)|them all|the lot)\W*$/i

/** More words are no choice of one in a list. */
const MAX_CHOICE = 120

/** Undefined where a message takes up nothing. */
export async function takenUp(scene: Scene, text: string): Promise<Outcome | undefined> {
  const { next, turn, desk } = scene
  if (!next || text.length > MAX_CHOICE) return undefined
  if (next.undoes) return takesBack(text, next) ? deedDone(scene, next) : undefined
  if (next.verb === 'resume' && !on.test(text)) return undefined
  if (isNone.test(text)) return { answer: say(smallTalk.dropped, { intent: 'stop-reminders', outcome: 'drop' }), kept: scene.stood }
  const found = await Promise.all(next.items.map(({ id }) => desk.store.trackedById(turn.thread.key, id)))
  const all = found.filter(item => item !== undefined)
  const { items, sure } = next.verb === 'resume' ? keptIn(all, text) : chosenOf(all, text)
  if (items.length === 0) return undefined
  const isOneOnly = !['stop', 'snooze', 'resume'].includes(next.verb)
  if (items.length > 1 && (isOneOnly || !sure))
    return standing(
      scene,
      items,
      { intent: 'stop-reminders', outcome: 'which' },
      next.verb === 'stop' ? trackedWords.whichToStop : trackedWords.whichMeant,
      next.verb,
    )
  return deedDone(scene, { verb: next.verb, items: next.items.filter(({ id }) => items.some(({ tracked }) => tracked.id === id)) })
}

function chosenOf(all: readonly Followed[], text: string): Pick<Chosen, 'items' | 'sure'> {
  if (every.test(text)) return { items: all, sure: true }
  const at = /^\W*(?:the )?last(?: one)?\W*$/i.test(text) ? all.length - 1 : ordinalIn(text)
  const item = at === undefined ? undefined : all[at]
  return item ? { items: [item], sure: true } : (chosenIn(all, text) ?? { items: [], sure: false })
}

/** "No wait, keep it": "keep Porto" of several that stopped takes up that one. */
function keptIn(all: readonly Followed[], text: string): Pick<Chosen, 'items' | 'sure'> {
  const named = namedIn(all, text)
  return { items: named.length > 0 ? named : all, sure: true }
}
