import { type Day, dayOf, partsOf } from '../../rules/day.ts'
import type { Conversation } from '../ports.ts'
import type { Outcome, Scene } from '../scene.ts'
import { MONTH, monthNames, monthNumber, WEEKDAY } from '../understanding/days/calendar-words.ts'
import { PLACE } from '../understanding/sites/site-words.ts'
import { dayKeys } from './spoken-days.ts'

// A day that is told in two messages: first its month ("it ends in April"), then the day alone ("the 20th").

const MAX_TOLD = 200
const MAX_REST = 60
const small =
  "(?:maybe|perhaps|i|think|guess|believe|mean|meant|probably|some ?time|in|it'?s|it|is|was|only|just|sorry|no|oops|actually|ok)"
const part = '(?:in|of|mid|early|late|during|around|about|some ?time|until|till|by|ends?|expires?|beginning|start|middle|half)'
const year = '(?:,? (?:of )?\\d{4})?(?![ .-]?\\d)'
const months = [
  new RegExp(`\\b(?:${part}[ -]){1,3}(?:the )?(?<which>(?:last|next|this) )?(?<month>${MONTH})\\b${year}`, 'i'),
  new RegExp(`\\b(?<which>last|next|this) (?<month>${MONTH})\\b${year}`, 'i'),
  new RegExp(`^\\W*(?:${small}\\W+){0,4}(?<month>${MONTH})\\b${year}\\W*(?:${small}\\W*){0,3}$`, 'i'),
  new RegExp(`\\b(?:${part}[ -]){0,3}(?:the )?(?<which>this|next|last) month\\b`, 'i'),
]

const monthOf = (text: string) => months.map(pattern => pattern.exec(text)).find(found => found)
const monthWords = (text: string) => (text.length <= MAX_TOLD ? monthOf(text)?.[0] : undefined) ?? text

/** A message with a day in place of the month that it names, and whether that month is the present one; undefined where it names none. */
function withSomeDay(text: string, today: Day): { readonly dated: string; readonly isNow: boolean } | undefined {
  const match = monthOf(text)
  if (!match) return undefined
  const { month, which } = match.groups ?? {}
  const words = month ? `${month}${/,? (?:of )?\d{4}$/.exec(match[0])?.[0] ?? ''}` : `${which} month`
  const isNow = month ? !which && words === month && monthNumber(month) === partsOf(today).month : which?.toLowerCase() === 'this'
  const from = text.slice(0, match.index)
  return { dated: `${from}${/\bon $/i.test(from) ? '' : 'on '}the 15th of ${words}${text.slice(match.index + match[0].length)}`, isNow }
}

/** The first day of the month that a message tells of the day that is asked for. */
async function monthIn({ turn, desk }: Scene, text: string, { asked, topic }: Conversation): Promise<Day | undefined> {
  const some = text.length <= MAX_TOLD ? withSomeDay(text, turn.today) : undefined
  const key = dayKeys.find(day => day === asked)
  if (!some || !key) return undefined
  const { facts } = await desk.understand(some.dated, {
    asked: key,
    ...(topic ? { topic } : {}),
    today: turn.today,
    locale: turn.person.locale,
  })
  const day = facts[key] && (some.isNow ? turn.today : facts[key])
  return day && dayOf(partsOf(day).year, partsOf(day).month, 1)
}

/** "31 April", "Feb 30th": a day that its month has not. */
const noDay =
  /\b(?:(?:the )?(?:31(?:st)?(?: of)? (?:apr|jun|sep|nov)|(?:29|30|31)(?:st|th)?(?: of)? feb)[a-z]*|(?:(?:apr|jun|sep|nov)[a-z]* (?:the )?31|feb[a-z]* (?:the )?(?:29|30|31))(?:st|th)?)\b/i
const withoutNoDay = (text: string) =>
  text.replace(noDay, day => `in ${/[a-z]{3,}/i.exec(day.replace(/\bthe\b/i, ''))?.[0]}`).replace(/\bon in\b/i, 'in')

/** Keeps what a message told of the month of the day that is still asked for, until that is known. */
export async function withMonthKept(scene: Scene, text: string, outcome: Outcome): Promise<Outcome> {
  const { kept } = outcome
  if (!kept?.open || !kept.asked) return outcome
  // Whatever "in April" was said of, its day was asked for.
  const words = outcome.answer.trace.outcome === 'vague-day' ? monthWords(text) : withoutNoDay(text)
  const told = (await monthIn(scene, words, kept)) ?? (scene.stood.asked === kept.asked ? scene.stood.inMonth : undefined)
  const { inMonth: _, ...others } = kept
  return { ...outcome, kept: told ? { ...others, inMonth: told } : others }
}

const spelt = '(?:(?:twenty|thirty)[- ])?(?:first|second|third|(?!month|both|with|north|south|earth)[a-z]{2,9}th)'
const thing = `(?! (?:week|half|quarter|of (?:this|next|last)|one|${PLACE}|licen|trial)|\\w)`
const ofMonth = '(?: of (?:the|that) month)?'
const daysAlone = [
  new RegExp(`\\b(the (?:first|second|third|fourth|last) (?:${WEEKDAY}))\\b${ofMonth}`, 'gi'),
  new RegExp(`\\b(\\d{1,2}(?:st|nd|rd|th)|the ${spelt})\\b${thing}${ofMonth}`, 'gi'),
  /\b((?:the )?(?:end|last day)) of (?:the|that) month\b/gi,
  /(?<=^\W*(?:the )?)(last day)(?=\W*$)/gi,
]
const figureAlone =
  /^(\W*(?:(?:on|maybe|perhaps|sorry|oops|no|i meant?|the|it'?s|i think|i guess|around|about|say|probably)\W+){0,4}\d{1,2})(?=\W*$)/i
const otherTime = new RegExp(`\\b(?:${MONTH})\\b|\\b(?:days?|weeks?|(?:this|next|last) month|months|years?)\\b|\\d{4}`, 'i')

/** "The 20th", said of a day whose month was told before, with that month; any other message as it is. */
export function withMonthTold(text: string, { open, inMonth }: Conversation): string {
  if (!open || !inMonth || text.length > MAX_REST || otherTime.test(text.replace(/\blast day\b/i, ''))) return text
  const { year, month } = partsOf(inMonth)
  const named = `of ${monthNames[month - 1]} ${year}`
  const pattern = figureAlone.test(text) ? figureAlone : daysAlone.find(days => text.search(days) >= 0)
  return pattern ? text.replace(pattern, (_, day: string) => `${day} ${named}`) : text
}
