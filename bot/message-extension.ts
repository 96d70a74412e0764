import { z } from 'zod'
import { readPress } from '../cards/actions.ts'
import { boundedList } from '../cards/bounded.ts'
import { MAX_ACTIONS } from '../cards/question.ts'
import { trouble } from '../cards/words/en/trouble.ts'
import type { Input, Reply, Result } from '../dialogs/turn.ts'
import type { Incoming } from './incoming.ts'
import { attachmentOf } from './outbound.ts'

const PREVIEW = 'application/vnd.microsoft.card.thumbnail'
/** What Teams asks for where it says nothing of a page. */
const PAGE = { skip: 0, count: 25 }
/** Parameters of a command, or actions of a card, as no client of this app has them. */
const MOST_PARTS = 100

// Whatever a client sends is answered: what has another form counts as not sent.
const query = z.looseObject({
  parameters: boundedList(z.looseObject({ name: z.string(), value: z.unknown() }).catch({ name: '', value: '' }), MOST_PARTS)
    .catch([])
    .default([]),
  queryOptions: z.looseObject({ skip: z.int().min(0).catch(PAGE.skip), count: z.int().min(1).catch(PAGE.count) }).catch(PAGE),
})
const action = z.looseObject({
  data: z.unknown().optional(),
  botMessagePreviewAction: z.enum(['edit', 'send']).optional().catch(undefined),
  botActivityPreview: z.unknown().optional(),
})
const preview = z.tuple([
  z.looseObject({
    attachments: z.tuple([z.looseObject({ content: z.looseObject({ actions: boundedList(z.looseObject({}), MOST_PARTS) }) })]),
  }),
])

/** Whether an activity comes from the compose box rather than from a conversation. */
export const isExtensionInvoke = ({ type, name }: Incoming) => type === 'invoke' && name?.startsWith('composeExtension/') === true

/** What a person did in the message extension; undefined for an invoke that isn't answered by the desk. */
export function extensionInput({ name, value }: Incoming): Input | undefined {
  switch (name) {
    case 'composeExtension/query':
      return searchedBy(value)
    case 'composeExtension/fetchTask':
      return { kind: 'form', step: 'open' }
    case 'composeExtension/submitAction':
      return answeredBy(value)
    default:
      return undefined
  }
}

/** The text that was typed; none where the box has just been opened. */
function searchedBy(value: unknown): Input {
  const { parameters, queryOptions } = query.safeParse(value).data ?? { parameters: [], queryOptions: PAGE }
  const typed = parameters.find(({ name }) => name !== 'initialRun')?.value
  const text = typeof typed === 'string' ? typed : typeof typed === 'number' ? String(typed) : ''
  return { kind: 'searched', text, skip: queryOptions.skip, count: queryOptions.count }
}

function answeredBy(value: unknown): Input {
  const { data, botMessagePreviewAction: pressed, botActivityPreview: shown } = action.safeParse(value).data ?? {}
  if (!pressed) return { kind: 'form', step: 'answered', data }
  return { kind: 'form', step: pressed === 'edit' ? 'edit' : 'insert', data: dataOn(shown) ?? data }
}

/** What the buttons of a previewed card carry. */
function dataOn(shown: unknown): unknown {
  const [activity] = preview.safeParse(shown).data ?? []
  return activity?.attachments[0].content.actions
    .slice(0, MAX_ACTIONS)
    .map(({ data }) => data)
    .find(data => readPress(data)?.press.form)
}

/** What the invoke of a message extension is answered with. */
export function extensionAnswer(reply: Reply, { kind }: Input): object | undefined {
  switch (reply.kind) {
    case 'results':
      return resultsOf(reply.results)
    case 'dialog':
      return { task: { type: 'continue', value: { title: reply.title, height: 'large', width: 'medium', card: attachmentOf(reply.card) } } }
    case 'say':
      return kind === 'form' ? { task: { type: 'message', value: reply.text } } : inWords(reply.text)
    default:
      return kind === 'form' ? undefined : resultsOf([])
  }
}

const inWords = (text: string) => ({ composeExtension: { type: 'message', text } })

function resultsOf(results: readonly Result[]): object {
  const attachments = results.map(({ title, line, card }) => ({
    ...attachmentOf(card),
    preview: { contentType: PREVIEW, content: { title: withoutTags(title), text: withoutTags(line) } },
  }))
  return { composeExtension: { type: 'result', attachmentLayout: 'list', attachments } }
}

/** Teams reads tags in a preview, and somebody else's text may have been typed into the search: what looks like one stays text. */
const withoutTags = (text: string) => text.replace(/<(?=[a-z/!?])/gi, '‹')

/** What other invokes around message extensions and dialogs are answered with, which this app does not offer; undefined for unknown ones. */
export function declinedInvoke({ name }: Incoming): object | undefined {
  switch (name) {
    case 'composeExtension/queryLink':
    case 'composeExtension/anonymousQueryLink':
      return inWords(trouble.noLinks)
    case 'composeExtension/querySettingUrl':
    case 'composeExtension/selectItem':
      return inWords(trouble.notOffered)
    case 'composeExtension/setting':
    case 'composeExtension/onCardButtonClicked':
      return {}
    case 'task/fetch':
    case 'task/submit':
      return { task: { type: 'message', value: trouble.notOffered } }
    default:
      return undefined
  }
}
