import { isNumberedName, NUMBER, withoutNumber } from './numbered-names.ts'
import { MAX_PHRASE } from './phrases.ts'
import { isSameName } from './reminders/tracked.ts'
import { ANY_WEEKDAY, MONTH } from './understanding/days/calendar-words.ts'
import { UNIT } from './understanding/days/lengths.ts'
import { LICENCE, THING, TRIAL } from './understanding/days/subject-words.ts'
import { NUMBER_WORD } from './understanding/number-words.ts'
import { PLACE } from './understanding/sites/site-words.ts'

// The sites that a message names.

const notSubjects =
  /\b(trial|licen[cs]e|refund|money|sales|reminder|renewal|grace|data|e[35]|gcc|dod|size|price|me|us|you|that|this|it|free|now|extension|devices?|hardware|thanks|xs|xl|[sml]|mca|mosa|ea|csp|admin|iot|agreement|today|tomorrow|(mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december)\b|\d/i
/** What may follow "for", "in" or "at" and is no place: "in fact", "for sure", "at least", "in twenty-one days". */
const noPlaces = new RegExp(
  `^(?:${[
    '(?:fact|total|case|general|particular|reality|example|instance|sure|certain|short|real|work|home|ever|long|good)\\b',
    '(?:once|first|last|least|most|all|both|each|every\\w*|any|some|no|one|two|three|another|other|next|a|an|the)\\b',
    '(?:then|there|here|them|him|her|us|ours|mine|my|our|your|their|his|its|what|which|who|when|how|if|whom)\\b',
    '(?:end|ending|beginning|start|middle|customers?|clients?|sites?|plants?|trials|pilots?|poc|evaluation|subscriptions?)\\b',
    `(?:(?:${NUMBER_WORD})[ -])?(?:${UNIT}|years?)\\b`,
    `(?:${NUMBER_WORD}|${MONTH}|${ANY_WEEKDAY})$`,
  ].join('|')})`,
  'i',
)

/** Whether a word is no name of a site, whatever stands before it. */
export const isNoSubject = (words: string) => !isNumberedName(words) && (isOther(words) || noPlaces.test(words))
const isOther = (words: string) => notSubjects.test(withoutNumber(words))

const lead = '^\\W*(?:(?:and|so|ok(?:ay)?|now|then|also|but|or)\\W+){0,4}(?:(?:what|how)(?: about)?\\s+)?'
const same = '(?:(?:the )?same(?: question| thing| again| here)?(?: goes)?\\s+)?'
const one = `(?:(?:the|our|my|another) (?:other )?(?:one|${PLACE}|${THING})\\s+)?`
const whose = '(?:our |the |my |customer |client ){0,2}'
const name = `(\\p{L}[\\p{L} .'’-]{1,40}?${NUMBER}?)(?:['’]s)?`
const tail = '(?:\\s+(?:again|only|alone|too|also|as well|then|please)){0,2}\\W*$'
const placed = new RegExp(`${lead}${same}${one}(?:for|at|in)\\s+${whose}${name}${tail}`, 'iu')
const named = new RegExp(
  `^\\W*(?:(?:and|now|also|or)\\s+)?(?:(?:and|what about|how about)\\s+)${whose}${name}(?:\\s+(?:one|${PLACE}))?${tail}`,
  'iu',
)
const ofThing = new RegExp(`^\\W*(?:and|what about|how about)\\s+${whose}${name}\\s+(?:(${TRIAL})|${LICENCE})${tail}`, 'iu')
const back = new RegExp(
  `${lead}(?:back to\\s+)?${same}${one}(?:(?:for|at|in)\\s+)?${whose}${name}(?:\\s+(?:one|${PLACE}|${THING}))?${tail}`,
  'iu',
)

const isCapital = (words: string) => /^\p{Lu}/u.test(words)
const isShort = (words: string) => words.split(' ').length <= 3

/** The site in "and for Lyon?": the same question about another one. A name alone must be capitalised. */
export function subjectIn(text: string): string | undefined {
  if (text.length > MAX_PHRASE) return undefined
  const said = placed.exec(text)?.[1]
  const alone = named.exec(text)?.[1]
  const found = (said ?? (alone && (isCapital(alone) || isNumberedName(alone)) ? alone : undefined))?.trim()
  return found && !isNoSubject(found) && isShort(found) ? found : undefined
}

/** The same of "and the Porto trial?", where what is asked about is such a thing. */
export function subjectOfThingIn(text: string, isTrial: boolean): string | undefined {
  const [, found = '', trial] = text.length > MAX_PHRASE ? [] : (ofThing.exec(text) ?? [])
  return (isCapital(found) || isNumberedName(found)) && (trial !== undefined) === isTrial && !isNoSubject(found) && isShort(found)
    ? found
    : undefined
}

/** One of the sites spoken of, where a message is little more than its name, however that is written: "and lyon again?" */
export function formerIn(text: string, names: readonly string[]): string | undefined {
  const said = text.length > MAX_PHRASE ? undefined : back.exec(text)?.[1]
  return names.find(each => said !== undefined && isSameName(each, said))
}

/** A site named in passing: "our trial in Hamburg", "Hamburg's trial". */
export function mentionedIn(text: string): string | undefined {
  const said = text.replace(ofOther, ' ')
  const name = (placeNamed.exec(said) ?? whoseThing.exec(said))?.[1]
  return name && !isOther(name) && !/defender|microsoft|teams|azure|customer|client/i.test(name) ? name : undefined
}

/** "We have another licence at Oslo" names no place of what is asked about. */
const ofOther = new RegExp(
  `\\b(?:another|second|other|more) (?:(?:active|paid|site|valid) ){0,2}(?:${THING}|${PLACE}|one)s? (?:at|in|for|of)\\s+\\p{L}+`,
  'giu',
)

const placeNamed = new RegExp(`\\b(?:in|at|for|of)\\s+(\\p{Lu}\\p{L}+\\b${NUMBER}?)`, 'u')

/** What stands before a place that says where somebody is: "Anna from Munich", "I asked Paul in Munich", "I'm in Munich". */
export const inPassing =
  /\b(?:from|mrs?|ms|(?:i am|i['’]m|is|was|sits|works|colleagues?|boss|manager|team|office) (?:in|at|of)|(?:ask|asked|tell|told|called|met|phoned|mailed|emailed) (?!me|us|you)\S+ (?:in|at)) $/i

/** The site or customer whose trial or licence is asked about: "can we extend the trial for Lyon?" */
export function ownerIn(text: string): string | undefined {
  const found = text.length > MAX_PHRASE ? undefined : ownerOf(text.replace(ofOther, ' '))
  return found && !isNoSubject(found) && !/defender|microsoft|teams|azure|sentinel|windows|office/i.test(found) ? found : undefined
}
const ownerOf = (text: string) => (thingOf.exec(text) ?? whoseThing.exec(text) ?? namedThing.exec(text))?.[1]
const thingOf = new RegExp(
  `\\b(?:${THING}|refund|extension|renewal)\\s+(?:for|in|at|of)\\s+(?:(?:our|the|my|customer|client|${PLACE}) ){0,3}(\\p{Lu}[\\p{L}\\p{N}'’&-]*(?: \\p{Lu}[\\p{L}\\p{N}'’&-]*){0,2}${NUMBER}?|\\p{Ll}{2,30}${NUMBER})`,
  'u',
)
const namedThing = new RegExp(`\\b(?:the|our|my) (\\p{Lu}[\\p{L}\\p{N}'’&-]*${NUMBER}?|\\p{Ll}{2,30}${NUMBER}) (?:${THING})\\b`, 'u')
const whoseThing = new RegExp(`(?<!\\p{L})(\\p{Lu}\\p{L}+)['’]s (?:${THING})\\b`, 'u')
