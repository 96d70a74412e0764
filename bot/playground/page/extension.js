// The message extension: a search whose results go into the message, and a form for many sites.
import { renderCard } from './card.js'
import { element } from './element.js'

const at = id => document.querySelector(id)
const query = at('#query')
const task = at('#task')
/** Teams asks for so many results at once. */
const COUNT = 25

let asked = 0

/** `invoke(name, value)` asks the bot and resolves to its HTTP answer; `attach(content)` puts a card into the message. */
export function startExtension({ invoke, attach }) {
  const insert = content => {
    close()
    attach(content)
  }
  const search = () => searchFor(invoke, insert)
  at('#extend').addEventListener('click', () => {
    if (!at('#extension').hidden) return close()
    show(true)
    query.value = ''
    query.focus()
    search()
  })
  query.addEventListener('input', search)
  at('#close-extension').addEventListener('click', close)
  at('#extension').addEventListener('keydown', event => {
    if (event.key === 'Escape') close()
  })
  const take = answer => takeAnswer(answer, data => submit(data), insert)
  const submit = async data =>
    take(await invoke('composeExtension/submitAction', { commandId: 'sizeSites', commandContext: 'compose', data }))
  at('#size-sites').addEventListener('click', async () =>
    take(await invoke('composeExtension/fetchTask', { commandId: 'sizeSites', commandContext: 'compose' })),
  )
  at('#close-task').addEventListener('click', () => task.close())
}

function show(open) {
  at('#extension').hidden = !open
  at('#extend').setAttribute('aria-expanded', String(open))
}

function close() {
  task.close()
  show(false)
  at('#text').focus()
}

async function searchFor(invoke, insert) {
  const number = ++asked
  const text = query.value
  const parameters = text === '' ? [{ name: 'initialRun', value: 'true' }] : [{ name: 'query', value: text }]
  const answer = await invoke('composeExtension/query', { commandId: 'answer', parameters, queryOptions: { skip: 0, count: COUNT } })
  // What was typed since has its own answer.
  if (number !== asked) return
  const found = answer?.body?.composeExtension
  const results = (found?.attachments ?? []).map(attachment => resultOf(attachment, insert))
  const told = found?.text ?? (found ? `${results.length} ${results.length === 1 ? 'result' : 'results'}` : 'License Desk did not answer.')
  at('#results-told').textContent = told
  at('#results').replaceChildren(...(results.length > 0 ? results : [element('li', 'hint', told)]))
}

function resultOf({ content, preview }, insert) {
  const { title, text } = preview.content
  const button = element('button', 'result', element('b', '', title), element('span', '', text))
  button.type = 'button'
  button.addEventListener('click', () => insert(content))
  return element('li', '', button)
}

/** A card in the dialog, a card for the message, or a line of text, as the bot says. */
function takeAnswer(answer, submit, insert) {
  const { task: next, composeExtension } = answer?.body ?? {}
  const [attachment] = composeExtension?.attachments ?? []
  if (attachment) return insert(attachment.content)
  if (next?.type === 'continue') return openTask(next.value, submit)
  tell(next?.value ?? composeExtension?.text ?? 'License Desk did not answer.')
}

function openTask({ title, card }, submit) {
  at('#task-title').textContent = title
  const drawn = renderCard(card.content, deed => submit(deed.data))
  at('#task-card').replaceChildren(drawn)
  if (!task.open) task.showModal()
  const first = drawn.querySelector('textarea, input')
  ;(first ?? drawn).focus()
}

function tell(text) {
  at('#task-card').replaceChildren(element('p', '', text))
  if (!task.open) task.showModal()
}
