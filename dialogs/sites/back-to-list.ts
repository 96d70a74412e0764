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

/** "And add Bath with 300", "Lyon has 600" in a talk about something else: the list that was sized before; what was asked waits. */
export const backToList = (stood: Conversation, text: string): Conversation =>
  ADDS.test(text) || changesCount(stood, text) ? turnedBack(stood) : stood

/** In characters. */
const MAX_CHANGE = 60
const COUNTS =
  /^(?:(?:and|oh|ok(?:ay)?|no|sorry|wait|actually|but|the|at|in|for|make|set|change|has|have|had|is|are|needs?|now|only|just|really|should be|it['’]?s|to|with|about|more|less|fewer|than|devices?|not)\b|\d{1,9}k?(?!\d)|[\s,;:.!?=–—-])+$/iu

/** Whether a message says how many devices a site of the list has, and nothing else. */
function changesCount({ facts }: Conversation, text: string): boolean {
  if (text.length > MAX_CHANGE || !/\d/u.test(text)) return false
  const said = text.toLowerCase()
  return (facts.sites ?? []).some(({ name }) => {
    const at = name ? said.indexOf(name.toLowerCase()) : -1
    return name !== undefined && at >= 0 && COUNTS.test(`${said.slice(0, at)} ${said.slice(at + name.length)}`)
  })
}

function turnedBack(stood: Conversation): Conversation {
  if (stood.topic === undefined || stood.topic === 'size-license' || !stood.facts.sites) return stood
  const { asked: _, open, topic, ...rest } = stood
  return { ...rest, topic: 'size-license', ...(open ? { waiting: topic } : {}) }
}
