import { plainAnswerCard } from '../cards/answers.ts'
import type { Intent } from '../cards/intents.ts'
import { refundWindowCard } from '../cards/refund-window.ts'
import { decide } from '../rules/decide.ts'
import type { Facts } from '../rules/facts.ts'
import { endOf } from '../rules/license-lifecycle.ts'
import { refundUnrenewed, refundWindow } from '../rules/refund-window.ts'
import type { At } from '../rules/verdict.ts'
import { MAX_PHRASE } from './phrases.ts'
import type { Conversation } from './ports.ts'
import { pick, ruled, type Topic } from './topic.ts'
import { amountOf } from './understanding/days/lengths.ts'
import { NUMBER_WORD } from './understanding/number-words.ts'
import { figureValue } from './understanding/tokens.ts'

const answeredBy = (rule: typeof refundWindow) =>
  ruled({
    rule,
    bare: 'licenseStart',
    card: refundWindowCard,
    withoutFact: (asks, facts, view) => plainAnswerCard({ first: 'refund-rule', folded: ['cancel'], asks }, facts, view),
  })
const ofAny = answeredBy(refundWindow)
const ofUnrenewed = answeredBy(refundUnrenewed)

export const refundWindowTopic: Topic = {
  ...ofAny,
  answer: question => (isUnrenewed(question.said ?? '') ? ofUnrenewed : ofAny).answer(question),
}

const yes = '(?:yes|yep|yeah|yup|sure|correct|right|it did)'
const renewed =
  '(?:(?:yes|yeah|yep)\\W+)?(?:it|the licen[cs]e|that one|ours) (?:was |has |has been |got |did )*(?:auto-?)?renew(?:ed)?(?: [\\w ]{1,30})?'
const itRenewed = new RegExp(`^\\W*(?:${yes}|${renewed})\\W*$`, 'i')

