import { type Day, partsOf } from '../../rules/day.ts'
import { MAX_PHRASE } from '../phrases.ts'
import { ANY_WEEKDAY, MONTH, WEEKDAY_BEGUN } from '../understanding/days/calendar-words.ts'
import { AMOUNT, UNIT } from '../understanding/days/lengths.ts'
import { LICENCE, THING, TRIAL } from '../understanding/days/subject-words.ts'
import { namesDay } from './reminding.ts'
import { nameKey, type Tracked } from './tracked.ts'

// Whether a message tells that something tracked ends on another day: every word and every day of it must be accounted for. Days are told
// of so much else (a quote, a second trial, a holiday, a reminder that is missed) that no list of that could ever be complete.

const count = `(?:${AMOUNT}|another)`
const unit = `(?:${UNIT}|years?)`
const part = [
  '\\d{1,4}(?:st|nd|rd|th)?',
  MONTH,
  ANY_WEEKDAY,
  'today|tomorrow|christmas|easter',
  '(?:next|this|coming|last|current) (?:week|month|year|quarter)',
  `(?:next|this|coming|last|first|second|third|fourth|mid|end|beginning|start|middle)(?= (?:of|in|${WEEKDAY_BEGUN})| \\d)`,
  `(?:in|by|for) ${count} (?:more |full |extra )?${unit}`,
  `${count} (?:more |full |extra )?${unit} (?:earlier|later|longer|sooner|more)`,
].join('|')
/** The words of one day, however it is written. */
const dayRun = new RegExp(`\\b(?:the )?(?:${part})\\b(?:[ ,./-]{1,3}(?:(?:of|the|in) ){0,2}(?:${part})\\b){0,6}`, 'gi')
/** Days of a person's own, which stand beside an end. */
const ownDays = new RegExp(
  `\\b(?:and |also ){0,2}${count}(?: ${unit})?(?:(?:,| and) ${count} ${unit})? (?:before|ahead|in advance|prior)\\b(?: (?:too|as well))?`,
  'gi',
)

const words = (text: string) => new Set(text.split(' '))
/** Puts right, says that something ends or went on, or asks to be reminded of that. */
const plain = words(
  "no nope sorry oops wait actually well correction hm hmm ah oh ok okay yes please thanks thank hi hello my mistake i we they you mean meant said should have wrong say let's lets " +
    "it its it's that that's this the our ours my a an new real right correct actual true proper date day end expiry expiration is isn't was wasn't will be being make made change changed set move moved shift shifted push pushed postpone postponed delay delayed put correct corrected update updated bring brought edit enter as so hang hold think believe there's it'll for " +
    'ends ended ending expires expire expired runs run out goes go lasts last finishes over on at to until till through by from for of now really then instead rather not but has have had been got get gets getting just already again also ' +
    'extended extend renewed renew renewal extension prolonged given gave granted back us me microsoft sales says good great news finally yesterday partner reseller off reschedule rescheduled mixed mix up mistyped typo bad valid automatically auto morning afternoon expire ' +
    'remind reminder reminders track tracking ping notify alert warn about before when in time can could would',
)
/** What was done for it, beside a word of its end: "it was approved on 9 March" tells none. */
const done = words('done worked through went came complete completed confirmed approved signed checked looked according told them they')
/** Whether a word says that something ends or went on, or who did what for it. */
export const isOfEnd = (word: string) => plain.has(word) || done.has(word)
const ofEnd = /\b(?:until|till|to|ends?|expires?|expiry|runs|valid)\b/i
/** Who did it or knows it. */
const source =
  '(?:(?:the|our|my|a) )?(?:(?:microsoft )?admin cent(?:er|re)|portal|invoice|(?:global |billing )?admin|colleague|boss|manager|purchasing|procurement|finance|customer|team)'
const known = new RegExp(`\\b(?:(?:in|to|from) ${source}|${source} (?:(?:has |have |just )?(?:extended|renewed)|says|said|shows))\\b`, 'gi')
const kinds = {
  trial: new RegExp(`^${TRIAL}$`, 'i'),
  paid: new RegExp(`^(?:${LICENCE}|term|paid)$`, 'i'),
} as const
const says = new RegExp(`\\b(?:it|that|this|ends?|ended|expires?|expired|runs|goes|until|till|date|${THING})\\b`, 'i')

const period = new RegExp(`\\b(${THING}) period\\b`, 'g')
const described = new RegExp(`\\b(?:(?:defender|for iot|ot|site|yearly|annual) )+(?=${THING}\\b)`, 'g')

const besideName = words('one plant factory')

/** What of a thing tells it apart from others. */
type Told = Pick<Tracked, 'kind' | 'name'> & { readonly former: Day }

