import type { Intent } from '../../cards/intents.ts'
import type { Reading } from '../ports.ts'
import { bare, type Message, orElse } from './bare-reading.ts'
import { monthNumber, weekdayNumber } from './days/calendar-words.ts'
import { wordsOf } from './features.ts'
import { strangersIn } from './other-products.ts'
import { isPlaceNoun } from './sites/site-words.ts'

/** What can be asked of any product: with another one's name in the message, it is likely asked of that one. */
const askedOfAnyProduct: readonly Intent[] = [
  'extend-trial',
  'trial-terms',
  'refund-window',
  'stop-renewal',
  'license-lifecycle',
  'size-license',
  'change-size',
  'buy-license',
  'set-reminder',
  'stop-reminders',
]

/** Whether a message asks about another product: that is not answered with a licence rule of ours, however much it sounds like one. */
export function asksOfOtherProduct(words: readonly string[], intent: Intent): boolean {
  const named = strangersIn(words)
  const opens = named.includes('product first') && !named.some(name => name.includes('ours') || name.includes('bundle'))
  return opens || (askedOfAnyProduct.includes(intent) && (named.includes('product ') || isOfOtherLicence(words)))
}

/** What may be bought, or end, and is ours; a word with a capital may be the name of a site. */
const OUR_THING =
  /^(?:licen[cs]es?|lics?|subscriptions?|subs?|plans?|trials?|evaluation|poc|pilot|sizes?|ones?|it|them|this|that|these|those|two|three|four|five|six|seven|eight|nine|ten|both|few|couple|some\w*|several|many|every\w*|all|fortnight|ours|things?|products?|packages?|skus?|tiers?|seats?|years?|terms?|periods?|contract|agreement|cover\w*|defender|d4iot|iot|ot|sites?|plants?|wrong|small\w*|medium|large\w*|big\w*|next|last|today|yesterday|again|online|early|before|on|in|for|at|from|via|through|directly|too|and|but|or|more|same|first|second|other|another|current|old|new|paid|annual|yearly|microsoft|security|free|test|full|only|customer|client|partner|[xsml]{1,2})$/
/** A thing has an article, or is several: other words say when, where or how. */
const BOUGHT_THING =
  /\b(?:bought|ordered|purchased) (?:(?:(?:an?|the|some|my|our|this) )(?:(?:wrong|new|second|other|another|right|first|old|big|small) )*([a-z][a-z-]+|(?<=\ban? )[A-Z][a-z-]+)|([a-z-]+[^s\W]s|(?:hard|soft)ware|equipment))\b/
const OF_TIME = /^(?:morning|afternoon|evening|night|week|weekend|month|quarter|spring|summer|autumn|winter|day|days|hours|weeks|months)$/
const ENDING_THING =
  /\b(?:[Oo]ur|[Mm]y|[Tt]he) ([a-z][a-z-]+|ERP|CRM)(?: (?:contract|agreement))? (?:ends?|ended|expires?|expired|runs out|ran out|is over)\b/
const askedOfThings: readonly Intent[] = ['refund-window', 'license-lifecycle', 'set-reminder']

/** "I bought a switch, can I return it?", "our lease ends 31 March, what then?": a thing that is none of ours, and nothing of ours is named. */
export function asksOfOtherThing(text: string, words: readonly string[], intent: Intent): boolean {
  if (!askedOfThings.includes(intent) || text.length > MAX_ASIDE || OUR_LICENCE.test(words.join(' '))) return false
  const [, one, several] = BOUGHT_THING.exec(text) ?? []
  const thing = (one ?? several ?? ENDING_THING.exec(text)?.[1])?.toLowerCase()
  if (!thing || weekdayNumber(thing) > 0 || monthNumber(thing) > 0) return false
  return !OUR_THING.test(thing) && !OF_TIME.test(thing) && !isPlaceNoun(thing)
}

const BUNDLE =
  '(?:(?:m365|o365|(?:microsoft|office) znum|microsoft|office) )?(?:m?e[1357]|f[135]|a[135]|g[135])(?: security)?|m365|o365|(?:microsoft|office) znum'
const HELD =
  '(?:(?:free|paid|annual|monthly|pay-as-you-go|payg|enterprise|student|tenant) )*(?<what>trial|subscription|sub|license|account|evaluation|credits?)s?'
