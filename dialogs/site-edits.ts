import type { Facts, Site } from '../rules/facts.ts'

const adds =
  /^\W*(?:(?:and|also|then|oh|ok)\W+)*(?:plus|also|add|another|one more|additionally|as well|don't forget|and (?:also|another|one|a|\p{Lu}))/u
const removes = /\b(?:without|except|drop|remove|delete|take out|leave out|minus|not)\s+(?:the )?(.+?)\W*$/iu
const countOnly = /\b(\d[\d,]*)\s+(?:sites|plants|factories|locations|stores|depots|branches|farms|mills|of them)\b/i
const isEach = (text: string) => /\b(each|apiece|per (site|plant|location|store)|every)\b/i.test(text)

/**
 * The list of sites after a message that speaks of the list in view: "add another with 80", "Lyon has 1,200", "120 each", "make it 12 sites", "without Lyon".
 * @returns the sites as said where the message is a list of its own, undefined where it says nothing of sites
 */
export function editedSites(before: Facts['sites'], said: Facts['sites'], text: string): Facts['sites'] {
  if (!before) return said
  const changed = withDevices(before, text) ?? withoutNamed(before, text)
  if (changed) return changed
  if (!said) return withCount(before, text)
  if (adds.test(text)) return [...before, ...said]
  const replaced = withNamed(before, said, text)
  if (replaced) return replaced
  const [only] = before
  const [one] = said
  if (only && one && before.length === 1 && said.length === 1 && (only.count ?? 1) > 1 && one.count === undefined && isEach(text))
    return [{ ...only, devices: one.devices }]
  return said
}

/** Whether a message changes the list in view rather than being a list of its own. */
export function editsSites(before: Facts['sites'], said: Facts['sites'], text: string): boolean {
  const edited = editedSites(before, said, text)
  return before !== undefined && edited !== undefined && edited !== said
}

const sameName = (site: Site, name: string | undefined) => name !== undefined && site.name?.toLowerCase() === name.toLowerCase()

/** Replaces the sites of the same names; undefined where one of them isn't in the list. */
function withNamed(before: readonly Site[], said: readonly Site[], text: string): Facts['sites'] {
  const [only] = said
  const named = before.find(({ name }) => name && text.toLowerCase().includes(name.toLowerCase()))
  if (only && said.length === 1 && only.name === undefined && named?.name)
    return before.map(site => (site === named ? { ...site, devices: only.devices } : site))
  if (said.length >= before.length || !said.every(({ name }) => before.some(site => sameName(site, name)))) return undefined
  return before.map(site => said.find(({ name }) => sameName(site, name)) ?? site)
}

function withoutNamed(before: readonly Site[], text: string): Facts['sites'] {
  const name = removes.exec(text)?.[1] ?? /^\W*(.+?) is (?:closed|gone|sold|out)\b/iu.exec(text)?.[1]
  if (name === undefined) return undefined
  const devices = /^\d[\d,.]*k?$/i.test(name) ? numberIn(name) : undefined
  const left = before.filter(site => !sameName(site, name) && site.devices !== devices)
  return left.length > 0 && left.length < before.length ? left : undefined
}

const replaces = /\b(instead|really|actually|not|rather|should be|correct\w*|changes? to|sorry|no|is|are|was)\b/i

/** "The 5200 is really 4900", "not 480 but 500": a number of devices in view, and the one that takes its place. */
function withDevices(before: readonly Site[], text: string): Facts['sites'] {
  if (!replaces.test(text)) return undefined
  const numbers = (text.match(/\b\d[\d,.]*k?\b/gi) ?? []).map(numberIn)
  const [one = 0, other = 0] = numbers
  if (numbers.length !== 2 || one === other) return undefined
  const inView = (devices: number) => before.filter(site => site.devices === devices).length === 1
  const isReversed = /\binstead of\b|, not\b/i.test(text)
  const [former, now] = isReversed ? [other, one] : [one, other]
  return inView(former) && !inView(now) ? before.map(site => (site.devices === former ? { ...site, devices: now } : site)) : undefined
}

const numberIn = (text: string) =>
  Number(
    text
      .toLowerCase()
      .replace(/[,.](?=\d{3}\b)/g, '')
      .replace(/k$/, ''),
  ) * (/k$/i.test(text) ? 1000 : 1)

function withCount(before: readonly Site[], text: string): Facts['sites'] {
  const count = Number(countOnly.exec(text)?.[1]?.replaceAll(',', ''))
  const many = before.filter(site => (site.count ?? 1) > 1)
  const [changed] = before.length === 1 ? before : many
  if (!changed || (before.length > 1 && many.length !== 1) || !(count > 0)) return undefined
  return before.map(site => (site === changed ? { ...site, count } : site))
}
