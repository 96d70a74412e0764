import type { Reading } from '../ports.ts'

/** Every government cloud has its own answer, so the word alone is asked back; on commercial Azure it is that of GCC. */
export function withGovernmentCloud(reading: Reading, text: string): Reading {
  const says = /\b(government|federal|public sector)\b/i.exec(text)?.[0]
  const [{ intent, sure }] = reading.wishes
  const aboutTrial =
    intent === 'extend-trial' ||
    (intent === 'government-cloud' && /\btrial\b/i.test(text) && /\b(extend|prolong|longer|more time)/i.test(text))
  if (says && aboutTrial && reading.facts.cloud === 'commercial')
    return { ...reading, band: 'sure', wishes: [{ intent: 'extend-trial', sure }], facts: { ...reading.facts, cloud: 'gcc' } }
  if (!says || !aboutTrial || reading.facts.cloud) return reading
  return {
    ...reading,
    wishes: [{ intent: 'extend-trial', sure }],
    unclear: [{ fact: 'cloud', text: says, readings: [] }, ...reading.unclear],
  }
}
