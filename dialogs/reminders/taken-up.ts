import type { Deed, Verb } from '../../cards/actions.ts'
import { trackedListCard } from '../../cards/tracked-lists.ts'
import { smallTalk } from '../../cards/words/en/small-talk.ts'
import { trackedWords } from '../../cards/words/en/tracked.ts'
import { endOf } from '../../rules/license-lifecycle.ts'
import { ordinalIn } from '../phrases.ts'
import type { Next } from '../ports.ts'
import { blank, type Outcome, type Scene, say, shown } from '../scene.ts'
import { viewOf } from '../topic.ts'
import { chosenIn } from './chosen-items.ts'
import { deedDone } from './deed-done.ts'
import { namedIn } from './item-meant.ts'
import { namesDay } from './reminding.ts'
import type { Followed } from './tracked.ts'

// What the last answer left to be taken up: which of several was meant, or that something had better not been stopped.

const undo =
  /^\W*(?:(?:no|oh|oops|sorry|wait|actually|hm+|please|ah|but|not that one)\W+)*(?:undo(?: (?:it|that|this))?|(?:keep|restore|resume|continue|bring back|start again|track|take back|don['’]?t (?:stop|delete|remove|cancel|drop|forget))\b[^.?!]{0,60}|remind me (?:(?:about|of|for) [^.?!]{1,40} )?again|(?:turn|switch|put)\b[^.?!]{1,40} (?:back )?on(?: again)?|i (?:didn['’]?t|did not) (?:mean|want) (?:that|it|this|to)[^.?!]{0,30}|(?:that|it) was (?:a mistake|wrong|an accident|not what i (?:meant|wanted)))\W*$|^\W*(?:no[\s,!.]+wait|(?:oops|whoops)(?:\W+no)?|no[\s,!.]+oops|no[\s,!.]+not (?:that|this)(?: one)?)\W*$/i
/** Takes back a change, and says nothing else; a day in it is the former end. */
const back = new RegExp(
  `^\\W*(?:(?:no|oh|oops|sorry|wait|actually|hm+|please|ah|ok|well|but|can you|could you)\\W+)*(?:${[
    'undo(?: (?:it|that|this|the (?:last )?(?:change|move)))?',
    '(?:take|put|change|set|move|switch|bring|turn) (?:it|that|this|the (?:end|date|day)) back(?: to (?<day>.{3,30}?)| again)?',
    '(?:revert|restore|reset)(?: (?:it|that|this|the (?:last )?change))?',
    '(?:go )?back to (?:the )?(?:old|former|previous|original|first|earlier) (?:date|day|end|one)',
    '(?:cancel|drop|scratch|scrap|forget|reverse) (?:that|it|this|the (?:last )?change)',
    `(?<wrong>${[
      "(?:that|it|this)(?:[’']s| is| was) (?:wrong|a mistake|an accident|not (?:right|what i (?:meant|wanted|said)))",
      "i (?:didn[’']?t|did not) (?:mean|want|say|ask for) (?:that|it|this)",
      'wrong|not that|no[\\s,!.]+wait|(?:oops|whoops)(?:\\W+no)?',
    ].join('|')})`,
  ].join('|')})(?:\\W+(?:please|again|sorry|thanks))*\\W*$`,
  'i',
)

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
  const { stood, turn, desk, next } = scene
  if (next || stood.open || !(stood.topic === undefined || stood.topic === 'set-reminder') || !/^\W*(?:undo|revert)\b/i.test(text))
    return undefined
  const [first, ...others] = text.length > MAX_CHOICE ? [] : await desk.store.trackedIn(turn.thread.key)
  if (!first) return undefined
  const card = trackedListCard([first, ...others], viewOf(blank(scene, 'set-reminder')), trackedWords.nothingToUndo)
  return { answer: shown([card], { intent: 'set-reminder', outcome: 'nothing-to-undo' }), kept: stood }
}

const none = /^\W*(?:none(?: of (?:them|these|those))?|neither|nothing|no one|never ?mind|forget it|no|cancel)\W*$/i
const every = /^\W*(?:all(?: of (?:them|these))?|both(?: of (?:them|these))?|every(?:thing| one)|them all|the lot)\W*$/i

/** More words are no choice of one in a list. */
const MAX_CHOICE = 120

/** Undefined where a message takes up nothing. */
export async function takenUp(scene: Scene, text: string): Promise<Outcome | undefined> {
  const { next, turn, desk } = scene
  if (!next || text.length > MAX_CHOICE) return undefined
  if (next.undoes) return takesBack(text, next) ? deedDone(scene, next) : undefined
  if (next.verb === 'resume') return undo.test(text) ? undone(scene, next, text) : undefined
  if (none.test(text)) return { answer: say(smallTalk.dropped, { intent: 'stop-reminders', outcome: 'drop' }), kept: scene.stood }
  const all = (await Promise.all(next.items.map(({ id }) => desk.store.trackedById(turn.thread.key, id)))).filter(
    item => item !== undefined,
  )
  const chosen = every.test(text) ? all : (chosenByOrder(all, text) ?? chosenIn(all, text)?.items ?? [])
  const [first, ...others] = chosen
  if (!first) return undefined
  const items = next.items.filter(({ id }) => chosen.some(({ tracked }) => tracked.id === id))
  const isOneOnly = next.verb !== 'stop' && next.verb !== 'snooze'
  const isSure = every.test(text) || chosenByOrder(all, text) !== undefined || chosenIn(all, text)?.sure === true
  return others.length > 0 && (isOneOnly || !isSure)
    ? whichOf(scene, next.verb, [first, ...others], items)
    : deedDone(scene, { verb: next.verb, items })
}

const chosenByOrder = (all: readonly Followed[], text: string) => {
  const at = /^\W*(?:the )?last(?: one)?\W*$/i.test(text) ? all.length - 1 : ordinalIn(text)
  const item = at === undefined ? undefined : all[at]
  return item && [item]
}

/** "No wait, keep it": "keep Porto" of several that stopped takes up that one. */
async function undone(scene: Scene, next: Deed, text: string): Promise<Outcome> {
  const { turn, desk } = scene
  const ended = (await Promise.all(next.items.map(({ id }) => desk.store.trackedById(turn.thread.key, id)))).filter(
    item => item !== undefined,
  )
  const named = namedIn(ended, text)
  const items = next.items.filter(({ id }) => named.length === 0 || named.some(({ tracked }) => tracked.id === id))
  return deedDone(scene, { verb: 'resume', items })
}

function whichOf(scene: Scene, verb: Verb, few: readonly [Followed, ...Followed[]], items: Deed['items']): Outcome {
  const view = viewOf(blank(scene, 'stop-reminders'))
  const why = verb === 'stop' ? trackedWords.whichToStop : trackedWords.whichMeant
  return {
    answer: shown([trackedListCard(few, view, why)], { intent: 'stop-reminders', outcome: 'which' }),
    kept: { ...scene.stood, next: { verb, items } },
  }
}
