import type { Intent } from '../../../cards/intents.ts'
import { MONTH } from '../days/calendar-words.ts'
import { AMOUNT, UNIT } from '../days/lengths.ts'
import { TRIAL } from '../days/subject-words.ts'

const LONGER = '(?:extended|prolonged|lengthened|stretched|topped up|pushed out|pushed back)'
const LENGTH = `(?:${AMOUNT})(?: (?:more|extra|additional|further|bonus))? (?:${UNIT})`
const EXTENSION = '(?:extensions?|prolongation)'
/** An extension that is only to come: "with extension possible". */
const NO_DEED = '(?! (?:request|button|option|form|link|possible|needed|pending|of (?!the|our)))'
/** How people say that the trial has been extended. */
const EXTENDED: readonly RegExp[] = [
  new RegExp(`\\b(?:we've|i've|they've|it's been|'ve|he's) (?:\\S+ ){0,2}?${LONGER}\\b`, 'u'),
  /\b(?:got|had|given|received|used)(?: up)? (?:the |our |an? )?(?:extra|additional|second|further) (?:\S+ ){0,2}?(?:days|month|weeks|period|extension)\b/u,
  /\b(?:extension|prolongation) (?:\S+ ){0,5}?(?:was|got|already|is|been|has) (?:\S+ ){0,2}?(?:approved|granted|used|over|done|gone|exhausted|consumed|given|finished|behind|applied|spent|running)\b/u,
  /\b(?:extension|prolongation)s? (?:used|spent|consumed|exhausted|applied|granted|approved|done)\b(?! ?[:=] ?(?:0|none|no|zero)\b)/u,
  /\b(?:first|one|only|single|1st) (?:\S+ ){0,2}?(?:extension|prolongation) (?:\S+ ){0,3}?(?:ends|ended|ran out|runs out|expires|expired|lapses|is over|was)\b/u,
  // "This is already the extended date", "14 April is the end of the extended trial"
  new RegExp(
    `\\b(?:this|that|it|\\d\\S*|${MONTH}) ?(?:'s|is|was) (?:already |now ){0,2}(?:(?:the|our) end of )?(?:the|our|an?) (?:already )?${LONGER} (?:end|date|deadline|trial|period|one)\\b`,
    'u',
  ),
  /\b(?:we're|we are|i'm|i am|already|currently|now) (?:\S+ ){0,2}?(?:on|in) (?:the|our|an?) (?:\S+ ){0,2}?(?:extension|extended (?:trial|period))\b/u,
  /\b(?:our|my|the now|this) (?:already )?(?:extended|prolonged) (?:\S+ )?(?:trial|evaluation|eval|poc|pilot|test|period|month)\b/u,
  /\b(?:maximum|max) (?:number|amount|count|no) of (?:trial )?extensions?\b.{0,20}\b(?:reached|used|hit)\b|\b(?:reached|used|hit) (?:\S+ ){0,3}?(?:maximum|limit|max) (?:number |amount |no )?(?:of|for|on) (?:trial )?extensions?\b/u,
  /\bgot (?:one|a) (?:more |extra |free )?(?:month|extension) already\b/u,
  /\b(?:we|i|they|he|she|colleague|admin|boss) (?:have |already |had )?(?:did|done) (?:it|that|this|so) (?:already )?(?:once|twice|already|before|one time)\b/u,
  /\b(?:we|i) (?:have )?(?:already )?used (?:already )?(?:one|two|both|it|ours|the one|our one)\b(?! (?:sensor|site|device|licen))/u,
  /\b(?:pushed|moved|postponed) (?:\S+ ){1,4}?(?:out|back) (?:already|once|by (?:\d+|a|thirty))\b|\balready (?:pushed|moved|postponed) (?:\S+ ){1,4}?(?:out|back|until|till|to)\b/u,
  /\b(?:another|one more|a second|second|2nd|third|3rd|further) (?:\S+ ){0,2}?(?:extension|prolongation) (?:\S+ ){0,2}?(?:after|on top of|following) (?:the|our|my) (?:first|last|previous|feb\w*|jan\w*)\b/u,
]
/** What may also stand in a question or a wish ("can it be extended twice?"). */
const MAYBE_EXTENDED: readonly RegExp[] = [
  new RegExp(`\\b(?:already|previously) (?:\\S+ ){0,3}?${LONGER}\\b`, 'u'),
  new RegExp(
    `\\b${LONGER} (?:\\S+ ){0,4}?(?:already|once|one time|twice|before|in (?:january|february|jan|feb|march|december|dec)|last (?:month|week|year)|a (?:month|week) ago)\\b`,
    'u',
  ),
  new RegExp(
    `\\b(?:we|i|they|he|she|you|it|someone|somebody|colleague|${TRIAL}|has|have|had|was|been|were|ve|got|'ve|boss|admin|partner|reseller|sales|microsoft|ms|ours) (?:just |even |once |then |recently |since |all ?ready )?${LONGER}\\b`,
    'u',
  ),
  /\b(?:got|given|granted|received|had|approved|used(?: up)?|took|took up|did|made|done) (?:(?!no\b|any\b|expired|ended|over|lapsed|finished|closed|until|till)\S+ ){0,6}?(?:extensions?|prolongation|renewal of the trial)\b/u,
  // "MS gave us an extension once", but "gave us the hint that an extension is possible".
  /\bgave (?:us|me|him|her|them|it|(?:our|the|my) \w+) (?:already |once )?(?:an?|one|the|that|this|our|\d{1,3}) (?:(?:first|single|free|trial|short|full|\d{1,3}|days?|weeks?|month|-)[ -]){0,4}(?:extensions?|prolongation)\b(?! (?:link|button|form|option|page|offer|steps?))/u,
  new RegExp(
    `\\b(?:got|had|received|were given|was given|been given|granted us|gave us|were granted|was granted) (?:another |an extra |additional |extra )?${LENGTH} (?:on top|more|extra|added|longer|last (?:week|month)|once already|already)\\b`,
    'u',
  ),
  // "They gave us 30 more days", but "we've got 30 more days" may be what is left.
  new RegExp(
    `\\b(?:(?:gave|granted) (?:us|me|him|her|them|it|our trial)|(?:given|granted)) (?:already )?(?:${AMOUNT}) (?:more|extra|additional|further|bonus) (?:${UNIT})\\b|\\b(?:got|had|received) (?:already )?(?:${AMOUNT}) (?:extra|additional|bonus) (?:${UNIT})\\b(?! (?:left|until|till))`,
    'u',
  ),
  /\b(?:pressed|clicked|hit|pushed|used) (?:\S+ ){0,3}?(?:"? ?extend(?! until| to| by)|extend trial)\b/u,
  /\b(?:extended|extension)\b.{0,60}\bnew end\b|\bnew end\b.{0,60}\bextended\b/u,
  /\b(?:had|used|got|taken|burned|burnt|spent|exhausted|blown|consumed)(?: up)? (?:our|the|my|its|their) (?:\S+ ){0,2}?(?:extra|additional|bonus) (?:\S+ )?(?:days|month|weeks|time)\b|\b(?:burned|burnt|spent|exhausted|blown|consumed|availed)(?: up| through)? (?:\S+ ){0,3}?(?:ext|extensions?|prolongation)\b|\b(?:ext|extension|prolongation) (?:was |has been |already |is )?(?:availed|used|taken|burned|consumed)\b/u,
  new RegExp(`\\b(?:after|since|during|within) (?:the|our|my|that|this) (?:\\S+ ){0,2}?${EXTENSION}\\b${NO_DEED}`, 'u'),
  // "Ends 14 April after extension", "until 14.4. (incl. an extension)"
  new RegExp(
    `\\b(?:\\d\\S*|${MONTH})(?: [,([-])? (?:after|with|incl\\.?|incl \\.|including|thanks to|due to|following)(?: (?:an?|the|our|my|one|first|its))* (?:${EXTENSION}|extending)\\b${NO_DEED}`,
    'u',
  ),
  // "Ends 14 April (extended)", "14 April, extended once."
  new RegExp(`[,;:([-] (?:already |once )?${LONGER}(?: (?:trial|already|once))? (?:$|[),;.\\]-])`, 'u'),
  /\b(?:we|i|they|he|she|you|sales|microsoft|boss|colleague|partner) did (?:already |once )?(?:extend|prolong|lengthen)\b/u,
  /\b(?:extension|extended period|extended trial) (?:(?!it\b|[.,;:!?-])\S+ )?(?:ends|ended|runs|ran|expires|expired|is up|is over|lapses)\b/u,
  /\b(?:once|twice) (?:already |before )?(?:extended|prolonged)\b|\b(?:extended|prolonged) (?:version|one) (?:ends|expires|runs)\b/u,
  new RegExp(`\\b${LONGER} (?:to|until|till) (?:the )?(?:\\S+ )?\\d`, 'u'),
]
/** Asked of a trial that was extended: "can we extend it again?", "a second extension", "after one extension". */
const ONCE_MORE =
  /\b(?:extend|prolong|lengthen)(?:ed|ing)?(?: (?:it|that|this|ours|trial|(?:the|our|my|this) (?:trial|evaluation|poc|pilot)))?(?: trial)? (?:again|once more|one more time|another time|(?:for )?(?:a|the) (?:second|2nd|third|3rd|further) time)\b|\b(?:second|2nd|third|3rd|another|one more|further) (?:trial )?(?:extension|prolongation)\b(?! (?:form|button|request|link|option))|\bafter (?:one|two|our) extensions?\b|\balready (?:the|an?|our) extension\b/u
/** Of any trial, or of a time that comes when this one has been extended. */
const OF_ANY =
  /\b(?:how (?:often|many)|trials|an? (?:\S+ )?trial|in general|generally|more than once|later|afterwards|after (?:that|this|it)|then)\b/u
const NOT_EXTENDED =
  /\b(?:never|not|haven't|hasn't|havent|hasnt|hadn't|didn't|didnt|wasn't|wasnt|isn't|n't|not yet|yet to be|nobody|no one|noone|un(?!til?\b)) ?-? ?(?:\S+ ){0,3}?(?:extended|prolonged|lengthened|extend)\b|\b(?:no|without an?|without any|without|any) (?:prior |previous |earlier )?(?:extensions?|prolongation) (?:so far|yet|before|to date|until now|has been|have been|was|were)\b|\b(?:never|not|n't) (?:\S+ ){0,3}?(?:an|any|the|our) (?:extension|prolongation)\b|\b(?:extension|prolongation)s? (?:is |was |has |have |has been )?(?:not|still unused|unused|untouched|denied|refused|rejected|declined|available)\b|\b(?:refused|denied|rejected|declined) (?:\S+ ){0,3}?(?:extension|prolongation)\b/u
/** Somebody else's trial: "a colleague at another firm got his extended". */
const OTHERS =
  /\b(?:another|other|different|competing|sister) (?:firm|company|customer|client|organi[sz]ation|tenant|account|department)\b|\bfriends? of (?:mine|ours)\b/u
const MODAL =
  /\b(?:can|could|(?<!\d )may(?! \d)|be|gets|get|might|must|should|would|will|to|if|whether|how|times|once|when|unless|until|cannot|can't|won't|suppose|say|assuming) (?:(?![,;:.] )\S+ ){0,2}$/u
const WHETHER = /\b(?:if|whether|was|were|is|has|have|had|did|does) (?:\S+ ){0,4}$/u

/** Whether the trial is said to have been extended; asking whether it was, or how often it can be, is not that. */
export function isExtended(words: string, intent: Intent): boolean {
  if (intent === 'license-lifecycle' || intent === 'refund-window' || intent === 'stop-renewal') return false
  if (!/exten|prolong|length|stretch|topped|push|postpon|moved|on top|more|extra|additional|bonus|did|done|used/u.test(words)) return false
  if (NOT_EXTENDED.test(words) || OTHERS.test(words)) return false
  const again = OF_ANY.test(words) ? undefined : ONCE_MORE.exec(words)?.[0]
  // "Can it be extended again?" asks for the rule; with a day it is of one.
  if (again && (!/^\S+ed /u.test(again) || /\d/u.test(words))) return true
  return EXTENDED.some(pattern => pattern.test(words)) || MAYBE_EXTENDED.some(pattern => isTold(pattern, words))
}

const BE = /\b(?:be|is|are|can|to|want|wants|need|needs|like|prefer)(?: (?:it|this|that|ours|(?:the|our|my) trial))? $/u

function isTold(pattern: RegExp, words: string): boolean {
  const match = pattern.exec(words)
  if (!match) return false
  const before = words.slice(Math.max(0, match.index - 40), match.index)
  const isQuestion = /^ ?\?/u.test(words.slice(match.index + match[0].length)) || isAsked(before, match[0], words)
  return !isQuestion && !MODAL.test(before) && !BE.test(before)
}

/** "where can I see if our trial was already extended?", "has it been extended already?" */
const isAsked = (before: string, said: string, words: string) =>
  /\b(?:if|whether) (?:\S+ ){0,5}$/u.test(before) ||
  (words.includes('?') &&
    /^(?:hi |hello |hey |, )*$/u.test(before.replace(WHETHER, '')) &&
    WHETHER.test(`${before}${said.split(' ')[0]} `) &&
    /^(?:has|have|was|were|is|did|had) /u.test(words))
