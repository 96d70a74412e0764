import type { Kind } from '../../../rules/facts.ts'

// What people call a trial and a licence: the one place that says so.

/** Names of a trial, for patterns. "PoC" is a name in patterns that tell capitals apart, too. */
const TRIAL_NAMES = '(?:trial|evaluation|eval|[Pp][Oo][Cc]|pilot|demo|proof of concept)s?'
/** A trial where the words around leave no doubt; "the test in the lab" is one of something else. */
export const TRIAL = `(?:${TRIAL_NAMES}|tests?(?! (?:in|at|of|for|with|on)\\b))`
/** A licence that was paid for, though some call a trial one as well; "we plan to" is none. */
export const LICENCE = '(?:(?:licen[cs]e|lic|subscription|sub|contract)s?|plans?(?! to\\b))'
/** Either of them. */
export const THING = `(?:${TRIAL}|${LICENCE})`
/** Several of them. */
export const THINGS = `(?=\\w+s\\b)${THING}`

const WHOLE = '(?:licen[cs]e|version|period|phase|subscription|plan|month)s?'
const trial = new RegExp(
  `\\b(?<!\\bnot (?:(?:an?|the|our|my) )?)(?:${TRIAL_NAMES}|(?:free|test) (?:(?:ot|iot|site|defender) )?${WHOLE}|tests? (?:ends?|ended|expire[sd]?|started|until|till)|evaluating(?! (?:if|whether|how)\\b))\\b`,
  'i',
)
const paid = new RegExp(
  `\\b(?:${LICENCE}|licen[cs]ed|paid|bought|purchase[sd]?|purchasing|ordered|annual|yearly|(?:auto-?)?re-?new(?!ables?\\b)\\w*)\\b`,
  'i',
)

/** Whether a message speaks of what was paid for, be it beside a trial. */
export const namesPaid = (text: string) => paid.test(text)

/** Which of the two a message speaks of; a trial where it names both, as a "trial licence" is one. */
export const kindNamed = (text: string): Kind | undefined => (trial.test(text) ? 'trial' : namesPaid(text) ? 'paid' : undefined)
/** The same where it names one of them alone. */
export const onlyKindNamed = (text: string) => (trial.test(text) && namesPaid(text.replace(trialLicence, '')) ? undefined : kindNamed(text))
const trialLicence = /\b(?:trial|evaluation) (?:licen[cs]es?|subscriptions?)\b/gi

export const namesThing = (text: string) => thing.test(text)
const thing = new RegExp(`\\b${THING}\\b`, 'i')

/** "Lyon PoC" is Lyon's. */
export const withoutThing = (name: string) => name.replace(thingAtEnd, '')
const thingAtEnd = new RegExp(`(?<=\\S) ${THING}$`, 'i')

const TRIAL_WORD = new RegExp(
  `^(?:${TRIAL_NAMES}|tril|trail|tests?|testing|tester|freebie|free|sandbox|no-cost|evaluating|evaluate|try-?out|testphase|testende|teste|testversion|testlizenz|teststellung|prova|próba|essai|prueba)$`,
  'u',
)
const PAID_WORD = /^(?:paid|bought|purchased|annual|yearly|renewal|contract|paying|production|invoice)$/u
const LICENCE_WORD =
  /^(?:licences?|licenses?|lic|lics|subscriptions?|sub|subs|subscr|plan|plans|term|licens|lizenz|licenza|licencia|licença|package|sku|year)$/u

export type Subject = 'trial' | 'paid' | 'licence'

/** What a word names: the trial, what was paid for, or a licence that may be either. */
export function subjectOf(said: string): Subject | undefined {
  const word = said.endsWith("'s") ? said.slice(0, -2) : said
  if (TRIAL_WORD.test(word) || /^[ld]'(?:essai|évaluation)$/u.test(word)) return 'trial'
  if (PAID_WORD.test(word)) return 'paid'
  return LICENCE_WORD.test(word) ? 'licence' : undefined
}
