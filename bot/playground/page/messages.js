import { renderCard } from './card.js'
import { markdown } from './markdown.js'
import { dayInWords, timeInWords } from './settings.js'

const list = document.querySelector('#messages')
const adaptiveCard = 'application/vnd.microsoft.card.adaptive'
/** The JSON from which a card on the page was drawn. */
const drawnFrom = new WeakMap()

// It scrolls, so that it must be reached by keyboard.
list.tabIndex = 0
let lastDay = ''

/** Shows one happening of the chat. `press` is told what a person presses on a card, with the card's place. */
export function show(happening, press) {
  const { kind, activity, id } = happening
  if (kind === 'posted' && activity.type === 'typing') return addEvent('Typing', activity)
  if (kind === 'posted') return addTheirs(activity, press)
  if (kind === 'updated') return redraw(activity, press)
  if (kind === 'deleted') return messageOf(id)?.remove()
  if (kind === 'failed') return addNote(messageOf(id), happening.reason)
  if (kind === 'answered') return showAnswer(happening)
  if (activity.type === 'message' && activity.text) return addOwn(activity)
  addEvent(sentInWords(activity), activity)
}

/** Empties the list for a new chat. */
export function clear() {
  list.replaceChildren()
  lastDay = ''
}

const messageOf = id => list.querySelector(`[data-id="${CSS.escape(id)}"]`)

function element(tag, className, ...content) {
  const made = document.createElement(tag)
  if (className) made.className = className
  made.append(...content)
  return made
}

/** Adds to the end and scrolls there; of an answer that is taller than the view the head is shown. */
function append(made, localTimestamp) {
  const day = localTimestamp?.slice(0, 10)
  if (day && day !== lastDay && !made.classList.contains('event')) {
    list.append(element('h2', 'day', dayInWords(day)))
    lastDay = day
  }
  list.append(made)
  toView(made)
}

function toView(made) {
  if (made.matches('.theirs') && made.offsetHeight > list.clientHeight) made.scrollIntoView({ block: 'start' })
  else list.scrollTop = list.scrollHeight
}

function message(side, activity, name) {
  const time = element('time', '', timeInWords(activity.localTimestamp))
  time.dateTime = activity.localTimestamp
  const meta = element('div', 'meta', element('span', side === 'own' ? 'unseen' : 'name', name), time, json(activity))
  const made = element('article', `message ${side}`, meta)
  made.dataset.id = activity.id
  return made
}

function addOwn(activity) {
  const made = message('own', activity, 'You')
  made.append(element('div', 'bubble plain', decoded(activity.text)))
  append(made, activity.localTimestamp)
}

const signs = { '&amp;': '&', '&lt;': '<', '&gt;': '>' }
/** As it was typed: in an activity Teams writes these three as entities. */
const decoded = text => text.replace(/&(?:amp|lt|gt);/g, entity => signs[entity])

function addTheirs(activity, press) {
  const made = message('theirs', activity, 'License Desk')
  made.append(...contents(activity, press))
  append(made, activity.localTimestamp)
}

function contents(activity, press) {
  const parts = activity.text ? [bubble(activity)] : []
  for (const [index, { contentType, content }] of (activity.attachments ?? []).entries()) {
    const place = { card: activity.id, attachment: index }
    const part =
      contentType === adaptiveCard
        ? renderCard(content, deed => pressOn(part, place, deed, press))
        : element('div', 'bubble', `Teams would show an attachment of the type ${contentType} here.`)
    drawnFrom.set(part, JSON.stringify(content))
    parts.push(part)
  }
  return parts
}

function bubble({ text, textFormat }) {
  if (textFormat === 'plain') return element('div', 'bubble plain', text)
  const made = element('div', 'bubble')
  made.innerHTML = markdown(text)
  return made
}

async function pressOn(part, place, deed, press) {
  messageOf(place.card)?.querySelector('.note')?.remove()
  part.setAttribute('aria-busy', 'true')
  await press(deed.kind === 'said' ? deed : { ...place, ...deed })
  part.removeAttribute('aria-busy')
}

/** A message that the bot changed, in its place. Its other cards keep what was filled in, and what had the focus has it again. */
function redraw(activity, press) {
  const made = messageOf(activity.id)
  if (!made) return
  const [meta, ...old] = made.children
  const fresh = contents(activity, press).map((part, index) => {
    const same = old[index] && drawnFrom.get(old[index]) === drawnFrom.get(part)
    return same ? old[index] : part
  })
  const focused = fresh[old.findIndex(part => part.contains(document.activeElement))]
  meta.querySelector('details').replaceWith(json(activity))
  for (const [index, part] of old.entries()) if (part !== fresh[index]) part.remove()
  made.append(...fresh)
  if (focused && !focused.contains(document.activeElement)) {
    focused.focus({ preventScroll: true })
    focused.scrollIntoView({ block: 'nearest' })
  }
}

/** What a press was answered with, where that is not a card: Teams shows it under the card. */
function showAnswer({ card, status, body }) {
  addEvent(`Answer to a press: ${status} ${body?.type ?? ''}`, body)
  if (status === 200 && body?.type === 'application/vnd.microsoft.activity.message' && body.value)
    addNote(messageOf(card), body.value, 'told')
  else if (status !== 200)
    addNote(messageOf(card), `Something went wrong. Please try again. (${status}${body?.value?.message ? `: ${body.value.message}` : ''})`)
}

function addNote(made, text, look = 'fault') {
  const note = element('p', `note ${look}`, text)
  if (!made) return append(note)
  made.append(note)
  note.scrollIntoView({ block: 'nearest' })
}

function addEvent(title, content) {
  const made = element('div', 'event', json(content, title))
  if (content?.id) made.dataset.id = content.id
  append(made, content?.localTimestamp)
}

function sentInWords(activity) {
  if (activity.type === 'invoke') return `Pressed ${activity.value?.action?.title ?? activity.value?.action?.verb ?? ''}`
  return activity.type === 'message' ? 'Pressed (Action.Submit)' : `Event: ${activity.type}`
}

/** An activity's JSON, folded; written only when it is opened. */
function json(content, title = 'JSON') {
  const text = element('pre')
  text.tabIndex = 0
  const made = element('details', 'json', element('summary', '', title), text)
  made.addEventListener('toggle', () => {
    text.textContent = JSON.stringify(content, null, 2)
  })
  return made
}
