/** A new element with its content. */
export function element(tag, className, ...content) {
  const made = document.createElement(tag)
  if (className) made.className = className
  made.append(...content)
  return made
}

/** An activity's JSON, folded; written only when it is opened. */
export function json(content, title = 'JSON') {
  const text = element('pre')
  text.tabIndex = 0
  const made = element('details', 'json', element('summary', '', title), text)
  made.addEventListener('toggle', () => {
    text.textContent = JSON.stringify(content, null, 2)
  })
  return made
}
