import { NUMBER_WORD, numberOf } from '../number-words.ts'
import { between, type Token, word, written } from '../tokens.ts'
import { isFewer, SHRINKS } from './fewer.ts'
import type { Found } from './found.ts'
import { isDeviceNoun } from './site-words.ts'

export interface Growth {
  readonly percent?: number
  /** More than one is told, each of something else. */
  readonly several?: boolean
  /** The token at which it is told. */
  readonly at?: number
  /** Tokens that belong to it, so that its numbers count nothing else. */
  readonly spans: readonly { readonly from: number; readonly to: number }[]
  /** Percentages of devices that go, and those that may be in the numbers already. */
  readonly told: readonly Found[]
}

const FRACTIONS: Record<string, number> = { third: 100 / 3, quarter: 25, half: 50, fifth: 20, tenth: 10 }
const LESS = /^(?:off|discount|under|less|cheaper|of|vat|gst|margin|sure|done|fewer|smaller|shrink|decrease|reduction|rebate)$/u
const MORE =
  /^(?:\+|grow|grows|growing|growth|more|increase|increases|increasing|expansion|expand|expands|expanding|add|adds|adding|added|extra|additional|additions|headroom|reserve|buffer|contingency|spare|rise|rising|plus|uplift|bigger|larger|up|zuwachs|wachstum|once|every|each|yearly|annually|per|hang)$/u

/** What the device count is expected to grow by, in percent: "15% growth", "+10 %", "will double", "2x growth", "half again", "by a third". */
export function readGrowth(tokens: readonly Token[]): Growth {
  const spans: { from: number; to: number }[] = []
  const percents: number[] = []
  const places: number[] = []
  const told: Found[] = []
  const add = (percent: number, at: number) => {
    percents.push(percent)
    places.push(at)
  }
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at]
    const other = token?.kind === 'number' ? otherEnd(tokens, at) : undefined
    if (other) {
      spans.push({ from: at, to: other + 2 })
      told.push({ from: at, to: other + 2, why: RANGE })
      at = other
    } else if (token?.kind === 'number' && isPercent(tokens, at)) {
      spans.push({ from: at, to: /^20[2-4]\d$/u.test(word(tokens, at + 2)) ? at + 3 : at + 2 })
      if (isFewerAt(tokens, at)) told.push({ from: /^(?:-|minus)$/u.test(word(tokens, at - 1)) ? at - 1 : at, to: at + 2, why: SHRINKS })
      else if (isIncluded(tokens, at)) told.push({ from: at, to: at + 2, why: INCLUDED })
      else if (word(tokens, at - 1) === 'not' || isOfElse(tokens, at)) continue
      else if (isGrowth(tokens, at)) add(overYears(tokens, at, token.value ?? 0), at)
      // "Ten percent, yes, ten percent full stop"
      else if (!percents.includes(token.value ?? 0)) told.push({ from: at, to: at + 2, why: OF_WHAT })
    } else if (targetsTo(tokens, at) !== undefined) {
      const to = targetsTo(tokens, at) ?? at
      spans.push({ from: at, to })
      told.push({ from: at, to, why: TARGETS })
    } else if (token?.kind === 'number' && isBareGrowth(tokens, at)) {
      spans.push({ from: at, to: at + 1 })
      add(token.value ?? 0, at)
    } else {
      const times = timesOf(tokens, at)
      const more = times ? (times.factor - 1) * 100 : inWords(tokens, at)
      if (more !== undefined) add(Math.round(more * 100) / 100, at)
      if (times) spans.push({ from: at, to: times.to })
    }
  }
  const percent = percents.at(-1)
  const isCorrected = tokens
    .slice(places[0], places.at(-1))
    .some(({ text }) => /^(?:no|not|sorry|wait|rather|instead|actually)$/u.test(text))
  const isStepped = percents.length > 1 && places.some(at => STEP.test(between(tokens, at + 2, at + 6)))
  const several = (isStepped || new Set(percents).size + (told.some(({ why }) => why === SHRINKS) ? 1 : 0) > 1) && !isCorrected
  return { spans, told, ...(percent === undefined ? {} : { percent, at: places.at(-1) ?? 0 }), ...(several ? { several } : {}) }
}

