import type { Intent } from '../../../cards/intents.ts'
import type { FactKey } from '../../../rules/facts.ts'
import { between, type Token, word } from '../tokens.ts'
import { isSizeEnd } from './capacities.ts'
import { type Figure, findFigures } from './figures.ts'
import { corrected, withoutFormer } from './former-counts.ts'
import type { Found } from './found.ts'
import { withHalves } from './halves.ts'
import { inlineLabels } from './inline-labels.ts'
import { growthTo, withoutPlanned } from './planned-counts.ts'
import { ofAllFloors, withoutBreakdown, withRemainder } from './site-parts.ts'
import { isPlaceNoun, isPlural } from './site-words.ts'
import { withoutSortParts } from './sort-parts.ts'
import { isTotal } from './untold-sites.ts'

interface Scene {
  readonly tokens: readonly Token[]
  readonly figures: readonly Figure[]
  readonly labels: ReadonlyMap<number, string>
}

export interface Counts {
  /** Counts of devices and of places, in the order of the text. */
  readonly figures: readonly Figure[]
  /** Labels of counts in an inline list, by the count's token. */
  readonly labels: ReadonlyMap<number, string>
  readonly growthPercent?: number
  /** Small numbers that no word says the meaning of. */
  readonly unsaid: readonly Figure[]
  /** Counts that may be part of others, and those still to come. */
  readonly doubted: readonly Found[]
}

/** The numbers of a message that count devices or places. */
export function findCounts(tokens: readonly Token[], taken: (at: number) => boolean, at: Asking): Counts {
  const { figures: told, doubted } = withoutSortParts(tokens, withoutBreakdown(tokens, ofAllFloors(tokens, findFigures(tokens, taken))))
  const found = withRemainder(tokens, told)
  const known = withHalves(tokens, found).filter(figure => !/^(?:other|capacity|label)$/u.test(figure.role))
  const grown = fromTo(tokens, withoutFormer(tokens, corrected(tokens, known)), at)
  const { figures: present, growthPercent = grown.growthPercent, told: coming } = withoutPlanned(tokens, grown.figures)
  const labels = inlineLabels(tokens, present)
  const scene = { tokens, figures: present, labels }
  const counted = present.filter((figure, index) => {
    if (figure.role === 'devices') return deviceCounts(figure, at)
    return figure.role === 'places' || (figure.role === 'plain' && plainCounts(scene, index, figure, at))
  })
  const figures = withoutRivals(
    tokens,
    counted.length > 0
      ? withoutWatchers(tokens, counted)
      : present.filter(figure => figure.role === 'change' && at.intent === 'size-license'),
    at,
  )
  const unsaid = present.filter(figure => figure.role === 'plain' && figure.value > 1 && !counted.includes(figure))
  return { figures, labels, unsaid, doubted: [...doubted, ...coming], ...(growthPercent === undefined ? {} : { growthPercent }) }
}

/** "640 devices, 3 sensors": a few of what watches the devices. */
function withoutWatchers(tokens: readonly Token[], figures: readonly Figure[]): readonly Figure[] {
  if (!figures.some(({ explicit }) => explicit)) return figures
  return figures.filter(({ at, value }) => value > 20 || !/^sensors?$/u.test(word(tokens, at + 1)))
}

interface Asking {
  readonly intent: Intent
  readonly asked?: FactKey
}

/** Where the talk is of other things, only "devices" themselves count. */
const STRICT: ReadonlySet<Intent> = new Set<Intent>([
  'buy-hardware',
  'migrate-legacy',
  'list-reminders',
  'stop-reminders',
  'license-lifecycle',
  'count-devices',
  'license-terms',
])

const deviceCounts = (figure: Figure, at: Asking) =>
  !(at.intent === 'trial-terms' && figure.value < 5 && !figure.explicit) &&
  (at.asked === 'sites' ||
    PLAIN_INTENTS.has(at.intent) ||
    at.intent === 'trial-terms' ||
    (!STRICT.has(at.intent) && figure.value >= 10) ||
    (figure.explicit === true && figure.value >= 10 && at.intent !== 'license-lifecycle'))

const EARLIER = /^(?:originally|initially|previously|formerly|was|were|had|once|used|before|signed)$/u

