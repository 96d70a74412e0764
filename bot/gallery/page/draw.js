import { renderCard } from './card.js'

// Every place for a card on the page is filled with its card, by the same code that draws cards in the chat page.
const contents = JSON.parse(document.getElementById('cards').textContent)
for (const place of document.querySelectorAll('[data-card]')) {
  place.append(renderCard(contents[place.dataset.card], () => {}))
}

document.getElementById('unfold')?.addEventListener('change', ({ target }) => {
  for (const fold of document.querySelectorAll(`.card button[aria-expanded="${!target.checked}"]`)) fold.click()
})
