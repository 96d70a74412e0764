import type { Intent } from '../../../cards/intents.ts'

/** What is said of other licences says one of these. */
const OTHER = /\b(?:last|only|just|single|other|others|another|rest|remaining|one|second|2nd|further)\b/u

const SITE = '(?:sites?|plants?|locations?|factory|factories|facility|facilities|works|tenants? site)'
const LICENCE = '(?:licen[cs]es?|subscriptions?|one)'

const LAST =
  /\b(?:our|the|my|their) (?:last|only) (?:\S+ ){0,2}?(?:licen[cs]e|subscription|sub|one)\b|\b(?:only|last) (?:paid )?licen[cs]e (?:we|in|of)\b|\blast (?:paid |active )?licen[cs]e in\b|\bno other (?:active |paid |valid )?(?:site )?licen[cs]es?\b/u

/** "MOSA, only this licence", "we have just one licence"; not "renew only this licence" or "only this licence ends": of those there are others. */
const ONLY_THIS =
  /(?:^|[.,;:!?(-] |\b(?:we|i|they|have|has|had|got|own|hold|with|is|it's|there's|'ve|'s) )(?:only|just) (?:(?:have|has|got|own|hold) )?(?:this|that|the|one|a|1)(?: one| single)? (?:(?:paid|active|site|single|ot) ){0,2}(?:licen[cs]e|subscription|sub)\b(?! (?:ends|expires|lapses|runs|ended|expired|will|is|was|per|for each|at a|each))/u
/** "no other site has a licence", "the other sites have no licence" */
const NO_OTHER = new RegExp(
  `\\bno other (?:\\S{1,12} )?${SITE} (?:has|have|holds?|with) (?:(?:an?|its|own|paid|active|valid|site) ){0,3}${LICENCE}\\b|\\bother (?:\\S{1,12} )?${SITE} (?:has|have|hold) (?:no|none|n't|never had) (?:an? )?(?:(?:paid|active|valid|site) ){0,2}${LICENCE}\\b`,
  'u',
)
const ASKED = /\b(?:if|whether|when|unless|until|should|can|could|would|do|does|did|is|are|need|want|buy)(?: \S+){0,3} $/u

const STILL =
  /\b(?:others?|other (?:\S+ )?(?:licen[cs]es?|ones?|sites?)|other (?:two|three|four|five|six|\d{1,3})|another (?:paid |active )?licen[cs]e|the rest) (?:\S+ ){0,3}?(?:are|is|still|remains?|stays?|run|runs) (?:\S+ ){0,2}?(?:active|valid|running|paid|ok|fine|good)\b|\b(?:have|has|got) (?:an)?other (?:\S+ ){0,2}?(?:active|valid) (?:licen[cs]es?|ones?)\b|\bthe one (?:in|at|for|of) (?:\S+ ){1,3}?(?:is|remains) (?:\S+ ){0,2}?(?:active|valid|running)\b/u

const ACTIVE = '(?:active|valid|running|current|paid|own)'
const ANOTHER = '(?:others?|another|remaining|(?:an? |the |our |one )?(?:second|2nd|third|3rd|further|more)|two more|two other)'
/** A licence of another site, told of by what has it: "other sites still have a licence", "there is another active licence", "a second site with active licence". */
const HELD: readonly RegExp[] = [
  `\\b(?:rest|others?)(?: of (?:our|the|my|their) (?:\\S{1,12} )?${SITE})? (?:(?:still|also|all|both) ){0,2}(?:(?:is|are|stays?|remains?|have|has|hold) (?:(?:still|also|all|both|fully|valid|active|a|their|own) ){0,3}(?:licen[cs]ed|covered|active|valid|paid|theirs|licen[cs]es?)|runs? on)\\b`,
  `\\b(?:have|has|got|hold|'ve) (?:(?:still|also|got|an?|active|valid|paid|site|own) ){0,3}licen[cs]es? (?:for|at|in|on) ${ANOTHER} (?:\\S{1,12} )?${SITE}\\b`,
  `\\b${ANOTHER} (?:\\S{1,12} )?${SITE} (?:(?:still|also|all|both|each) ){0,2}(?:have|has|hold|holds|own|owns|keep|keeps|got) (?:(?:still|an?|the|their|its|own|all|paid|active|valid|site) ){0,3}(?:${LICENCE}|theirs)\\b`,
  `\\b${ANOTHER} (?:\\S{1,12} )?${SITE} (?:(?:in|at|of) \\S{1,20} )?(?:(?:is|are|stays?|remains?) (?:(?:still|also|all|both|fully) ){0,2}(?:licen[cs]ed|covered|active|paid)|licen[cs]ed)\\b`,
  `\\b${ANOTHER} (?:\\S{1,12} )?${SITE} (?:with|under|on) (?:(?:still|an?|the|their|its|own|${ACTIVE}|site) ){0,4}${LICENCE}\\b`,
  `\\b(?:there is|there are|there's|we have|we've|we've got|have got|i have|they have) (?:(?:still|also|got|two|three|four|five|six|\\d{1,3}) ){0,2}${ANOTHER} (?:\\S{1,12} )?${ACTIVE} (?:site )?licen[cs]es?\\b`,
  `\\b(?:we|they|i)(?:'ve| have) (?:(?:still|also|got) ){0,2}(?:another|a second|a 2nd|a third|two more|one more) (?:(?:paid|site|valid|ot|defender) ){0,2}licen[cs]es? (?:(?:at|in|for)\\b|(?=[.,;:!?\\n]|and |but |so |which |that ))`,
  `\\b${ANOTHER} (?:(?:paid|site|active|valid|running) ){0,2}licen[cs]es? (?:(?:at|for|in|of|on) (?:\\S+ ){1,3}?)?(?:is|are|stays?|remains?|still|keeps?) (?:(?:still|also|all|both) )?(?:active|valid|running|runs?|paid|good|fine)\\b`,
  // "We have two licences, one ends 31 March."
  `\\b(?:have|got|'ve) (?:(?:still|now|active|paid|site|two|three|four|five|2|3|4|5) ){1,4}licen[cs]es\\b[ ,:(-]{1,3}(?:and |of which )?(?:only )?one (?:of (?:them|these) )?(?:ends|expires|lapses|runs out)\\b`,
].map(pattern => new RegExp(pattern, 'u'))
/** "another active licence, which has expired" */
const DENIED = /\b(?:no|not|none|never|neither|n't|without|don't|doesn't|expired|ended|lapsed)\b/u
const MAX_AROUND = 45

/** Whether another licence is said to be active, or that there is none; undefined where nothing is said of others. */
export function readOtherLicense(words: string, intent: Intent): boolean | undefined {
  if (!OTHER.test(words)) return undefined
  if (LAST.test(words) || (intent === 'license-lifecycle' && (isStated(ONLY_THIS, words) || isStated(NO_OTHER, words)))) return false
  return STILL.test(words) || HELD.some(pattern => isHeld(pattern, words)) ? true : undefined
}

function isStated(pattern: RegExp, words: string): boolean {
  const match = pattern.exec(words)
  return match !== null && !ASKED.test(words.slice(Math.max(0, match.index - MAX_AROUND), match.index + 1))
}

function isHeld(pattern: RegExp, words: string): boolean {
  const match = pattern.exec(words)
  if (!match) return false
  const before =
    words
      .slice(Math.max(0, match.index - MAX_AROUND), match.index)
      .split(/[.?!;\n,]| (?:and|but|while|whereas|though|although|yet) /u)
      .at(-1) ?? ''
  const after = words.slice(match.index + match[0].length, match.index + match[0].length + MAX_AROUND).split(/[.?!;\n]/u)[0] ?? ''
  return ![before, match[0], after].some(part => DENIED.test(part)) && !ASKED.test(before)
}
