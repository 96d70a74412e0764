import type { Card } from '../../cards/card.ts'
import { frame } from '../../cards/words/en/frame.ts'
import { trackedWords } from '../../cards/words/en/tracked.ts'

/** The buttons that send what a card's inputs hold: in the terminal their choices are pressed instead. */
const senders: readonly unknown[] = [frame.update, trackedWords.open, trackedWords.track]

type Json = Readonly<Record<string, unknown>>

interface Option {
  readonly title: string
  readonly shown: string
  readonly data: unknown
}

/** What a card's text shows together: a button alone, or a question's choices behind its words. */
interface Offer {
  readonly words: string
  readonly options: readonly Option[]
}

/** Cards as text with a number before each button and choice, and what a press of each sends, in the order of the numbers. */
export function numbered(cards: readonly Card[]): { readonly text: string; readonly presses: readonly unknown[] } {
  const presses: unknown[] = []
  const texts = cards.map(({ text, content }) => {
    let before = ''
    let rest = text
    const until = (end: number) => {
      before += rest.slice(0, end)
      rest = rest.slice(end)
    }
    for (const { words, options } of offersIn(content, updateIn(content))) {
      const at = rest.indexOf(words + options[0]?.shown)
      // What the text doesn't show, such as the inputs of a folded part, has no number.
      if (at < 0) continue
      until(at + words.length)
      for (const { title, shown, data } of options) {
        until(rest.indexOf(shown))
        before += `[${presses.push(data)} ${title}]`
        rest = rest.slice(shown.length)
      }
    }
    return before + rest
  })
  return { text: texts.join('\n\n'), presses }
}

/** In the order of the card's text. `update` is what "Update" or the like sends besides the inputs. */
function offersIn(part: unknown, update: Json | undefined): Offer[] {
  if (Array.isArray(part)) return part.flatMap(each => offersIn(each, update))
  if (!isObject(part)) return []
  const { type, id, title, label, data, choices, fallback: _, ...inner } = part
  if (type === 'Action.Execute')
    return senders.includes(title) ? [] : [{ words: '', options: [{ title: String(title), shown: `[${title}]`, data }] }]
  if (type === 'Input.ChoiceSet' && update) {
    const all = choices as readonly { readonly title: string; readonly value: string }[]
    const options = all.map(({ title, value }) => ({ title, shown: title, data: { ...update, [String(id)]: value } }))
    return [{ words: `${label} `, options }]
  }
  return Object.values(inner).flatMap(each => offersIn(each, update))
}

function updateIn(part: unknown): Json | undefined {
  if (!isObject(part)) return undefined
  if (part.type === 'Action.Execute' && senders.includes(part.title)) return part.data as Json
  for (const each of Object.values(part)) {
    const found = updateIn(each)
    if (found) return found
  }
  return undefined
}

/** Lists count. */
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null
