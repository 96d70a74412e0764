import { MONTH_END } from './understanding/days/acting-day.ts'
import { MONTH, WEEKDAY } from './understanding/days/calendar-words.ts'
import { LENGTH } from './understanding/days/lengths.ts'
import { STRETCH } from './understanding/days/stretches.ts'

// How people steer a conversation, whatever it is about.

/** A longer message is no few numbers. */
const MAX_NUMBERS = 2000

/** Longer messages hold no phrase of a few words about what was said before. Looking for one would take them long: the patterns try each gap again and again. */
export const MAX_PHRASE = 500

/** A question by its mark or its first word. */
export const isQuestion = (text: string) =>
  /\?|^\W*(can|could|do|does|did|is|are|am|how|what|when|who|which|where|why|will|would|may|should)\b/i.test(text)

/** Goes back to what was said before, to correct or follow it up. */
export const isRepair = (text: string) =>
  /^\W*(no|nope|sorry|oops|wait|stop|actually|correction|i meant?|i was wrong|my mistake|make (it|that)|change (it|that|the (end |start )?date) to|rather|and if|what if|what about|how about|and|but)\b/i.test(
    text,
  )

/** Says that something said before was wrong. */
export const isCorrection = (text: string) =>
  /^\W*(no|nope|sorry|oops|wait|actually|correction|i meant?|i was wrong|my mistake|of \w+ i mean)\b/i.test(text)

export const isRestart = (text: string) =>
  /\b(start (over|again|afresh)|restart|reset|begin again|from scratch|clear|forget (all|everything))\b/i.test(text)

/** The person doesn't know what was asked. */
export const isUnknown = (text: string) =>
  text.length < 60 &&
  /^\W*(i |we )?(really )?(don'?t|do not|dont) know\b|^\W*(no idea|not sure|unsure|dunno|no clue|can'?t say|idk)\b/i.test(text)

/** Speaks of the day on which somebody does or did something, not of a day of the licence. */
export const isActing = (text: string) =>
  text.length <= MAX_PHRASE &&
  /\b(still (ok|okay|possible|in time|fine|enough|early enough|do|ask|request|cancel|return|extend)|(do|doing|ask|asking|request|cancel|apply|return|renew|decide|send|hand) (it|that|this|them|for it)?\s*(in|back|only|just|first)?\s*(on|by|until|till|tomorrow|next|this)|(wait(ing)?|leav(e|ing) (it|that|this)|hold(ing)? off|delay(ing)?( it| that)?) (until|till|til|to)|only (ask|do|cancel|renew)|too late)\b/i.test(
    text,
  ) &&
  !/\b(end(s|ed|ing)?|expir\w+|start(s|ed)?|began|bought|purchased|ordered|runs? out|ran out|over|lapse[sd]?)\b/i.test(text)

/** The day in words that such a message names, at its end before all: "tomorrow", "14 April". */
export function actingDayIn(text: string): string | undefined {
  const said =
    /\b(?:until|till|on|by|for|from)\s+((?:the )?[\w .,-]{3,24}?)\W*$/i.exec(text) ??
    /\b(?:until|till|on|by|for|from)\s+((?:the )?[\w .-]{3,24}?)[,;?!]/i.exec(text) ??
    /\b(tomorrow|today|next \w+|this \w+day)\b/i.exec(text)
  return said?.[1]
}

/** Another day of the same kind: "and on 16 April?", "and today?" */
export const isAnotherDay = (text: string) =>
  text.length < 40 &&
  /^\W*((and |or |what about |how about |ok,? )*(on|by|until|till|from|tomorrow|next|this)\b|(and |or |what about |how about )+today\W*$)/i.test(
    text,
  )

const nextDay = new RegExp(
  `^\\W*(?:(?:and|or|ok(?:ay)?|so|then|(?:what|how) about)[ ,]+)+(${[
    `(?:on |by |at )?(?:today|tomorrow|(?:the )?day after tomorrow|in ${LENGTH}|(?:(?:next|this|coming) )?(?:${WEEKDAY}))`,
    `(?:at |by )?${MONTH_END}`,
    STRETCH,
    '(?:on|by) (?:the )?[\\w .]{3,20}',
  ].join('|')})(?: (?:then|instead|maybe|still))*\\s*\\?*\\W*$`,
  'i',
)

