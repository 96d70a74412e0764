import { MAX_PHRASE } from '../phrases.ts'
import type { Conversation } from '../ports.ts'
import { MONTH, WEEKDAY, WEEKDAY_BEGUN } from '../understanding/days/calendar-words.ts'
import { AMOUNT, UNIT } from '../understanding/days/lengths.ts'
import { TRIAL } from '../understanding/days/subject-words.ts'

// Whether a message says of a day that a trial ends or starts on it. A deadline that is repeated, a fiscal year and a notice period have days too.

const thing = `${TRIAL}(?: (?:period|phase|version|licen[cs]e|subscription))?`
const own = '(?:our|my|the|this|their|its)'
const kind = '(?:own |real |current |new |whole |d4iot |iot |ot |defender for iot |(?:\\d{1,3}|thirty|sixty|ninety)[- ]days? )'
const fill =
  "(?:really|actually|now|already|currently|rather|only|just|in fact|will|would|should|has|had|which|that|is|was|be|been|got|get|not|never|does|doesn['’]?t|didn['’]?t|due|valid|active|running|good|date|day|to|:|=|,)"
const subject = `(?:it|ours|mine|that one|${own} ${kind}{0,3}${thing}|(?<=^\\W*(?:(?:no|sorry|oops|wait|actually|correction|and|but|if|what) ){0,3})${thing})`
const ends =
  '(?:ends?|ended|ending|expires?|expired|expiring|expiry|lapses?|finish(?:es|ed)?|runs? out|ran out|running out|over|until|till|extended|prolonged|moved|pushed|postponed)'
const starts = '(?:starts?|started|starting|begins?|began|begun|since|activated|opened)'
/** "It really ends on", "the trial was extended to", "the new end is", "start date:" */
const happens = {
  trialEnd: new RegExp(
    `\\b${subject}(?:['’]s)? (?:${fill} ?){0,4}${ends}\\b|\\b(?:${own} |new |real |correct |right |actual )+(?:end|expiry|expiration)(?: date| day)?\\b(?! of (?!${own} ${thing}|it\\b))|^\\W*(?:end|expiry|expiration)(?: date)?\\b(?! of)|^\\W*(?:ends?|ended|expires?|expired|extended to|extended until|prolonged to)\\b|\\b${subject} (?:still |only )?(?:has|runs|lasts)(?: (?:still|only|for|another|about))* \\S+ (?:more )?(?:days?|weeks?|months?)\\b|\\bas (?:the |its )?(?:end|expiry|expiration)\\b|\\b(?:is|was) (?:the|its|our) (?:end|last day of (?:${own} )?${thing})|\\b(?:we|i|they|sales|microsoft) (?:${fill} ){0,3}(?:extended|prolonged)\\b`,
    'iu',
  ),
  trialStart: new RegExp(
    `\\b(?:${subject}|we|i|they)(?:['’](?:s|ve))? (?:${fill} ?|have |had |(?:it|${own} ${kind}{0,3}${thing}) ?){0,4}${starts}\\b|\\b(?:${own} |new |real |correct )+start(?: date)?\\b|^\\W*start(?: date)?\\b|\\b(?:is|was|when|which) (?:the|its|our|it|we)(?: real)? (?:start|started|began|first day)\\b`,
    'iu',
  ),
} as const

