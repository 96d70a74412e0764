import { attach, giveBack, heard, isHeard, replyIn, showPlace, startCompose, threadHere } from './compose.js'
import { startExtension } from './extension.js'
import { clear } from './list.js'
import { show } from './messages.js'
import { chatHere, here, openHere, startPlaces } from './places.js'
import { setting, startSettings } from './settings.js'

const at = id => document.querySelector(id)
const firstQuestions = [
  'Can I still extend my trial? It ends on 15 April',
  'Which licence for 3 plants with 400, 900 and 6,000 devices?',
  'I bought on 3 March. Can I get a refund?',
  'What happens when my licence runs out?',
]

let events
/** The chats whose answers are awaited, each as often as it is. */
const awaited = []

/** Posts to the server; undefined where it can't be reached or doesn't know the chat any more. */
async function post(path, body) {
  try {
    const response = await fetch(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) })
    return response.ok ? await response.json() : undefined
  } catch {
    return undefined
  }
}

/** Shows the place in view, for the person who speaks there. */
function enter() {
  if (chatHere()) listen()
  else startChat()
}

async function startChat() {
  leave()
  let reached = false
  const chat = await openHere(async where => {
    const answer = await post('/playground/start', { ...where, setting: setting() })
    reached = answer !== undefined
    return answer?.chat
  })
  at('#lost').hidden = reached
  if (!chat) return
  listen()
  at('#text').focus()
}

function leave() {
  events?.close()
  clear()
  showPlace()
  showTyping()
}

function listen() {
  leave()
  at('#lost').hidden = true
  let opened = false
  const own = new EventSource(`/playground/events?chat=${encodeURIComponent(chatHere())}`)
  events = own
  own.onopen = () => {
    opened = true
  }
  own.onmessage = event => take(JSON.parse(event.data))
  own.onerror = () => {
    // Closed for good: the server does not know this chat. After a reload that is no news to the person, who has nothing to lose.
    if (own !== events || own.readyState !== EventSource.CLOSED) return
    if (opened) at('#lost').hidden = false
    else startChat()
  }
}

function take(happening) {
  show(happening, { ...here(), press, reply: replyIn })
  const { kind, activity } = happening
  if (kind === 'posted') showTyping(activity.type === 'typing')
}

/** What a button says for a person is meant for the bot. */
function press(deed, thread) {
  return send(deed.kind === 'said' ? { ...deed, text: heard(deed.text) } : deed, thread)
}

/** `thread` names where in a channel something is said; without one it starts a thread. */
async function send(deed, thread) {
  const chat = chatHere()
  const answered = deed.kind !== 'said' || isHeard(deed.text)
  if (answered) awaited.push(chat)
  showTyping()
  const answer = await post('/playground/send', { chat, thread, person: here().person, setting: setting(), deed })
  if (answered) awaited.splice(awaited.indexOf(chat), 1)
  showTyping()
  if (answer || chat !== chatHere()) return
  at('#lost').hidden = false
  // What was typed is not lost with the chat.
  if (deed.kind === 'said') giveBack(deed.text, deed.card)
}

function showTyping(told = false) {
  at('#typing').textContent = told || awaited.includes(chatHere()) ? 'License Desk is typing' : ''
}

for (const question of firstQuestions) {
  const button = document.createElement('button')
  button.type = 'button'
  button.textContent = question
  button.addEventListener('click', () => {
    send({ kind: 'said', text: heard(question) })
    at('#text').focus()
  })
  at('#suggestions').append(button)
}

function openSettings(open) {
  document.documentElement.toggleAttribute('data-settings', open)
  at('#open-settings').setAttribute('aria-expanded', String(open))
  at(open ? '#close-settings' : '#open-settings').focus()
}

at('#open-settings').addEventListener('click', () => openSettings(true))
at('#close-settings').addEventListener('click', () => openSettings(false))
at('#settings').addEventListener('keydown', event => {
  if (event.key === 'Escape' && document.documentElement.hasAttribute('data-settings')) openSettings(false)
})
at('#restart').addEventListener('click', startChat)
at('#reset').addEventListener('click', () => {
  if (document.documentElement.hasAttribute('data-settings')) openSettings(false)
  startChat()
})

startSettings()
startPlaces(enter)
startCompose((said, thread, card) => send({ kind: 'said', text: said, ...(card ? { card } : {}) }, thread))
startExtension({
  invoke: (name, value) =>
    post('/playground/invoke', {
      chat: chatHere(),
      thread: threadHere(),
      person: here().person,
      setting: setting(),
      invoke: { name, value },
    }),
  attach,
})
// The bot's clock follows the date that is set, so that reminders arrive while one watches.
const tellSetting = () => chatHere() && post('/playground/set', { chat: chatHere(), setting: setting() })
at('#settings-form').addEventListener('change', tellSetting)
at('#real-date').addEventListener('click', tellSetting)
enter()
tellSetting()
