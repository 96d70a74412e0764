import type { Activity, AdaptiveCardInvokeResponse, Attachment } from 'botbuilder-core'
import type { Card } from '../cards/card.ts'
import { bytesOf } from '../cards/fitting.ts'
import { refreshing } from '../cards/parts.ts'
import { staleCard } from '../cards/stale.ts'
import type { Answer, Reply } from '../dialogs/turn.ts'
import { isObject } from '../rules/facts.ts'

/** The content type of an Adaptive Card. */
export const CARD_TYPE = 'application/vnd.microsoft.card.adaptive'
const MESSAGE = 'application/vnd.microsoft.activity.message'

/** Teams' mark for what a model had a hand in. */
const AI_LABEL = {
  type: 'https://schema.org/Message',
  '@type': 'Message',
  '@context': 'https://schema.org',
  additionalType: ['AIGeneratedContent'],
}

/**
 * The message that an answer becomes; undefined for silence. Text or cards, never both: Teams makes two messages of that,
 * and the id by which a card could be changed later is lost.
 */
export function messageOf({ reply, byModel }: Pick<Answer, 'reply' | 'byModel'>): Partial<Activity> | undefined {
  const message = unlabelled(reply)
  return message && byModel ? { ...message, entities: [AI_LABEL] } : message
}

function unlabelled(reply: Reply): Partial<Activity> | undefined {
  switch (reply.kind) {
    case 'nothing':
    // Those are answers to an invoke, never messages.
    case 'results':
    case 'dialog':
      return undefined
    case 'say':
      return { type: 'message', text: reply.text, textFormat: 'plain' }
    case 'cards':
      return cardMessage(reply.cards)
    case 'replace':
      return cardMessage([reply.card])
  }
}

function cardMessage(cards: readonly [Card, ...Card[]]): Partial<Activity> {
  return { type: 'message', summary: cards[0].summary, attachmentLayout: 'list', attachments: cards.map(attachmentOf) }
}

/** A card as an activity holds it. */
export function attachmentOf(card: Card): Attachment {
  return { contentType: CARD_TYPE, content: contentOf(card) }
}

/** A client that can't show the card shows the same in words, in which it may look for Markdown and dates: what a person wrote is no link there either. */
const contentOf = ({ content, text }: Card) => ({
  ...content,
  fallbackText: (content.fallbackText ?? text).replaceAll('](', '] (').replace(/\{(?=\{\s*(?:DATE|TIME))/gi, '{ '),
})

/** What a press is answered with in the HTTP response: the card in place of the pressed one, or a line about it. */
export function pressAnswer(reply: Reply): AdaptiveCardInvokeResponse {
  switch (reply.kind) {
    case 'replace':
      return answer(CARD_TYPE, contentOf(reply.card))
    case 'cards':
      return answer(MESSAGE, reply.cards[0].summary)
    case 'say':
      return answer(MESSAGE, reply.text)
    case 'results':
    case 'dialog':
    case 'nothing':
      return answer(MESSAGE, '')
  }
}

/** No button of ours carries more, in bytes: a card has room for it three times. */
const MAX_AGAIN = 8000

/** The same for a card that Teams computes again by itself: always a card, and one that goes on being computed. */
export function refreshAnswer(reply: Reply, data: unknown): AdaptiveCardInvokeResponse {
  const why = reply.kind === 'say' ? reply.text : ''
  const again = isObject(data) && bytesOf(data) <= MAX_AGAIN ? data : {}
  const card = reply.kind === 'replace' ? reply.card : reply.kind === 'cards' ? reply.cards[0] : staleCard(why, again)
  return pressAnswer({ kind: 'replace', card: card.content.refresh ? card : refreshing(card, again) })
}

// The SDK's type wants an object; Teams takes a string for a line of text.
const answer = (type: string, value: object | string) => ({ statusCode: 200, type, value: value as Record<string, unknown> })
