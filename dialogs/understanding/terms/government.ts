import type { Reading } from '../../ports.ts'

/** Who is a government customer, on commercial Azure without a government cloud of their own as well. */
export const PUBLIC =
  '(?:government|federal|public[ -]sector|city council|city administration|county|municipality|municipal|ministry|state agency|public authority)'
const isPublic = new RegExp(`\\b${PUBLIC}\\b`, 'i')

const NOT = `\\b(?:not|no|never|[a-z]{2,6}n['’]?t) (?:(?:an?|the|any|really|actually|with|in|for|of) ){0,3}${PUBLIC}\\b`
const denied = new RegExp(NOT, 'gi')
const deniedSector = new RegExp(`${NOT}(?! (?:cloud|azure|tenant))`, 'i')

/** "We're not a government customer" */
export const isDeniedSector = (text: string) => deniedSector.test(text)

/** Every government cloud has its own answer, so the word alone is asked back; on commercial Azure it is that of GCC. */
export function withGovernmentCloud(reading: Reading, text: string): Reading {
  const said = text.replace(denied, ' ')
  const says = /\b(government|federal|public[ -]sector)\b/i.exec(said)?.[0]
  const [{ intent, sure }] = reading.wishes
  const { cloud } = reading.facts
  // What to quote hangs on the cloud, too: in some the licence is part of the plan, in others sales activates it.
  if (intent === 'size-license' && cloud && cloud !== 'commercial' && reading.wishes.every(wish => wish.intent !== 'government-cloud'))
    return { ...reading, wishes: [...reading.wishes, { intent: 'government-cloud', sure }] }
  const asksForMore = /\b(extend|extension|prolong|longer|more time)/i.test(text)
  const aboutTrial = intent === 'extend-trial' || (intent === 'government-cloud' && /\btrial\b/i.test(text) && asksForMore)
  if (!aboutTrial) return reading
  const ofTrial = { ...reading, wishes: [{ intent: 'extend-trial', sure }] } as const
  if (cloud === 'commercial' && isPublic.test(said)) return { ...ofTrial, band: 'sure', facts: { ...reading.facts, cloud: 'gcc' } }
  // "We're on GCC High, how do we extend the trial?" is half a question about the cloud.
  if (cloud && cloud !== 'commercial' && asksForMore && reading.band === 'half') return { ...ofTrial, band: 'sure' }
  if (!says || cloud) return reading
  return { ...ofTrial, unclear: [{ fact: 'cloud', text: says, readings: [] }, ...reading.unclear] }
}
