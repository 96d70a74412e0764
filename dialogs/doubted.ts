import type { Aspect, Intent } from '../cards/intents.ts'
import { answerOne, keeps } from './answering.ts'
import { asOfAgain } from './days/as-of.ts'
import { LEAD } from './openers.ts'
import { isBackToReal } from './phrases.ts'
import type { Outcome, Scene } from './scene.ts'
import { MONTH } from './understanding/days/calendar-words.ts'

// "Why?", "are you sure?", "where does it say that?": what the last answer stands on.

/** Longer ones, in characters, say themselves what they are about. */
const MAX_CHARS = 80

const that = '(?:that|it|this|so|them|the (?:date|day|answer|estimate|amount|sum|number))'
const sure = '(?:sure|certain|right|correct|true|accurate|official|so|the case|reliable)'
const very = '(?:(?:really|very|quite|absolutely|actually|definitely|100 ?%) )?'
const proof = '(?:sources?|proof|evidence|references?|links?|documentation|docs?|basis)'
const days = '(?:(?:only|just|exactly|not) )?(?:\\d{1,3}|seven|fifteen|thirty|ninety) days?'
const date = `(?:the )?\\d{1,2}(?:st|nd|rd|th)?(?: of)? (?:${MONTH})|(?:${MONTH}) \\d{1,2}(?:st|nd|rd|th)?`
/** "Are you sure it's 30 days?", "why only until 31 March?" */
const value = `(?: (?:about|of|that|it|is|it[’']s|only|until|till|on)){0,4} (?:${days}|${date})`
const tail = '(?: (?:exactly|then|now|please|again|anyway|actually|instead|of|about|for|on|from|that|this|it|the date)){0,4}'
const asks = new RegExp(
  `${LEAD}(?:${[
    `(?:are you|you[’']?re|you are) ${very}${sure}(?:${value})?`,
    `(?:is|was) ${that} ${very}${sure}`,
    `why(?: not| is ${that}| so)?(?:${value})?|how come|how so`,
    `(?:how do|who|where)(?: exactly)? (?:you know|says?|told you|does (?:it|microsoft) say|do you (?:have|get|take)|did you (?:get|read|find|take|see)|is)(?: ${that})?(?: ${days})?(?: (?:written|documented|stated|said|from))?`,
    `how (?:do|did|have) you (?:compute|calculate|count|work out|worked out|get|got|know|come up with) (?:to )?${that}`,
    `how (?:is|was|are|were) ${that} (?:computed|calculated|worked out|counted|determined|reached)`,
    `(?:can|could) you (?:prove|show|confirm|verify|double-?check|back up) ${that}(?: up)?`,
    `(?:prove|double-?check) ${that}`,
    `(?:what(?: is|[’']?s)? |(?:any|do you have|have you|give me|show me|where is) )(?:an? |the |your |any )?${proof}`,
    `(?:what is|what[’']?s|on what is) ${that} based`,
    'based on what|on what basis|according to (?:who|whom|what)|says who|since when',
  ].join('|')})${tail}\\W*$`,
  'i',
)
/** Said with a question mark, or a "please": alone they agree, or answer. */
const asksInOneWord = new RegExp(
  `${LEAD}(?:${very}${sure}|really|seriously|honestly|${proof})(?=[^?]{0,12}\\?|\\W+please)(?:\\W+please)?\\W*$`,
  'i',
)
/** "But a colleague said 14 days", "isn't it 14 days?", "it's 14 days in Germany" */
const contradicts = new RegExp(
  `${LEAD}(?:(?:(?:an?|my|our|the) )?[\\w-]{1,20} (?:said|says|heard|read|thought|claims?|told (?:me|us))(?: (?:that|it|it[’']?s|is|was|we (?:have|get|had))){0,3}|(?:isn[’']?t|is not|wasn[’']?t|shouldn[’']?t) ${that}(?: be)?|it[’']?s|it is) ${days}(?: (?:in|for|with|here|by) ?(?:\\p{L}+ ?){0,3})?\\W*$`,
  'iu',
)

/** Where no length is a fact of the person's own. */
const ofLicence: readonly (Intent | undefined)[] = ['refund-window', 'license-lifecycle']

/** The last answer again with its reasons and their sources open; undefined for every message that doubts nothing. */
export async function doubted(scene: Scene, text: string): Promise<Outcome | undefined> {
  const { topic, aspect, told, open, supposed, unused, asOf } = scene.stood
  // "And really?" leads back from what was supposed.
  if (!told || text.length > MAX_CHARS || keeps(told.intent) || (supposed && isBackToReal(text))) return undefined
  const isOfRule = topic === told.intent
  const isContradicted = isOfRule && !open && ofLicence.includes(topic) && contradicts.test(text)
  if (!asks.test(text) && !asksInOneWord.test(text) && !isContradicted) return undefined
  const wanted = { intent: told.intent, aspect: isOfRule ? aspect : (told.codes[0] as Aspect) }
  const at = asOfAgain(scene, asOf)
  const { answer, kept } = await answerOne({ ...scene, at, doubted: true }, wanted, 'doubted', { followsUp: true, unused })
  return { answer, ...(kept ? { kept: { ...kept, asOf } } : {}) }
}
