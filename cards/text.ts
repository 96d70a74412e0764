/** Invisible signs: control characters, what turns the direction of text around, what takes no room. */
const INVISIBLE =
  /[\p{Cc}\u00ad\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ufeff\uffa0\ufff9-\ufffb\u{1d173}-\u{1d17a}\u{e0000}-\u{e007f}]|\u034f|\u17b4|\u17b5/gu
/** More signs above and below a letter than any language has. */
const PILES = /(\p{M}{4})\p{M}+/gu

/** Letters of Latin, punctuation, currencies, arrows and shapes: most texts are of them alone, and every text of a card is looked at. */
const PLAIN = /^[\t\n\x20-\x7e\xa0-\xac\xae-\u02ff\u2010-\u2027\u20a0-\u20bf\u2190-\u21ff\u25a0-\u25ff]*$/

/** Text of a person as others may see it: all of it visible, and nothing that changes what stands around it. Lines and tabs stay. */
export function visible(text: string): string {
  if (PLAIN.test(text)) return text
  return text
    .toWellFormed()
    .replace(INVISIBLE, sign => (sign === '\n' || sign === '\t' ? sign : ''))
    .replace(PILES, '$1')
}

/** Text of at most so many characters. */
export function cut(text: string, length: number): string {
  const seen = visible(text)
  // Not in the middle of a sign that takes two places.
  return seen.length <= length ? seen : `${seen.slice(0, length - 1).replace(/[\ud800-\udbff]$/, '')}…`
}

/** Words of ours with links in them: the only text that is read as Markdown. */
export interface Marked {
  readonly markdown: string
}

export type Words = string | Marked

/** A Markdown link to an address of ours. */
export const markdownLink = (title: string, url: string) => `[${title}](${url})`

/** An element or action of Adaptive Cards 1.5. */
export type Element = Readonly<Record<string, unknown>> & { readonly type: string }
type More = Readonly<Record<string, unknown>>

// What a client could take for Markdown, or for a date that it works out: within a line, and at its start. Apart they take a third of the time.
const MARKS = /[[\]*_`~\\<]|\{\{|&#?\w+;/
const MARKED_LINE = /(?:^|\n)\s*(?:(?:[#>+-]|\d+[.)])\s|(?:-+|=+)\s*(?:\n|$))/

/** A text of its own. Where a name that a person gave makes it look like Markdown, it becomes an element that knows none. */
export function block(words: Words, more: More = {}): Element {
  if (typeof words !== 'string') return { type: 'TextBlock', text: words.markdown, wrap: true, ...more }
  const text = visible(words)
  if (!MARKS.test(text) && !MARKED_LINE.test(text)) return { type: 'TextBlock', text, wrap: true, ...more }
  const { spacing, style: _, ...look } = more
  return { type: 'RichTextBlock', ...(spacing ? { spacing } : {}), inlines: runs(text, look) }
}

/** Between the braces of what a client works out as a date or time, which it looks for in each piece of a text by itself. */
const IN_DATE = /(?<=\{)(?=\{\s*(?:DATE|TIME))/i

/** A text in pieces that show it as it is: never read as Markdown, no date worked out of it. */
export const runs = (text: string, more: More = {}): readonly Element[] =>
  visible(text)
    .split(IN_DATE)
    .map(piece => ({ type: 'TextRun', text: piece, ...more }))
