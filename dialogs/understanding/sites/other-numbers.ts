import { type Token, word } from '../tokens.ts'
import { kindBefore } from './device-kinds.ts'
import { isDeviceNoun, isPlaceNoun } from './site-words.ts'

// Numbers that count neither devices nor places.

/** "not 313", ">1,000", "400-450", "24/7", "one site or two": no count. */
export const isRuledOut = (tokens: readonly Token[], at: number) =>
  word(tokens, at - 1) === 'not' ||
  isRoundTheClock(tokens, at) ||
  // "400 devices on 3 servers": where they are.
  (word(tokens, at - 1) === 'on' &&
    /^(?:servers?|hosts?|switch(?:es)?|networks?|vlans?|racks?|cabinets?)$/u.test(word(tokens, at + 1)) &&
    tokens.slice(Math.max(0, at - 4), at).some(({ kind }) => kind === 'number')) ||
  // "120 devices (69002)", "4 sensors per site": where they are, and what watches them.
  (word(tokens, at - 1) === '(' &&
    word(tokens, at + 1) === ')' &&
    ((isDeviceNoun(word(tokens, at - 2)) && !kindBefore(tokens, at)) ||
      (tokens[at - 2]?.kind === 'number' && !isPlaceNoun(word(tokens, at - 3))))) ||
  // "Nice (2027) 300": since when, or from when on.
  (/^20[0-4]\d$/u.test(word(tokens, at)) &&
    word(tokens, at - 1) === '(' &&
    word(tokens, at + 1) === ')' &&
    tokens[/^[:=-]$|^(?:has|with)$/u.test(word(tokens, at + 2)) ? at + 3 : at + 2]?.kind === 'number') ||
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
  /^(?:row|page|version|v|day|days|year|item|step|rule|section|article|option|question|ticket|order|invoice|po|ref|reference|quote|tender|rfp|bestellung|phone|tel|ext|fy|vlan|level|phase|chapter|part|case|room|windows|iso|iec|class|type|bullet|nis|annex|clause|budget|lot|scenario|variant|rack|cabinet|gate|suite|postcode|zip|plz|id|contract|account|acct|serial|asset-tag|floor|apt|apartment|unit-no|box|hwy|highway|route|road)$/u

/** What a CRM numbers. */
const OF_CRM = 'deal|opp|opportunity|crm|lead|customer|prio|priority|sla'
const CRM_NUMBERED = new RegExp(`^(?:${OF_CRM})$`, 'u')
const CRM_NUMBER = new RegExp(`\\b(?:${OF_CRM}) #?\\d`, 'giu')

/** So many numbers of a text are those of a CRM: "opp 778812". */
export const crmNumbersIn = (text: string): number => text.match(CRM_NUMBER)?.length ?? 0

const ABBREVIATED = /^(?:no|nr|ref|tel|p|art|sec|ext|rev|ver|v)$/u

const PHONE = /^(?:phone|telephone|tel|mobile|mob|cell|cellphone|handy|fax|call|calls|ring|dial|whatsapp|extension|ext)$/u
const TO_NUMBER = /^(?:me|us|him|her|back|on|at|under|via|no|number|nr|is|my|our|:|\.|=|\(|\)|\+|-|\/)$/u

/** "My phone: 089 123456", "call 0664 1234567", "extension 4471", "(214) 555-0199": a number by which somebody is called. */
function isOfPhone(tokens: readonly Token[], at: number): boolean {
  if (isDeviceNoun(word(tokens, at + 1)) || isPlaceNoun(word(tokens, at + 1))) return false
  if (word(tokens, at + 1) === ')' && word(tokens, at - 1) === '(' && /^\d{3}$/u.test(tokens[at]?.raw ?? '')) {
    if (/^\d{3}$/u.test(word(tokens, at + 2)) && word(tokens, at + 3) === '-') return true
  }
  if (word(tokens, at - 1) === ')' && word(tokens, at + 1) === '-' && tokens[at + 2]?.kind === 'code') return true
  const local = [at, at - 1].find(first => /^\d{3}$/u.test(word(tokens, first)) && /^\d{4}$/u.test(word(tokens, first + 1)))
  const lead = local === undefined ? [] : tokens.slice(Math.max(0, local - 3), local)
  // "Call me at 555 1234", "my number is 555 1234"
  if (lead.some(({ text }) => PHONE.test(text) || text === 'number')) return true
  let before = at - 1
  while (before > at - 7 && (TO_NUMBER.test(word(tokens, before)) || /^(?:number|code)$/u.test(tokens[before]?.kind ?? ''))) {
    // "Call me - 900 devices": another thought.
    if (/^[-/]$/u.test(word(tokens, before)) && tokens[before]?.spaced && tokens[before + 1]?.spaced) return false
    before -= 1
  }
  if (!PHONE.test(word(tokens, before))) return false
  const isExtension = /^ext/u.test(word(tokens, before))
  return isExtension ? before === at - 1 : tokens.slice(before + 1, at + 2).some(({ raw }) => /^[0+]|^\d{6,}$/u.test(raw))
}

