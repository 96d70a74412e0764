import { hostConfig } from './host-config.js'
import { markdown } from './markdown.js'

/* global AdaptiveCards */
const { AdaptiveCard, HostConfig } = window.AdaptiveCards

AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = markdown(text)
  result.didProcess = true
}

/**
 * An Adaptive Card as an element. `press` is told what a person presses, as the deed that the server takes, less the card's own place:
 * `{ kind: 'executed', action }`, `{ kind: 'submitted', data }` or `{ kind: 'said', text }`.
 */
export function renderCard(content, press) {
  const box = document.createElement('div')
  box.className = 'card'
  // A card that replaces a pressed one takes the focus.
  box.tabIndex = -1
  const card = new AdaptiveCard()
  card.hostConfig = new HostConfig(hostConfig)
  card.onExecuteAction = action => execute(action, press)
  card.parse(content)
  const drawn = card.render()
  if (drawn) box.append(withOwnNames(drawn))
  else box.textContent = 'This card could not be shown.'
  return box
}

let cardsDrawn = 0

/** Elements are named within their card; on a page with many cards a name stands for one element only. */
function withOwnNames(drawn) {
  cardsDrawn += 1
  const own = name => `card-${cardsDrawn}-${name}`
  // The renderer's own names, `__ac-...`, are unique already.
  for (const named of drawn.querySelectorAll('[id]:not([id^="__ac-"])')) named.id = own(named.id)
  for (const button of drawn.querySelectorAll('[aria-controls]')) {
    button.setAttribute('aria-controls', button.getAttribute('aria-controls').split(' ').map(own).join(' '))
    button.setAttribute('aria-expanded', 'false')
    button.addEventListener('click', () => tellFold(button, drawn))
  }
  return drawn
}

/** Says of the button whether it unfolded something. The renderer says it of the part, where it may not stand. */
function tellFold(button, drawn) {
  for (const part of drawn.querySelectorAll('.ac-container[aria-expanded]')) part.removeAttribute('aria-expanded')
  button.setAttribute('aria-expanded', String(button.getAttribute('aria-expanded') !== 'true'))
}

function execute(action, press) {
  const kind = action.getJsonTypeName()
  if (kind === 'Action.OpenUrl') open(action.url)
  if (kind === 'Action.Execute') {
    const { id, title, verb, data } = action
    press({ kind: 'executed', action: { ...(id ? { id } : {}), ...(title ? { title } : {}), ...(verb ? { verb } : {}), data } })
  }
  if (kind === 'Action.Submit') press(submitted(action.data))
}

function open(url) {
  if (url?.startsWith('https://')) window.open(url, '_blank', 'noopener,noreferrer')
}

/** Teams says a button's text in the chat where `data.msteams` asks for it. */
function submitted(data) {
  const asked = data?.msteams
  if (asked?.type === 'imBack') return { kind: 'said', text: asked.value }
  if (asked?.type === 'messageBack' && asked.text) return { kind: 'said', text: asked.text, value: asked.value }
  return { kind: 'submitted', data }
}
