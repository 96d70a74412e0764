import type { Intent } from '../../../cards/intents.ts'
import type { FactKey, Site } from '../../../rules/facts.ts'
import { between, type Token, word } from '../tokens.ts'
import { isNamed, lowerNames, nameOf, namesBefore, namesBehind, sharedNames } from './count-names.ts'
import { findCounts, isEach, isTimes } from './counts.ts'
import { together } from './device-sorts.ts'
import type { Figure } from './figures.ts'
import { type Found, sitesComeTo } from './found.ts'
import { isFurtherPlaces } from './held-places.ts'
import { namesWithoutCount, pooledNames } from './names-without-count.ts'
import type { Draft, Phrase } from './site-drafts.ts'
import { isOneOfParts, linesOfNoSite, wholeOf } from './site-lines.ts'
import { onlyName } from './site-phrases.ts'
import { totalled } from './site-totals.ts'
import { isHolding } from './site-words.ts'
import { isTotal, numbersUnsaid, placesIn, pooledIn, restOf, uncounted } from './untold-sites.ts'

const SAME =
  /\b(?:same|one and the same) (?:site|plant|building|tower|fence|roof|location|factory|compound|campus|premises|complex|grounds|address)\b|\bcall it one site\b|\b(?:all|it's|it is|they're|they are|that's) (?:all |just |really |only |on |in |at )?(?:one|a single|1) (?:site|plant|factory|campus|location|facility|complex)\b/u
const APART =
  /\b(?:two|separate|different|several|neighbou?ring|next door|not the|another|second|2nd) ?(?:sites?|plants?|building|licen[cs]es?)?\b/u

export interface SitesRead {
  readonly sites: readonly Site[]
  /** Where the counts themselves say it: "from 90 to 135 by summer". */
  readonly growthPercent?: number
  /** So many sites are told of, without a number of devices. */
  readonly places?: number
  /** Sites of which no number is told, or only one of all together. */
  readonly untold?: readonly Found[]
}

/** The sites that sentences tell of; `taken` marks the numbers of dates, amounts and percentages. */
export function readSites(tokens: readonly Token[], taken: (at: number) => boolean, at: { intent: Intent; asked?: FactKey }): SitesRead {
  if (!tokens.some(token => token.kind === 'number')) return { sites: [] }
  const { figures, labels, unsaid, doubted, growthPercent } = findCounts(tokens, taken, at)
  if (!figures.some(figure => figure.role !== 'places')) return { sites: [], ...placesIn({ tokens, figures }) }
  const evenly = tokens.some(
    (token, at) =>
      /^(?:evenly|equal|equally|identical|even|everywhere)$/u.test(token.text) ||
      (token.text === 'same' && /^(?:number|size|count|amount)$/u.test(word(tokens, at + 1))),
  )
  const words = between(tokens, 0, tokens.length)
  const same = (SAME.test(words) && !APART.test(words.replace(SAME, ''))) || isOneOfParts(tokens, figures)
  const phrase: Phrase = { tokens, figures, labels, evenly, same }
  const found = together(phrase, withoutExcepted(phrase, withRest(phrase, paired(phrase))))
  const unsited = [...linesOfNoSite(phrase, found), ...numbersUnsaid(phrase, unsaid, found)]
  const drafts = found.filter(each => !unsited.some(({ draft }) => draft === each))
  const ofAll = tokens.some(({ text }) => text === 'both') ? undefined : pooledNames(phrase, drafts)
  const pooled = ofAll?.untold ?? pooledIn(phrase, drafts) ?? uncounted(phrase, drafts)
  const left = totalled(phrase, drafts)
  const sites = pooled ? [] : named(phrase, left)
  const untold = [
    wrongTotal(drafts, left),
    pooled ??
      (unsited.length > 0 || drafts.some(draft => wholeOf(phrase, draft)) ? undefined : restOf(phrase, sites)) ??
      namesWithoutCount(phrase, drafts, sites),
    unsited.map(({ found }) => found),
    doubted,
  ].flatMap(each => each ?? [])
  return {
    sites,
    ...(untold.length > 0 ? { untold } : {}),
    ...(ofAll ? { places: ofAll.places } : pooled ? placesIn(phrase) : {}),
    ...(growthPercent === undefined ? {} : { growthPercent }),
  }
}

/** A total that is left out, and that the others don't come to. */
function wrongTotal(drafts: readonly Draft[], left: readonly Draft[]): Found | undefined {
  const [all, another] = drafts.filter(draft => !left.includes(draft))
  if (!all || another || left.reduce((sum, { count = 1 }) => sum + count, 0) < 2 || left.length !== drafts.length - 1) return undefined
  const sum = left.reduce((total, { devices, count = 1 }) => total + devices * count, 0)
  return sum === all.devices ? undefined : { from: all.figure.at, to: all.figure.to, why: sitesComeTo(sum) }
}

/** The places that are counted beside a list, whose sites are read already. */
export function countedIn(tokens: readonly Token[], taken: (at: number) => boolean): Phrase {
  const { figures, labels } = findCounts(tokens, taken, { intent: 'size-license' })
  return { tokens, figures, labels, evenly: false, same: false }
}

/** Brings counts of places and counts of devices together, in the order of the text. */
function paired(phrase: Phrase): Draft[] {
  const drafts: Draft[] = []
  let places: Figure | undefined
  phrase.figures.forEach((figure, index) => {
    const before = phrase.figures[index - 1]
    const next = phrase.figures[index + 1]
    if (figure.role === 'places' || isTimes(phrase.tokens, figure, next)) {
      const last = drafts.at(-1)
      const backward = last?.each && last.count === undefined && last.figure === before && figure.value > 1
      if (backward && !feeds(phrase, figure, next)) drafts[drafts.length - 1] = { ...last, count: figure.value, places: figure }
      else places = places && isFurtherPlaces(phrase.tokens, figure.at) ? { ...figure, value: places.value + figure.value } : figure
      return
    }
    // "3 plants 400/900/6k growing by 100 each": told one by one, so that what holds for each is something else.
    const isLast = places !== undefined && places.value > 1 && endsList(phrase, places, figure)
    const each = !isLast && isEach(phrase.tokens, figure, before, next)
    const isAlike = drafts.at(-1)?.count !== undefined && drafts.at(-1)?.each && isPlaced(phrase, places, figure)
    const counted = places && places.value > 1 && !isLast && (each || isAlike || linked(phrase, places, figure)) ? places : undefined
    drafts.push({ devices: figure.value, figure, each, ...(counted ? { count: counted.value, places: counted } : {}) })
    if (counted || isLast || places?.value === 1) places = undefined
  })
  return drafts
}

/** "... and 3 in Italy with 900", behind sites that have so many each. */
const isPlaced = ({ tokens }: Phrase, places: Figure | undefined, figure: Figure) =>
  places !== undefined && figure.at - places.to <= 5 && /^(?:in|at) .*\b(?:with|having|at|of)$/u.test(between(tokens, places.to, figure.at))

/** Whether a count of places goes on to its own devices, so that it isn't the count of what was before. */
function feeds(phrase: Phrase, places: Figure, next: Figure | undefined): boolean {
  return next !== undefined && next.role !== 'places' && (isEach(phrase.tokens, next, places, undefined) || linked(phrase, places, next))
}

/** "20 sites of 80", "5 sites x 120", "3 plants at 1,100", "12 of them 90": nothing but a joint between places and one count. */
function linked(phrase: Phrase, places: Figure, figure: Figure): boolean {
  const { tokens } = phrase
  const joint = tokens.slice(places.to, figure.at)
  if (isTimes(tokens, places, figure)) return true
  if (joint.length > 4 || isTotal(tokens, figure) || phrase.evenly || listed(phrase, places, figure)) return false
  if (joint.length === 0)
    return /^(?:them|these|those)$/u.test(word(tokens, places.to - 1)) || /^(?:others?|remaining)$/u.test(word(tokens, places.at - 1))
  // "12 sites, all around 480"
  if (joint[0]?.text === ',' && joint[1]?.text === 'all') joint.shift()
  return joint.every(token => isHolding(token.text)) && !joint.some(token => token.text === ':')
}

/**
 * One of several counts side by side: "3 sites 240 / 610 / 1800", "two plants with 360 and 1400"; in "12 sites of 80, 3 of 600, 500" the 3
 * go on as the 12 began.
 */
function listed({ tokens, figures }: Phrase, places: Figure, figure: Figure): boolean {
  let last = figures.indexOf(figure)
  while (isBeside(tokens, figures[last], figures[last + 1], figures[last + 2])) last += 1
  const inList = last - figures.indexOf(figure) + 1
  const goesOn = figures.some(({ role, at }) => role === 'places' && at < places.at) && word(tokens, places.to) === 'of'
  return inList > 1 && !(goesOn && inList !== places.value)
}

/** Whether a count is the last of a list of as many as there are places. */
function endsList({ tokens, figures }: Phrase, places: Figure, figure: Figure): boolean {
  const [first, last] = [figures.indexOf(places) + 1, figures.indexOf(figure)]
  const isList = figures
    .slice(first, last)
    .every((each, index) => word(tokens, each.to) !== '+' && isBeside(tokens, each, figures[first + index + 1], undefined))
  return last - first + 1 === places.value && isList
}

function isBeside(tokens: readonly Token[], figure: Figure | undefined, next: Figure | undefined, then: Figure | undefined): boolean {
  if (!figure || !next || next.role === 'places' || isTimes(tokens, next, then)) return false
  const gap = tokens.slice(figure.to, next.at).map(({ text }) => text)
  return gap.length > 0 && gap.length <= 2 && gap.every(text => /^(?:[,/;+&|]|and)$/u.test(text))
}

/** "4 plants: one 3k, the others 200 each", "5 sites, 2 with 300, the rest 80": the others are as many as are left. */
function withRest({ tokens, figures }: Phrase, drafts: readonly Draft[]): Draft[] {
  const [all] = figures
  const [last, ...others] = [...drafts].reverse()
  if (!last || others.length === 0 || all?.role !== 'places' || all.at > (drafts[0]?.figure.at ?? 0)) return [...drafts]
  const before = tokens.slice(Math.max(others[0]?.figure.to ?? 0, last.figure.at - 6), last.figure.at)
  if (!before.some(({ text }) => /^(?:others|other|rest|remaining|remainder)$/u.test(text))) return [...drafts]
  const left = all.value - others.reduce((sum, { count = 1 }) => sum + count, 0)
  const isOwn = last.count !== undefined && last.count !== all.value
  return left < 1 || isOwn ? [...drafts] : [...drafts.slice(0, -1), { ...last, count: left }]
}

/** "6 plants, 400 each, but one of them 900": those that are told of by themselves are no longer among the others. */
function withoutExcepted({ tokens }: Phrase, drafts: readonly Draft[]): Draft[] {
  const [all, own, another] = drafts
  const words = all && own && between(tokens, all.figure.to, own.figure.at)
  const isExcepted =
    words !== undefined &&
    /\b(?:except(?:ing)?|excluding|apart from|aside from|other than|besides|but (?:for )?(?:one|two|three|the|\d+))\b/u.test(words)
  const ofThem = (draft: Draft | undefined) =>
    draft?.places !== undefined && /^of (?:them|these|those|which)\b/u.test(between(tokens, draft.places.at + 1, draft.places.at + 3))
  // "12 of them 90 and 4 of them 380" are parts of what was said before, both of them.
  const isOfThem = ofThem(own) && !ofThem(all)
  if (!all?.count || !own || another || !(isExcepted || isOfThem) || (own.count ?? 1) >= all.count) return [...drafts]
  return [{ ...all, count: all.count - (own.count ?? 1) }, own]
}

function named(phrase: Phrase, drafts: readonly Draft[]): Site[] {
  const { tokens } = phrase
  const inTurn = namesInTurn(phrase, drafts)
  if (inTurn) return drafts.map(({ devices }, index) => ({ devices, name: inTurn[index] as string }))
  const lowered =
    drafts.length > 1
      ? lowerNames(
          tokens,
          drafts.map(draft => draft.figure),
        )
      : undefined
  const isOfBoth = tokens.some(({ text }) => text === 'both')
  const sites = drafts.flatMap((draft, index): Site[] => {
    const { devices, count, figure } = draft
    const isOfAll = draft.each || isOfBoth
    const shared = isOfAll && count === undefined ? sharedNames(tokens, figure) : []
    if (shared.length > 1) return shared.map(name => ({ devices, name }))
    const whole = wholeOf(phrase, draft)
    if (whole) return [whole]
    if (count !== undefined && count > 1) return [{ devices, count }]
    const isOfSeveral = index > 0 && !isOfAll && !isNamed(phrase, drafts[index - 1] as Draft) && namesBehind(tokens, figure.to).length > 1
    const name = draft.nameless || isOfSeveral ? undefined : (phrase.labels.get(figure.at) ?? nameOf(phrase, figure) ?? lowered?.[index])
    return [{ devices, ...(name ? { name } : {}) }]
  })
  const [only] = sites
  if (only && sites.length === 1 && only.name === undefined && only.count === undefined) {
    const name = onlyName(tokens)
    return name ? [{ ...only, name }] : sites
  }
  return sites
}

/** "Lyon and Leeds have 400 and 300", "400 and 300 in Lyon and Leeds": as many names before or behind the counts as there are, and no other. */
function namesInTurn(phrase: Phrase, drafts: readonly Draft[]): readonly string[] | undefined {
  const [first, ...others] = drafts
  const last = others.at(-1)
  if (!first || !last || drafts.some(({ each, count }) => each || count !== undefined)) return undefined
  const names = namesBefore(phrase.tokens, first.figure.at)
  if (names.length === drafts.length) return others.some(draft => isNamed(phrase, draft)) ? undefined : names
  const behind = namesBehind(phrase.tokens, last.figure.to)
  const isBehind = behind.length === drafts.length && !drafts.slice(0, -1).some(draft => isNamed(phrase, draft))
  return isBehind ? behind : undefined
}
