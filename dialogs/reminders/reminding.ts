import { MAX_NAME, type Reminding } from '../../cards/actions.ts'
import type { Intent } from '../../cards/intents.ts'
import { type Day, partsOf } from '../../rules/day.ts'
import { ownDaysIn, unwantedDaysIn, weekdaysBeforeIn } from '../days/own-days.ts'
import { NUMBER, numberedIn } from '../numbered-names.ts'
import { inPassing } from '../subjects.ts'
import { MONTH_BEGUN, monthNames } from '../understanding/days/calendar-words.ts'
import { THING, withoutThing } from '../understanding/days/subject-words.ts'
import { PLACE } from '../understanding/sites/site-words.ts'
import { asksOtherHour } from './asked-hour.ts'

/** What comes of what is tracked, one and several, for patterns. */
export const REMINDER = 'reminders?|notices?|notifications?|pings?|alerts?'

/** Of what is talked about, that which is tracked. */
export const trackingTopics: readonly Intent[] = ['set-reminder', 'list-reminders', 'stop-reminders']

const name = `(\\p{Lu}[\\p{L}\\p{N}'-]*(?: \\p{Lu}[\\p{L}\\p{N}'-]*){0,2}${NUMBER}?)`
const thing = `(?:${THING}|${PLACE}|reminders?|date|one)`
const naming = [
  new RegExp(`\\b(?:[Cc]ustomer|[Cc]lient|[Pp]lant|[Ss]ite|[Ff]actory|[Ll]icen[cs]e|[Tt]rial|PoC|[Pp]ilot):? ${name}`, 'u'),
  new RegExp(`\\b(?:[Tt]he|[Oo]ur|[Mm]y|[Nn]ew|[Aa]) ${name} ${thing}\\b`, 'u'),
  new RegExp(`\\b(?:[Uu]ntrack|[Ss]top tracking|[Ff]orget|[Tt]rack|called|named) ${name}`, 'u'),
  new RegExp(`\\b(?:in|at|for|of) ${name}`, 'u'),
  new RegExp(`(?:^\\W*|\\b(?:about|before|when|that|me|us|and|with)\\b:? |[,;:.] )${name}(?:['’]s)?(?: site)?:? ${THING}\\b`, 'u'),
]
const noNames =
  /^(I|XS|XL|[SML]|MCA|MOSA|EA|CSP|E[35]|OT|IT|IoT|Defender|Microsoft|Azure|Teams|End|Start|Customer|Client|Account|Software|Our|My|The|A|An|This|That|Your|Free|Test|New|Old|Current|Existing|Paid|Active|First|Second|Last|Next|Other|Another|Site|Extend|Extending|Renew|Remind|Reminder|Track|Please|Stop|Cancel|Move|Change|Set|Is|When|What|Which|How|Can|Could|Do|Does|Will|If|It|We|They|And|No|Yes|Ok|Also|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b/

/** Whether a capitalised word is no name of a trial or licence: a day, a product, the first word of a sentence. */
export const isNoName = (word: string) => noNames.test(word) || ofThing.test(word)
const ofThing = new RegExp(`^${THING}\\b`, 'i')

/** What a trial or licence is called: "our trial in Hamburg", "the Leipzig licence", "customer Bakker Foods", "plant 2". */
export function nameIn(text: string): string | undefined {
  const said = numberedIn(text) ?? naming.map(pattern => namedBy(pattern, text)).find(found => found && !isNoName(found))
  return said && withoutThing(said.replace(/['’]s$/, '')).slice(0, MAX_NAME)
}

/** Undefined where it names where somebody is. */
function namedBy(pattern: RegExp, text: string): string | undefined {
  const [all = '', name] = pattern.exec(text) ?? []
  return name && inPassing.test(text.slice(0, text.indexOf(all) + all.lastIndexOf(name))) ? undefined : name
}

/** How a message wants to be reminded, over what was said before. */
export function remindingIn(text: string | undefined, before: Reminding = {}): Reminding {
  const found = text ? nameIn(text) : undefined
  const [days, without, weekdays] = text ? [ownDaysIn(text), unwantedDaysIn(text), weekdaysBeforeIn(text)] : [[], [], []]
  return {
    ...before,
    ...(found ? { name: found } : {}),
    ...(days.length > 0 ? { days } : {}),
    ...(without.length > 0 ? { without } : {}),
    ...(weekdays.length > 0 ? { weekdays } : {}),
    ...(text && asksOtherHour(text) ? { otherHour: true } : {}),
  }
}

/** Whether a message names a day by its date and month: "the one for 17 June", "April 2nd". */
export function namesDay(text: string, day: Day): boolean {
  const { month, day: date } = partsOf(day)
  const name = `${monthNames[month - 1]?.slice(0, 3)}[a-z]*`
  const dated = `${date}(?:st|nd|rd|th)?`
  return text.includes(day) || new RegExp(`\\b${dated}(?: of)? ${name}|\\b${name} ${dated}\\b`, 'i').test(text)
}

const anyDay = new RegExp(`\\b\\d{1,2}(?:st|nd|rd|th)?(?: of)? (?:${MONTH_BEGUN})|\\b(?:${MONTH_BEGUN})[a-z]* \\d|\\d{4}-\\d\\d`, 'i')

/** Whether a message names some day. */
export const namesADay = (text: string) => anyDay.test(text)

/** All reminders, not one of them. */
export const isAll = (text: string) => /\b(all|every(thing| one)?|any|both|notifications|messages|alerts|reminders|pings)\b/i.test(text)

/** Reminders are to rest for a while rather than to end. */
export const isPause = (text: string) => /\b(pause|mute|snooze|until|till|while i|during|holidays?|vacation)\b/i.test(text)

/** Wants to see what a reminder looks like. */
export const isTestReminder = (text: string) =>
  /\b(test|sample|example|demo)\s+(reminder|notice|notification|card|alert)s?\b|\b(test|try)\s+(the|your|my)\s+(reminder|notification)s?\b/i.test(
    text,
  )