const STREET = /^(?:street|st|road|rd|avenue|ave|lane|ln|boulevard|blvd|drive|way|square|court|place|parkway|pkwy)$/u
const STATES = /^(?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|I[ADLN]|K[SY]|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY])$/u

/** Of TCP, as people name them; "port 260" may be a harbour. */
const isTcpPort = (tokens: readonly Token[], at: number) =>
  /^ports?$/u.test(word(tokens, at - 1)) &&
  (/^(?:modbus|https?|tcp|udp|tls|ssl|ssh|opc|snmp|mqtt)$/u.test(word(tokens, at + 1)) ||
    (tokens[at]?.value ?? 0) > 10_000 ||
    /^(?:2[1235]|53|80|102|123|13[59]|161|389|44[35]|502|1433|1883|2404|3389|4840|8080|8443|8883)$/u.test(word(tokens, at)))

/** "1200 Main Street", "Dallas TX 75201": where somebody is. */
function isAddress(tokens: readonly Token[], at: number): boolean {
  if (/^\d{5}$/u.test(tokens[at]?.raw ?? '') && STATES.test(tokens[at - 1]?.raw ?? '')) return true
  let to = at + 1
  while (to < at + 4 && /^\p{Lu}/u.test(tokens[to]?.raw ?? '') && !STREET.test(word(tokens, to))) to += 1
  return to > at + 1 && STREET.test(word(tokens, to)) && /^\p{Lu}/u.test(tokens[to]?.raw ?? '')
}

/** "Quote 400/900/6k", "order 400 devices": what is wanted, where "order 4471" is the number of one. */
function isWanted(tokens: readonly Token[], lead: number, at: number): boolean {
  if (!/^(?:quote|order|deal|opp|opportunity|lead|customer)$/u.test(word(tokens, lead)) || /^20\d\d$|^\d{5,}$/u.test(tokens[at]?.raw ?? ''))
    return false
  const isNoun = (place: number) => isDeviceNoun(word(tokens, place)) || isPlaceNoun(word(tokens, place))
  if (isNoun(at + 1)) return true
  const next = tokens[at + 1]?.kind === 'number' ? at + 1 : at + 2
  const goesOn =
    tokens[next]?.kind === 'number' &&
    (tokens[next]?.value ?? 0) >= 10 &&
    (next === at + 1 || /^(?:[,/+&;x×*]|and)$/u.test(word(tokens, at + 1)))
  return goesOn && !(/^\d{4}$/u.test(tokens[at]?.raw ?? '') && isNoun(next + 1))
}

/** Behind these a number is the number of something, not a count: row 14, no. 7, version 7, "day 8", "in 2024". */
export function isNumberOf(tokens: readonly Token[], at: number): boolean {
  const before = word(tokens, at - 1)
  // "ref 2026/118"
  const isJoined = /^[/-]$/u.test(before) && tokens[at - 1]?.spaced === false && tokens[at]?.spaced === false
  if (isJoined && tokens[at - 2]?.kind === 'number' && NUMBERED.test(word(tokens, at - 3))) return !isWanted(tokens, at - 3, at - 2)
  if (isWanted(tokens, before === ':' ? at - 2 : at - 1, at)) return false
  if (/^(?:no|nr)$/u.test(before) && NUMBERED.test(word(tokens, at - 2))) return true
  if (NUMBERED.test(before) || CRM_NUMBERED.test(before) || isOfPhone(tokens, at) || isTcpPort(tokens, at) || isAddress(tokens, at))
    return true
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
    /^(?:in|since|from|year|until|by|early|late|mid|back|for|of|fy|start|starts|starting|begin|founded|established|est|end|live|open|opens|opened|opening|close|closes|closed|closing|server|exchange|sharepoint|q[1-4]|h[12]|spring|summer|autumn|fall|winter)$/u.test(
      before,
    ) &&
    !isDeviceNoun(word(tokens, at + 1)) &&
    !/[.,' k]/u.test(tokens[at]?.raw ?? '')
  )
}
