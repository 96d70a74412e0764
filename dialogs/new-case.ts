import type { Facts } from '../rules/facts.ts'
import { MAX_PHRASE } from './phrases.ts'
import type { Conversation } from './ports.ts'
import { isName } from './subjects/opened-subject.ts'
import { TRIAL } from './understanding/days/subject-words.ts'

// Somebody who answers several customers, one after the other: what was said of one is not used for the next.

const CASE = '(?:customer|client|account|prospect|tenant|company|quote|deal|opportunity|project|enquiry|call|caller)'
const LEAD = '(?:(?:ok(?:ay)?|thanks?|thank you|thx|great|perfect|good|now|and|so|then|right|alright|next)[^\\p{L}\\d]+)*'
/** No name of a customer. */
const HAPPENS = '(?:starts?|started|began|begins?|ends?|ended|ending|expires?|expired|runs?|bought)\\b'
const ENDS =
  '(?: please)?(?:[^\\S\\n]*[:;,.!?-]+|(?=\\s+(?:has|have|with|is|wants|needs|starts?|started|began|ends?|ended|ending|expires?|expired|bought)\\b)|(?=\\s+\\d)|(?=\\s*$))'
/** "Next customer: ...", "now for customer B: ...", "a different client, ...". */
const OPENS = new RegExp(
  `^[^\\p{L}\\d]*${LEAD}(?:(?:this is |that's |that is )?(?:for |from |about )?(?:an? |the |my |our )?(?:new|next|another|different|other|second|2nd|third|3rd) ${CASE}(?: (?!${HAPPENS})\\w{1,30})?|(?:for |about |now |next )+${CASE} \\w{1,30}|${CASE} \\w{1,30}(?=:)|(?:next|new) one(?=[:,])|next(?=:)|another one(?= ${HAPPENS}))${ENDS}`,
  'iu',
)
/** "Now contoso, trial ends 20 April", "for contoso the trial ends 20 April": of one of several customers. */
const NAMES = new RegExp(
  `^[^\\p{L}\\d]*${LEAD}(?:now |next |for )+(?!(?:us|me|them|this|that|it|the|our|my|their|his|her|a|an|which|what|how)\\b)[\\p{L}\\d&-]{2,30}(?=,? (?:(?:the|their|its) )?(?:trial|evaluation|pilot|poc|licen[cs]e) ${HAPPENS})`,
  'iu',
)
/** "Forget that: ...", "scrap that, ...". */
const TAKES_BACK =
  /^\W*(?:please )?(?:forget|scrap|scratch|ignore|discard|never mind) (?:that|it|this|those|these|all that|the list|the above)\s*[:;,.!-]+(?=\s*\S)/iu
/** What follows changes the list in view all the same. */
const GOES_ON = /^\W*(?:also|add|plus|without|drop|remove|same)\b/iu

/** A conversation at the start of another case, and what the message says of it. */
interface Turned {
  readonly stood: Conversation
  readonly rest: string
}

/** Where a message turns to another customer, or takes back the list: what is left of it and of the conversation; undefined where it does neither. */
export function nextCase(stood: Conversation, raw: string): Turned | undefined {
  const opening = raw.slice(0, MAX_PHRASE)
  const known = { ...stood.facts, ...stood.supposed }
  const next = Object.keys(known).length > 0 ? (OPENS.exec(opening) ?? (stood.customers ? NAMES.exec(opening) : null))?.[0] : undefined
  if (next !== undefined) {
    const rest = raw.slice(next.length)
    return { stood: GOES_ON.test(rest) ? stood : named(afresh(stood, {}), next), rest }
  }
  const back = known.sites ? TAKES_BACK.exec(opening)?.[0] : undefined
  if (back === undefined) return undefined
  const { sites: _, growthPercent: __, ...facts } = stood.facts
  return { stood: afresh(stood, facts), rest: raw.slice(back.length) }
}

const NAMED = new RegExp(`\\b${CASE} (\\p{Lu}[\\p{L}\\p{N}]+)`, 'u')

/** Whoever is named is spoken of, so that what is tracked next is tracked under that name; a list of sites is no one's but its own. */
function named(stood: Conversation, opening: string): Conversation {
  const subject = stood.topic === 'size-license' ? undefined : NAMED.exec(opening)?.[1]
  return subject ? { ...stood, subject } : stood
}

/** The topic stays, so that "Rome 400" is understood as before. */
const afresh = ({ topic, calledWrong, told, at, version }: Conversation, facts: Facts): Conversation => ({
  facts,
  declined: [],
  misses: 0,
  at,
  version,
  topic,
  asked: topic === 'size-license' ? 'sites' : undefined,
  calledWrong,
  told,
})

const theirs =
  /\b(?:their|(?:can|could|do|did|does|are|were|may|should|will|would|have|if|when|whether) they|they(?:['’]re|['’]ve| are| have)|customers?|clients?|prospects?|(?:second|other|another|different|next) tenant)\b/i
const ours = /\b(?:i|i['’](?:m|ve)|we|we['’](?:re|ve)|us|our|ours|my|mine|me)\b/i
/** "Contoso trial ends 14 April", "Fabrikam: until 20 March, EA", "and Fabrikam, ends 2 May?" */
const opensWithName = new RegExp(
  `^\\W*(?:(?:and|now|then|for|what about|how about|ok) )*(?<name>\\p{Lu}[\\p{L}\\p{N}&-]*(?: \\p{Lu}[\\p{L}\\p{N}&-]*){0,2})(?:['’]s)?(?:[:,?]| (?:${TRIAL}|ends?|ended|is|has|started)\\b)`,
  'u',
)
const account = /\b(?:MCA|MOS[AP]|EA|CSP|GCC|DoD|(?:[Ee]nterprise|[Cc]ustomer) [Aa]greement|[Gg]overnment)\b/
/**
 * Somebody is named as the one that it is about, with an account of his own, or before anything was told: of the own organisation, where
 * that was spoken of, he may be a part.
 */
const isOfNamed = ({ facts }: Conversation, text: string) =>
  (Object.keys(facts).length === 0 || account.test(text)) && !ours.test(text) && isName(opensWithName.exec(text)?.groups?.name ?? '')

/** The conversation of somebody who speaks of others: what they are and buy through is then no other one's as well. */
export const ofCustomers = (stood: Conversation, text: string): Conversation =>
  text.length <= MAX_PHRASE && (theirs.test(text) || isOfNamed(stood, text)) ? { ...stood, customers: true } : stood
