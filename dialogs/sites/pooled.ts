import type { Conversation, Reading } from '../ports.ts'

const OF_ALL = /\b(?:total|altogether|combined|overall|in all)\b/iu

/** "1,000 devices in total", where it was asked how many each of several sites has: sites are never pooled, so that it is none of one. */
export function unpooled({ places = 1, asked }: Conversation, reading: Reading, text: string): Reading {
  const { sites, ...facts } = reading.facts
  const [only, another] = sites ?? []
  if (places < 2 || asked !== 'sites' || !only || another || only.name || only.count !== undefined || !OF_ALL.test(text)) return reading
  const why = `no number for each of the ${places} sites`
  return { ...reading, facts, unreadable: [...reading.unreadable, { line: 1, text: text.trim(), why }] }
}