const dayWord = `${MONTH}|${WEEKDAY}|${WEEKDAY_BEGUN}|today|tomorrow|yesterday|${UNIT}|years?`
const someDay = new RegExp(`\\d|\\b(?:${dayWord})\\b`, 'iu')
/** Words of a day, of a correction or supposition, and of the thing itself: nothing else is spoken of. */
const small = new RegExp(
  `\\b(?:${[
    `${dayWord}`,
    `${AMOUNT}|first|second|third|last|next|this|coming|previous|same|end|beginning|mid(?:dle)?`,
    'earlier|sooner|later|before|after|ago|from now|longer|away|hence|of|in|on|at|by|until|till|the|and|or|but|for|to|than',
    'no|nope|yes|yep|sorry|oops|wait|actually|correction|mean|meant|i|was|wrong|my|mistake|hm+|uh+|oh|ah|well|ok|okay|then|maybe|perhaps|probably|rather|instead|really|exactly|about|around|just|only|not|now|typo|make|change|set|move|let|say|should|should have|be|been|it|its|that|these|is|will|would|what|if|how|suppose|assume|in fact|please|thanks|think|guess|believe|also|say|again',
    `ours|mine|us|our|${thing}|ends?|ended|ending|expires?|expired|expiry|starts?|started|began|start|since|left|remaining|still|date|dates|due|new|real|correct|right|actual`,
    's|t|d|m|ll|ve|re|st|nd|rd|th',
  ].join('|')})\\b`,
  'giu',
)
/** "The portal says", "Anna says" */
const source =
  /^\W*(?:(?:and|but|so|well|sorry|no|ok|hm+)\W+)*(?:he|she|they|it|\p{Lu}\p{Ll}+|(?:the|our|my) (?:\p{L}+ )?(?:invoice|portal|admin cent(?:er|re)|e-?mail|mail|calendar|contract|customer|client|boss|partner|colleague|seller)|portal|admin cent(?:er|re))(?: now)? (?:says?|said|shows?|thinks|writes|wrote|told (?:me|us)|tells (?:me|us)|confirmed)\b(?: that| it)?/u
/** Somebody or something says of what is spoken of what stands behind it. */
export const quotesSource = (text: string) => source.test(text)
/** "I looked it up: 20 April" */
const lookedUp =
  /^\W*(?:(?:hang on|and|but|so|well|sorry|no|ok)\W+)*(?:i|we) (?:just )?(?:looked(?: it)? up|checked|found(?: it)?(?: out)?):/iu
/** A question about a day puts no other in its place, but "what about 20 April?" and "or the 20th?" do. */
const puts = /^\W*(?:what about|how about|(?:and |but )?what if|if|and|or|sorry|no|maybe)\b/i
const asksAgain = /,\s(?:right|correct|yes|yeah|ok|okay|no|true|isn['’]?t it)\W*\?/i
/** "If a trial ends 20 March": anybody's. */
const anybodys = new RegExp(
  `\\ban? ${kind}{0,2}${thing}\\b|\\b(?<!(?:the|this|that|our|my) )one (?:that |which )?(?:ends|ending|expir)`,
  'iu',
)
const clauses = /[.;!\n]+(?=\s|$)|(?<=\?)|,\s|\s[-–—]{1,2}\s|\s(?:and|but|because|since|so)\s(?=(?:it|ours|mine|the|our|my)\b)/iu

interface Told {
  /** Its own words say that this happens on the day. */
  readonly plainly: boolean
  /** There is nothing else that the day could be of. */
  readonly alone: boolean
}

/** How a message tells the day of a fact that is known already. */
export function howTold({ subject: spokenOf }: Pick<Conversation, 'subject'>, text: string, key: keyof typeof happens): Told {
  if (text.length > MAX_PHRASE) return { plainly: true, alone: false }
  if (anybodys.test(text)) return { plainly: false, alone: false }
  const said = spokenOf ? text.replaceAll(spokenOf, 'ours').replaceAll(/\bours['’]s\b/gu, 'ours') : text
  const dated = said.split(clauses).filter(clause => someDay.test(clause))
  const alone = dated.every(clause => {
    const words = clause.replace(source, ' ').replace(lookedUp, ' ')
    return !/\p{L}/u.test(words.replace(/\d+(?:st|nd|rd|th)?/giu, ' ').replace(small, ' ')) && (!clause.includes('?') || puts.test(clause))
  })
  return { plainly: dated.some(clause => happens[key].test(clause)), alone: alone && dated.length > 0 && !asksAgain.test(text) }
}
