import { between, type Token, word } from '../tokens.ts'
import { areApart, isNamed } from './count-names.ts'
import type { Figure } from './figures.ts'
import type { Draft, Phrase } from './site-drafts.ts'
import { nameBefore } from './site-phrases.ts'
import { isAnyDevice, isDeviceNoun, isPlural } from './site-words.ts'
import { countedPlaces, isTotal } from './untold-sites.ts'

// Which counts are those of sites, and which the total of others.

/** "2,000 over 8 identical sites" is a total; "2 identical sites with 265 devices" have that many each. */
function sharedOut({ tokens }: Phrase, only: Draft, places: readonly Figure[]): boolean {
  const [place] = places
  if (!place || place.at > only.figure.at === true) return true
  if (tokens.some(token => /^(?:evenly|equally|even|split|spread|divided|shared|total|altogether|together)$/u.test(token.text))) return true
  return !tokens.slice(place.to, only.figure.at).some(token => /^(?:with|w|having|of|at|have|holding|run|each)$/u.test(token.text))
}

/** What adds up, or is concluded from, the counts before it takes their place; what is spread evenly becomes the share of each place. */
export function totalled(phrase: Phrase, drafts: readonly Draft[]): Draft[] {
  const { tokens } = phrase
  const places = phrase.figures.filter(figure => figure.role === 'places' && figure.value > 1)
  const [only] = drafts
  if (phrase.same && drafts.length > 1 && drafts.every(draft => !draft.each || draft.count !== undefined)) {
    const sum = drafts.reduce((total, draft) => total + draft.devices * (draft.count ?? 1), 0)
    const { devices } = drafts.at(-1) as Draft
    const isTold = devices * 2 === sum && drafts.length > 2
    return [{ figure: (drafts[0] as Draft).figure, each: false, devices: isTold ? devices : sum, nameless: true }]
  }
  if (phrase.evenly && only && drafts.length === 1 && only.count === undefined) {
    const count = places[0]?.value ?? 1
    if (places.length === 1 && (only.each || !sharedOut(phrase, only, places))) return [{ ...only, count }]
    const isOneNumber = new Set(places.map(({ value }) => value)).size === 1
    if (isOneNumber) return [{ ...only, devices: Math.ceil(only.devices / count), count }]
  }
  const last = drafts.at(-1)
  if (!last || drafts.length < 2) return [...drafts]
  const parted = withoutWhole(phrase, drafts)
  if (parted) return parted
  // "together 2,000, so 500 per plant": the total of what is told each by each.
  if (only && drafts.length === 2 && last.each && isTotalOf(only, last, places)) return [{ ...last, count: only.devices / last.devices }]
  const parts = drafts.slice(0, -1)
  const sum = parts.reduce((total, draft) => total + draft.devices * (draft.count ?? 1), 0)
  // "3 sites: 100, 200 and 300" add up by chance.
  const isOwn = isNamed(phrase, last) || places.some(({ value }) => value === drafts.length)
  const adds = sum === last.devices && drafts.length > 1 && !isOwn
  // "North 480, South 1,040 = 1,620", "12 stores with 80 each (960 devices)": the sign says what it is, the sum whether it fits.
  const isAlike = parts.length === 1 && (only?.count ?? 1) > 1
  if (
    last.count === undefined &&
    (parts.length > 1 || isAlike) &&
    !(sum === last.devices && !isAlike) &&
    isSigned(tokens, last.figure, isAlike)
  )
    return parts
  // "3 sites: 400, 900, 600 (2,000 total)": all of them are told, whatever they are said to come to.
  const counted = parts.reduce((total, { count = 1 }) => total + count, 0)
  if (isTotal(tokens, last.figure) && places.length === 1 && places[0]?.value === counted && counted > 1) return parts
  // "400/900/600, total 1,900"; "120 + 80, 200 in total" are one site's.
  const areBare = parts.length > 1 && parts.every(({ figure, each }) => figure.role === 'plain' && !each && word(tokens, figure.to) !== '+')
  if (areBare && isTotal(tokens, last.figure) && !isNamed(phrase, last) && !isConclusion(tokens, last.figure)) return parts
  if (areKinds(phrase, drafts)) return [{ ...last, devices: sum + last.devices }]
  const names = parts.filter(draft => phrase.labels.has(draft.figure.at) || nameBefore(tokens, draft.figure)).length
  if ((adds || (isTotal(tokens, last.figure) && !isOwn)) && names === parts.length && parts.length > 1) return parts
  // "40 PLCs, 25 cameras, 65 devices": the sum again.
  if (only?.lastAt !== undefined && drafts.length === 2 && only.devices === last.devices && !isOwn) return [only]
  if (
    isConclusion(tokens, last.figure) ||
    (adds && (isTotal(tokens, last.figure) || /^(?:=|makes|equals|gives)$/u.test(word(tokens, last.figure.at - 1)))) ||
    (isTotal(tokens, last.figure) && names === 0 && last.devices > Math.max(...parts.map(draft => draft.devices)) && !last.each)
  )
    return [last]
  return [...drafts]
}

