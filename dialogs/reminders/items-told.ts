import { MAX_NAME } from '../../cards/actions.ts'
import type { Kind } from '../../rules/facts.ts'
import { dayWords, ownDaysIn } from '../days/own-days.ts'
import { isNumberedName } from '../numbered-names.ts'
import { isQuestion } from '../phrases.ts'
import { ANY_WEEKDAY } from '../understanding/days/calendar-words.ts'
import { LICENCE, namesThing, onlyKindNamed, THING, THINGS, TRIAL } from '../understanding/days/subject-words.ts'
import { isNoName, namesADay } from './reminding.ts'

// Several trials or licences of one message, each with its name and day, as they are to be tracked.

export interface ItemTold {
  /** "" where it has none. */
  readonly name: string
  readonly kind: Kind | undefined
  /** The words of the day on which it ends. */
  readonly day: string
}

/** Longer ones are lists of sites or stories. */
const MAX_TEXT = 1_500
const MAX_ITEMS = 10
const MAX_PART = 120

const wish =
  /\b(?:please |can you |could you )?(?:(?:remind|ping|notify|nudge|alert|warn)(?: (?:me|us))?(?: (?:of|about|before|when|that|for))*|(?:set|create|add|make)(?: me| us)?(?:(?: up)? (?:a|the|some))? reminders?(?: (?:for|of|about))*|(?:add|put)(?: (?:these|them|both))? (?:to|on) (?:(?:the|my|our|your) )?(?:watch ?list|list|radar)|(?:track|watch)(?: (?:both|these|them|all|the following))*)\b/gi