/** Beside another count, what a size holds is the licence's ("says 500, sensor sees 612"), and what was is no longer ("originally 200"). */
function withoutRivals(tokens: readonly Token[], figures: readonly Figure[], at: Asking): readonly Figure[] {
  const isRival = (figure: Figure) => {
    const [one, two] = [word(tokens, figure.at - 1), word(tokens, figure.at - 2)]
    const round = figure.role !== 'places' && isSizeEnd(figure.value)
    if (round && (/^(?:over|above|below|under|exceeds?|past)$/u.test(one) || (one === 'than' && /^(?:more|less)$/u.test(two)))) return true
    const fine = /^(?:was|were)$/u.test(word(tokens, figure.at - 3)) && /^(?:at|for|with)$/u.test(one)
    return at.intent === 'change-size' && ((round && figure.role === 'plain') || EARLIER.test(one) || EARLIER.test(two) || fine)
  }
  const rest = figures.filter(figure => !isRival(figure))
  if (at.intent === 'trial-terms' && rest.length < figures.length) return rest
  return rest.some(figure => figure.role !== 'places') ? rest : figures
}

const AHEAD =
  /\b(?:going|will|grow|growing|expect|expects|expecting|plan|plans|planning|by (?:summer|autumn|winter|spring|next|the end|christmas)|next year|soon|moving)\b/u
const NOW = /^(?:today|now|currently|presently|at the moment|right now)\b/u
const LATER =
  /^(?:(?:the )?next (?:year|yr|fy|quarter|summer|winter|spring|autumn)|in (?:the|a|one|two|three|\d)|later|soon|by|after|within|from|expected|planned)\b/u

const GROWING =
  /\b(?:grow|grows|growing|will grow|increasing|expanding|rising|going|climbing|ramping up|scaling(?: up)?)(?: up)? to(?: about| around| roughly| some)?$/u
const EXPECTING = /\b(?:expects?|expected|expecting|forecast|will (?:be|have)|going to be)(?: to have| about| around)?$/u

/**
 * "grew from 240 to 275": the present count; "from 90 to 135 by summer", "100 today, 250 next year", "400 growing to 600": the present one,
 * and the growth. Where others stand beside it, whose growth it isn't, it is the count that is coming.
 */
function fromTo(tokens: readonly Token[], figures: readonly Figure[], at: Asking): { figures: Figure[]; growthPercent?: number } {
  for (const [index, first] of figures.entries()) {
    const second = figures[index + 1]
    if (!second || first.role === 'places' || second.role === 'places') continue
    const apart = second.at - first.to
    if (apart > 9) continue
    const led = /^(?:from|von|de)$/u.test(word(tokens, first.at - 1)) && /^(?:to|auf|à|a)$/u.test(word(tokens, second.at - 1))
    const way = between(tokens, first.to, second.at)
    const growing = GROWING.test(way)
    const expected =
      EXPECTING.test(way) &&
      ([1, 2].some(back => NOW.test(word(tokens, first.at - back))) || LATER.test(between(tokens, second.to, second.to + 3)))
    const arrow = apart > 0 && /^(?:-+ ?>|=+ ?>|→|becomes|become|became)$/u.test(way)
    const dated = NOW.test(between(tokens, first.to, first.to + 3)) && LATER.test(between(tokens, second.to, second.to + 3))
    if (apart > (expected || growing ? 9 : 5) || !(led || dated || arrow || expected || growing)) continue
    if (arrow && addsUp(tokens, figures.slice(0, index + 1), second)) continue
    if (arrow && at.intent !== 'size-license' && at.intent !== 'change-size') continue
    const ahead =
      dated || growing || word(tokens, second.at - 1) === 'becomes' || AHEAD.test(between(tokens, Math.max(0, first.at - 8), second.to + 6))
    const growth = growthTo(first.value, second.value)
    // "3 more lines" are no devices.
    const isAlone = figures.every(figure => figure === first || figure === second || figure.value < 10)
    const rest = figures.filter(figure => figure !== (ahead && isAlone ? second : first))
    return ahead && isAlone && growth > 0 ? { figures: rest, growthPercent: growth } : { figures: rest }
  }
  return { figures: [...figures] }
}

/** "Lyon 400, Metz 900 -> 1,300": what all of them come to. */
const addsUp = (tokens: readonly Token[], before: readonly Figure[], all: Figure) =>
  isTotal(tokens, all) || (before.length > 1 && before.reduce((sum, { value }) => sum + value, 0) === all.value)

/** In tokens. */
const NEAR = 12

const PLAIN_INTENTS: ReadonlySet<Intent> = new Set<Intent>(['size-license', 'change-size'])