/** Behind a sign of equality, or alike ones in brackets. */
function isSigned(tokens: readonly Token[], { at, to }: Figure, isAlike: boolean): boolean {
  const [sign, before] = [word(tokens, at - 1), tokens[at - 2]]
  const isBehind = before?.kind === 'number' || /^(?:each|apiece)$/u.test(before?.text ?? '') || isDeviceNoun(before?.text ?? '')
  return isBehind && (sign === '=' || (isAlike && sign === '(' && word(tokens, to) === ')'))
}

/** "3,000 devices: 1,000 in Graz, 2,000 in Linz": the parts of what was told of first. */
function withoutWhole(phrase: Phrase, [whole, ...parts]: readonly Draft[]): Draft[] | undefined {
  const sum = parts.reduce((total, { devices, count = 1 }) => total + devices * count, 0)
  if (!whole || parts.length < 2 || whole.count !== undefined || whole.each) return undefined
  const isCounted = countedPlaces(phrase)?.value === parts.reduce((total, { count = 1 }) => total + count, 0)
  // "3 sites, total 2,000: 400, 900, 600"
  if (whole.devices !== sum) return isCounted && isTotal(phrase.tokens, whole.figure) ? parts : undefined
  const isWhole = isTotal(phrase.tokens, whole.figure) || word(phrase.tokens, whole.figure.to) === ':' || isCounted
  return isWhole || (!isNamed(phrase, whole) && parts.every(part => isNamed(phrase, part))) ? parts : undefined
}

/** "25 air handlers, 40 access readers and 15 autoclaves": kinds of devices of one site, each by its own noun and nothing else told of it. */
function areKinds(phrase: Phrase, drafts: readonly Draft[]): boolean {
  const { tokens, figures, labels } = phrase
  if (figures.filter(figure => figure.role !== 'places' || figure.value > 1).length !== drafts.length) return false
  if (drafts.some(draft => draft.each || draft.count !== undefined || labels.has(draft.figure.at))) return false
  const nouns = drafts.map(({ figure }, index) => {
    const end = drafts[index + 1]?.figure.at
    const behind = tokens.slice(figure.at + 1, end ?? figure.at + 4)
    const stop = behind.findIndex(token => token.kind !== 'word' || /^(?:and|plus|in|at|on|for|all|which|what|nothing)$/u.test(token.text))
    const noun = behind.slice(0, stop < 0 ? behind.length : stop)
    const joint = end === undefined ? [] : behind.slice(noun.length)
    const plain =
      noun.length >= 1 &&
      noun.length <= 3 &&
      (isPlural(noun.at(-1)?.text ?? '') || isDeviceNoun(noun.at(-1)?.text ?? '')) &&
      !isAnyDevice(noun.at(-1)?.text ?? '')
    return plain && joint.every(token => /^(?:[,+&]|and|plus)$/u.test(token.text)) ? noun.map(token => token.text).join(' ') : ''
  })
  return nouns.every((noun, index) => noun !== '' && nouns.indexOf(noun) === index) && !areApart(phrase, drafts)
}

/** Whether a count is what another one comes to over all places. */
const isTotalOf = (all: Draft, each: Draft, places: readonly Figure[]) => places.some(figure => figure.value * each.devices === all.devices)

/** "so 950", "so call it 88", "so it's 480": the count that is meant in the end. */
const isConclusion = (tokens: readonly Token[], figure: Figure) =>
  /(?:^| )so (?:it's |its |it is |we're at |that's |about |call it |now |total |in total |that makes |just |only ){0,2}$/u.test(
    `${between(tokens, Math.max(0, figure.at - 5), figure.at)} `,
  )
