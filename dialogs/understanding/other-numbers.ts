import { isDeviceNoun, isPlaceNoun } from './site-words.ts'
import type { Token } from './tokens.ts'

// Numbers that count neither devices nor places.

const word = (tokens: readonly Token[], at: number) => tokens[at]?.text ?? ''

/** "not 313", ">1,000", "400-450", "24/7", "one site or two": no count. */
export const isRuledOut = (tokens: readonly Token[], at: number) =>
  word(tokens, at - 1) === 'not' ||
  isRoundTheClock(tokens, at) ||
  // "120 devices (69002)", "4 sensors per site": where they are, and what watches them.
  (word(tokens, at - 1) === '(' &&
    word(tokens, at + 1) === ')' &&
    (isDeviceNoun(word(tokens, at - 2)) || (tokens[at - 2]?.kind === 'number' && !isPlaceNoun(word(tokens, at - 3))))) ||
  (/^sensors?$/u.test(word(tokens, at + 1)) && word(tokens, at + 2) === 'per') ||
  (word(tokens, at - 1) === 'or' && (tokens[at]?.value ?? 0) < 10 && isPlaceNoun(word(tokens, at - 2)) && tokens[at - 3]?.text === 'one') ||
  /^(?:hundredth|thousandth)$/u.test(word(tokens, at + 1)) ||
  (/^[<>≤≥]$/u.test(word(tokens, at - 1)) && word(tokens, at - 2) !== '-' && word(tokens, at - 2) !== '=')

/** "24/7", "24x7": how long is worked, not a list of counts. */
function isRoundTheClock(tokens: readonly Token[], at: number): boolean {
  const from = /^[/x×]$/u.test(word(tokens, at - 1)) ? at - 2 : at
  const next = tokens[from + 3]
  return (
    word(tokens, from) === '24' &&
    /^[/x×]$/u.test(word(tokens, from + 1)) &&
    word(tokens, from + 2) === '7' &&
    !/^[/+]$/u.test(next?.text ?? '')
  )
}

/** "2 XL", "two L's", "3 x M": licences, not devices. */
export function isLicenceSize(tokens: readonly Token[], at: number): boolean {
  const size = tokens[/^[x×]$/u.test(word(tokens, at + 1)) ? at + 2 : at + 1]
  return /^(?:x?[sl]|m|xxl|[23]xl)(?:'?s)?$/u.test(size?.text ?? '') && /^\p{Lu}|^xl/u.test(size?.raw ?? '')
}

const NUMBERED =
  /^(?:row|page|version|v|day|days|year|item|step|rule|section|article|option|question|ticket|order|invoice|po|ref|reference|quote|tender|rfp|bestellung|phone|tel|ext|fy|vlan|level|phase|chapter|part|case|room|windows|iso|iec|class|type|bullet|nis|annex|clause|budget|lot|scenario|variant|rack|cabinet|gate|suite|postcode|zip|plz)$/u

const ABBREVIATED = /^(?:no|nr|ref|tel|p|art|sec|ext|rev|ver|v)$/u

/** Behind these a number is the number of something, not a count: row 14, no. 7, version 7, "day 8", "in 2024". */
export function isNumberOf(tokens: readonly Token[], at: number): boolean {
  const before = word(tokens, at - 1)
  if (NUMBERED.test(before)) return true
  if (
    (before === '.' && ABBREVIATED.test(word(tokens, at - 2))) ||
    (before === ':' &&
      /^(?:po|ref|tel|phone|invoice|order|ticket|ext)$/u.test(word(tokens, at - 2)) &&
      !isPlaceNoun(word(tokens, at + 1)) &&
      !isDeviceNoun(word(tokens, at + 1)))
  )
    return true
  if (before === 'number')
    return !/^(?:real|actual|new|true|correct|final|total|device|current|right|their|our)$/u.test(word(tokens, at - 2))
  const value = tokens[at]?.value ?? 0
  if (value === 365 && /^(?:office|microsoft|m)$/u.test(before)) return true
  return (
    value >= 1990 &&
    value <= 2035 &&
    /^(?:in|since|from|year|until|by|early|late|mid|back|for|of|fy|start|starts|starting|begin|founded|established|est|end|live|q[1-4]|h[12]|spring|summer|autumn|fall|winter)$/u.test(
      before,
    ) &&
    !isDeviceNoun(word(tokens, at + 1)) &&
    !/[.,' k]/u.test(tokens[at]?.raw ?? '')
  )
}