export function tellsEnd(text: string, { kind, name, former }: Told): boolean {
  if (text.length > MAX_PHRASE || (text.includes('?') && !/^\W*(?:(?:and|ok|please)\W+)?(?:can|could|would|will) you\b/i.test(text)))
    return false
  const whole = text.toLowerCase().replace(/[’`]/g, "'")
  const at = name === '' ? -1 : whole.indexOf(nameKey(name))
  const isNamed = at >= 0
  const said = isNamed ? `${whole.slice(0, at)} ${whole.slice(at + name.length).replace(/^'s\b/, '')}` : whole
  const runs: string[] = []
  const bare = (ofEnd.test(said) ? said.replace(known, ' ') : said)
    .replace(/^\W*use (?=(?:the )?\d)/, '')
    .replace(period, '$1')
    .replace(described, '')
  const rest = bare.replace(ownDays, ' ').replace(dayRun, run => {
    runs.push(run)
    return ' # '
  })
  const isOf = (word: string) =>
    plain.has(word) || kinds[kind].test(word) || (isNamed && besideName.has(word)) || (done.has(word) && ofEnd.test(bare)) || word === '#'
  const left = rest.match(/[\p{L}\p{N}#'&]+/gu) ?? []
  const [lead] = left
  // "And 28 April" may as well be a day to be reminded on.
  const adds = lead === 'and' || lead === 'also' || lead === 'plus'
  if (adds && !isNamed && !says.test(rest)) return false
  if (!left.every((word, index) => isOf(word) || word === 'and' || (index > 0 && word.replace(/'s$/, '') === ''))) return false
  const days = runs.length > 1 ? runs.filter(run => !besides.test(run)) : runs
  return days.length === 1 || (days.length === 2 && days.some(run => namesDay(run, former) || dayOfMonth(run) === partsOf(former).day))
}

/** When it was done that is told, and the "end" of a name: no day of its own beside another one. */
const besides = /^(?:the )?(?:today|end|(?:this|last) (?:week|month|year))$/i
const dayOfMonth = (run: string) => Number(/^(?:the )?(\d{1,2})(?:st|nd|rd|th)?$/i.exec(run)?.[1])

const adding = words(
  "and also plus too as well on one ones reminder reminders notice card ping more another extra additional add set make please can could would i'd i we you get have like want need give send me us a an the for at again remind write wake message notify tell warn ok okay yes to hear from don't forget",
)
const adds =
  /\b(?:also|too|as well|plus|another|one|extra|additional|add|remind\w*|ping|wake|write|notify|message|tell|warn|hear|and (?:on|again|tomorrow|in)|notice|send)\b/i

/** The days, in their words, on which a message wants to be reminded besides, and says nothing else: "also on 1 April and 10 April". */
export function addedDaysIn(text: string): readonly string[] {
  if (text.length > MAX_PHRASE || !adds.test(text)) return []
  const runs: string[] = []
  const rest = text
    .replace(/[’`]/g, "'")
    .replace(/\bthe \w+day before\b/gi, ' ')
    .replace(ownDays, ' ')
    .replace(dayRun, run => {
      runs.push(run)
      return ' '
    })
  return (rest.toLowerCase().match(/[\p{L}\p{N}'&]+/gu) ?? []).every(word => adding.has(word)) ? runs : []
}

/** How many days a message tells of. */
export const daysToldIn = (text: string) => text.match(dayRun)?.length ?? 0

const named = new RegExp(`\\b(?:${MONTH})\\b`, 'i')

/** The days of a message, in its words, that are none of those `used`: nothing came of them. */
export function unusedDays(text: string | undefined, used: readonly Day[]): readonly string[] {
  const runs = text === undefined || text.length > MAX_PHRASE ? [] : (text.match(dayRun) ?? [])
  return runs.filter(run => /\d/.test(run) && named.test(run) && !used.some(day => namesDay(run, day)))
}

/** What follows from an end, and is none. */
const milestone = [
  '\\b(?:(?:grace|refund|cancellation|return|extension|renewal) (?:period|window|deadline)|deadline|grace|refund(?= (?:ends?|closes?|until|till|by|is over|runs out)))',
  '\\b(?:service|monitoring|protection|detection|sensors?|portal|alerts?) (?:is |are |gets? |will be |will )?(?:stop\\w*|ends?|disabled|switched off|turned off|cut off)',
  '\\bdata (?:is |are |gets? |will be |may be |goes )?(?:deleted|gone|lost|erased|wiped|away)',
].join('|')
const ofMilestone = new RegExp(`(?:${milestone})\\b[^,.;:]{0,25}? ${dayRun.source}`, 'i')

/** "Before the grace period ends on 31 March": a day that an end leads to, and not the end by which reminders go. */
export const namesMilestone = (text: string) => text.length <= MAX_PHRASE && ofMilestone.test(text)
