import { between, ending, type Token, word } from '../tokens.ts'
import { isBeforeLicences } from './counted-nouns.ts'
import { isDeviceNoun, isPlaceNoun } from './site-words.ts'

const LICENCE_NOUN =
  /^(?:one|ones|tier|tiers|package|pack|licen[cs]e|licen[cs]es|lic|plan|limit|cap|size|bracket|band|option|max|maximum|sku|model|version|edition|threshold|mark|ceiling|allowance|quota|entitlement)$/u
const LICENCE = '(?:licen[cs]es?|lic|plan|package|tier|sub|subscription|bought|pays?|paid|sized)'

/** Words before any number that a licence holds. */
const HELD = ending(
  'licensed for',
  '(?:everything|anything|all|sites|plants|those) (?:below|under|above|over)',
  // "L stops at"
  '(?:xs|s|m|l|xl|one|it|licen[cs]e)(?: \\S+){0,2} (?:stops?|ends|capped|limit|only) (?:at|is|to|till|until)',
)
/** Words before a number at which a size ends. */
const ENDS = ending(
  'max|maximum|limit|cap|covers|allows|holds|reach|reaching|exceed|exceeds|exceeded|exceeding',
  '(?:exceed(?:s|ed|ing)?|above|over|through|past|beyond|hit|below|under)(?: \\S+){0,2} (?:the|our|licensed|its)',
  'one of|between|between \\S+ and',
  `${LICENCE} (?:of|to)|${LICENCE} (?:is|was|goes) (?:for|of|to)`,
  "(?:only|option|anything|really|goes|go|going|jump|one|just|we'd) (?:over|above|past|under|below|beyond)",
)
const HOLDS = ending(
  'up to|goes to|go to|stops at|stop at|capped at|limited to|limit of|limit is|max of|capacity of|cap of|tops at|out at|ends at|holds up|good for|valid for|limit :|max :|maximum of|cap is|allows up|ceiling of',
)
/** "It went up to 500": so many there are. */
const CAME_TO = ending("(?:went|gone|grown|grew|jumped|now|is|are|shot|it's) \\S+ \\S+")
const SIZE_BEFORE = ending('(?:xs|s|m|l|xl|medium|small|large) [,(=]')
const LICENCE_FOR = ending(`${LICENCE} for`)
/** "Which licence for 100 devices?", "a licence for 500": a size is looked for; here one is held. */
const OWN_LICENCE =
  /(?:^| )(?:our|my|their|his|have|has|had|own|owned|current|existing|with|bought|got|paid|the|this|that)(?: (?![.,;:?!\n]|and |but )\S+)* \S+ for$/u

/** Whether a size of licences ends at a number. */
export const isSizeEnd = (value: number): boolean => [100, 250, 500, 1000, 5000].includes(value)

/** What a licence holds or where a size ends: "the 500 one", "up to 500", "licence for 100", "between 1,000 and 5,000", "M, 500". */
export function isCapacity(tokens: readonly Token[], at: number, to: number): boolean {
  if (isBeforeLicences(tokens, at)) return false
  const lead = between(tokens, Math.max(0, at - 5), at)
  if (namesLicence(tokens, at) || HELD.test(lead)) return true
  if (/^(?:committed|licensed|licenced|entitled)$/u.test(word(tokens, at + 1)) && isDeviceNoun(word(tokens, at + 2))) return true
  if (!isSizeEnd(tokens[at]?.value ?? 0)) return false
  const one = word(tokens, at - 1)
  const isOfDevices = isDeviceNoun(word(tokens, to - 1))
  if (HOLDS.test(lead)) return !CAME_TO.test(lead)
  if (ENDS.test(lead) || (one === 'per' && isOfDevices) || (SIZE_BEFORE.test(lead) && !isOfDevices)) return true
  if (/^(?:XS|S|M|L|XL)$/u.test(tokens[at - 1]?.raw ?? '')) return true
  if (one === 'of') return tokens.slice(Math.max(0, at - 5), at - 1).some(({ text }) => isDeviceNoun(text))
  // "From 100 to the 500 one"
  const next = one === 'from' ? tokens.findIndex(({ kind }, index) => index > at && index < at + 5 && kind === 'number') : -1
  if (next > 0 && isSizeEnd(tokens[next]?.value ?? 0) && namesLicence(tokens, next)) return true
  return LICENCE_FOR.test(lead) && OWN_LICENCE.test(between(tokens, Math.max(0, at - 8), at))
}

/** "the 500 one", "the 250-device package", "a thousand-device ceiling"; "333 devices one site" is a count. */
function namesLicence(tokens: readonly Token[], at: number): boolean {
  const next = word(tokens, at + 1) === '-' && !tokens[at + 2]?.spaced ? at + 2 : at + 1
  const noun = isDeviceNoun(word(tokens, next)) && !LICENCE_NOUN.test(word(tokens, next)) ? next + 1 : next
  const named = word(tokens, noun)
  if (named === 'one')
    return (noun === next || next === at + 2) && !isPlaceNoun(word(tokens, noun + 1)) && tokens[noun + 1]?.kind !== 'number'
  return LICENCE_NOUN.test(named)
}
