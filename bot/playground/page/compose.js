// Writing: to whom, in which thread, and with the bot mentioned.
import { renderCard } from './card.js'
import { element } from './element.js'
import { here } from './places.js'

const at = id => document.querySelector(id)
const text = at('#text')
const bot = 'License Desk'
const mentionedIn = said => /@License Desk(?![\p{L}\p{N}])/u.test(said)

/** What is said in a channel stands in this thread; without one it starts its own. */
let thread

/** Whether Teams would send this to the bot. */
export const isHeard = said => here().place === 'personal' || mentionedIn(said)

/** A text as it has to be so that the bot hears it. */
export const heard = said => (isHeard(said) ? said : `@${bot} ${said}`)

/** Answers in the thread that begins with message `id`, by `name`. */
export function replyIn(id, name) {
  thread = id
  showPlace(name)
  at('.answered .reply').scrollIntoView({ block: 'nearest' })
  text.focus()
}

/** The card that goes with the next message; undefined where there is none. */
let draft

/** Puts a card into the message that is being written, in place of the one that was there. */
export function attach(content) {
  draft = content
  const shown = at('#draft')
  shown.hidden = content === undefined
  if (!content) return shown.replaceChildren()
  const remove = element('button', 'quiet', 'Remove')
  remove.type = 'button'
  remove.addEventListener('click', () => {
    attach()
    text.focus()
  })
  shown.replaceChildren(
    renderCard(content, () => {}),
    remove,
  )
  text.focus()
}

/** The thread in which the next message stands; undefined where it starts its own. */
export const threadHere = () => thread

/** Gives back what could not be sent, where nothing else was typed since. */
export function giveBack(said, card) {
  if (text.value === '') text.value = said
  if (card && !draft) attach(card)
  showUnheard()
}

/** What stands around the box, for the place in view. */
export function showPlace(name) {
  const { place } = here()
  if (!name || place !== 'channel') thread = undefined
  for (const marked of document.querySelectorAll('.answered')) marked.classList.remove('answered')
  if (thread) at(`[data-thread="${CSS.escape(thread)}"]`)?.classList.add('answered')
  at('#reply-to').hidden = !thread
  at('#reply-words').textContent = thread ? `Reply to ${name}` : ''
  const [label, hint] = thread ? [`Reply to ${name}`, 'Reply'] : wordsFor[place]
  at('#text-label').textContent = label
  text.placeholder = hint
  showUnheard()
}

const wordsFor = {
  personal: [`Message to ${bot}`, 'Type a message'],
  group: ['Message to the group chat', 'Type a message'],
  channel: ['New post', 'Start a post'],
}

/** Listens to the box; `say` is told what is sent, in which thread, and with which card. */
export function startCompose(say) {
  at('#compose').addEventListener('submit', event => {
    event.preventDefault()
    const said = text.value
    const card = draft
    text.value = ''
    attach()
    typed()
    text.focus()
    if (said.trim() !== '' || card) say(said.trim() === '' ? '' : said, thread, card)
  })
  text.addEventListener('keydown', key)
  text.addEventListener('input', typed)
  text.addEventListener('blur', event => {
    if (event.relatedTarget !== at('#take-offer')) at('#offer').hidden = true
  })
  at('#take-offer').addEventListener('click', () => mention(begun()))
  at('#mention').addEventListener('click', () => mention(begun()))
  at('#new-post').addEventListener('click', () => {
    showPlace()
    text.focus()
  })
}

function key(event) {
  if (event.isComposing) return
  const offered = !at('#offer').hidden
  if (offered && event.key === 'Escape') at('#offer').hidden = true
  else if (offered && (event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey) mention(begun())
  else if (event.key === 'Enter' && !event.shiftKey) at('#compose').requestSubmit()
  else return
  event.preventDefault()
}

function typed() {
  // For browsers that don't size a text box by its content on their own.
  text.rows = text.value.split('\n').length
  at('#offer').hidden = here().place === 'personal' || begun() === undefined
  showUnheard()
}

/** The mention that is being typed before the caret, such as `@lic`; undefined where there is none. */
function begun() {
  const [, typed] = /(?:^|\s)(@[\p{L} ]{0,11})$/u.exec(text.value.slice(0, text.selectionStart)) ?? []
  return typed && `@${bot}`.toLowerCase().startsWith(typed.toLowerCase()) ? typed : undefined
}

/** Puts the bot's mention at the caret, for what was typed of it. */
function mention(typed = '') {
  const end = text.selectionEnd
  const start = text.selectionStart - typed.length
  const before = start > 0 && !/\s/.test(text.value[start - 1]) ? ' ' : ''
  text.setRangeText(`${before}@${bot} `, start, end, 'end')
  at('#offer').hidden = true
  showUnheard()
  text.focus()
}

function showUnheard() {
  at('#unheard').hidden = text.value.trim() === '' || isHeard(text.value)
}
