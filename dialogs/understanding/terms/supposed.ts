import type { Intent } from '../../../cards/intents.ts'
import type { FactKey, Facts } from '../../../rules/facts.ts'
import { isRoleAskedAbout } from './roles.ts'

const SUPPOSING =
  /\bwhat if\b|\bwhat about if\b|\b(?:(?<!i )suppose|supposing|(?<!i )assume|assuming|imagine|hypothetically|theoretically|let's say|lets say|say we|say i|say it|pretend|if we were|if i were|if it were|if it was|if there were|if they were)\b|\bif (?:the|our) [^.,;?]{1,30}? (?:becomes|grows|shrinks|gets|goes)\b|\b(?:if|and should) (?!(?:it|we|they|you|i|there|that|this|the|our|not|so|needed|necessary|possible)\b)\S{1,30}(?: \S{1,20})? (?:had|gets?|goes|grows|shrinks|closes|closed|doubles|becomes|drops|rises|went|grew)\b|\bif (?:we|i|they) (?:only |just )?(?:buy|order|purchase)\b(?: \S+){0,4}? (?:on|by|in|at|next|tomorrow|today|the)\b|\bif (?:it|we|the \S{1,20}|our \S{1,20}|they|i) (?:had|ended|ends instead|expired|started|began|bought|grew|went up|were)\b/u
const HELD =
  /\b(?:i'm|i am|im|i have|i've|we're|we are|we have|my role|my account|as (?:a|an|the)? ?(?:global|billing|security|user)|here|he is|he's|she is|she's|our|my)\b/u

/** "trial end 31.3., role globaladmin, MCA": facts one after the other, and nothing is asked. */
const ASKING =
  /[?]|\b(?:who|which|what|whether|if|can|could|may|must|should|would|is|are|do|does|has to|have to|enough|suffic\w*|allowed|able|need|needs|needed|required|wonder\w*|or|vs)\b/u
const LISTED = /(?:^|[.,;:(\n-] )(?:role|my role|admin role|account|billing account) ?[:=]? (?:is )?\S/u

/** "MCA, GA", "GA on MCA": an account and a role, and no question about either. */
const BARE =
  /^(?:(?:mca|mos[ap]|ea|csp|ga|global|billing|company|admin|administrator|role|account|agreement|yes|and|on|with|in|under|the|an?|[,;:&+./\n-]) ?){1,12}$/u

/** Whether the facts of a message are only tried out: "what if it ended on 20 April?", "can a Global Reader extend?". */
export const isSupposed = (words: string, intent: Intent): boolean =>
  SUPPOSING.test(words) ||
  (intent === 'admin-roles' && !HELD.test(words) && !BARE.test(words) && !(LISTED.test(words) && !ASKING.test(words)))

const ACCOUNT = '(?:mca|mos[ap]|ea|csp|(?:enterprise|customer|online subscription|online services) agreement|volume licen[cs]ing)'
/** "Does it work with EA?", "can you extend with a CSP?": of anybody's account. */
const ANY_ACCOUNT = new RegExp(
  `\\b(?:do|does|would|will|can|could|is|are) (?:it|this|that|one|you|anyone|anybody|someone|extending|(?:the |an? )?(?:extension|trial)s?)\\b(?: (?!my\\b|our\\b|we\\b)\\S+){0,5}? (?:with|on|under|for|in|through|via) (?:an? |the )?(?:\\S+ )?${ACCOUNT}\\b|\\b(?:do|does|can|could|may|will|would) (?:an? )?${ACCOUNT} (?:customers?|tenants?|accounts?|clients?)\\b|\\b(?:is|are) (?:an? )?${ACCOUNT} (?:ok|okay|fine|possible|supported|enough|allowed|good|sufficient)\\b|\\b(?:do|does|would) (?:you|they|it|microsoft) (?:support|accept|allow|take) (?:an? )?${ACCOUNT}\\b`,
  'u',
)
const OWN = /\b(?:i'm|i am|im|we're|we are|we have|i have|we use|our|my|ours)\b/u

/** What of a message's facts it asks about without saying it of the person: "can a Global Reader extend?", "does it work with EA?" */
export function askedAbout(words: string, { role, billingAccount }: Facts): FactKey[] {
  return [
    ...(role && isRoleAskedAbout(words) ? (['role'] as const) : []),
    ...(billingAccount && ANY_ACCOUNT.test(words) && !OWN.test(words) ? (['billingAccount'] as const) : []),
  ]
}
