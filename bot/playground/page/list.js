// Where on the page a message stands: in a chat one after the other, in a channel in threads.
import { element } from './element.js'
import { dayInWords } from './settings.js'

const list = document.querySelector('#messages')
// It scrolls, so that it must be reached by keyboard.
list.tabIndex = 0

/** Empties the list for another chat. */
export function clear() {
  list.replaceChildren()
  delete list.dataset.day
}

/** The element of the message `id`; undefined where it isn't shown. */
export const messageOf = id => list.querySelector(`[data-id="${CSS.escape(id)}"]`) ?? undefined

/** Adds at the end of the chat or of its thread and scrolls there. `reply` is told whose thread is to be answered. */
export function append(made, activity, name, reply) {
  const isEvent = made.classList.contains('event')
  const id = activity?.conversation?.id.split(';messageid=')[1]
  const thread = id && (threadOf(id) ?? (isEvent ? undefined : startThread(id, activity, name, reply)))
  const day = activity?.localTimestamp?.slice(0, 10)
  if (!isEvent) tellDay(thread ?? list, day)
  const end = thread?.querySelector('.reply')
  if (end) end.before(made)
  else list.append(made)
  toView(made, end)
}

const threadOf = id => list.querySelector(`[data-thread="${CSS.escape(id)}"]`) ?? undefined

function startThread(id, activity, name, reply) {
  const button = element('button', 'reply', 'Reply')
  button.type = 'button'
  button.setAttribute('aria-label', `Reply to ${name}`)
  button.addEventListener('click', () => reply(id, name))
  const thread = element('section', 'thread', button)
  thread.setAttribute('aria-label', `Post by ${name}`)
  thread.dataset.thread = id
  const day = activity.localTimestamp.slice(0, 10)
  tellDay(list, day)
  thread.dataset.day = day
  list.append(thread)
  return thread
}

function tellDay(container, day) {
  if (!day || container.dataset.day === day) return
  container.dataset.day = day
  const heading = element('h2', 'day', dayInWords(day))
  const end = container.querySelector(':scope > .reply')
  if (end) end.before(heading)
  else container.append(heading)
}

/** Of an answer that doesn't fit the view, with the button below it, the head is shown. */
function toView(made, end) {
  const height = (end ?? made).getBoundingClientRect().bottom - made.getBoundingClientRect().top
  if (made.matches('.theirs') && height > list.clientHeight - 24) made.scrollIntoView({ block: 'start' })
  else if (end) end.scrollIntoView({ block: 'nearest' })
  else list.scrollTop = list.scrollHeight
}