/** Whether a number that nothing says the kind of is one of devices. */
function plainCounts(phrase: Scene, index: number, figure: Figure, at: Asking): boolean {
  const { tokens, figures, labels } = phrase
  if (tokens[figure.at]?.heading) return false
  if (!(PLAIN_INTENTS.has(at.intent) || at.asked === 'sites')) {
    if (at.intent === 'trial-terms') return figure.value > 1000 && !/^(?:of|number|to|after)$/u.test(word(tokens, figure.at - 1))
    const near = figures.slice(Math.max(0, index - NEAR), index + NEAR)
    return figure.value > 10 && near.some(other => other.role === 'devices' && other !== figure && Math.abs(other.at - figure.at) < NEAR)
  }
  // A small number is mostly one of something else ("or two?", "three answers"), unless it stands where counts stand.
  const small = figure.value < 10 || (figure.value < 20 && !/^\d/u.test(tokens[figure.at]?.raw ?? ''))
  return (
    !small ||
    isTimes(tokens, figure, figures[index + 1]) ||
    labels.has(figure.at) ||
    (at.asked === 'sites' && tokens.length <= 6) ||
    isEach(tokens, figure, figures[index - 1], figures[index + 1]) ||
    belongsToPlaces(phrase, index, figure)
  )
}

function belongsToPlaces({ tokens, figures }: Scene, index: number, figure: Figure): boolean {
  const places = figures[index - 1]
  if (!places) return false
  return (places.role === 'places' && figure.at - places.to <= 2) || isTimes(tokens, places, figure)
}

/** "2x 90", "3 x 250", "three times 90". */
export const isTimes = (tokens: readonly Token[], figure: Figure, next: Figure | undefined) =>
  /^(?:[x×*]|times)$/u.test(word(tokens, figure.at + 1)) && next?.at === figure.at + 2 && figure.value <= 500

const EACH = /^(?:each|none|piece|ea|cada|chacune?|jeweils|apiece|every|everyone|pro|avg|average)$/u

const endsSentence = (token: Token | undefined) => token?.kind === 'break' || /^[.;?!]$/u.test(token?.text ?? '')

/** Whether a count is said to hold for each place: "each 35 devices", "60 devices in each", "40 per farm". */
export function isEach(tokens: readonly Token[], figure: Figure, before: Figure | undefined, next: Figure | undefined): boolean {
  // "each" right behind the count before belongs to that one.
  let opening = figure.at
  while (opening > Math.max(0, figure.at - 6) && !endsSentence(tokens[opening - 1])) opening -= 1
  const from = Math.max((before?.to ?? -1) + (before?.role === 'places' ? 0 : 1), opening)
  const end = Math.min(next?.at ?? tokens.length, figure.at + 10)
  for (let at = from; at < end; at += 1) {
    const text = word(tokens, at)
    // "120 devices/site", "120 devices x 14 sites"
    if (text === '/' && at >= figure.to && isPlaceNoun(word(tokens, at + 1)) && !isPlural(word(tokens, at + 1))) return true
    if (/^[x×*]$/u.test(text) && at === figure.to && next?.role === 'places' && next.at === at + 1) return true
    // "mit je 200", not "je veux".
    if (text === 'je' && at === figure.at - 1) return true
    // "400 growing by 100 each"
    if (at > figure.to && tokens[at]?.kind === 'number' && before?.role === 'places') return false
    if (at >= figure.to && (tokens[at]?.kind === 'break' || /^[.;?!]$/u.test(text))) return false
    const [last, following] = [word(tokens, at - 1), word(tokens, at + 1)]
    // "Which size for each?" asks for licences.
    const isOfLicences =
      (/^(?:size|sizes|other|licen[cs]e|one)$/u.test(following) && !isEachOne(tokens, at)) ||
      /^(?:sizes?|licen[cs]es?)$/u.test(last) ||
      (at > figure.at && last === 'for' && !isPlaceNoun(following))
    if (EACH.test(text) && !isOfLicences) return true
    if (text === 'per' && !/^(?:year|month|day|cent|annum|licen[cs]e|week)$/u.test(following)) return true
  }
  return false
}

/** "60 devices in each one", "each one has 220", "every one around 65". */
const isEachOne = (tokens: readonly Token[], at: number) =>
  word(tokens, at + 1) === 'one' &&
  (/^(?:in|at|on)$/u.test(word(tokens, at - 1)) ||
    tokens[at + 2]?.kind === 'number' ||
    /^(?:have|has|with|of|at|about|around|roughly|approx|~|some|is)$/u.test(word(tokens, at + 2)))
