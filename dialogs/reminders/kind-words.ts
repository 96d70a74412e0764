import type { Kind } from '../../rules/facts.ts'

/** How people call a trial and what is paid for, one and several, for patterns. */
export const TRIAL = 'trials?|evaluations?|pilots?|pocs?'
export const PAID = 'licen[cs]es?|subscriptions?'

/** And what comes of what is tracked. */
export const REMINDER = 'reminders?|notices?|notifications?|pings?|alerts?'

const trial = new RegExp(`\\b(?:${TRIAL})\\b`, 'i')
/** A "trial licence" is a trial. */
const paid = new RegExp(`(?<!\\b(?:trial|evaluation) )\\b(?:${PAID})\\b`, 'i')

/** Either of them. */
export const THING = `${TRIAL}|${PAID}`

export const namesThing = (text: string) => thing.test(text)
const thing = new RegExp(`\\b(?:${THING})\\b`, 'i')

export const namesTrial = (text: string) => trial.test(text)

/** A trial or a licence; undefined where words name both or neither. */
export function kindNamed(text: string): Kind | undefined {
  const [isTrial, isPaid] = [trial.test(text), paid.test(text)]
  if (isTrial === isPaid) return undefined
  return isTrial ? 'trial' : 'paid'
}
