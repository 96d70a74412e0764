import { MONTH, MONTH_BEGUN, WEEKDAY } from './calendar-words.ts'
import { LENGTH } from './lengths.ts'
import { STRETCH } from './stretches.ts'

// The day on which somebody wants to act ("can I extend it on 1 April?"), as messages say it beside the days of the licence itself.

/** Month names in patterns, short and whole. */
export const month = `(?:${MONTH_BEGUN})[a-z]*`
/** Days in patterns, as they are written with their month, in ISO form, or as one of the month that is spoken of. */
export const writtenDays = [
  `(?:the )?\\d{1,2}(?:st|nd|rd|th)?(?: of)? ${month}\\.?(?:,? \\d{4})?`,
  `${month}\\.? (?:the )?\\d{1,2}(?:st|nd|rd|th)?(?:,? \\d{4})?`,
  '\\d{4}-\\d\\d-\\d\\d',
  'the \\d{1,2}(?:st|nd|rd|th)',
]
const weekday = `(?:${WEEKDAY})`
/** "At the end of the month", which is no end of a licence. */
export const MONTH_END = `(?:the )?(?:end of (?:(?:(?:the|this|next) )?month|${MONTH})|month[ -]end|eom)`
const day = [
  ...writtenDays,
  '\\d{1,2}\\.\\d{1,2}\\.(?:\\d{2,4})?',
  '\\d{1,2}/\\d{1,2}(?:/\\d{2,4})?',
  `(?:next |this |coming )?${weekday}(?: next week)?(?:,? (?:the )?\\d{1,2}(?:st|nd|rd|th)?(?: ${month})?)?`,
  `${weekday} \\d{1,2} ${month}`,
  '(?:the )?day after tomorrow',
  'tomorrow',
  // "A month or two" is no day.
  `in ${LENGTH}(?! or\\b)`,
  MONTH_END,
  STRETCH,
].join('|')
const thing =
  '(?:it|this|that|them|for|the|our|my|an?|licen[cs]e|trial|subscription|sub|in|only|just|still|money|refund|extension|request|one|of)'
const held = '(?:it|this|that|them|money|licen[cs]e|subscription)'
/** What is done on the day, in a form that lies ahead: "cancel it on", "get a refund on", "if we renew on" (but "it will renew on"). */
const act = `\\b(?:${[
  `(?:extend|cancel|refund|ask|request|apply|prolong|act)(?: ${thing}){0,6}`,
  `return (?:(?:the|our|my) )?${held}`,
  '(?:pull|back|get) out',
  `${held} back`,
  'do (?:it|that|this|so)',
  'too late',
  'still (?:ok|okay|fine|early enough)',
  '(?:get|how much|what)(?: (?:money|would|will|do|of it|i|we|they|get|come|comes)){0,4} back',
  'still (?:works?|runs?|running|active|valid|covered|protected|there|available|usable)',
  'state|status',
  '(?:can|could|may|might|should|if|when) (?:i|we|they|you)(?: (?:only|still|first|just))? renew(?: (?:it|the licen[cs]e|our licen[cs]e))?',
  '(?:refund|extension|cancellation|refundable|extendable|possible|allowed|in time|available)(?: (?:still|only|of it))?',
].join('|')})`
/** "Until" and "to" say how long, not when. */
const lead = '(?:(?:only )?(?:on|by|at|as late as) (?:the )?)?'
const after =
  '(?=\\s*(?:$|[,.;:?!)]|\\s(?:and|or|if|but|when|still|too|please|pls|how|what|will|would|can|do|instead|with|since|as|because|at the latest|then|is|rather)\\b))'
const another = `(?!\\s*(?:or|and|to|-|,)\\s*(?:on |by )?(?:${day})\\b)`
const behind = new RegExp(`${act} ${lead}(${day})${another}${after}`, 'gi')
const before = new RegExp(
  `(?:^|\\b(?:and|but|so|then) )(?:(?:on|by) )?(${day}),? (?:(?:can|could|may|would|will|do) (?:i|we|they|it|the customer)|is (?:it|that|there))\\b`,
  'gi',
)
/** "Is 2 April too late?", "can I wait until 5 April?" */
const asked = new RegExp(
  `\\b(?:is|would|will) (${day})(?: be)?(?: still| then)? (?:too late|early enough|soon enough|in time)|\\bwait (?:until|till) (${day})`,
  'gi',
)
/** "Can we extend after 2 April?": from the day behind it on. */
const later = new RegExp(`${act} (?:only )?after ((?:the )?\\d{1,2}(?:st|nd|rd|th)?(?: of)? ${month}\\.?(?:,? \\d{4})?)${after}`, 'gi')
/** In such a part of a message a day is one of the licence or trial itself, or of something else. */
const ofFacts =
  /\b(?:end(?:s|ed|ing)?(?! of (?:(?:(?:the|this|next) )?month|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))|(?<=month.end))|expir\w+|start(?:s|ed|ing)?|began|begin|bought|purchase[sd]?|order(?:ed)?|paid|payed|charged|billed|invoiced?|ran|runs?|lapse[sd]?|renewed|extended|cancell?ed|remind\w*|notif\w*|alert|ping|since|from|had|was|were|did)\b/i
const reminding = /\b(?:remind\w*|reminders?|notif\w*|notice|ping|alert|nudge|track)\b/i
const breaks = /(?<!\d)[.](?!\d)|(?<=\d)\.(?=\s+[A-Z])|[?!;\n]|,(?= )|\s+(?=(?:if|when|where|because|and|but|so|although|while)\b)/g
const MAX_LENGTH = 500
/** What every day above has in it. */
const someDay = new RegExp(`\\d|day|tomorrow|week|month|quarter|fortnight|wk|eom|${MONTH_BEGUN}`, 'i')

/** The words of the one day for which a message asks what may be done then; undefined where there is none or several. */
export function actingDayOf(text: string): string | undefined {
  if (text.length > MAX_LENGTH || !someDay.test(text) || reminding.test(text)) return undefined
  const found = partsOf(text).flatMap(part => [
    ...[...part.matchAll(behind), ...part.matchAll(before), ...part.matchAll(asked)].map(([, words, other = '']) => words ?? other),
    ...[...part.matchAll(later)].map(([, words]) => `the day after ${words}`),
  ])
  return new Set(found).size === 1 ? found[0] : undefined
}

/** "If cancelled tomorrow", "if we returned it on Monday": what is supposed lies ahead, too. */
const asIfDone = (part: string) => part.replace(/^(if (?:[\w']+ ){0,3}?)(cancel|return|request|ask|refund)l?ed\b/i, '$1$2')

/** "Trial ends 30 april can i extend on 10 april": what is asked, behind the fact. */
const asking = (part: string) =>
  ofFacts.test(part) ? part.replace(/^.*?\s(?=(?:can|could|may) (?:i|we|they|you)\b|is it (?:still|too)\b)/i, '') : part

const partsOf = (text: string) =>
  text
    .split(breaks)
    .map(part => asking(asIfDone(part?.trim() ?? '')))
    .filter(part => part !== '' && !ofFacts.test(part))

const actsOn = new RegExp(`${act} (?:${lead}|(?:only )?after )$|\\bwait (?:until|till) $`, 'i')
const onward = new RegExp(`^${after}`, 'i')

/** Whether the words before and behind a date make it such a day: it is no fact then. */
export const isActedOn = (said: string, next: string): boolean => {
  const part = asking(asIfDone((said.split(breaks).at(-1) ?? '').trimStart()))
  return actsOn.test(part.endsWith(' ') ? part : `${part} `) && !ofFacts.test(part) && onward.test(next)
}
