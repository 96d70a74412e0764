// Runs in the browser, on a sheet of cards: what a person could not see, read, reach or name. `measure()` returns `{ card, fault }` of every fault.

/** Rounding of the browser, in pixels. */
const LONG = 60
const SLACK = 1
/** The narrowest phone. */
const PHONE = 320
const TEXT_CONTRAST = 4.5
/** Of a control's edge to what is around it. */
const EDGE_CONTRAST = 3
const CONTROLS = 'button, a, input, select, textarea, [role="button"]'

// biome-ignore lint/correctness/noUnusedVariables: called by the test
function measure() {
  const cards = [...document.querySelectorAll('.place')].flatMap((place, card) => faultsOf(place).map(fault => ({ card, fault })))
  const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth
  return wide > 0 ? [...cards, { card: -1, fault: `the page scrolls sideways by ${wide} px` }] : cards
}

function faultsOf(place) {
  const card = place.querySelector('.card')
  if (!card?.querySelector('.ac-adaptiveCard')) return ['was not drawn']
  const texts = textsIn(card)
  const controls = [...card.querySelectorAll(CONTROLS)].filter(isSeen)
  // A link may be broken across lines: its box would cover others, its texts don't.
  const boxed = controls.filter(control => !control.matches('a'))
  return [
    ...texts.flatMap(text => cutOff(text, card)),
    ...brokenWords(card),
    ...[card, ...card.querySelectorAll('*')].filter(isSeen).flatMap(scrolls),
    ...controls.flatMap(control => [...tooSmall(control), ...unreachable(control), ...faintEdge(control)]),
    ...overlaps([...texts, ...boxed.map(control => ({ owner: control, box: control.getBoundingClientRect(), what: nameOf(control) }))]),
    ...texts.flatMap(faint),
    ...controls.filter(({ placeholder }) => placeholder).flatMap(faintPlaceholder),
  ]
}

const isSeen = element => element.checkVisibility({ visibilityProperty: true, opacityProperty: true })

/** Each line of text with the box of its letters, which is lower than its line. */
function textsIn(card) {
  const found = []
  const walk = document.createTreeWalker(card, NodeFilter.SHOW_TEXT)
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const owner = node.parentElement
    if (node.data.trim() === '' || owner.closest('option') || !isSeen(owner)) continue
    const range = document.createRange()
    range.selectNodeContents(node)
    const half = Number.parseFloat(getComputedStyle(owner).fontSize) / 2
    for (const { left, right, top, bottom } of range.getClientRects()) {
      if (right - left < SLACK) continue
      const middle = (top + bottom) / 2
      found.push({ owner, box: { left, right, top: middle - half, bottom: middle + half }, what: node.data.trim() })
    }
  }
  return found
}

function cutOff({ owner, box, what }, card) {
  for (let around = owner; ; around = around.parentElement) {
    if (around === card || getComputedStyle(around).overflow !== 'visible') {
      const edge = around.getBoundingClientRect()
      const out = Math.max(edge.left - box.left, box.right - edge.right, edge.top - box.top, box.bottom - edge.bottom)
      if (out > SLACK) return [`"${what}" is cut off by ${Math.ceil(out)} px`]
    }
    if (around === card) return []
  }
}

/** Words of usual length that go on in the next line. */
function brokenWords(card) {
  // Zoomed on a phone, a long word may need two lines.
  if (innerWidth < PHONE) return []
  const walk = document.createTreeWalker(card, NodeFilter.SHOW_TEXT)
  const range = document.createRange()
  const broken = []
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    if (node.parentElement.closest('option') || !isSeen(node.parentElement)) continue
    for (const { 0: word, index } of node.data.matchAll(/(?<![\p{L}\p{N}])[\p{L}\p{N}]{2,16}(?![\p{L}\p{N}])/gu)) {
      range.setStart(node, index)
      range.setEnd(node, index + word.length)
      const tops = [...range.getClientRects()].map(({ top }) => Math.round(top))
      if (new Set(tops).size > 1) broken.push(`"${word}" is broken in two`)
    }
  }
  return broken
}