const TARGETS = 'what they grow to, of several sites; send the numbers to size with'

/** Where the numbers end behind "growing to 500/1000/7k": those of later, each of another site. */
function targetsTo(tokens: readonly Token[], at: number): number | undefined {
  if (!GROWING.test(word(tokens, at)) || word(tokens, at + 1) !== 'to' || tokens[at + 2]?.kind !== 'number') return undefined
  let to = at + 3
  while (/^(?:[,/;&+]|and)$/u.test(word(tokens, to)) && tokens[to + 1]?.kind === 'number' && !isPercent(tokens, to + 1)) to += 2
  return to > at + 3 ? to : undefined
}

/** "20% more next year, 10% the year after": each on top of the one before. */
const STEP = /\b20[2-4]\d\b|\b(?:this|next|following|first|second|third) year\b|\byear (?:after|1|one)\b/u

const YEARLY =
  /^(?:\S+ ){0,3}?(?:p ?\.? ?a ?\.?|per (?:year|annum)|an? year|(?:each|every) year|yearly|annual(?:ly)?|yoy|year (?:on|over) year|\/ ?(?:year|yr))(?: |$)/u
const YEARS = new RegExp(
  `(?:\\b(?:for|over|in|during|across|within|next|coming|following|x)|,)(?: (?:the|next|coming|following|a|period|of|each))* (\\d{1,2}|${NUMBER_WORD}) (?:years?|yrs?)\\b`,
  'u',
)
const MOST_YEARS = 10

/** "20% a year for 3 years" comes to 72.8 % in all. */
function overYears(tokens: readonly Token[], at: number, percent: number): number {
  if (!YEARLY.test(`${between(tokens, at + 2, at + 8)} `)) return percent
  const said = YEARS.exec(between(tokens, at + 2, at + 18))?.[1] ?? ''
  const years = numberOf(said) ?? Number(said)
  if (years < 2 || years > MOST_YEARS) return percent
  const all = ((1 + percent / 100) ** years - 1) * 100
  // Up to two decimals, and never below; what is beyond a hundredth is the computer's.
  return Math.ceil(Number((all * 100).toFixed(4))) / 100
}

function isPercent(tokens: readonly Token[], at: number): boolean {
  const unit = word(tokens, at + 1)
  // "120 PC, 90 PLC" counts devices.
  if (unit === 'pc') return tokens.slice(Math.max(0, at - 4), at + 6).some(({ text }) => GROWING.test(text) || RESERVE.test(text))
  return /^(?:%|percent|pct|prozent|percentage)$/u.test(unit) || (unit === 'per' && word(tokens, at + 2) === 'cent')
}

const RESERVE = /^(?:headroom|reserve|buffer|contingency|spare|uplift|margin|bigger|larger|more)$/u

const INCLUDED = 'growth that may be in the numbers already; if it comes on top of them, say so: "plus 20 %"'
const INCLUDES =
  /(?:^| )(?:incl(?: \.)?|including|inclusive of|includes|included|(?:they|these|those|that|both|all|numbers|figures|counts|totals|which|already) (?:all |already )?include)(?: (?:a|an|the|our|about|some|growth|of|for))*$/u
const IS_INCLUDED =
  /^(?:of )?(?:growth |headroom |reserve |buffer |spare )?(?:(?:is|are|was|were|it|that|already|all) )*(?:already|included|incl|in there|factored|built|baked|priced|counted)(?: |$)/u

/** "(incl. 20% growth)", "those numbers include 20%", "the 20% growth is already in there": not to be added once more. */
const isIncluded = (tokens: readonly Token[], at: number) =>
  INCLUDES.test(between(tokens, Math.max(0, at - 6), at)) || IS_INCLUDED.test(between(tokens, at + 2, at + 9))

/** In tokens, before and behind a percentage. */
const NEAR = 8

function isFewerAt(tokens: readonly Token[], at: number): boolean {
  const sign = tokens[at]?.spaced ? ' ' : ''
  return isFewer(written(tokens, Math.max(0, at - NEAR), at) + sign, ` ${written(tokens, at + 2, at + 2 + NEAR)}`)
}

