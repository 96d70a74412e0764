import type { Intent } from '../../../cards/intents.ts'
import { datesNear, eventFor, type Scene } from './date-scene.ts'
import type { DateKey } from './date-tenses.ts'
import type { DateFound } from './dates.ts'
import type { Event } from './event-words.ts'
import type { Subject } from './subject-words.ts'

const TRIAL_INTENTS: ReadonlySet<Intent> = new Set<Intent>(['extend-trial', 'trial-terms'])
const PAID_INTENTS: ReadonlySet<Intent> = new Set<Intent>([
  'refund-window',
  'license-lifecycle',
  'stop-renewal',
  'change-size',
  'license-terms',
  'migrate-legacy',
])
/** Whether the trial is meant: by the nearest name in the sentence, then the intent, then the rest of the message, then what was asked. */
export function isTrial(scene: Scene, date: DateFound, event: Event | undefined, asked: DateKey | undefined): boolean | undefined {
  const inSentence = subjectNear(scene, date, event)
  if (inSentence === 'licence' && event && hasTwin(scene, date, event)) return false
  if (TRIAL_INTENTS.has(scene.intent)) return inSentence !== 'paid'
  if (PAID_INTENTS.has(scene.intent)) return inSentence === 'trial'
  if (scene.intent === 'buy-license') return true
  if (inSentence === 'trial' || inSentence === 'paid') return inSentence === 'trial'
  if (inSentence === 'licence' && datesNear(scene, date).some(other => other !== date && subjectNear(scene, other, undefined) === 'trial'))
    return false
  if (scene.named.has('trial') || scene.named.has('extension')) return true
  if (inSentence === 'licence' || scene.named.has('paid') || scene.named.has('licence')) return false
  // "Sorry, Lyon ends 5 June"; "pause until 5 June" is no end.
  if (asked && scene.intent !== 'stop-reminders') return asked.startsWith('trial')
  const said = event ? (scene.tokens[event.at]?.text ?? '') : ''
  // "Remind me of the refund deadline, started 6 March": a trial costs nothing.
  const isOfMoney = scene.tokens.some(({ text }) => /^(?:refund\w*|money)$/u.test(text))
  if (scene.intent === 'set-reminder') return /^(?:started|began|begun|starting)$/u.test(said) && !isOfMoney
  if (scene.intent === 'stop-reminders' && said === 'end' && scene.tokens[(event?.at ?? 0) + 1]?.text === 'date') return false
  return undefined
}

/**
 * "The licence ends on 31 March; the trial ended on the 1st": the same is told of the trial, which therefore is another one. So it is with
 * the start of a licence beside the end of the trial: the trial's own start is said of the trial.
 */
const hasTwin = (scene: Scene, date: DateFound, { kind }: Event) =>
  datesNear(scene, date).some(other => {
    const twin = other === date ? undefined : eventFor(scene, other)?.event
    const isOther = twin?.kind === kind || ((kind === 'start' || kind === 'buy') && twin?.kind === 'end')
    return isOther && subjectNear(scene, other, twin) === 'trial'
  })

/** The nearest subject around a date in its sentence; a trial word within three words of "licence" makes it the trial's. */
function subjectNear(scene: Scene, date: DateFound, event: Event | undefined): Subject | undefined {
  const { tokens, sentence } = scene
  const centre = event ? event.at : date.from
  const here = sentence[date.from]
  let best: { subject: Subject; distance: number } | undefined
  for (let at = Math.max(0, centre - 40); at < Math.min(tokens.length, centre + 25); at += 1) {
    const subject = sentence[at] === here ? scene.subjects[at] : undefined
    if (!subject) continue
    const distance = at <= centre ? centre - at : (at - centre) * 1.3
    const named = subject === 'licence' ? nameOf(scene, at) : subject
    // "Licence ends" is said of that, whatever stands before; elsewhere a trial may be called one.
    const weighed = named === 'licence' && !(event && at === centre - 1) ? distance + 4 : distance
    if (!best || weighed < best.distance) best = { subject: named, distance: weighed }
  }
  return best?.subject
}

function nameOf({ subjects }: Scene, at: number): Subject {
  const around = [at - 1, at - 2, at - 3, at + 1, at + 2].map(index => subjects[index])
  return around.includes('trial') ? 'trial' : around.includes('paid') ? 'paid' : 'licence'
}