/** "And after 31 March?", "what if I miss 31 March?" */
const pastDay = new RegExp(
  `^\\W*(?:(?:and|but|so|then|or|what|what about) )*(?:after|(?:what )?if (?:i|we|they) miss(?:ed)?) ((?:the )?\\d{1,2}(?:st|nd|rd|th)?(?: of)? (?:${MONTH}))\\W*$`,
  'i',
)

/** The day in words on which the last answer is asked for again: "and tomorrow?", "what about in two weeks", "and on 24 March?" */
export const nextDayIn = (text: string): string | undefined => {
  if (text.length >= 60) return undefined
  const past = pastDay.exec(text)?.[1]
  return past ? `the day after ${past}` : nextDay.exec(text)?.[1]?.replace(/^(?:on|by|at) /i, '')
}

/** Takes up what was last said, with another value: "and on 24 March?", "or with EA?", "sorry, the 20th". */
export const isFollowUp = (text: string) =>
  isRepair(text) || (isQuestion(text) && /^\W*(ok|or|so|then|with|on|under|until when)\b/i.test(text))

const lengthAlone = new RegExp(`^\\W*(?:(?:hm+|uh+|well|ok|maybe|about)\\W+){0,3}${LENGTH}\\W*$`, 'i')
/** A length of time and nothing else: from when on, nobody said. */
export const isLengthAlone = (text: string) => text.length < 40 && lengthAlone.test(text)

/** From a supposition back to what really is. */
export const isBackToReal = (text: string) =>
  text.length < 60 &&
  // "No, really 950" says something new.
  !/\d/.test(text) &&
  /\b(mine|ours|for (us|me)|really|in reality|my own|our own|the real one)\b/i.test(text)

/** Nothing but that: what is deleted does not come back, so "delete our data after the trial?" is something else. */
export const isForgetMe = (text: string) =>
  /^\W*(please )?(forget (me|about me)|delete (all )?(my|our) data|erase (me|my data)|delete everything about me)( (please|pls|now|at once|completely|forever|for good|then|thanks))*\W*$/i.test(
    text,
  )

const gone = '(?:forget|forgotten|forgetting|delet\\w+|eras\\w+|remov\\w+|wip(?:e|ed|ing)|purg\\w+|clear|destroy)'
const mine =
  '(?:my|our)(?: (?:own|personal|private|stored|user|chat))* (?:data|info(?:rmation)?|details|records?|history|account|profile|conversations?|messages)'
const known =
  '(?:everything|anything|all|whatever|what|(?:all |any |the )*(?:personal )?(?:data|info(?:rmation)?|records?))(?: (?:that |which )?(?:you|u) (?:still )?(?:know|have|hold|keep|kept|store|stored|save|saved|remember|learn|learnt|learned|collected))? (?:about|on|of|from) (?:me|us)'