function scrolls(element) {
  const wide = element.scrollWidth - element.clientWidth
  // What is drawn inline has no width of its own to scroll in.
  return element.clientWidth > 0 && wide > SLACK ? [`${element.className || element.tagName} is ${wide} px too narrow for its content`] : []
}

/** Controls hide what doesn't fit in them. */
function tooSmall(control) {
  // A long list to copy scrolls in its field.
  if (control.matches('textarea') && control.value.split('\n').length > LONG) return []
  if (control.matches('textarea')) return lines(control) > control.clientHeight + SLACK ? [`${nameOf(control)}: the hint doesn't fit`] : []
  // The browser's own list opens as wide as its choices; narrower than a phone it may cut the one that is chosen.
  if (!control.matches('select') || innerWidth < PHONE) return []
  const { font, paddingLeft, paddingRight } = getComputedStyle(control)
  const pen = new OffscreenCanvas(1, 1).getContext('2d')
  pen.font = font
  // The browser's arrow takes about 20 px.
  const room = control.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight) - 20
  return [...control.options]
    .filter(({ text }) => pen.measureText(text).width > room)
    .map(({ text }) => `"${text}" doesn't fit in its list`)
}

function lines(area) {
  const { value } = area
  area.value = value || area.placeholder
  const height = area.scrollHeight
  area.value = value
  return height
}

function unreachable(control) {
  const name = nameOf(control)
  return [
    ...(name === '' ? [`${control.outerHTML.slice(0, 80)} has no name`] : []),
    ...(control.tabIndex < 0 || control.disabled || control.closest('[inert], [aria-hidden="true"]')
      ? [`${name} can't be reached by keyboard`]
      : []),
  ]
}

function nameOf(control) {
  const labels = (control.getAttribute('aria-labelledby') ?? '').split(' ').map(id => document.getElementById(id)?.textContent ?? '')
  const named = [labels.join(' '), control.getAttribute('aria-label'), control.labels?.[0]?.textContent, control.textContent]
  return named.find(name => name?.trim())?.trim() ?? ''
}

function overlaps(pieces) {
  return pieces.flatMap((one, index) =>
    pieces
      .slice(index + 1)
      .filter(other => !one.owner.contains(other.owner) && !other.owner.contains(one.owner) && meet(one.box, other.box))
      .map(other => `"${one.what}" lies on "${other.what}"`),
  )
}

const meet = (a, b) =>
  Math.min(a.right, b.right) - Math.max(a.left, b.left) > SLACK && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > SLACK

function faint({ owner, what }) {
  return tooFaint(getComputedStyle(owner).color, owner, TEXT_CONTRAST, `"${what}"`)
}

function faintPlaceholder(control) {
  return tooFaint(getComputedStyle(control, '::placeholder').color, control, TEXT_CONTRAST, `the hint of ${nameOf(control)}`)
}

function faintEdge(control) {
  // A button is told by its name, a field by its edge alone.
  if (!control.matches('input, select, textarea')) return []
  return tooFaint(getComputedStyle(control).borderTopColor, control.parentElement, EDGE_CONTRAST, `the edge of ${nameOf(control)}`)
}

function tooFaint(color, on, least, what) {
  const behind = backgroundOf(on)
  const [light, dark] = [luminance(over(channels(color), behind)), luminance(behind)].sort((a, b) => b - a)
  const contrast = (light + 0.05) / (dark + 0.05)
  return contrast < least ? [`${what} has a contrast of ${contrast.toFixed(2)}, at least ${least} is needed`] : []
}

/** What is seen behind an element: the backgrounds of all around it, one on the other. */
function backgroundOf(element) {
  const back = channels(getComputedStyle(element).backgroundColor)
  if (back[3] === 1) return back
  return over(back, element.parentElement ? backgroundOf(element.parentElement) : [255, 255, 255, 1])
}

function over([red, green, blue, alpha], below) {
  return [...[red, green, blue].map((channel, index) => channel * alpha + below[index] * (1 - alpha)), 1]
}

function channels(color) {
  const [red, green, blue, alpha = 1] = color.match(/[\d.]+/g).map(Number)
  return [red, green, blue, alpha]
}

/** As WCAG 2 defines it. */
function luminance([red, green, blue]) {
  const [r, g, b] = [red, green, blue].map(channel => {
    const part = channel / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
