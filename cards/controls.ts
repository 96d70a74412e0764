import { type Action, nothing, type Part } from './parts.ts'
import { block, visible } from './text.ts'

export function dateInput(id: string, label: string, value?: string): Part {
  return { elements: [{ type: 'Input.Date', id, label, ...(value ? { value } : {}) }], text: label }
}

/** Text to copy from: a field that can be selected as a whole, on a phone too. */
export function textToCopy(id: string, label: string, text: string): Part {
  return { elements: [{ type: 'Input.Text', id, label, isMultiline: true, value: visible(text) }], text }
}

export function textInput(id: string, label: string, placeholder: string, value?: string): Part {
  return { elements: [{ type: 'Input.Text', id, label, placeholder, isMultiline: true, ...(value ? { value } : {}) }], text: label }
}

/** One line of text. */
export function lineInput(id: string, label: string, placeholder: string, maxLength: number, value?: string): Part {
  return { elements: [{ type: 'Input.Text', id, label, placeholder, maxLength, ...(value ? { value } : {}) }], text: label }
}

/** What is wrong with the input above it. */
export function inputFault(text: string): Part {
  return { elements: [block(text, { color: 'attention', weight: 'bolder', spacing: 'small' })], text }
}

/** One of several choices, folded together. */
export function choiceInput(
  id: string,
  label: string,
  placeholder: string,
  choices: readonly (readonly [value: string, title: string])[],
  value?: string,
): Part {
  return {
    elements: [
      {
        type: 'Input.ChoiceSet',
        id,
        label,
        style: 'compact',
        placeholder,
        choices: choices.map(([value, title]) => ({ value, title: visible(title) })),
        ...(value ? { value } : {}),
      },
    ],
    text: `${label} ${choices.map(([, title]) => title).join(', ')}`,
  }
}

/** A button that leaves for an address; the title says where. */
export function openLink(title: string, url: string, primary = false): Action {
  return { element: { type: 'Action.OpenUrl', title, url, ...(primary ? { style: 'positive' } : {}) }, text: `${title}: ${url}` }
}

/** A button that the bot answers; clients without Action.Execute fall back to Action.Submit with the same data. */
export function press(title: string, data: object, primary = false): Action {
  const style = primary ? { style: 'positive' } : {}
  return {
    element: { type: 'Action.Execute', title, verb: 'press', data, ...style, fallback: { type: 'Action.Submit', title, data, ...style } },
    text: `[${title}]`,
  }
}

/** A button of a card in a dialog, where nothing but `Action.Submit` is answered. */
export function submit(title: string, data: object, primary = false): Action {
  return { element: { type: 'Action.Submit', title, data, ...(primary ? { style: 'positive' } : {}) }, text: `[${title}]` }
}

/** A button that folds or unfolds a part. */
export function toggle(title: string, target: string): Action {
  return { element: { type: 'Action.ToggleVisibility', title, targetElements: [target] }, text: '' }
}

/** Buttons inside the card, beside what they belong to. */
export function buttons(actions: readonly Action[]): Part {
  if (actions.length === 0) return nothing
  return {
    elements: [{ type: 'ActionSet', spacing: 'small', actions: actions.map(({ element }) => element) }],
    text: actions.map(({ text }) => text).join(' '),
  }
}
