import type { Card } from '../../cards/card.ts'

/** An element, action or run of a card. */
export type Piece = Readonly<Record<string, unknown>> & { readonly type: string }

/** Every piece of a card that is shown; `fallback`s are told apart, because a client shows one or the other. */
export function piecesOf({ content }: Card): { readonly piece: Piece; readonly isFallback: boolean }[] {
  const found: { piece: Piece; isFallback: boolean }[] = []
  const walk = (part: unknown, isFallback: boolean): void => {
    if (typeof part !== 'object' || part === null) return
    if (typeof (part as Piece).type === 'string') found.push({ piece: part as Piece, isFallback })
    for (const [key, value] of Object.entries(part)) if (key !== 'data' && key !== 'refresh') walk(value, isFallback || key === 'fallback')
  }
  walk(content, false)
  return found
}

export const ofType = (card: Card, type: RegExp) =>
  piecesOf(card)
    .filter(({ piece, isFallback }) => !isFallback && type.test(piece.type))
    .map(({ piece }) => piece)

/** What a person reads on a card: text blocks (as Markdown), runs (as they are), titles of buttons and choices, labels. */
export function wordsOf(card: Card): string[] {
  return ofType(card, /./).flatMap(piece => {
    const choices = (piece.choices as { title: string }[] | undefined) ?? []
    return [piece.text, piece.title, piece.label, piece.placeholder, ...choices.map(({ title }) => title)].filter(
      word => typeof word === 'string',
    )
  })
}

const links = /\[([^\]]*)\]\(([^)]*)\)/g

/** The addresses that a card leads to, in buttons and in text. */
export function addressesOf(card: Card): string[] {
  const inText = ofType(card, /^TextBlock$/).flatMap(({ text }) => [...String(text).matchAll(links)].map(([, , url = '']) => url))
  return [...ofType(card, /^Action\.OpenUrl$/).map(({ url }) => String(url)), ...inText]
}

/** Markdown text with each link's title in its place. */
export const withoutLinks = (markdown: string) => markdown.replace(links, '$1')