/** "Growth 20", "growth: 20", "a growth of 15": percent, unless devices are counted. */
function isBareGrowth(tokens: readonly Token[], at: number): boolean {
  const before = /^(?:of|is|[:=])$/u.test(word(tokens, at - 1)) ? at - 2 : at - 1
  const next = tokens[at + 1]
  return word(tokens, before) === 'growth' && (tokens[at]?.value ?? 0) <= 100 && (next?.kind !== 'word' || next.text === 'please')
}

const MONEY = /^(?:vat|gst|tax|discount|margin|rebate)$/u
/** What stands around a percentage that is said by itself, which is growth: "with 20 %", "make it 15%, please". */
const LED =
  /^(?:|with|about|around|roughly|approx|~|by|if|what|say|and|or|no|not|nope|yes|ok|rather|actually|sorry|but|a|an|another|that|it|it's|to|use|assume|take|calculate|for|than|then|instead|meant|mean|said|show|me|apply|include|on|each|\n|[,;.!?(/-])$/u
const ALONE =
  /^(?:|please|pls|for|on|across|over|in|at|to|then|now|instead|rather|again|too|also|and|or|not|but|if|what|which|how|as|by|from|everywhere|overall|please\.|\n|[,;:.!?)/|-])$/u

/** Whether a percentage is growth, said in words or by a sign, or by standing alone; a share of anything else has a word of its own. */
function isGrowth(tokens: readonly Token[], at: number): boolean {
  const [sign, before] = [word(tokens, at - 1), tokens[at - 1]]
  // "450 +/- 10%"
  if (/^[-/±]$/u.test(sign) && /^[+/]$/u.test(word(tokens, at - 2))) return false
  if (isOnTop(tokens, at) || tokens.slice(Math.max(0, at - 7), at + 8).some(({ text }) => MORE.test(text))) return true
  const to = word(tokens, at + 1) === 'per' ? at + 3 : at + 2
  const isLed = before?.kind === 'number' || LED.test(sign) || isDeviceNoun(sign)
  return isLed && (ALONE.test(word(tokens, to)) || tokens[to]?.kind === 'number')
}

/** "A 15% margin on top" is of devices, another margin of money. */
const isOnTop = (tokens: readonly Token[], at: number) => /^(?:margin|safety) (?:on top|added)\b/u.test(between(tokens, at + 2, at + 5))

/** "20% discount", "90% sure", "70% have 100 devices", "80% OT, 20% IT": of money, of the sites, of what is there. */
function isOfElse(tokens: readonly Token[], at: number): boolean {
  if (isOnTop(tokens, at)) return false
  const near = tokens.slice(Math.max(0, at - 7), at + 8).map(({ text }) => text)
  const next = word(tokens, at + 2)
  if (near.slice(-6).some(each => LESS.test(each)) && !near.some(each => MORE.test(each) && each !== 'per' && each !== 'up')) return true
  if (LESS.test(next) || MONEY.test(word(tokens, at - 1))) return true
  if (/^(?:have|has|are|with)$/u.test(next) && tokens[at + 3]?.kind === 'number' && word(tokens, at - 1) !== '+') return true
  return (isDeviceNoun(next) || tokens[at + 2]?.raw === 'IT') && !near.some(each => MORE.test(each))
}

/** Why several growths of one site are not taken into account. */
export const STEPS = 'more than one growth; give the one that all comes to'
const RANGE = 'a range of growth; give the percentage to size with'
const OF_WHAT = 'of what? Growth is told so: "20 % growth"'
const MOST_PERCENT = 100

/** Where the second percentage stands of two of which one is meant: "10-20%", "between 10 and 20 %", "15% or 20%". */
function otherEnd(tokens: readonly Token[], at: number): number | undefined {
  const joint = isPercent(tokens, at) ? at + 2 : at + 1
  const isJoined = /^(?:to|-|or|until)$/u.test(word(tokens, joint)) || (word(tokens, joint) === 'and' && word(tokens, at - 1) === 'between')
  const [low = 0, high = 0] = [tokens[at]?.value, tokens[joint + 1]?.value]
  const isRange = isJoined && tokens[joint + 1]?.kind === 'number' && isPercent(tokens, joint + 1) && low < high && high <= MOST_PERCENT
  return isRange ? joint + 1 : undefined
}