const wantsForgetting = new RegExp(`\\b${gone} (?:all (?:of )?)?(?:${mine}|${known}|me\\W*$)|\\b${mine} (?:be )?${gone}`, 'i')
/** Data that is not this assistant's, reminders, and what is not to be done. */
const notForgetting =
  /\b(?:defender|sensors?|licen[cs]\w*|trials?|alerts?|inventory|portal|devices?|sites?|remind\w*|track\w*|after|when|until|once|expir\w+|ends?|kept|retention|happens?|azure|microsoft|subscriptions?|tenant|plan|not|never)\b|n['’]t\b/i

/** Asks in words of its own to be forgotten: "erase everything you know about me", "can you delete my data?" */
export const asksToBeForgotten = (text: string) => text.length < 100 && wantsForgetting.test(text) && !notForgetting.test(text)
export const isStopAll = (text: string) =>
  /^\W*(please )?(stop|cancel|delete|remove|end|drop) (them |it )?(all|everything)( (of )?(them|it|these))?\W*$/i.test(text)
export const isListAll = (text: string) => /^\W*((all|my|list|show|me|the) ){1,3}reminders\W*$/i.test(text)
export const isAboutMe = (text: string) =>
  /\bwhat (do|did) you (know|have|store|keep|remember) (about|on|of) (me|us)\b|\bwhat have i told you\b/i.test(text)

/** Says of the last answer that it is wrong, and nothing else: what is right may follow in another message. */
export const isCallingWrong = (text: string) =>
  text.length < 80 &&
  /^\W*((no|nope|sorry|hm+|but|well|i think|i believe|i'm afraid)\W+)*((((that|this|it|the|your|last|above|answer|card|date|size|result)\W+)*(['’]?s|is|was|are|looks?|seems?|sounds?|must be) )?((just|simply|plain|completely|totally|all|clearly|still) )?(wrong|incorrect|false|untrue|not (right|correct|true|accurate))|(that|this|it) ((is|was|does|do|can|could)( not|n['o’]t)) (be |look |sound |seem )?(right|correct|true|accurate)|you('re| are| got (it|that|this)) (wrong|mistaken)|(report (a |this )?)?wrong answer)\W*$/i.test(
    text,
  )
/** Numbers, with what stands between those of several sites or bounds one: "400/900/6k", "12 x 80", ">1000", "up to 500". */
export const isOnlyNumbers = (text: string) =>
  text.length <= MAX_NUMBERS &&
  /\d/.test(text) &&
  // A count of devices has no decimals.
  !/\.(?!\d{3}(?!\d)|\d+k|\d+ ?devices?\b)/i.test(text) &&
  !isDayInFigures(text) &&
  /^(?:[\d\s.,;:/|+&×*'’<>≤≥=~≈-]|(?<=\d)x(?=\d)|\b(?:\d+[kx]|k|x|and|or|to|each|sites?|plants?|devices?|ot|it|iot|of|at|with|over|under|above|below|up|more|less|fewer|than|least|most|max|min|about|around|between)\b)+$/iu.test(
    text.trim(),
  )

/** "15/4", "3/4/2026", "2026-04-03": a day, not devices. */
const isDayInFigures = (text: string) => {
  const [, one = '', two = ''] = /^\W*(\d\d?)\/(\d\d?)(?:\/(?:\d\d|20\d\d))?\W*$/.exec(text) ?? []
  const isDay = (day: number, month: number) => day >= 1 && day <= 31 && month >= 1 && month <= 12
  return isDay(Number(one), Number(two)) || isDay(Number(two), Number(one)) || /^\W*20\d\d([-/])\d\d?\1\d\d?\W*$/.test(text)
}

/** This assistant, as people call it. */
const desk = '(you|this( (bot|app|assistant|desk|thing))?|the (bot|app|assistant)|license desk|licence desk)'
const aboutItself = new RegExp(
  `^((hi|hello|hey|ok|okay|so|and|but|please|sorry|by the way|btw|just|can you tell me|could you tell me|tell me|i wonder|one question)\\W+)*(${[
    `about( (${desk}|yourself|us|license desk))?`,
    `(something |more |a bit )?about (yourself|${desk})`,
    `(what|who) (are|is|r) ${desk}( (exactly|really|actually|then))?`,
    `who('s| is| are) behind ${desk}`,
    `(who|what company|which company) (has )?(made|built|wrote|created|developed|designed|coded|runs?|owns?|maintains?|operates?|provides?|published) ${desk}`,
    `(who('s| is) your|your) (maker|author|owner|developer|creator|vendor|publisher)`,
    `(what|which|what's (the|your)|show( me)?( the| your)?|your)?\\W*version( number| info(rmation)?)?( (is|of|are|do|does) ${desk}( (running|on|have|run|use))?)?`,
    `(are|is) ${desk} (really |actually |also )?(an? |the |from |by |made by |built by |run by |owned by |part of |with )*(official )?(microsoft|ms)('?s)?( (product|bot|app|tool|service|thing|assistant|employee))?`,
    `(are|is) ${desk} (an? )?official( (product|bot|app|tool|service|source|microsoft \\w+))?`,
    `does microsoft (make|own|run|operate|provide|support) ${desk}`,
    `(are|is) ${desk} (really |actually )?(an? )?(bot|robot|human|human being|real person|person|ai|machine|llm|program|chat ?bot|chatgpt|copilot)`,
    `(what|which)( are| is|'s)? (your|the) (sources?|documents?|documentation|references?)( (do you use|are these|are they|behind (it|this|that)))?`,
    `(show|list|give)( me)? (your|the|all|all your) (sources|documents|references)`,
    `(where|from where) (do|did) ${desk} (get|take|have|know) (your|the|all|this|that|these|its|it)?\\W*(answers?|information|info|data|facts|numbers?|knowledge|dates)?( from)?`,
    `what (do you base|are) (your|the|these) (answers|numbers|dates|information) (based )?on`,
    `what( data| information)? (do|does) ${desk} (store|keep|save|collect|log|record|remember)`,
    `(do|does) ${desk} (store|keep|save|collect|log|record) (my|our|the|any|what|personal)?\\W*(data|messages?|chats?|conversations?|information|questions?|personal data|i (say|write|type|ask))`,
    `(where|from where) (do|does) your (answers?|information|info|data|facts|numbers?|knowledge|dates) come from`,
    `(is|are|will) (this|my|our|the) (conversation|chat|messages?|questions?)( (be|get|also|being))* (stored|saved|logged|kept|recorded|collected|private|confidential)( (somewhere|anywhere|by (you|${desk})))?`,
    `what (do|does|will) ${desk} do with (my|our|the|this) (data|messages?|questions?|chats?)`,
    `((what(’s|'s| is) |show( me)? |is there |do you have )?(your |a |the )?)?(data )?privacy( policy| statement| notice)?|data protection|gdpr`,
  ].join('|')})\\W*$`.replaceAll("'", "['’]"),
  'i',
)

/** Asks what this assistant is: who made it, which version, from which documents, what it keeps. */
export const isAbout = (text: string) => text.length < 100 && aboutItself.test(text)

/** Asks for a day or a length of time: "when", "how long", "how many days are left". */
export const isOfTime = (text: string) =>
  /\b(when|how long|how many (more )?(days|weeks|months)|(what|which) (day|date)|until|till|left|ends?|ended|ending|finish(es)?|expir(e|es|y|ing)|last day|be over|is over|run(s|ning)? out)\b/i.test(
    text,
  )

/** Asks what comes after an end, or what is to be done then. */
export const isOfWhatFollows = (text: string) =>
  /\b(happens?|happening|after(wards)?|then|next|data|lose|lost|keep|kept|buy|pay|paid|charged?|bill(ed)?|convert(s|ed)?|stops?)\b/i.test(
    text,
  )

const ordinals = [/^(the )?(first|1st|1)( one)?$/, /^(the )?(second|2nd|2)( one)?$/, /^(the )?(third|3rd|3)( one)?$/]

/** Which of the buttons in view "the first one" means, from 0; undefined where it is no ordinal. */
export function ordinalIn(text: string): number | undefined {
  const words = text
    .toLowerCase()
    .replace(/[^a-z0-9 ]/g, '')
    .trim()
  const index = ordinals.findIndex(pattern => pattern.test(words))
  return index < 0 ? undefined : index
}

/** Whoever wants to be reminded says so in one of these words. */
const reminds =
  /\b(?:remind\w*|track\w*|notif\w*|notices?|alert\w*|alarm\w*|ping\w*|nudg\w+|bug (?:me|us)|warn\w*|tell (?:me|us|her|him|them|my|our|the)|get told|know|heads.?up|watch|eye|posted|calendar|diary|note|memo|message|msg|text (?:me|us)|e?-?mail|write|call|shout|poke|buzz|hit (?:me|us)|wake|flag|schedul\w+|follow|monitor\w*|forget|miss|remember|unnoticed|register|enter|log|add|save|put|set|sign (?:me|us)|before|ahead|advance|in time)\b/i
export const mayWantReminder = (text: string) => reminds.test(text)
