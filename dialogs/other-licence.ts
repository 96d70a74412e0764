import type { Facts } from '../rules/facts.ts'
import { daysAs } from './days/day-meant.ts'
import { isQuestion } from './phrases.ts'
import type { Scene } from './scene.ts'

// The answer to "does your organisation have another active site licence?" that tells of its end.

const MAX = 120
const told =
  /^(?<yes>\W*(?:yes|yep|yeah|yup|sure|correct|indeed|we do)\b\W*(?:we (?:do|have)\b\W*)?)?(?<whose>[^?!;]{0,70}?)\b(?<does>until|till|til|thru|through|ends?|ended|expired|lapsed|expires?|expiring|ending|runs? out|lapses?)\b(?: on)? (?<day>[^?!;]{2,30}?)\W*$/isu
const another = /\b(?:another|others?|second|2nd|further|there(?:['’]s| is| are))\b/i
/** Of the one that is spoken of: "it ends 1 June", "sorry, ours". */
const own = /\b(?:it|its|it['’]s|this|that|ours?|my|mine|sorry|actually|no|not|nope|wrong|mean|meant|extend\w*|renew\w*|trial|if|when)\b/i
const named =
  /(?<!\p{L})(?!(?:The|We|Our|There|Another|Other|One|And|In|At|For|Of|Yes|A|An|Licen[cs]e|Service|Still|Active|Until|Till)\b)\p{Lu}\p{L}+/u

/** That there is another active one, where a message tells until when it is covered; the licence spoken of keeps its own end. */
export async function otherLicenceIn(scene: Scene, text: string): Promise<Facts | undefined> {
  const { asked, subject, mentioned } = scene.stood
  if (asked !== 'otherActiveLicense' || text.length > MAX || isQuestion(text)) return undefined
  const { yes, whose = '', does = '', day = '' } = told.exec(text)?.groups ?? {}
  const name = named.exec(whose)?.[0]
  const isOfIt = [subject, mentioned].some(
    each => each !== undefined && name !== undefined && each.toLowerCase().includes(name.toLowerCase()),
  )
  const isOther = another.test(whose) || (!own.test(whose) && (yes !== undefined || (name !== undefined && !isOfIt)))
  if (!isOther || isOfIt) return undefined
  const [end, second] = await daysAs(scene, /ed$/i.test(does) ? 'licenseStart' : 'licenseEnd', day)
  if (!end || second) return undefined
  if (end >= scene.turn.today) return { otherActiveLicense: true }
  // One that ended no later changes nothing.
  const { licenseEnd, trialEnd } = scene.stood.facts
  return (yes !== undefined || another.test(whose)) && end <= (licenseEnd ?? trialEnd ?? '') ? { otherActiveLicense: false } : undefined
}
