// Where the page is, and who speaks. Kept for this tab, as is which chat stands for which place.

const form = document.querySelector('#where')
const { place, person } = form.elements
const chats = JSON.parse(sessionStorage.getItem('chats') ?? '{}')

const words = {
  personal: ['License Desk', 'Personal chat', 'New chat'],
  group: ['Plant licences', 'Group chat', 'New group chat'],
  channel: ['Licensing', 'Channel of OT Security', 'New channel'],
}

export const here = () => ({ place: place.value, person: person.value })

/** A personal chat is each person's own, the other places are everybody's. */
const key = () => (place.value === 'personal' ? `personal-${person.value}` : place.value)

/** The id of the chat in view; undefined where none was opened yet. */
export const chatHere = () => chats[key()]

/** Opens a chat for the place in view. `open` asks the server; its answer counts for this place, wherever the page is by then. */
export async function openHere(open) {
  const own = key()
  delete chats[own]
  const chat = await open(here())
  if (chat) chats[own] = chat
  sessionStorage.setItem('chats', JSON.stringify(chats))
  return own === key() ? chat : undefined
}

/** Shows where the page is, and tells of every change of place or person. */
export function startPlaces(changed) {
  const kept = JSON.parse(sessionStorage.getItem('here') ?? '{"place":"personal","person":"ada"}')
  place.value = kept.place
  person.value = kept.person
  form.addEventListener('change', () => {
    showHere()
    changed()
  })
  showHere()
}

function showHere() {
  const [title, kind, anew] = words[place.value]
  document.querySelector('#place-title').textContent = title
  document.querySelector('#place-shown').textContent = kind
  document.querySelector('#reset').textContent = anew
  document.documentElement.dataset.place = place.value
  sessionStorage.setItem('here', JSON.stringify(here()))
}
