import type { Facts, Site } from '../rules/facts.ts'

const adds =
  /^\W*(?:(?:and|also|then|oh|ok)\W+)*(?:plus|also|add|another|one more|additionally|as well|don't forget|and (?:also|another|one|a|\p{Lu}))/u
const removes = /\b(?:without|except|drop|remove|leave out|minus|not)\s+(?:the )?(.+?)\W*$/iu
const countOnly = /\b(\d[\d,]*)\s+(?:sites|plants|factories|locations|stores|depots|branches|farms|mills|of them)\b/i
const isEach = (text: string) => /\b(each|apiece|per (site|plant|location|store)|every)\b/i.test(text)

/**
 * The list of sites after a message that speaks of the list in view: "add another with 80", "Lyon has 1,200", "120 each", "make it 12 sites", "without Lyon".
 * @returns the sites as said where the message is a list of its own, undefined where it says nothing of sites
 */
export function editedSites(before: Facts['sites'], said: Facts['sites'], text: string): Facts['sites'] {
  if (!before) return said
  if (!said) return withoutNamed(before, text) ?? withCount(before, text)
  if (adds.test(text)) return [...before, ...said]
  const replaced = withNamed(before, said)
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
function withNamed(before: readonly Site[], said: readonly Site[]): Facts['sites'] {
  if (said.length >= before.length || !said.every(({ name }) => before.some(site => sameName(site, name)))) return undefined
  return before.map(site => said.find(({ name }) => sameName(site, name)) ?? site)
}

function withoutNamed(before: readonly Site[], text: string): Facts['sites'] {
  const name = removes.exec(text)?.[1]
  const left = before.filter(site => !sameName(site, name))
  return left.length > 0 && left.length < before.length ? left : undefined
}

function withCount(before: readonly Site[], text: string): Facts['sites'] {
  const count = Number(countOnly.exec(text)?.[1]?.replaceAll(',', ''))
  const [only] = before
  return only && before.length === 1 && count > 0 ? [{ ...only, count }] : undefined
}
