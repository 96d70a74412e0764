import { addDays, type Day, daysBetween } from '../../rules/day.ts'
import type { FactKey, Facts } from '../../rules/facts.ts'
import { without } from '../known-facts.ts'
import { isRepair } from '../phrases.ts'
import type { Conversation, Reading } from '../ports.ts'
import { nearFormer } from './spoken-days.ts'

// "Sorry, that's when it started": the day that was told as an end is a start, or the other way round.

const lead = '^\\W*(?:(?:ah|oh|no|sorry|oops|wait|well|hm+|but|correction|my mistake|actually|i (?:mean|meant|think))\\W+){0,4}'
const that = "(?:that|this|it)(?:['’]?s| is| was)(?: (?:only|just|actually|the day|the date)){0,2}"
const whose = '(?:it|we|i|they|the trial|the licen[cs]e|ours|our trial|our licen[cs]e)'
const tail = '(?:\\W+(?:sorry|not (?:when it |the )?(?:end|ends|ended|start|started|starts)|though))?\\W*$'
const pattern = (happens: string, noun: string) =>
  new RegExp(
    `${lead}(?:${that} (?:when|on which) ${whose} (?:${happens})|${that} (?:the|its|our) (?:${noun})(?: date| day)?|${whose} (?:${happens}) (?:then|that day|on that day))${tail}`,
    'iu',
  )
const starts = pattern(
  'started|starts|began|bought(?: it)?|purchased(?: it)?|ordered(?: it)?|got it',
  'start|beginning|purchase|first|starting',
)
const ends = pattern('ends|ended|expires|expired|finishes|will end|runs out', 'end|expiry|expiration|last|ending')

const pairs: Readonly<Partial<Record<FactKey, FactKey>>> = {
  trialEnd: 'trialStart',
  trialStart: 'trialEnd',
  licenseEnd: 'licenseStart',
  licenseStart: 'licenseEnd',
}

interface Swapped {
  readonly facts: Facts
  /** The fact that the day is; none where it lies on the wrong side of `today`, for its year was only guessed. */
  readonly said: Facts
}

/** The facts after such a message; undefined for every other one. */
export function otherEventIn({ facts }: Conversation, text: string, today: Day): Swapped | undefined {
  const isStart = starts.test(text)
  if (!isStart && !ends.test(text)) return undefined
  const told = (isStart ? (['trialEnd', 'licenseEnd'] as const) : (['trialStart', 'licenseStart'] as const)).filter(key => facts[key])
  const [key, another] = told
  const day = key && facts[key]
  const other = key && pairs[key]
  if (!key || another || !day || !other || facts[other] !== undefined) return undefined
  const fits = isStart ? day <= today : day >= today
  return { facts: without(facts, [key]), said: fits ? { [other]: day } : {} }
}

const putsRight = (text: string) => isRepair(text) || /^\W*(?:wrong|not)\b/i.test(text)

/** "No, 5 March", of a trial whose start was told and no end: the start, where the day lies nearer to that than to the end that follows. */
export function startPutRight(
  said: Facts,
  { trialStart, trialEnd, trialDays = 30 }: Facts,
  { guessed = [] }: Reading,
  text: string,
): Facts {
  const { trialEnd: day, ...others } = said
  if (!day || !trialStart || trialEnd || said.trialStart || !guessed.includes('trialEnd') || !putsRight(text)) return said
  const start = nearFormer({ trialStart: day }, { trialStart }, text, true).trialStart ?? day
  const isNearer = Math.abs(daysBetween(trialStart, start)) < Math.abs(daysBetween(addDays(trialStart, trialDays - 1), day))
  return isNearer ? { ...others, trialStart: start } : said
}
