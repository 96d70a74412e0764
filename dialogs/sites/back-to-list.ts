import type { Conversation } from '../ports.ts'

/** "And add Bath with 300" in a talk about something else: the list that was sized before; what was asked waits. */
export function backToList(stood: Conversation, text: string): Conversation {
  const isOther = stood.topic !== undefined && stood.topic !== 'size-license' && stood.facts.sites !== undefined
  if (!isOther || !/^\W*(?:(?:and|also|oh|ok|please|sorry)\W+)*(?:add|plus)\s+(?!.*\b(?:remind|days?|weeks?|months?)\b).*\d/iu.test(text))
    return stood
  const { asked: _, open, topic, ...rest } = stood
  return { ...rest, topic: 'size-license', ...(open && topic ? { waiting: topic } : {}) }
}
