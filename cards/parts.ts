import type { IAdaptiveCard } from 'adaptivecards'
import type { Card } from './card.ts'
import { bytesOf, firstLines, MAX_BYTES } from './fitting.ts'
import { block, cut, type Element, runs, visible, type Words } from './text.ts'
import { frame } from './words/en/frame.ts'

/** A piece of a card in both its forms. */
export interface Part {
  readonly elements: readonly Element[]
  readonly text: string
}

/** A button. `text` is how the plain-text form shows it; inputs of the card come with a press. */
export interface Action {
  readonly element: Element
  readonly text: string
}

/** What a toast has room for, in characters. */
export const MAX_SUMMARY = 120

/** The answer itself, largest on the card. */
export function headline(text: string): Part {
  return { elements: [block(text, { size: 'large', weight: 'bolder', style: 'heading' })], text }
}

/** A heading within the card. */
export function subheading(text: string): Part {
  return { elements: [block(text, { weight: 'bolder', spacing: 'medium' })], text: `\n${text}` }
}

export function paragraph(words: Words): Part {
  return { elements: [block(words, { spacing: 'small' })], text: inWords(words) }
}

/** The smallest line of a card. */
export function foot(text: string): Part {
  return { elements: [block(text, { size: 'small', isSubtle: true, spacing: 'medium' })], text }
}

export function bullets(lines: readonly Words[]): Part {
  const [only] = lines
  if (only !== undefined && lines.length === 1) return paragraph(only)
  return {
    elements: lines.map((line, index) =>
      columns(
        [
          ['auto', block('•')],
          ['stretch', block(line)],
        ],
        index === 0 ? 'small' : 'none',
      ),
    ),
    text: lines.map(line => `- ${inWords(line)}`).join('\n'),
  }
}

/** What an answer rests on: label and value, each in plain text. */
export function factRows(rows: readonly (readonly [label: string, value: string])[]): Part {
  if (rows.length === 0) return nothing
  return {
    elements: rows.map(([label, value], index) => ({
      type: 'RichTextBlock',
      spacing: index === 0 ? 'small' : 'none',
      inlines: [...runs(`${label}: `, { isSubtle: true }), ...runs(value)],
    })),
    text: rows.map(([label, value]) => `${label}: ${value}`).join('\n'),
  }
}

/** One line of a timeline: `key` is the date that matters, `missed` where it is behind, `past` any other one behind. */
export interface Moment {
  readonly date: string
  readonly what: string
  /** A second line. */
  readonly more?: string
  readonly mark: 'past' | 'today' | 'key' | 'missed' | 'ahead'
}

// Shapes differ, so that the line reads without colour: what is behind is filled, what is ahead is open.
const marks = { past: '●', today: '◉', key: '◆', missed: '◆', ahead: '○' } as const

/** Dates in order, each with what happens then. */
export function timeline(moments: readonly Moment[]): Part {
  return {
    elements: moments.map(({ date, what, more, mark }, index) => {
      const strong = mark === 'key' || mark === 'missed' ? { weight: 'bolder' } : {}
      const tone = mark === 'past' ? { isSubtle: true } : {}
      const color = mark === 'key' ? { color: 'accent' } : {}
      return columns(
        [
          ['16px', block(marks[mark], { ...color, ...tone })],
          [
            'stretch',
            block(date, { ...strong, ...tone }),
            block(what, { ...strong, ...tone, spacing: 'none', size: 'small' }),
            ...(more ? [block(more, { isSubtle: true, spacing: 'none', size: 'small' })] : []),
          ],
        ],
        index === 0 ? 'medium' : 'small',
      )
    }),
    text: moments.map(({ date, what, more, mark }) => `${marks[mark]} ${date}  ${what}${more ? `. ${more}` : ''}`).join('\n'),
  }
}

/** A column of a table; numbers stand at its right, so that they compare at a glance. */
export interface Column {
  readonly title: string
  /** How wide it is beside the others. */
  readonly width: number
  readonly numbers?: boolean
}

