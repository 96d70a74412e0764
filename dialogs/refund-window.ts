import { plainAnswerCard } from '../cards/answers.ts'
import { refundWindowCard } from '../cards/refund-window.ts'
import { decide } from '../rules/decide.ts'
import type { Facts } from '../rules/facts.ts'
import { refundWindow } from '../rules/refund-window.ts'
import type { At } from '../rules/verdict.ts'
import type { Conversation } from './ports.ts'
import { pick, ruled } from './topic.ts'

export const refundWindowTopic = ruled({
  rule: refundWindow,
  bare: 'licenseStart',
  card: refundWindowCard,
  withoutFact: (asks, facts, view) => plainAnswerCard({ first: 'refund-rule', folded: ['cancel'], asks }, facts, view),
})

const yes = '(?:yes|yep|yeah|yup|sure|correct|right|it did)'
const renewed =
  '(?:(?:yes|yeah|yep)\\W+)?(?:it|the licen[cs]e|that one|ours) (?:was |has |has been |got |did )*(?:auto-?)?renew(?:ed)?(?: [\\w ]{1,30})?'
const itRenewed = new RegExp(`^\\W*(?:${yes}|${renewed})\\W*$`, 'i')

/** "Yes, it renewed", typed where the answer hangs on that: the term starts with the renewal. */
export function renewalIn({ topic, told, facts }: Conversation, text: string, at: At): Facts | undefined {
  if (topic !== 'refund-window' || !told?.codes.includes('renewal-may-reopen') || !itRenewed.test(text)) return undefined
  const verdict = decide(refundWindow, pick(facts, refundWindow.facts), at)
  return 'details' in verdict && 'renewedOn' in verdict.details ? { licenseStart: verdict.details.renewedOn } : undefined
}
