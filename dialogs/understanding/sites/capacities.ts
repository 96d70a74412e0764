import { type Token, word } from '../tokens.ts'
import { isBeforeLicences } from './counted-nouns.ts'
import { isDeviceNoun, isPlaceNoun } from './site-words.ts'

const LICENCE_NOUN =
  /^(?:one|ones|tier|tiers|package|pack|licen[cs]e|licen[cs]es|lic|plan|limit|cap|size|bracket|band|option|max|maximum|sku|model|version|edition|threshold|mark|line|box|ceiling|allowance|quota|entitlement)$/u

const HOLDS =
  /^(?:up to|goes to|go to|stops at|stop at|capped at|limited to|limit of|limit is|max of|capacity of|cap of|tops at|out at|ends at|holds up|good for|valid for|limit :|max :|maximum of|cap is|allows up|ceiling of)$/u
const LICENCE = /^(?:licen[cs]es?|lic|plan|package|tier|sub|subscription|bought|pays?|paid|sized)$/u

/** What a licence holds or where a size ends: "the 500 one", "up to 500", "licence for 100", "between 1,000 and 5,000", "M, 500". */
export function isCapacity(tokens: readonly Token[], at: number, to: number): boolean {
  if (isBeforeLicences(tokens, at)) return false
  if (namesLicence(tokens, at)) return true
  const before = [1, 2, 3, 4, 5].map(back => word(tokens, at - back))
  const [one = '', two = '', three = ''] = before
  if (two === 'licensed' && one === 'for') return true
  if (/^(?:below|under|above|over)$/u.test(one) && /^(?:everything|anything|all|sites|plants|those)$/u.test(two)) return true
  if (/^(?:per)$/u.test(one) && isDeviceNoun(word(tokens, to - 1)) && isSizeEnd(tokens[at]?.value ?? 0)) return true
  if (/^(?:committed|licensed|licenced|entitled)$/u.test(word(tokens, at + 1)) && isDeviceNoun(word(tokens, at + 2))) return true
  if (
    /^(?:at|is|to|till|until)$/u.test(one) &&
    /^(?:stops?|ends|capped|limit|only)$/u.test(two) &&
    before.slice(2).some(text => /^(?:xs|s|m|l|xl|one|it|licen[cs]e)$/u.test(text))
  )
    return true
  if (!isSizeEnd(tokens[at]?.value ?? 0)) return false
  if (HOLDS.test(`${two} ${one}`)) return !/^(?:went|gone|grown|grew|jumped|now|is|are|shot|it's)$/u.test(three)
  if (/^(?:max|maximum|limit|cap|covers|allows|holds|reach|reaching|exceed|exceeds|exceeded|exceeding)$/u.test(one)) return true
  if (
    /^(?:the|our|licensed|its)$/u.test(one) &&
    before.slice(1, 4).some(text => /^(?:exceed(?:s|ed|ing)?|above|over|through|past|beyond|hit|below|under)$/u.test(text))
  )
    return true
  if (
    one === 'from' &&
    tokens
      .slice(at + 1, at + 5)
      .some((token, ahead) => token.kind === 'number' && isSizeEnd(token.value ?? 0) && namesLicence(tokens, at + 1 + ahead))
  )
    return true
  if (one === 'of' && two === 'one') return true
  if (LICENCE.test(two) && /^(?:for|of|to)$/u.test(one)) return one !== 'for' || !isSought(tokens, at - 2)
  if (LICENCE.test(three) && /^(?:is|was|goes)$/u.test(two) && /^(?:for|of|to)$/u.test(one)) return true
  if (one === 'of' && before.slice(1).some(isDeviceNoun)) return true
  if (/^(?:xs|s|m|l|xl|medium|small|large)$/u.test(two) && /^[,(=]$/u.test(one) && !isDeviceNoun(word(tokens, to - 1))) return true
  if (/^(?:xs|s|m|l|xl)$/u.test(one) && /^\p{Lu}/u.test(tokens[at - 1]?.raw ?? '')) return true
  if (one === 'between' || (one === 'and' && three === 'between')) return true
  return (
    /^(?:over|above|past|under|below|beyond)$/u.test(one) && /^(?:only|option|anything|really|goes|go|going|jump|one|just|we'd)$/u.test(two)
  )
}

const HELD = /^(?:our|my|their|his|have|has|had|own|owned|current|existing|with|bought|got|paid|the|this|that)$/u

/** "which licence for 100 devices?", "a licence for 500": a size is looked for, none is held. */
function isSought(tokens: readonly Token[], licence: number): boolean {
  const before = tokens.slice(Math.max(0, licence - 6), licence).map(({ text }) => text)
  const clause = before.slice(before.findLastIndex(text => /^(?:[.,;:?!]|\n|and|but)$/u.test(text)) + 1)
  return !clause.some(text => HELD.test(text))
}

/** "the 500 one", "the 250-device package", "a thousand-device ceiling"; "333 devices one site" is a count. */
function namesLicence(tokens: readonly Token[], at: number): boolean {
  const next = word(tokens, at + 1) === '-' && !tokens[at + 2]?.spaced ? at + 2 : at + 1
  const noun = isDeviceNoun(word(tokens, next)) && !LICENCE_NOUN.test(word(tokens, next)) ? next + 1 : next
  const named = word(tokens, noun)
  if (!LICENCE_NOUN.test(named) || named === 'box') return false
  if (named === 'line') return false
  if (named === 'one')
    return (noun === next || next === at + 2) && !isPlaceNoun(word(tokens, noun + 1)) && tokens[noun + 1]?.kind !== 'number'
  return true
}

/** Whether a size of licences ends at a number. */
export const isSizeEnd = (value: number): boolean => [100, 250, 500, 1000, 5000].includes(value)
