import { notTrackedCard } from '../../cards/track-form.ts'
import { trackedWords } from '../../cards/words/en/tracked.ts'
import { daysMeant } from '../days/day-meant.ts'
import { isQuestion, MAX_PHRASE } from '../phrases.ts'
import { blank, type Outcome, type Scene, shown } from '../scene.ts'
import { isNoSubject } from '../subjects.ts'
import { personal, viewOf } from '../topic.ts'
import { onlyKindNamed, THING } from '../understanding/days/subject-words.ts'
import { isOfEnd } from './end-told.ts'
import { mayBeOfTracked, namedIn } from './item-meant.ts'
import { isNoName } from './reminding.ts'
import { standing } from './shown-items.ts'

// What went on is said of somebody who isn't tracked here: never taken for one that is.

const went = '(?:extended|renewed|prolonged|postponed)'
const name = "(?<name>\\p{L}[\\p{L}\\p{N}'’&-]+?(?: \\p{Lu}[\\p{L}\\p{N}'’&-]*){0,2})(?:['’]s)?"
const whose = '(?:(?:[Tt]he|[Oo]ur|[Cc]ustomer|[Cc]lient) ){0,2}'
const until = '(?:until|till|to|through)'
/** "Munich is extended until 1 June", "northwind renewed", "we renewed Oslo". Whoever extends something is not what was extended. */
const goesOn = [
  `^\\W*(?:(?:[Aa]nd|[Bb]ut|[Oo]k|[Aa]lso|[Gg]ood news)\\W+){0,2}${whose}${name}(?: ${THING})?(?: (?:is|was|got|has|been|now|also|just)){1,3} ${went}\\b`,
  `^\\W*(?:(?:[Aa]nd|[Bb]ut|[Oo]k|[Aa]lso|[Gg]ood news)\\W+){0,2}${whose}${name}(?: ${THING})? ${went}(?= (?:${until}|by|for|again|too|also|already|yesterday|today)\\b|\\W*$)`,
  `\\b${went} ${whose}(?:${THING} (?:in|of|for|at) )?${name}(?: ${THING})?(?= (?:${until}|by|for|again|too|also|already|yesterday|today)\\b|\\W*$)`,
].map(pattern => new RegExp(pattern, 'u'))
const untilDay = new RegExp(`\\b${went}\\b.*? ${until} ((?:the )?[\\w .,/-]{3,30}?)\\W*$`, 'i')
const supposing = /\b(?:if|would|could|can|should|not|never|will|must|to be|\p{L}+n['’]t)\b/iu
/** Words without a capital that are no name: who did it, how, and what else is extended. */
const noName =
  /ly$|^(?:both|all|every\w*|some\w*|any\w*|none|customers?|clients?|sites?|plants?|admins?|portal|colleagues?|boss|manager|purchasing|procurement|finance|team|early|online|term|support|service|maintenance|warranty|offers?|quotes?|deadlines?|agreement|window|period|project|meeting|insurance|certificates?|azure|defender)$/

/** Who it is that went on, as a message says. */
export function goneOnIn(text: string): string | undefined {
  const names = goesOn.map(pattern => pattern.exec(text)?.groups?.name).filter(found => found !== undefined)
  return names.find(found => !isNoName(found) && !isNoSubject(found) && (/^\p{Lu}/u.test(found) || isNameWritten(found)))
}

const isNameWritten = (word: string) => !noName.test(word) && !isOfEnd(word) && !isNoName(`${word.charAt(0).toUpperCase()}${word.slice(1)}`)

/** Asks whether to track somebody who isn't, until the day that was told. One that is tracked without a name may be meant by any. */
export async function untracked(scene: Scene, text: string): Promise<Outcome | undefined> {
  const { stood } = scene
  if (stood.open || text.length > MAX_PHRASE || isQuestion(text) || supposing.test(text) || !mayBeOfTracked(stood)) return undefined
  const name = goneOnIn(text)
  const all = name === undefined ? [] : await scene.here.tracked()
  if (!name || all.length === 0 || namedIn(all, text).length > 0 || all.some(({ tracked }) => tracked.name === '')) return undefined
  const words = untilDay.exec(text)?.[1]
  const [end, orEnd] = words ? await daysMeant(scene, words) : []
  const trace = { intent: 'set-reminder', outcome: 'not-tracked' } as const
  if (!end || orEnd) return standing(scene, all, trace, trackedWords.notTracked)
  const kind = onlyKindNamed(text)
  const view = viewOf({ ...blank(scene, 'set-reminder'), reminding: { name, ...(kind ? { kind } : { end }) } })
  return {
    answer: shown([notTrackedCard(name, end, kind, view)], trace),
    // Asked again after another question, an open one that lacked nothing would be done: of a known kind none is open, and no date of the talk is its.
    kept: {
      ...stood,
      topic: 'set-reminder',
      facts: personal(stood.facts),
      ...(kind ? { reminding: { kind, name, another: true, doubted: end } } : { asked: 'kind', open: true, reminding: { name, end } }),
    },
  }
}
