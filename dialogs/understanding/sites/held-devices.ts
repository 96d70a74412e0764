import { type Token, word } from '../tokens.ts'
import type { Found } from './found.ts'
import { isDeviceNoun, singular } from './site-words.ts'

// Counts of what stands in a device or a rack: "12 line cards in one chassis", "10 racks with 20 PLCs each". A chassis with modules is one
// device [D4IOT-BILLING], and a rack is no site.

const MODULE = /^(?:module|card|linecard|blade|slot|backplane|daughterboard|transceiver|sfp)s?$/u
const OF_MODULE =
  /^(?:i|o|io|\/|line|plc|cpu|expansion|fibre|fiber|analogue?|digital|network|interface|communications?|comms?|ethernet|input|output|extension|server|switch|spare|plug-in|sfp|the|of|rack)$/u
/** "2 switches with 48 ports": a port may be a harbour elsewhere. */
const PORTS = /^(?:network |ethernet )?ports$/u

/** What has modules, or devices inside. */
const HOLDER =
  /^(?:racks?|cabinets?|chassis|enclosures?|cubicles?|skids?|shelf|shelves|plcs?|rtus?|robots?|machines?|panels?|gateways?|switch(?:es)?|servers?|routers?|firewalls?|hmis?|controllers?|drives?|cranes?|conveyors?|turbines?|inverters?|chillers?|printers?|workstations?)$/u
const LINK = /^(?:with|of|having|have|has|holding|containing|hold|contain|w|x|×|à|each|apiece|about|around|up|to|,)$/u

const WHOLE = 'part of a device: a chassis counts once, with its modules'

/** Such a count from `at` on; undefined for all others. */
export function heldAt(tokens: readonly Token[], at: number): Found | undefined {
  if (tokens[at]?.kind !== 'number') return undefined
  return modulesAt(tokens, at) ?? inHolders(tokens, at)
}

/** "12 line cards", "8 I/O modules each", "48 ports" of a switch. */
function modulesAt(tokens: readonly Token[], at: number): Found | undefined {
  let next = at + 1
  while (next < at + 5 && OF_MODULE.test(word(tokens, next))) next += 1
  const isModule = MODULE.test(word(tokens, next)) && !HOLDER.test(word(tokens, next + 1))
  const isPort = next <= at + 2 && PORTS.test(word(tokens, next)) && isOfHolder(tokens, at)
  return isModule || isPort ? { from: at, to: next + 1, why: WHOLE } : undefined
}

/** "3 chassis": a number of what may have modules or devices inside, which is none of places. */
export const isHolder = (tokens: readonly Token[], at: number) => HOLDER.test(word(tokens, at + 1)) || HOLDER.test(word(tokens, at + 2))

/** "6 switches with 48 modules each": where the words for the modules end; undefined where there are none. */
export function endOfModules(tokens: readonly Token[], at: number): number | undefined {
  let number = at
  while (number < at + 3 && LINK.test(word(tokens, number)) && word(tokens, number) !== ',') number += 1
  const modules = number > at && tokens[number]?.kind === 'number' ? modulesAt(tokens, number) : undefined
  return modules && (/^(?:each|apiece)$/u.test(word(tokens, modules.to)) ? modules.to + 1 : modules.to)
}

/** "Switches with 48 ..." */
const isOfHolder = (tokens: readonly Token[], at: number) =>
  /^(?:with|of|having|have|has|x|×)$/u.test(word(tokens, at - 1)) && HOLDER.test(word(tokens, at - 2))

/** "10 racks with 20 PLCs each": devices in what is no site. */
function inHolders(tokens: readonly Token[], at: number): Found | undefined {
  let noun = at + 1
  while (noun < at + 4 && tokens[noun]?.kind === 'word' && !LINK.test(word(tokens, noun + 1))) noun += 1
  if (!HOLDER.test(word(tokens, noun))) return undefined
  let next = noun + 1
  while (next < noun + 4 && LINK.test(word(tokens, next)) && word(tokens, next) !== ',') next += 1
  if (next === noun + 1 || tokens[next]?.kind !== 'number' || modulesAt(tokens, next)) return undefined
  let to = next + 1
  while (to < next + 4 && tokens[to]?.kind === 'word' && !isDeviceNoun(word(tokens, to))) to += 1
  if (!isDeviceNoun(word(tokens, to))) return undefined
  const holder = word(tokens, noun)
  const end = /^(?:each|apiece)$/u.test(word(tokens, to + 1)) ? to + 2 : to + 1
  return { from: at, to: end, why: `devices in ${singular(holder) === holder ? `a ${holder}` : holder}, not at a site` }
}