const refusing = /\b(?:stop|don'?t|do not|no longer|no need|never|cancel|untrack|forget|delete|remove|drop|if|unless|instead)\b/i
const filler = new RegExp(
  `^(?:please|thanks?|thank you|both|too|as well|all|(?:of |for )?(?:both|all|these|them|it|me|us)(?: of (?:them|these))?|in time|(?:of |for )?(?:(?:the|our|my|these|all|following|paid|two|three|four|five|\\d)\\s+)*(?:dates?|${THING}))\\W*$`,
  'i',
)

const word = "[\\p{L}\\p{N}][\\p{L}\\p{N}'’&-]*"
/** How a trial or licence, its name and its day are written, for patterns. */
export const name = `(?<name>\\p{L}[\\p{L}\\p{N}'’&-]*(?: ${word}){0,3}?)(?![\\p{L}\\p{N}])`
export const thing = `(?<thing>${THING})`
// Parts have their blanks one at a time: where a pattern leaves room for more, in many places, it tries them all.
const lead = '(?:(?:the|our|my|a|that|when|before|for|of|in|at|also|customer|client) )*'
const ends =
  '(?: ?(?:,|-|–|:|=|\\()? ?(?:(?:which|that|will) )*(?:ends?|ending|expires?|expiring|runs? out|running out|is over|finish(?:es)?|lasts until|until|till|is|due)? ?(?:on|at|until|by)? ?)'
export const day = `(?<day>(?:(?:${ANY_WEEKDAY}),? )?(?:${dayWords}))\\)?`
const shapes = [
  new RegExp(`^${lead}${name}(?:['’]s)? ${thing}${ends}${day}\\W*$`, 'iu'),
  new RegExp(`^${lead}${thing} (?:(?:for|in|at|of|called|named|customer|client) )*${name}${ends}${day}\\W*$`, 'iu'),
  new RegExp(`^${lead}${thing}${ends}${day}\\W*$`, 'iu'),
  new RegExp(`^${lead}${name}${ends}${day}\\W*$`, 'iu'),
]

/** "Izmir and the Ulm trial, both end 22 April" */
const shared = new RegExp(`^(?:(?:they|which|that|these) )?(?:both|all)(?: of (?:them|these))?${ends}${day}\\W*$`, 'iu')
const nameOnly = new RegExp(`^${lead}${name}(?:['’]s)?(?: ${thing}| site| one)?\\W*$`, 'iu')

/** Several names with one day; undefined where a message is not of that kind, or says more. */
function sharingADay(parts: readonly string[], text: string): readonly ItemTold[] | undefined {
  const [common, another] = parts.map(part => shared.exec(part)?.groups?.day).filter(day => day !== undefined)
  const kind = onlyKindNamed(text)
  if (!common || another || !kind) return undefined
  const names = parts.filter(part => !shared.test(part)).map(part => nameOnly.exec(part)?.groups)
  const named = names.flatMap(groups => (groups?.name && isName(groups.name, groups.thing) ? [groups.name] : []))
  return named.length > 1 && named.length === names.length ? named.map(name => ({ name, kind, day: common })) : undefined
}

/** Whether somebody asks to be reminded, or that something be tracked. */
export function wantsReminder(text: string): boolean {
  wish.lastIndex = 0
  return wish.test(text)
}

/** The items of a message; `unclear` where several are told and can't be told apart; undefined for every other message. */
export function itemsIn(raw: string, reminding: boolean): readonly ItemTold[] | 'unclear' | undefined {
  const text = raw.replace(/\b(?:don'?t|do not|never) forget(?: to)?\b/gi, '')
  const isWish = wantsReminder(text)
  if (raw.length > MAX_TEXT || !(isWish || (reminding && !isQuestion(text))) || refusing.test(text)) return undefined
  const left = text.replace(wish, ',').replace(/(\p{L}{3,}\.? \d{1,2}(?:st|nd|rd|th)?), (\d{4})\b/gu, '$1 $2')
  const parts = left
    .split(/[,;\n:]|\.\s|\band\b|&|\bplus\b/i)
    .map(part =>
      part
        .replace(/^[\s(*•–-]+/u, '')
        .trimEnd()
        .replace(/\s+/g, ' '),
    )
    .filter(part => part !== '' && !filler.test(part) && !isOwnDays(part))
  const together = parts.some(part => part.length > MAX_PART) ? undefined : sharingADay(parts, text)
  if (together) return together
  const items = parts.map(part => (part.length > MAX_PART ? undefined : itemOf(part, text)))
  const told = items.filter(item => item !== undefined)
  const [first, another] = told
  if (told.length === parts.length && first && told.some(({ name }) => name !== '') && told.length <= MAX_ITEMS) {
    if (another) return told
    return isWish && first.kind ? told : undefined
  }
  return isWish && (isOfSeveral(text, parts) || namesAnother(text) || (parts.some(part => shared.test(part)) && parts.length > 1))
    ? 'unclear'
    : undefined
}

const isOwnDays = (part: string) => ownDaysIn(part).length > 0 && !namesThing(part)

function itemOf(part: string, text: string): ItemTold | undefined {
  const found = shapes
    .map(shape => shape.exec(part)?.groups)
    .find(groups => groups && (groups.name === undefined || isName(groups.name, groups.thing)))
  if (!found?.day) return undefined
  const kind = onlyKindNamed(found.thing ?? '') ?? onlyKindNamed(text)
  return { name: (found.name ?? '').replace(/['’]s$/u, '').slice(0, MAX_NAME), kind, day: found.day }
}

/** What a word before "trial" may be that is no name. */
const describing = new RegExp(
  `^(?:(?:a|an|the|our|my|your|their|his|her|its|this|that|these|those|me|us|it|we|i|you|they|free|test|paid|new|old|first|second|third|last|next|other|another|one|current|existing|active|annual|yearly|monthly|own|ot|iot|eiot|site|defender|microsoft|azure|m365|e[135]|xs|xl|s|m|l|remind\\w*|track\\w*|and|or|but|also|to|from|with|is|was|ends?|ending|expir\\w+|start\\w*|began|extended|renewed|bought|until|on|${THING}|customer|plant|factory)(?:\\s+|$))+$`,
  'i',
)
const saying =
  /\b(?:we|i|they|is|was|were|has|have|had|will|ends?|ended|ending|expir\w+|started|starts|bought|extended|renewed|my|our|the|remind|me|us)\b/i
const capital = /^\p{Lu}/u

/** A name is written with a capital, or is one word before "trial". */
export function isName(name: string, thing: string | undefined): boolean {
  if (isNumberedName(name)) return true
  if (describing.test(name) || saying.test(name) || isNoName(name)) return false
  return (
    name.split(' ').every((each, index) => capital.test(each) || (index > 0 && /^\d/.test(each))) ||
    (thing !== undefined && !name.includes(' '))
  )
}

const anyDay = new RegExp(`\\b(?:${dayWords})\\b`, 'gi')
const anyName = /\b\p{Lu}[\p{L}'’-]+/gu
const namesOf = (part: string) => (part.match(anyName) ?? []).filter(each => !isNoName(each) && !describing.test(each))

/** Whether more than one is told of, though not in words that tell them apart. */
function isOfSeveral(text: string, parts: readonly string[]): boolean {
  const withDay = parts.filter(part => (part.match(anyDay) ?? []).length > 0)
  const names = new Set(withDay.flatMap(namesOf))
  const things = Math.max(...[ofTrial, ofPaid].map(pattern => text.match(pattern)?.length ?? 0))
  if (names.size > 1 || (withDay.length > 1 && names.size > 0 && things > 1)) return true
  return withDay.length > 0 && plural.test(text) && new Set(parts.flatMap(namesOf)).size > 1
}

const [ofTrial, ofPaid] = [TRIAL, LICENCE].map(words => new RegExp(`\\b${words}\\b`, 'gi')) as [RegExp, RegExp]
const plural = new RegExp(`\\b${THINGS}\\b`, 'i')

const nameAlone = "(\\p{Lu}[\\p{L}\\p{N}&-]*)(?:['’]s)?"
/** "... ends on 1 June, and Oslo too" */
const besides = new RegExp(
  `\\b(?:and|plus|also|as well as)(?: (?:also|the|our|for|of|in|at|that|customer|client|one))* ${nameAlone}(?: (?:one|${THING}|too|also|as well|please))*\\W*$`,
  'u',
)
/** "Contoso and Fabrikam end on 1 June" */
const together = new RegExp(`(?<!\\p{L})${nameAlone} (?:and|&|plus) ${nameAlone} (?:both )?(?:end|expire|run out|are|both)\\b`, 'u')

/** Whether a further one is named, without a day of its own. */
function namesAnother(text: string): boolean {
  const named = [...(together.exec(text)?.slice(1) ?? []), besides.exec(text)?.[1]].filter(name => name !== undefined)
  return namesADay(text) && named.length > 0 && named.every(name => isName(name, undefined))
}
