import { monthNames, weekdayNames } from '../days/calendar-words.ts'
import { type Token, word, written } from '../tokens.ts'
import { kindBefore } from './device-kinds.ts'
import type { Figure } from './figures.ts'
import { siteName } from './site-names.ts'
import { isDeviceNoun, isPlaceNoun } from './site-words.ts'

/** Capitalised words that are no names of places: "mar" and "sun" begin some. */
const NO_NAME = new Set(
  `microsoft defender azure iot ot it license licence desk teams hi hello hey dear i i'm i've customer client cust site sites plant devices device
  trial excel sku po cfo cio ciso gm hq dc plc hmi total licenses licences license's which what how please pls thanks regards subject re fw fwd
  xl xs ${monthNames.join(' ')} jan feb apr jun jul aug sep sept oct nov dec ${weekdayNames.join(' ')} tue tues thu thurs fri the a an we our my their his is are and or for one two three four five six seven eight nine ten small medium large extra english
  german french spanish italian swiss indian windows sap erp bms scada csp mca ea gcc dod commercial new old portal count final actual total
  inventory discovery growth today now currently presently present originally initially current reality real roughly about assume total is it's its that this these those there here yes no ok so
  m365 e5 d4iot mdiot poc vat presales procurement sizing size sizes licensing each per budget if then after before because once they he she you
  does do can could should would will just only not with without from to in at on of by as germany hungary denmark france spain italy poland
  given starting start biggest largest smallest bigger pilot having plants
  europe european asia american america usa uk us eu midwest`.split(/\s+/u),
)
const CONNECTORS = /^(?:de|la|le|les|el|los|del|der|den|van|von|di|da|do|dos|sur|am|im|upon|st|san|sankt)$/u

/** "PLCs", "HMIs": what was counted before. */
const isAbbreviatedDevices = ({ raw, text }: Token) => /^\p{Lu}{2,}s$/u.test(raw) && isDeviceNoun(text)

