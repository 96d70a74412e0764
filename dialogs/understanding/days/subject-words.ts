const TRIAL =
  /^(?:trials?|tril|trail|trial's|evaluation|evaluations|eval|evals|poc|poc's|pocs|pilot|pilots|demo|testing|test|tests|tester|freebie|free|testphase|testende|teste|prova|próba|testversion|testlizenz|teststellung|essai|prueba|sandbox|no-cost|evaluating|evaluate|tryout|try-out)$/u
const PAID = /^(?:paid|bought|purchased|annual|yearly|renewal|contract|paying|production|invoice)$/u
const LICENCE =
  /^(?:licences?|licenses?|lic|lics|subscriptions?|sub|subs|subscr|plan|plans|term|licens|lizenz|licenza|licencia|licença|package|sku|year)$/u

export type Subject = 'trial' | 'paid' | 'licence'

/** What a word names: the trial, what was paid for, or a licence that may be either. */
export function subjectOf(said: string): Subject | undefined {
  const word = said.endsWith("'s") ? said.slice(0, -2) : said
  if (TRIAL.test(word) || /^[ld]'(?:essai|évaluation)$/u.test(word)) return 'trial'
  if (PAID.test(word)) return 'paid'
  return LICENCE.test(word) ? 'licence' : undefined
}