/** "Do I need an Azure subscription?" and "a credit on the Azure account" are about ours. */
const OTHER_LICENCE = new RegExp(
  `(?<!\\b(?:need|needs|require|requires|on|in|to|as|with|into|under|within) (?:(?:our|my|the|an?) )?)\\b(?:(?:(?:our|my|the|an?) )?(?:${BUNDLE}|azure) ${HELD}|${HELD.replace('what', 'kind')} (?:of|for) (?:(?:our|my|the) )?(?:${BUNDLE}|azure(?! defender)))\\b`,
  'u',
)
/** "I am on the E5 trial, extend?" */
const ON_OTHER_TRIAL = new RegExp(`\\bon (?:(?:our|my|the|an?) )?(?:${BUNDLE}) (?<what>trial)\\b`, 'u')
const OUR_LICENCE =
  /\b(?:trials?|licenses?|subscriptions?|evaluation|pilot|poc|plans?|defender|d4iot|iot|ot|sites?|plants?|factory|sensors?|devices?|(?:security|global|billing) admin\w*|contributor|owner|onboard\w*)\b/u

/** "Extend my M365 E5 trial", "my Azure subscription ends 12 April": the one licence that is spoken of is none of ours. */
function isOfOtherLicence(words: readonly string[]): boolean {
  const text = words.join(' ')
  const found = OTHER_LICENCE.exec(text) ?? ON_OTHER_TRIAL.exec(text)
  if (!found) return false
  const { what, kind } = found.groups ?? {}
  // "E5 trial ends 12 April, can the trial be extended?"
  const rest = text.replace(found[0], ' ').replaceAll(new RegExp(`\\b(?:the|this|that|it's) ${what ?? kind}\\b`, 'gu'), ' ')
  return !OUR_LICENCE.test(rest)
}

/** What is asked of the one licence that a message names. */
const askedOfLicence: readonly Intent[] = ['extend-trial', 'trial-terms', 'refund-window', 'stop-renewal', 'license-lifecycle']
/** "Microsoft 365 licence" may be said of ours, which is bought in its admin center; a bundle's own number and its trial are not. */
const BUNDLE_ALONE =
  /\b(?:m?e[1357]|f[135]|a[135]|g[135])\b|\b(?:m365|o365|(?:microsoft|office) znum) (?:trial|evaluation)s?\b|\b(?:trial|evaluation)s? (?:of|for) (?:(?:our|my|the) )?(?:m365|o365|(?:microsoft|office) znum)\b/u
/** "If the E5 licence ends, do we lose this?": what becomes of something else by it. */
const OF_ELSE =
  /\b(?:this|these|lose|affect\w*|impact\w*|matter\w*|without|besides?|instead|also|need\w*|require\w*|includ\w*|cover\w*|part of)\b/u

/** "Extend my M365 E5 trial", "how do I prolong our MDE trial": another product's licence is spoken of, and nothing of ours. */
function isOfOtherAlone(words: readonly string[], intent: Intent): boolean {
  if (intent !== 'out-of-scope' && !askedOfLicence.includes(intent)) return false
  const text = words.join(' ')
  const isOther = BUNDLE_ALONE.test(text) ? isOfOtherLicence(words) : strangersIn(words).includes('product ') && namesOtherLicence(words)
  return isOther && !OF_ELSE.test(text)
}

/** A message about nothing of ours. */
export function ofOthers({ words, ranked }: Message): Reading | undefined {
  if (!isDoneWithThing(words) && !isOfOtherAlone(words, ranked[0].intent)) return undefined
  return { ...bare('out-of-scope', 1), orElse: orElse(ranked), otherProduct: true }
}

const LICENCES = new Set('trial trials license licenses subscription subscriptions evaluation'.split(' '))
const MAX_NAME = 4
const APART = /^(?:and|or|with|beside|besides|our|my|the)$/u

/** "The Defender for Endpoint trial": the only licence of the message bears the name of a product that is none of ours. */
function namesOtherLicence(words: readonly string[]): boolean {
  const [at, another] = words.flatMap((word, index) => (LICENCES.has(word) ? [index] : []))
  if (at === undefined || another !== undefined) return false
  for (let from = at - 1; from >= Math.max(1, at - MAX_NAME) && !APART.test(words[from] ?? ''); from -= 1)
    if (BEFORE.has(words[from - 1] ?? '') && strangersIn(words.slice(from, at)).length > 0) return true
  return false
}

const OWNED =
  /^\W*(?:(?:hi|hello|hey|and|but|also|so|as|since|because)\W+)*(?:we|i|they|our (?:company|it|team)|the customer|customer|client)(?:'ve|'re| are| have)? (?:also |already |currently |now |all |do )*(?:use|using|uses|run|running|runs|have|having|has|got|own|owns|bought|license|licensed|licence|on|work with|works with)\b/iu