const isCapital = (token: Token | undefined) =>
  token?.kind === 'word' &&
  /^\p{Lu}.*\p{Ll}/u.test(token.raw) &&
  !isAbbreviatedDevices(token) &&
  !NO_NAME.has(token.text.replace(/'(?:ve|re|s|m|ll|d)$/u, ''))

/** The name that starts at `at`: capitalised words, small connectors between them ("Rio de Janeiro"). */
export function runFrom(tokens: readonly Token[], at: number): number {
  if (!isCapital(tokens[at])) return at
  let to = at + 1
  while (to < at + 5) {
    if (isCapital(tokens[to]) && tokens[to]?.spaced) to += 1
    else if (word(tokens, to) === '-' && !tokens[to]?.spaced && !tokens[to + 1]?.spaced && isCapital(tokens[to + 1])) to += 2
    else if (CONNECTORS.test(word(tokens, to)) && isCapital(tokens[to + 1])) to += 2
    else if (word(tokens, to) === '.' && word(tokens, to - 1).length <= 3 && isCapital(tokens[to + 1])) to += 2
    else break
  }
  return to
}

/** The name that ends before `to`. */
export function runBefore(tokens: readonly Token[], to: number): number {
  for (let from = Math.max(0, to - 5); from < to; from += 1) if (runFrom(tokens, from) === to) return from
  return to
}

const PREPOSITION = /^(?:in|im|at|for|near|across|@|inside|of|from|on|à|w|em|en|bei|a)$/u
const ARTICLE = /^(?:the|our|my|their|his|her|a|an|this|one|its|de|l)$/u

/** "... devices in our Houston plant", "... at the Monterrey line", "... at Zagreb": the name behind a count. */
export function nameBehind(tokens: readonly Token[], figure: Figure): string | undefined {
  let at = figure.to
  while (at < figure.to + 7 && !PREPOSITION.test(word(tokens, at))) {
    const token = tokens[at]
    if (token?.kind !== 'word' || /^(?:and|but|so|which|what|is|are|we|they|plus|then|that|has|have|need|do|to)$/u.test(token.text)) {
      if (!(token?.text === 'and' && isDeviceNoun(word(tokens, at + 1)))) return undefined
    }
    at += 1
  }
  return namedAt(tokens, at)
}

/** The name behind a preposition at `at`, over an article and the words of a place. */
function namedAt(tokens: readonly Token[], at: number): string | undefined {
  if (!PREPOSITION.test(word(tokens, at))) return undefined
  let start = at + 1
  while (ARTICLE.test(word(tokens, start)) && start < at + 3) start += 1
  const plain = start
  while (
    start < plain + 3 &&
    tokens[start]?.kind === 'word' &&
    !isCapital(tokens[start]) &&
    (isPlaceNoun(word(tokens, start)) || /^\p{Ll}/u.test(tokens[start]?.raw ?? ''))
  ) {
    if (/^(?:and|which|that|is|we|they|with|who|what|do|to)$/u.test(word(tokens, start))) return undefined
    start += 1
  }
  if (start > plain && !isPlaceNoun(word(tokens, start - 1)) && !PREPOSITION.test(word(tokens, start - 1))) return undefined
  const to = runFrom(tokens, start)
  if (to === start || followsPerson(tokens, start, to)) return undefined
  return siteName(written(tokens, start, to))
}

/** "for Ms Brown", "from Priya @": people and firms are no sites. */
const followsPerson = (tokens: readonly Token[], from: number, to: number) =>
  /^(?:mr|mrs|ms|dr|herr|frau|team|dear|hi|hello)$/u.test(word(tokens, from)) ||
  /^(?:mr|mrs|ms|dr|\.)$/u.test(word(tokens, from - 1)) ||
  /^(?:@|customers?|clients?|contractor|guys?|team|mode|style|customer's|energy|group|gmbh|ltd|inc|corp)$/u.test(word(tokens, to))

const opensSentence = (tokens: readonly Token[], at: number) =>
  at === 0 || tokens[at - 1]?.kind === 'break' || /^[.!?]$/u.test(word(tokens, at - 1))

const LINK =
  /^(?:has|have|had|having|got|with|w|is|are|at|reports|counts|shows|needs|about|around|approx|roughly|only|now|currently|=|:|-|\(|~|holds|runs|only|just|,|of|circa|ca|some|on|today|currently|stands|sits|already|still|merely|barely|c'est|\/|>|-)$/u

/** "Ghent has 88", "Leeds (430", "Bristol 88", "Itabira with 1.150": the name before a count. */
export function nameBefore(tokens: readonly Token[], figure: Figure): string | undefined {
  let to = figure.at
  while (to > figure.at - 5 && (LINK.test(word(tokens, to - 1)) || /^(?:OT|IT|IoT)$/u.test(tokens[to - 1]?.raw ?? ''))) to -= 1
  // "Lyon: robots (300)"
  const kind = kindBefore(tokens, figure.at)
  if (kind) for (to = kind.from; to > kind.from - 2 && LINK.test(word(tokens, to - 1)); ) to -= 1
  // "Paris (HQ) 1500"
  const opened = word(tokens, to - 1) === ')' ? to - 2 - [0, 1, 2, 3].findIndex(back => word(tokens, to - 2 - back) === '(') : to
  if (word(tokens, opened) === '(') to = opened
  const unit = word(tokens, to - 1) === 'unit'
  if ((unit || (to < figure.at && isPlaceNoun(word(tokens, to - 1)))) && runBefore(tokens, to - 1) < to - 1) {
    const from = runBefore(tokens, to - 1)
    if (opensSentence(tokens, from) && !unit && !/^(?:has|have|had|got|is|reports|counts|shows|=|:)$/u.test(word(tokens, to)))
      return undefined
    return siteName(written(tokens, from, to - 1))
  }
  const told = toldBefore(tokens, to)
  if (told) return told
  const labelled = labelBefore(tokens, to)
  if (labelled) return labelled
  const from = runBefore(tokens, to)
  if (from === to) return letterBefore(tokens, to)
  // The first word of a sentence is capitalised anyway: before a comma it is as likely a thing as a name.
  if (opensSentence(tokens, from) && word(tokens, to) === ',' && to - from === 1) return undefined
  return siteName(written(tokens, from, to).replace(/'s got$/u, ''))
}

/** "In Pune we have 450", "at Hull there are 450": the name before who has them. */
function toldBefore(tokens: readonly Token[], at: number): string | undefined {
  const to = /^(?:count|counted|run|operate|see)$/u.test(word(tokens, at - 1)) ? at - 1 : at
  if (!/^(?:we|i|they|there|we've|i've|they've|there's|there're)$/u.test(word(tokens, to - 1))) return undefined
  const end = word(tokens, to - 2) === ',' ? to - 2 : to - 1
  const from = runBefore(tokens, end)
  return from < end && /^(?:in|at|for)$/u.test(word(tokens, from - 1)) ? siteName(written(tokens, from, end)) : undefined
}

/** "terminal two has 612", "halle 1 has 55": a place by its number. */
function labelBefore(tokens: readonly Token[], to: number): string | undefined {
  const number = tokens[to - 1]
  if (number?.kind !== 'number' || (number.value ?? 0) > 199) return undefined
  if (!isPlaceNoun(word(tokens, to - 2)) && word(tokens, to - 2) !== 'unit') return undefined
  if (/^(?:the|our|my|\d+)$/u.test(word(tokens, to - 3)) || tokens[to - 3]?.kind === 'number') return undefined
  return written(tokens, to - 2, to)
}

/** "A=120", "B - 1,015": a letter as a name, with a sign behind it. */
function letterBefore(tokens: readonly Token[], to: number): string | undefined {
  const token = tokens[to - 1]
  if (token?.kind !== 'word' || !/^\p{Lu}$/u.test(token.raw)) return undefined
  const place = tokens[to - 2]
  // "site A has 300", "Plant B 120": the letter with its noun, which is no name by itself.
  if (place && isPlaceNoun(place.text) && !/^[=:-]$/u.test(word(tokens, to))) return written(tokens, to - 2, to)
  if (!/^[=:-]$/u.test(word(tokens, to))) return undefined
  return place && isPlaceNoun(place.text) && /^\p{Lu}/u.test(place.raw) ? written(tokens, to - 2, to) : token.raw
}

/** Where a message has one count, the one place that it names anywhere: "Turin has ...", "at the Adelaide brewery", "terminal Miami". */
export function onlyName(tokens: readonly Token[]): string | undefined {
  const found = new Set<string>()
  for (let at = 0; at < tokens.length; at += 1) {
    const name = placeAt(tokens, at)
    if (name) found.add(name)
  }
  return found.size === 1 ? [...found][0] : undefined
}

function placeAt(tokens: readonly Token[], at: number): string | undefined {
  const to = runFrom(tokens, at)
  if (to === at || isCapital(tokens[at - 1]) || followsPerson(tokens, at, to)) return undefined
  const before = word(tokens, at - 1)
  if (isPlaceNoun(word(tokens, to)) && /^(?:the|our|my|their|his|at|in|for|of|this)$/u.test(before))
    return siteName(written(tokens, at, to))
  if (/^(?:de|of|di)$/u.test(before) && isPlaceNoun(word(tokens, at - 2).replace(/^l'/u, ''))) return siteName(written(tokens, at, to))
  if (isPlaceNoun(before) && !isPlaceNoun(tokens[at]?.text ?? '') && word(tokens, at - 2) !== 'two')
    return siteName(written(tokens, at, to))
  if (
    /^(?:in|at|for|near)$/u.test(before) ||
    (ARTICLE.test(before) && /^(?:in|at|for|near)$/u.test(word(tokens, at - 2)) && isPlaceNoun(word(tokens, to)))
  ) {
    return siteName(written(tokens, at, to))
  }
  return undefined
}
