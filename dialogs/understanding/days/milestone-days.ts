import { wordsIn } from './date-parts.ts'
import { eventFor, type Scene } from './date-scene.ts'
import type { DateFound } from './dates.ts'
import type { Event } from './event-words.ts'
import { subjectOf } from './subject-words.ts'

// A day of a licence is one on which the licence itself starts or ends. What hangs on that has days as well (the grace period's, the
// service's, the data's, the refund's), and no day of the licence is worked back from them: it is asked for.

const MILESTONE =
  /^(?:grace|window|deadline|cut-?off|services?|monitoring|portal|sensors?|alerting|data|retention|deletion|access|notice|disabled|deactivated|suspended|blocked|deleted|erased|purged|switched)$/u
const PRONOUN = /^(?:it|it's|that|this|which|they|these|those)$/u
/** Where another clause begins. */
const BORDER = /^(?:[,;:!?(—–"]|and|but|so|because|while|although|if|when|once|whereas|since|as)$/u
const TO_ACT = /^(?:renew|buy|act|pay|cancel|return|decide|order|react)$/u
const JUDGED = /^(?:still|too|ok|okay|fine|enough|early|late|soon|possible|alright|good)$/u
const JOINS = /^(?:for|of|with|including)$/u
/** What was agreed upon, as people call it as well. */
const AGREED = /^(?:contract|agreement|order|purchase|xs|s|m|l|xl)$/u
/** "The licence that ended", "the licence from": the word before is what the day is said of. */
const TELLS_OF = /^(?:that|which|who|from|dated)$/u
/** In words: "for our OT monitoring". */
const MAX_NAME = 5
const MAX_BACK = 16

/** "We have until 31 March to renew", "is 30 April still ok?", "would Sunday be too late?": what somebody does on a date, or until then. */
export const isForActing = (scene: Scene, date: DateFound): boolean => {
  const { tokens, dates } = scene
  const [before, behind, next] = [date.from - 1, date.to, date.to + 1].map(at => tokens[at]?.text ?? '') as [string, string, string]
  return (
    (behind === 'to' && TO_ACT.test(next)) ||
    (/^(?:is|be|was)$/u.test(before) && JUDGED.test(behind)) ||
    (/^(?:would|will)$/u.test(before) && behind === 'be' && JUDGED.test(next)) ||
    (dates.length > 1 && (isAskedAbout(scene, date) || isOfOtherClause(scene, date)))
  )
}

/** "Licence ends 31 March, what about 1 May?", "bought 1 April 2025, what happens on 1 May?" */
const isAskedAbout = ({ tokens }: Scene, { from }: DateFound) =>
  /\b(?:(?:what|how) about(?: on)?|what (?:happens|will happen|would happen) (?:on|by))(?: the)?$/u.test(wordsIn(tokens, from - 4, from))

/** "We got a mail on 1 March that the licence ends on 31 March", "what happens on 1 May if it ends on 31 March?" */
function isOfOtherClause(scene: Scene, date: DateFound): boolean {
  const { tokens, dates } = scene
  const at = eventFor(scene, date)?.event.at ?? -1
  const [opens, next] = [tokens[date.to]?.text ?? '', tokens[date.to + 1]?.text ?? '']
  return at > date.to && /^(?:if|that|when)$/u.test(opens) && !JOINS.test(next) && dates.some(({ from }) => from > at && from - at <= 4)
}

/** Whether a date is that of something else than the licence itself. */
export function isOfMilestone({ tokens, sentence }: Scene, date: DateFound, event: Event | undefined): boolean {
  const text = (at: number) => tokens[at]?.text ?? ''
  // "The 30 days are up."
  const isCount = (at: number) => text(at) === 'days' && tokens[at - 1]?.kind === 'number' && /^(?:are|end|expire|run)$/u.test(text(at + 1))
  // The "service period" of an invoice is the term.
  const isTerm = (at: number) => /^services?$/u.test(text(at)) && /^(?:period|term)$/u.test(text(at + 1))
  const isMilestone = (at: number) => (MILESTONE.test(text(at)) && !isTerm(at)) || isCount(at)
  const isSubject = (at: number) => isMilestone(at) || AGREED.test(text(at)) || subjectOf(text(at)) !== undefined
  /** "the grace period for our licence", "the licence for OT monitoring" */
  const belongs = (at: number) => {
    let back = at - 1
    while (at - back < MAX_NAME && !isSubject(back) && !BORDER.test(text(back)) && !JOINS.test(text(back))) back -= 1
    // "The end of the contract" is a day of its own.
    return JOINS.test(text(back)) && !/^(?:end|start|expiry)$/u.test(text(back - 1))
  }
  /** What the clause that ends at a place is about; a pronoun stands for what was named before. */
  const nearest = (end: number, floor: number): number | undefined => {
    let isMeant = false
    let belonging: number | undefined
    for (let at = end; at >= Math.max(floor, end - MAX_BACK) && sentence[at] === sentence[end]; at -= 1) {
      if (at < end && BORDER.test(text(at)) && !isMeant) break
      if (PRONOUN.test(text(at))) isMeant = true
      if (!isSubject(at)) continue
      if (!belongs(at) || TELLS_OF.test(text(at + 1))) return at
      belonging ??= at
    }
    return belonging
  }
  const own =
    nearest(date.from - 1, 0) ??
    (event && event.at >= date.to && sentence[event.at] === sentence[date.from] ? nearest(event.at - 1, date.to) : undefined)
  return own !== undefined && isMilestone(own)
}
