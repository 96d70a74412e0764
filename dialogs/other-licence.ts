import type { Facts } from '../rules/facts.ts'
import { daysAs } from './days/day-meant.ts'
import { isQuestion, mayWantReminder } from './phrases.ts'
import type { Scene } from './scene.ts'
import { isName } from './subjects/opened-subject.ts'
import { isNoSubject } from './subjects.ts'
import { LICENCE, TRIAL } from './understanding/days/subject-words.ts'
import { PLACE } from './understanding/sites/site-words.ts'

// The answer to "does your organisation have another active site licence?" that tells of its end.

const MAX = 120
const told =
  /^(?<yes>\W*(?:yes|yep|yeah|yup|sure|correct|indeed|we do)\b\W*(?:we (?:do|have)\b\W*)?)?(?<whose>[^?!;]{0,70}?)\b(?<does>until|till|til|thru|through|ends?|ended|expired|lapsed|expires?|expiring|ending|runs? out|lapses?)\b(?: on)? (?<day>[^?!;]{2,30}?)\W*$/isu
const another = /\b(?:another|others?|second|2nd|further|there(?:['’]s| is| are))\b/i
/** A correction, a supposition or a trial is no other licence. */
const isNone = new RegExp(
  `\\b(?:sorry|actually|no|not|nope|wrong|mean|meant|extend\\w*|renew\\w*|${TRIAL}|if|when|suppos\\w+|says?|said|told)\\b`,
  'i',
)
/** Nothing but where the other one is: "Oslo", "in Oslo", "Oslo has a licence", "the one in Oslo is valid". */
const elsewhere = new RegExp(
  `^\\W*(?:(?:the|our|in|at|for|one|${PLACE}|licen[cs]e) ){0,4}(?<name>\\p{L}[\\p{L}\\p{N}'’&-]*?)(?:['’]s)?(?: ${PLACE}| ${LICENCE}| one)?(?<has> (?:has|have|holds?|got|with)\\b)?(?: (?:an?|its|own|still|also|is|licen[cs]ed?|subscription|paid|active|valid|covered|one|runs|which|that)){0,6}[\\s,]*$`,
  'iu',
)

/** That there is another active one, where a message tells until when it is covered; the licence spoken of keeps its own end. */
export async function otherLicenceIn(scene: Scene, text: string): Promise<Facts | undefined> {
  const { asked, subject, mentioned } = scene.stood
  if (asked !== 'otherActiveLicense' || text.length > MAX || isQuestion(text)) return undefined
  const { yes, whose = '', does = '', day = '' } = told.exec(text)?.groups ?? {}
  if (isNone.test(whose) || mayWantReminder(text)) return undefined
  const { facts } = scene.stood
  const ofView = facts.licenseEnd ?? facts.trialEnd ?? ''
  const { name = '', has } = elsewhere.exec(whose)?.groups ?? {}
  const isPlace = isName(name) && !isNoSubject(name)
  const isOfIt = isPlace && [subject, mentioned].some(each => each?.toLowerCase().includes(name.toLowerCase()))
  // While the one in view runs, "Oslo ends 1 June" asks about Oslo.
  const isToldOf = isPlace && (yes !== undefined || has !== undefined || ofView < scene.turn.today)
  const isOther = another.test(whose) || isToldOf || (yes !== undefined && !/\p{L}/u.test(whose))
  if (!isOther || isOfIt) return undefined
  const [end, second] = await daysAs(scene, /ed$/i.test(does) ? 'licenseStart' : 'licenseEnd', day)
  if (!end || second) return undefined
  if (end >= scene.turn.today) return { otherActiveLicense: true }
  // One that ended no later changes nothing.
  return (yes !== undefined || another.test(whose)) && end <= ofView ? { otherActiveLicense: false } : undefined
}
