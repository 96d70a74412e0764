import { renderCard } from './card.js'
import { element, json } from './element.js'
import { append, messageOf } from './list.js'
import { markdown } from './markdown.js'
import { timeInWords } from './settings.js'

const adaptiveCard = 'application/vnd.microsoft.card.adaptive'
/** The JSON from which a card on the page was drawn. */
const drawnFrom = new WeakMap()

/**
 * Shows one happening of the chat as `view.person` sees it. `view.press` is told what is pressed on a card, with the card's place;
 * `view.reply` which thread is to be answered, and whose it is.
 */
export function show(happening, view) {
  const { kind, activity, id, by } = happening
  if (kind === 'posted' && activity.type === 'typing') return addEvent('Typing', activity)
  if (kind === 'posted') return addTheirs(activity, view)
  if (kind === 'updated') return by === undefined || by === view.person ? redraw(activity, view) : undefined
  if (kind === 'deleted') return remove(id)
  if (kind === 'failed') return addNote(messageOf(id), happening.reason)
  if (kind === 'answered') return showAnswer(happening, view)
  const isSaid = activity.type === 'message' && (activity.text || cardsIn(activity).length > 0)
  if (isSaid) addSaid(happening, view)
  if (kind === 'unheard') addEvent('Not sent to License Desk, which was not mentioned', activity)
  else if (!isSaid) addEvent(sentInWords(activity), activity)
}

function remove(id) {
  const made = messageOf(id)
  const thread = made?.closest('.thread')
  made?.remove()
  if (thread && !thread.querySelector('.message')) thread.remove()
}

function message(side, activity, name, nameLook = 'name') {
  const time = element('time', '', timeInWords(activity.localTimestamp))
  time.dateTime = activity.localTimestamp
  const meta = element('div', 'meta', element('span', nameLook, name), time, json(activity))
  const made = element('article', `message ${side}`, meta)
  made.dataset.id = activity.id
  return made
}

/** What a person said: in a chat one's own on the right, in a channel everybody's under the name. */
function addSaid({ activity, by }, { person, place, reply }) {
  const { name } = activity.from
  const own = by === person
  const onRight = own && place !== 'channel'
  const made = message(own ? 'said own' : 'said others', activity, onRight ? 'You' : name, onRight ? 'unseen' : 'name')
  made.prepend(avatar(by, name))
  if (activity.text) made.append(element('div', 'bubble plain', ...mentionsMarked(activity.text)))
  // Their buttons have nobody to answer them: the message is a person's.
  made.append(...cardsIn(activity).map(({ content }) => renderCard(content, () => {})))
  append(made, activity, name, reply)
}

const cardsIn = ({ attachments = [] }) => attachments.filter(({ contentType }) => contentType === adaptiveCard)

function avatar(person, name) {
  const initials = name.replace(/(\p{L})\p{L}*\s*/gu, '$1')
  const made = element('b', `avatar ${person}`, initials)
  made.ariaHidden = 'true'
  return made
}

/** As it was typed, with the mention as Teams shows it. What stands between other angle brackets was typed, and is written as entities. */
function mentionsMarked(text) {
  return text.split(/<at>(.*?)<\/at>/).map((part, index) => (index % 2 ? element('span', 'mentioned', decoded(part)) : decoded(part)))
}

const signs = { '&amp;': '&', '&lt;': '<', '&gt;': '>' }
/** In an activity Teams writes these three as entities. */
const decoded = text => text.replace(/&(?:amp|lt|gt);/g, entity => signs[entity])

function addTheirs(activity, view) {
  const { name } = activity.from
  const made = message('theirs', activity, name)
  made.append(...contents(activity, view))
  append(made, activity, name, view.reply)
}

function contents(activity, { press }) {
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
  const message = messageOf(place.card)
  message?.querySelector('.note')?.remove()
  part.setAttribute('aria-busy', 'true')
  await press(deed.kind === 'said' ? deed : { ...place, ...deed }, message?.closest('.thread')?.dataset.thread)
  part.removeAttribute('aria-busy')
}

/** A message that the bot changed, in its place. Its other cards keep what was filled in, and what had the focus has it again. */
function redraw(activity, view) {
  const made = messageOf(activity.id)
  if (!made) return
  const [meta, ...old] = made.children
  const fresh = contents(activity, view).map((part, index) => {
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

/** What a press was answered with, where that is not a card: Teams shows it under the card, to the person who pressed. */
function showAnswer({ by, card, status, body }, { person }) {
  addEvent(`Answer to a press: ${status} ${body?.type ?? ''}`, body)
  if (by !== person) return
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
  if (content?.id && !messageOf(content.id)) made.dataset.id = content.id
  append(made, content)
}

function sentInWords({ type, name, value, from }) {
  if (name?.startsWith('composeExtension/')) return `${from.name} used the message extension: ${name}`
  if (type === 'invoke') return `${from.name} pressed ${value?.action?.title ?? value?.action?.verb ?? ''}`
  return type === 'message' ? `${from.name} pressed (Action.Submit)` : `Event: ${type}`
}
