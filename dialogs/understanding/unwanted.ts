import { THING, TRIAL } from './days/subject-words.ts'

// What somebody says that they do not want, which is not what they ask.

const WANT = '(?:(?:want|wanna|need|wish|like|intend|plan|going|have|care|be)\\b )?'
const IT = '(?:to |for |an? |any |the |our |my |it |this |that |another |further |more )*'
const EXTEND = '(?:extend(?:ing)?|extensions?|prolong(?:ing|ation)?)\\b'
const WHAT = `(?: (?:it|the|our|my|this|that|of|${TRIAL}|anymore|any more|any longer|again))*`
const clauses = [
  `(?:(?:we|i|they|and|but|so) )*(?:really )?(?:don'?t|do not|won'?t|will not|wouldn'?t|would not|are not|am not|aren'?t|'m not|'re not|no longer|never) ${WANT}${IT}${EXTEND}${WHAT}`,
  `\\bno (?:need (?:for |of |to )${IT})?${EXTEND}(?: (?:is |are )?(?:needed|wanted|required|necessary|please|thanks))?${WHAT}`,
  `\\b(?:not|instead of|rather than|than) ${IT}${EXTEND}${WHAT}`,
].map(clause => new RegExp(`[,;.-]? ?${clause}`, 'giu'))
/** Whether it can be done after all, or what comes of it, is asked all the same. */
const ASKED = /\b(?:if|whether|why|can'?t|cannot|can not|what if|unless|when|should|must|do|does) (?:\S{1,8} ){0,2}$/iu

/** A message without the words that refuse an extension ("no extension needed, where do we buy?"); undefined where none do. */
export const withoutUnwanted = (text: string) => without(clauses, text)

const REMIND = '(?:remind(?:ed|ing|ers?)?|track(?:ed|ing)?|notif(?:y|ied|ications?)|alerts?|pings?)\\b'
const MINE = `(?: (?:me|us|it|this|that|them|of|about|the|our|my|${THING}|please|thanks|any ?more|needed|necessary|required|at all))*`
/** Some reminders may be unwanted, and others wanted: "not on weekends". */
const ALL = `(?!${MINE} (?:on|at|before|after|too|twice|only|every|by|in|until|till|when|so|that often)\\b)`
const reminders = [
  `(?:(?:please|we|i|you|and|but|so) )*(?:really )?(?:don['’]?t|do not|needn['’]?t|won['’]?t|never) (?:(?:want|need|have|wish|like|bother|send|set|create|give)\\b )*(?:(?:to|for|you|be|me|us|an?|any|the|your|our|send|set) )*${REMIND}${ALL}${MINE}`,
  `\\b(?:no|without)(?: (?:need (?:for (?:an?|any|you to) |to |of )))?(?: (?:more|further|an?|any))* ?${REMIND}${ALL}${MINE}`,
  `^\\W*how (?:do|does|would|will) (?:the |your |these )?${REMIND} work\\b[^?.!]{0,30}[?.!]`,
  `^\\W*do you (?:want|need|have|like) to ${REMIND}[^?.!,]{0,20}[?.!]`,
].map(clause => new RegExp(`[,;.-]? ?${clause}`, 'giu'))

/** The same of words that refuse reminders, or only ask about them: "no reminders please, trial ends 15 April". */
export const withoutUnwantedReminders = (text: string) => (asksForReminder(text) ? without(reminders, text) : undefined)

/** Whether what is left still asks for one. */
export const asksForReminder = (text: string) => asking.test(text)
const asking = new RegExp(`\\b${REMIND}`, 'i')

function without(unwanted: readonly RegExp[], text: string): string | undefined {
  const left = unwanted.reduce(
    (said, clause) => said.replace(clause, (found, at: number) => (ASKED.test(said.slice(Math.max(0, at - 30), at + 1)) ? found : ', ')),
    text,
  )
  return left === text ? undefined : left.replace(/^[\s,.;:]+/u, '')
}

const THE_TRIAL = `(?: (?:it|this|that|(?:(?:the|our|my|this|an?|free|running) ){0,2}${TRIAL}(?: licen[cs]e)?)\\b)`
const NOT = "(?:do not|don['’]?t|did not|didn['’]?t|will not|won['’]?t|never|fail to|forget to|decide not to|choose not to)"
const unextended = [
  `(?<what>what )?(?:if|when|in case|once) (?:we|i|they|you|one) ${NOT} (?:want to |wish to )?(?:extend|prolong)\\b${THE_TRIAL}?(?: in time| after all| at all)?`,
  `(?<what>what )?(?:if|when|in case|once)${THE_TRIAL} (?:is not|isn['’]?t|was not|wasn['’]?t|does not get|doesn['’]?t get|never gets) (?:extended|prolonged)(?: in time| after all| at all)?`,
].map(clause => new RegExp(`\\b${clause}`, 'iu'))
const unextending = new RegExp(` without (?:extending${THE_TRIAL}?|(?:an? )?extension)\\b`, 'iu')
const runsOut = /\b(?:runs? out|running out|ends?|ending|expires?|lapses?)\b/iu
const asksWhat = /\b(?:what|happens?|happening|then|lose|lost|charged?|billed|pay|data|alerts?|works?)\b/iu

/** "What happens if we don't extend the trial?": what does when it ends; undefined where no such thing is asked. */
export function asIfEnded(text: string): string | undefined {
  if (!asksWhat.test(text)) return undefined
  const left = unextended.reduce(
    (said, clause) => said.replace(clause, (_, what?: string) => `${what ? 'what happens ' : ''}when the trial ends`),
    runsOut.test(text) ? text.replace(unextending, '') : text,
  )
  return left === text ? undefined : left
}
