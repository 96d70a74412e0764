import type { Conversation } from '../ports.ts'

const lead = String.raw`^\W*(?:(?:and|also|oh|ok(?:ay)?|please|sorry|so|now|right|anyway|thanks|let['’]?s|can we|we)\W+)*`
const BACK = new RegExp(
  String.raw`${lead}(?:(?:go|get|come|turn) )?back to (?:(?:the|our|my|that) )?(?:list|sizing|sizes?|quote|quotation|offer|order|sites|plants|numbers|licen[cs]es)\b(?: then| now| please| again)*(?:(?:\s*[,;:.–—-]+\s*|\s+and\s+)(?<rest>\S.*)|\W*)$`,
  'isu',
)
const ADDS = new RegExp(String.raw`${lead}(?:add|plus)\s+(?!.*\b(?:remind|days?|weeks?|months?)\b).*\d`, 'iu')

/** The conversation that turns back to a list, and what is left to be understood. */
interface Back {
  readonly stood: Conversation
  /** "" where nothing is: the list is shown again. */
  readonly rest: string
}

/** "Back to the quote: add 250": of the list that was sized before; undefined where there is none. */
export function listMeant(stood: Conversation, text: string): Back | undefined {
  const said = stood.facts.sites ? BACK.exec(text)?.groups : undefined
  return said && { stood: turnedBack(stood), rest: said.rest ?? '' }
}

/** "And add Bath with 300" in a talk about something else: the list that was sized before; what was asked waits. */
export const backToList = (stood: Conversation, text: string): Conversation => (ADDS.test(text) ? turnedBack(stood) : stood)

function turnedBack(stood: Conversation): Conversation {
  if (stood.topic === undefined || stood.topic === 'size-license' || !stood.facts.sites) return stood
  const { asked: _, open, topic, ...rest } = stood
  return { ...rest, topic: 'size-license', ...(open ? { waiting: topic } : {}) }
}
