import { subjectOf } from './days/subject-words.ts'
import { isPlaceNoun } from './sites/site-words.ts'
import type { Token } from './tokens.ts'

const RUNS_ON =
  /^(?:(?:licen[cs]e|one|subscription) )?(?:still )?(?:runs|continues|lasts|goes on|is (?:still )?(?:valid|active|fine|good|ok|covered|licen[cs]ed|paid)|(?:has|holds) (?:(?:an?|its|own|valid|paid) ){0,3}(?:licen[cs]e|subscription))(?: on)? (?:until|till|til|to|through|thru)(?! (?:when|what|which)\b)(?: the)?(?: |$)/u
/** "The other one ends 1 June", "another site's runs until June". */
const OTHER = /^(?:other|another|second)$/u
const OTHER_ENDS =
  /^(?:(?:one|licen[cs]e|subscription|paid|active|site|plant|location|site's|plant's|'s) ){0,3}(?:still )?(?:(?:ends|expires|runs out)(?: on| in)?|(?:runs|continues|lasts|is (?:valid|active|fine|good|ok|covered|licen[cs]ed|paid))(?: on)? (?:until|till|til|to|through|thru))(?: the)?(?: |$)/u
const MAX_WORDS = 9
/** What may stand before "runs until" at the start of a sentence, and is no place. */
const NO_PLACES =
  /^(?:it|this|that|these|they|we|everything|nothing|all|which|what|the|our|my|service|monitoring|grace|data|protection|coverage|support)$/u

/** "Nice ended on 1 March, Lyon runs until 31 August": the token with which the end of that other licence begins; undefined where none is told of. */
export function endOfOther(tokens: readonly Token[]): number | undefined {
  if (!tokens.some(hasEnded) || tokens.some(({ text }) => subjectOf(text) === 'trial')) return undefined
  for (let at = 0; at < tokens.length; at += 1) {
    const isOther = OTHER.test(tokens[at]?.text ?? '')
    if (!isOther && !isPlace(tokens[at]) && !isLabelled(tokens, at)) continue
    const said = tokens.slice(at + 1, at + 1 + MAX_WORDS).map(({ text }) => text)
    const runsOn = (isOther ? OTHER_ENDS : RUNS_ON).exec(said.join(' '))
    if (runsOn) return at + 1 + runsOn[0].trim().split(' ').length
  }
  return undefined
}

const hasEnded = ({ text }: Token, at: number, tokens: readonly Token[]) =>
  /^(?:ended|expired|lapsed)$/u.test(text) || (text === 'ran' && tokens[at + 1]?.text === 'out')

/** "site B", "plant 2" */
const isLabelled = (tokens: readonly Token[], at: number) =>
  isPlaceNoun(tokens[at - 1]?.text ?? '') && /^(?:\p{L}|\d{1,3}|\p{L}\d{1,2}|two|three)$/u.test(tokens[at]?.text ?? '')

const isPlace = (token: Token | undefined) =>
  token?.kind === 'word' && /^\p{Lu}\p{Ll}/u.test(token.raw) && !NO_PLACES.test(token.text) && !subjectOf(token.text)