const PARTS = /(?<=[.;!?\n])\s|,\s|\s(?=(?:plus|and) \d)|\s(?=so (?:which|what|how))/u
/** Figures that belong to the names of products. */
const IN_NAMES = /\b(?:[a-z]{1,3}\d{1,3}|365|(?:19|20)\d\d|[1-9]\d?[.,]?\d?(?= (?:and|or)\b))(?![\d.,]*\d)/giu
const SERVER_ALONE = /^\W*(?:(?:windows|sql)(?: server)?|server)(?: 20\d\d| 1[01])?(?: r2)?\W*$/iu
/** What those that are no strangers are called. */
const PRODUCT_NAMED = /\b(?:m?e[1357]|m365|(?:microsoft|office)\W|windows|sql|server)/iu
const BUNDLE_NAMED = /\b(?:m?e[1357]|m365|microsoft znum)\b/u
const OF_OURS =
  /\b(?:defender for (?:iot|ot)|(?:d4|mdf?|defender ?)iot|iot|ot|site licen[cs]es?|plants?|factory|factories|plcs?|devices?)\b/iu
const ASKS_SIZE =
  /\b(?:(?:which|what)(?: \w+){0,3}? (?:licen[cs]es?|sizes?|skus?)|how (?:big|large|many)(?: an?| of an?)?(?: \w+){0,2} licen[cs]es?|sizing|size)\b/iu
const MAX_ASIDE = 600
const MAX_PARTS = 12

/**
 * "We use Sentinel and M365 E5. 1,800 OT devices, which site licence?": other products are told of in passing, and what is asked of ours
 * is the rest. Undefined for every other message. Beside a bundle only a size is: "We have E5, do we need licences?" asks of E5.
 */
export function besideProducts({ clean: text, words, again }: Message): Reading | undefined {
  if (text.length > MAX_ASIDE || !(strangersIn(words).length > 0 || PRODUCT_NAMED.test(text))) return undefined
  const parts = text.split(PARTS)
  if (parts.length < 2 || parts.length > MAX_PARTS) return undefined
  const others = parts.filter((part, at) => isAside(part) || (isAside(parts[at - 1] ?? '') && isNameAlone(part)))
  if (others.length === 0) return undefined
  const rest = parts
    .filter(part => !others.includes(part))
    .join(', ')
    .replace(/^plus |^and /iu, '')
  const named = wordsOf(others.join(' ')).join(' ')
  if (!OF_OURS.test(rest) || strangersIn(wordsOf(rest)).length > 0 || (BUNDLE_NAMED.test(named) && !ASKS_SIZE.test(rest))) return undefined
  const reading = again(rest)
  return reading.band === 'sure' && reading.wishes[0].intent !== 'out-of-scope' ? reading : undefined
}

/** Says of another product that it is there, and neither asks nor counts anything. */
function isAside(part: string): boolean {
  if (SERVER_ALONE.test(part)) return true
  if (!OWNED.test(part) || part.includes('?') || /\d/u.test(part.replace(IN_NAMES, ''))) return false
  const words = wordsOf(part)
  return strangersIn(words).length > 0 || BUNDLE_NAMED.test(words.join(' '))
}

/** "We run Sentinel, MDE and Defender for IoT": what is listed behind the first. */
const isNameAlone = (part: string) => !/[?\d]/u.test(part) && part.split(' ', 7).length < 7 && strangersIn(wordsOf(part)).length > 0

/** What is done with a licence and with other things alike. */
const DONE = new Set('return exchange extend prolong renew cancel refund refunded'.split(' '))
const BEFORE = new Set('the my our your his her their a an this that these those some for of on two'.split(' '))
const OURS =
  /\b(?:licen[cs]es?|trials?|subscriptions?|evaluation|pilot|poc|defender|d4iot|sites?|plants?|plans?|remind\w*|sensors?|devices?|admin cent(?:er|re))\b/

/** "Return the headset", "extend my leave": the thing that it is done with is none of ours, and nothing of ours is named. */
function isDoneWithThing(words: readonly string[]): boolean {
  const isDone = words.some((word, at) => {
    const back = (word === 'give' || word === 'send') && words.slice(at + 1, at + 6).includes('back')
    if (!DONE.has(word) && !back) return false
    const [first = '', ...others] = words.slice(at + 1, at + 5)
    const object = BEFORE.has(first) ? others : [first]
    return strangersIn(object).length > 0
  })
  return isDone && !OURS.test(words.join(' '))
}