/** A table with a header row; cells are plain text, never Markdown. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[]): Part {
  const cell = (text: string, index: number, more: Readonly<Record<string, unknown>> = {}) => ({
    type: 'TableCell',
    items: [{ type: 'RichTextBlock', ...(columns[index]?.numbers ? { horizontalAlignment: 'right' } : {}), inlines: runs(text, more) }],
  })
  const header = columns.map(({ title }) => title)
  const cells = [
    header.map((text, index) => cell(text, index, { weight: 'bolder' })),
    ...rows.map(row => row.map((text, index) => cell(text, index))),
  ]
  return {
    elements: [
      {
        type: 'Table',
        columns: columns.map(({ width }) => ({ width })),
        firstRowAsHeader: true,
        showGridLines: true,
        gridStyle: 'default',
        rows: cells.map(cells => ({ type: 'TableRow', cells })),
      },
    ],
    text: [header, ...rows].map(row => row.join(' | ')).join('\n'),
  }
}

/** Text written by a person: shown as it is, never read as Markdown. */
export function quoted(lines: readonly string[]): Part {
  return {
    elements: lines.map((line, index) => ({ type: 'RichTextBlock', spacing: index === 0 ? 'small' : 'none', inlines: runs(line) })),
    text: lines.join('\n'),
  }
}

/** Parts behind a button that folds and unfolds them; folded at first, unless somebody asked for them. */
export function folded(id: string, parts: readonly Part[], isOpen = false): Part {
  const { elements, text } = together(parts)
  return { elements: [{ type: 'Container', id, isVisible: isOpen, spacing: 'medium', separator: true, items: elements }], text }
}

const inWords = (words: Words) => (typeof words === 'string' ? words : words.markdown)

/** A part that shows nothing. */
export const nothing: Part = { elements: [], text: '' }

export function together(parts: readonly Part[]): Part {
  const all: Element[] = []
  const texts: string[] = []
  for (const { elements, text } of parts) {
    all.push(...elements)
    if (text !== '') texts.push(text)
  }
  return { elements: all, text: texts.join('\n') }
}

/** A whole card: version 1.5, with its toast and its plain-text form. */
export function card(summary: string, parts: readonly Part[], actions: readonly Action[] = []): Card {
  const body = together(parts)
  const text = visible([body.text, ...actions.map(({ text }) => text).filter(text => text !== '')].join('\n'))
  const content = {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: '1.5',
    fallbackText: text,
    body: body.elements,
    ...(actions.length > 0 ? { actions: actions.map(({ element }) => element) } : {}),
  }
  return { summary: cut(summary, MAX_SUMMARY), text, content: content as unknown as IAdaptiveCard }
}

/** Room for what is added to a card afterwards: further buttons, its refresh. */
const ADDED_LATER = 1200

/** A card whose plain-text form is as long as finds room; the terminal still has all of it. */
export function withinRoom(card: Card): Card {
  const whole = { ...card.content, fallbackText: card.text }
  if (bytesOf(whole) <= MAX_BYTES - ADDED_LATER) return { ...card, content: whole }
  const { shown, missing } = firstLines(card.text.split('\n'), MAX_BYTES - ADDED_LATER - bytesOf({ ...whole, fallbackText: '' }))
  return { ...card, content: { ...whole, fallbackText: [...shown, frame.moreLines(missing)].join('\n') } }
}

/** A card with further buttons before its own, the first of which is the one to press. */
export function ledBy(actions: readonly Action[], { content, text, summary }: Card): Card {
  const { actions: own = [], ...rest } = content as unknown as { actions?: readonly Element[] }
  const calm = own.map(({ style: _, ...action }) => action)
  const all = { ...rest, actions: [...actions.map(({ element }) => element), ...calm] }
  const inWords = [text, ...actions.map(({ text }) => text)].join('\n')
  return withinRoom({ summary, text: inWords, content: all as unknown as IAdaptiveCard })
}

/**
 * A card that Teams computes again when it is looked at, by pressing `data` unseen. It does so for these people, for everybody in a chat
 * where nobody is named.
 */
export function refreshing(card: Card, data: object, userIds?: readonly string[]): Card {
  const refresh = { action: { type: 'Action.Execute', verb: 'refresh', data }, ...(userIds ? { userIds } : {}) }
  return { ...card, content: { ...card.content, refresh } as unknown as IAdaptiveCard }
}

function columns(parts: readonly (readonly [width: string, ...Element[]])[], spacing: string): Element {
  return { type: 'ColumnSet', spacing, columns: parts.map(([width, ...items]) => ({ type: 'Column', width, items })) }
}
