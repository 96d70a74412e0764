import { clear, show } from './messages.js'
import { setting, startSettings } from './settings.js'

const at = id => document.querySelector(id)
const text = at('#text')
const firstQuestions = [
  'Can I still extend my trial? It ends on 15 April',
  'Which licence for 3 plants with 400, 900 and 6,000 devices?',
  'I bought on 3 March. Can I get a refund?',
  'What happens when my licence runs out?',
]

let chat = sessionStorage.getItem('chat') ?? ''
let events
let running = 0

/** Posts to the server; undefined where it can't be reached or doesn't know the chat any more. */
async function post(path, body) {
  try {
    const response = await fetch(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) })
    return response.ok ? await response.json() : undefined
  } catch {
    return undefined
  }
}

async function startChat() {
  events?.close()
  clear()
  const answer = await post('/playground/start', { setting: setting() })
  at('#lost').hidden = answer !== undefined
  if (!answer) return
  chat = answer.chat
  sessionStorage.setItem('chat', chat)
  at('#suggestions').hidden = false
  listen()
  text.focus()
}

function listen() {
  let opened = false
  events = new EventSource(`/playground/events?chat=${encodeURIComponent(chat)}`)
  events.onopen = () => {
    opened = true
  }
  events.onmessage = event => take(JSON.parse(event.data))
  events.onerror = () => {
    // Closed for good: the server does not know this chat. After a reload that is no news to the person, who has nothing to lose.
    if (events.readyState !== EventSource.CLOSED) return
    if (opened) at('#lost').hidden = false
    else startChat()
  }
}

function take(happening) {
  show(happening, send)
  const { kind, activity } = happening
  if (kind === 'sent' && activity.text) at('#suggestions').hidden = true
  if (kind === 'posted') showTyping(activity.type === 'typing' && running === 0)
}

async function send(deed) {
  running += 1
  showTyping()
  const answer = await post('/playground/send', { chat, setting: setting(), deed })
  running -= 1
  showTyping()
  if (answer) return
  at('#lost').hidden = false
  // What was typed is not lost with the chat.
  if (deed.kind === 'said' && text.value === '') text.value = deed.text
}

function showTyping(told = false) {
  at('#typing').textContent = told || running > 0 ? 'License Desk is typing' : ''
}

function say(said) {
  if (said.trim() !== '') send({ kind: 'said', text: said })
}

at('#compose').addEventListener('submit', event => {
  event.preventDefault()
  say(text.value)
  text.value = ''
  text.rows = 1
  text.focus()
})

text.addEventListener('keydown', event => {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
  event.preventDefault()
  at('#compose').requestSubmit()
})

// For browsers that don't size a text box by its content on their own.
text.addEventListener('input', () => {
  text.rows = text.value.split('\n').length
})

for (const question of firstQuestions) {
  const button = document.createElement('button')
  button.type = 'button'
  button.textContent = question
  button.addEventListener('click', () => {
    say(question)
    text.focus()
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
// The bot's clock follows the date that is set, so that reminders arrive while one watches.
const tellSetting = () => post('/playground/set', { chat, setting: setting() })
at('#settings-form').addEventListener('change', tellSetting)
at('#real-date').addEventListener('click', tellSetting)
if (chat) {
  listen()
  tellSetting()
} else startChat()