const GROWING = /^(?:gr[eo]w|grows|growing|growth|increas\w*|expan\w*|rise|rises|rising|scal\w+|multiply)$/u
const COMING = /^(?:will|'ll|expect\w*|next|soon|by|years?|months?|plan\w*|later)$/u
const FOLDS = ['twofold', 'threefold', 'fourfold', 'fivefold', 'tenfold']
const MOST_TIMES = 11

/** "2x growth", "three times as many next year", "grow by a factor of 1.5", "threefold growth"; "3 x 400" counts sites. */
function timesOf(tokens: readonly Token[], at: number): { readonly factor: number; readonly to: number } | undefined {
  const fold = FOLDS.indexOf(word(tokens, at))
  const twice = word(tokens, at) === 'twice'
  const factor = fold >= 0 ? [2, 3, 4, 5, 10][fold] : twice ? 2 : tokens[at]?.value
  if (!factor || factor <= 1 || factor > MOST_TIMES) return undefined
  const near = tokens.slice(Math.max(0, at - 5), at + 6).map(({ text }) => text)
  const isGrowing = near.some(text => GROWING.test(text))
  const before = word(tokens, at - 1) === 'of' ? at - 2 : at - 1
  if (fold >= 0 || (!twice && word(tokens, before) === 'factor')) return isGrowing ? { factor, to: at + 1 } : undefined
  const behind = word(tokens, at + 1) === '-' ? at + 2 : at + 1
  const to = twice ? at + 1 : /^(?:x|times|fold)$/u.test(word(tokens, behind)) ? behind + 1 : 0
  if (to === 0 || tokens[to]?.kind === 'number') return undefined
  const isCompared =
    word(tokens, to) === 'as' || (word(tokens, to) === 'the' && /^(?:devices|number|size|count)$/u.test(word(tokens, to + 1)))
  return isGrowing || (isCompared && near.some(text => COMING.test(text))) ? { factor, to } : undefined
}

const IN_WORDS: ReadonlySet<string> = new Set([
  ...'double doubles doubling doubled triple triples tripling quadruple'.split(' '),
  ...Object.keys(FRACTIONS),
])

/** Multiples and fractions in words; what has doubled already is the present count. */
function inWords(tokens: readonly Token[], at: number): number | undefined {
  const text = word(tokens, at)
  if (!IN_WORDS.has(text)) return undefined
  if (/^(?:double|doubles|doubling|triple|triples|tripling|quadruple)$/u.test(text)) {
    if (/^(?:a|the|no|not)$/u.test(word(tokens, at - 1)) || /^(?:check|sized?|quote|charged?|click|charge)$/u.test(word(tokens, at + 1)))
      return undefined
    // "Plant B has double that", "Paris double that", "100 in Lyon, double in Rome": another site.
    if (
      (/^(?:has|have|had|with|:)$/u.test(word(tokens, at - 1)) || /^\p{Lu}/u.test(tokens[at - 1]?.raw ?? '')) &&
      /^(?:that|this|of|as)$/u.test(word(tokens, at + 1))
    )
      return undefined
    if (/^(?:in|at)$/u.test(word(tokens, at + 1)) && /^\p{Lu}/u.test(tokens[at + 2]?.raw ?? '')) return undefined
    return text.startsWith('d') ? 100 : text.startsWith('t') ? 200 : 300
  }
  if (text === 'doubled' && /^(?:be|get)$/u.test(word(tokens, at - 1))) return 100
  if (text === 'half' && (word(tokens, at + 1) === 'again' || (word(tokens, at + 1) === 'as' && word(tokens, at + 3) === 'again')))
    return 50
  const share = FRACTIONS[text]
  const lead = between(tokens, Math.max(0, at - 6), at)
  const isMore =
    /\b(?:growth|expansion|increase|uplift|rise)\b.* (?:a|of)$/u.test(lead) ||
    /\b(?:grow\w*|increas\w*|expand\w*|rise|rising|up)\b.* by(?: a)?$/u.test(lead) ||
    (word(tokens, at - 1) === 'a' && /^(?:more|bigger|larger|extra|again)$/u.test(word(tokens, at + 1)))
  return share !== undefined && isMore ? Math.round(share * 100) / 100 : undefined
}