/** "Not renewed", "it didn't renew", "without a renewal": said, not supposed. */
const unrenewed =
  /(?:\b(?:not|never|wasnt|didnt|hasnt)|n['’]t) (?:\w+ ){0,2}?(?:auto-?)?renew(?:ed)?\b|\b(?:no|without(?: an?)?) (?:auto-?)?renewal\b/i
/** "It has renewed", "auto-renewed", "the renewal went through". */
const hasRenewed = /\b(?:auto(?:matically)?[- ]?)?renewed\b|\brenewal (?:was|has|got|went|took|came|happened)\b/i
/** What makes a renewal one that is asked about, wished for or to come. */
const unsaid =
  /(?:\b(?:if|whether|unless|until|till|when|once|before|be|to|will|would|should|can|could|may|might|not|never|hasnt|wasnt|didnt|nobody)|n['’]t|(?:^|[.?!,;])\W*(?:has|was|did|is)) (?:[\w'’]+ ){0,4}$/i
const wishing = /\b(?:do|does|will|would|should|can|could|to|if|unless|whether|going|want|wanted)\b[^.,;?!]*$/i

/** Whether a message says that the licence did not renew. */
export function isUnrenewed(text: string): boolean {
  const match = text.length <= MAX_PHRASE ? unrenewed.exec(text) : null
  return match !== null && !wishing.test(text.slice(0, match.index)) && !/^(?:not|n['’]?t) (?:to |be )/i.test(match[0])
}

/** Whether a message says that it did. */
function isRenewed(text: string): boolean {
  const match = text.length <= MAX_PHRASE && !isUnrenewed(text) ? hasRenewed.exec(text) : null
  return match !== null && !unsaid.test(text.slice(0, match.index))
}

/**
 * "Bought 4 March 2025 and it has renewed": the term that counts starts with the renewal, where that may still be given back. "Bought in
 * 2023, renewed every year", "still active": the first term is over, and when the present one ends is asked for.
 */
export function withRenewal(said: Facts, text: string, intent: Intent | undefined, at: At): Facts {
  const { licenseStart, ...others } = said
  if (!licenseStart) return said
  const isOver = !said.licenseEnd && intent !== 'refund-window' && (endOf({ licenseStart }) ?? at.today) < at.today
  if (isOver && text.length <= MAX_PHRASE && (isRenewed(text) || stillRuns.test(text))) return others
  return isRenewed(text) ? { ...said, ...renewedTerm(said, at) } : said
}
const stillRuns = /(?<!\b(?:is|are) (?:it|we|they|that) )\bstill (?:active|running|valid|runs|works)\b(?! (?:if|when|until)\b)/i

function renewedTerm(facts: Facts, at: At): Facts | undefined {
  const verdict = decide(refundWindow, pick(facts, refundWindow.facts), at)
  return 'details' in verdict && 'renewedOn' in verdict.details ? { licenseStart: verdict.details.renewedOn } : undefined
}

/** "Yes, it renewed" or "no, it didn't", typed where the answer hangs on that: the term starts with the renewal. */
export function renewalIn(
  { topic, told, facts }: Conversation,
  text: string,
  at: At,
): { readonly said: Facts; readonly text?: string } | undefined {
  if (topic !== 'refund-window' || !told?.codes.includes('renewal-may-reopen')) return undefined
  if (deniesIt.test(text) || (text.length < 60 && isUnrenewed(text))) return { said: {}, text: 'It has not renewed' }
  const said = itRenewed.test(text) ? renewedTerm(facts, at) : undefined
  return said && { said }
}
const deniesIt = /^\W*(?:no|nope|nah)(?:\W+it (?:did(?:n['’]t| not)|has(?:n['’]t| not)|was(?:n['’]t| not)))?\W*$/i

const priced =
  /^\W*(?:(?:and|so|ok|then)\W+){0,3}(?:how much|what)\b(?! licen[cs]e| size)[^?]{0,40}?\b(?:back|refund\w*|(?:is|would|will) (?:that|it)(?: be)?)\b[^?]{0,12} (?:for|on|of|from|with) (?:an? |the |our )?(\d[\d.,']{0,12}k?)(?: licen[cs]e| one)?\W*$/i

const pricedEach = new RegExp(
  `^\\W*(?:(?:and|so|ok|it was|they were|we (?:bought|have)|for)\\W+){0,3}(\\d{1,3}|${NUMBER_WORD}) (?:(?:xs|[sml]|xl|site|paid) )?(?:licen[cs]es|subscriptions)\\W+(?:(?:at|for|of|paid|price)\\W+){0,2}(\\d[\\d.,']{0,12}k?)\\W+(?:each|apiece|a piece|per licen[cs]e|per piece)\\W*$`,
  'i',
)

const paidEach = new RegExp(
  `^\\W*(?:(?:and|so|ok|it was|we|i|they)\\W+){0,3}paid (\\d[\\d.,']{0,12}k?) (?:each|apiece|a piece|per licen[cs]e|per piece),? for (?:(?:all|the) )?(\\d{1,3}|${NUMBER_WORD})(?: (?:xs|[sml]|xl|site|paid))?(?: licen[cs]es| subscriptions| of them)?\\W*$`,
  'i',
)

/** The price in "what would we get back for 5000?" or "3 licences, 4000 each": where a refund is spoken of, that is no number of devices. */
export function priceAskedIn({ topic }: Conversation, text: string): Facts | undefined {
  if (topic !== 'refund-window' || text.length > MAX_PHRASE) return undefined
  const [, paid, of] = paidEach.exec(text) ?? []
  const [, many = '1', each] = paid ? ['', of, paid] : (pricedEach.exec(text) ?? [])
  const figures = (each ?? priced.exec(text)?.[1])?.replace(/[.,']$/, '')
  if (!figures) return undefined
  const price = /k$/i.test(figures) ? figureValue(figures.slice(0, -1)) * 1000 : figureValue(figures)
  return price >= 100 ? { price: price * amountOf(many) } : undefined
}
