import type { Facts } from '../../../rules/facts.ts'
import type { Token } from '../tokens.ts'
import { type Affirmed, affirmed } from './affirmed.ts'

const ADMIN = '(?:admins?|administrators?|adminstrator|adm|administrador)'
const ROLES: readonly (readonly [NonNullable<Facts['role']>, RegExp])[] = [
  [
    'global-admin',
    new RegExp(
      `\\b(?:global|company|tenant global|glob) ?-? ?${ADMIN}\\b|\\bglobaladmin\\b|\\badmin(?:istrador|istradora)? global\\b|\\bglobal administrador\\b`,
      'gu',
    ),
  ],
  [
    'billing-admin',
    new RegExp(
      `\\bbilling ?-? ?${ADMIN}\\b|\\bbillingadmin\\b|\\bbilling (?:adm|guy|person|lady|colleague)\\b|\\badministrador(?:a)? de facturación(?= )`,
      'gu',
    ),
  ],
  [
    'other',
    new RegExp(
      `\\b(?:security|user|users|helpdesk|help desk|service|exchange|sharepoint|teams|licen[cs]e|compliance|intune|application|app|cloud|authentication|groups?|reports|network|domain|privileged role|cloud app|device|azure|subscription|password|conditional access|office|support|service support|dynamics|power platform|local|it|purview|identity) ?-? ?${ADMIN}\\b|\\b(?:global|security|reports|message center|directory|usage) readers?\\b|\\b(?:security operators?|contributors?|subscription owner|azure owner|enrol+ment admin(?:istrator)?s?|guest account|i'?m help ?desk|own the (?:azure )?subscription|owner (?:role|(?:of|on) (?:(?:the|our|my|an?) )?(?:azure )?(?:sub|subscription))|delegated admin(?:istrator)?|reader (?:role|on the)|billing readers?|billing (?:profile|account) (?:owner|contributor|reader)s?|lizenzadministrator|(?:guest|normal|regular|plain|ordinary|standard) users?|user access administrator)\\b`,
      'gu',
    ),
  ],
]

/** A title asked about or held, which is no role of the directory: "is the plant manager entitled", "he's just a user". */
const TITLE =
  '(?:engineer|technician|manager|operator|consultant|contractor|planner|buyer|accountant|controller|supervisor|foreman|intern|secretary|user|member)'
const TITLED = new RegExp(
  `\\b(?:is|can|may|could|does|should|will) (?:the|a|an|our|my) (?:\\S{1,15} )?${TITLE} (?:entitled|allowed|permitted|authori[sz]ed|able|enough|buy|extend|purchase|order|cancel|renew|prolong|start|activate|end)\\b|\\b\\S{1,15} ${TITLE} ?: (?:allowed|permitted|entitled|enough)\\b|\\b(?:he|she) ?(?:'s|is) (?:just|only) an? (?:\\S{1,15} )?${TITLE}\\b|\\b(?:i'm|i am|im) (?:the|an?) (?:plant|site|production|process|maintenance|automation|project|ot) ${TITLE} and\\b`,
  'u',
)

/** "GA" in capitals, whatever stands around it. */
const INITIALS: typeof ROLES = [['global-admin', /\bgas?\b/gu]]
const byInitials = (tokens: readonly Token[], words: string) =>
  tokens.some(token => /^GAs?$/u.test(token.raw)) && !/\b(?:no|without an?|hand out|give out) gas?\b/u.test(words)
    ? affirmed(words, INITIALS).find(isHeld)?.value
    : undefined

const HOLDS =
  /\b(?:i'm|i am|im|am|as|i have|my role is|my role :|role :|role =|i've got|me :) (?:only |just |merely |currently )?(?:an? |the |our )?$/u
const ASKS = /\b(?:can|may|could|does|will|would|should|might) (?:an? |the |our |their |my )?$/u
const ONLY =
  /\b(?:i'm|i am|im) (?:only|just) (?:an? )(?!global|billing|company)(?:\S{1,15} )?(?:engineer|technician|user|reader|operator|admin|administrator|manager|contractor|member|guest|owner|contributor)\b/u

const I_AM = "(?:i'm|i am|im|we're|we are|am|as|speaking as|being|i work for|i work at|we work for)(?: (?:just|only|merely|also|actually))?"
const SELLER = '(?:partner|reseller|re-seller|csp|msp|var|seller|distributor|integrator|account manager|(?:sales )?rep(?:resentative)?)s?'
/** "I'm their reseller", "we're the CSP partner of the customer", "i am partner of the client". */
const SELLS = new RegExp(
  `\\b${I_AM} (?:(?:their|the customer's|my customer's|our customer's|the client's) (?:\\S{1,12} ){0,2}?${SELLER}|(?:(?:an?|the) )?(?:\\S{1,12} ){0,2}?${SELLER} (?:of|for|to|at) (?:the|a|our|my|this|that|several|many)?(?: ?\\S{1,12})? ?(?:customers?|clients?)|not (?:the customer|the client|the end customer))\\b`,
  'u',
)
/** "We are a reseller", of whose own trial nothing is said. */
const IS_SELLER = new RegExp(
  `(?:^|[.,;:!?(-] |\\b(?:hi|hello|and|but) )${I_AM} (?:an? |the )?(?:\\S{1,12} )?(?:partner|reseller|re-seller|msp|var)\\b`,
  'u',
)
const OWN_TRIAL =
  /\b(?:our|my)(?: own)? (?:\S{1,12} )?(?<!(?:customer|client|customers|clients)(?:'s?)? )(?:trial|evaluation|eval|poc|pilot|tenant|licen[cs]e|subscription)\b/u
/** Who sells holds no role where the trial is; of anything else that says nothing. */
const sells = (words: string) =>
  SELLS.test(words) ||
  (/\b(?:trials?|eval\w*|poc|pilot|exten\w*|prolong\w*)\b/u.test(words) && IS_SELLER.test(words) && !OWN_TRIAL.test(words))

/** "I'm no admin", "neither global nor billing admin", "I don't have admin rights": whoever says so holds neither role. */
const BOTH = `(?:global|billing|company)(?: ${ADMIN})? (?:or|nor|and|\\/)(?: an?| the| even)? (?:global|billing|company) ${ADMIN}`
const SPEAKS =
  "(?:^|[.,;:!?(\\n-] |\\b(?:i'm|i am|im|we're|we are|am|i|we|me|as|but|and|role|is) (?:: )?(?:really |just |sadly |unfortunately )?)"
const NO_ADMIN = new RegExp(
  `${SPEAKS}(?:not|no|neither|n't|ain't)(?: an?| the| their| one of the| even)?(?: an?)? (?:${BOTH}|${ADMIN})\\b(?! (?:is|are|was|has|have|can|could|will|needed|required|necessary|here|available|of (?:azure|exchange|intune|sharepoint)))|${SPEAKS}(?:(?:do not|don't|dont|haven't|have|'ve|got|without) )(?:have |got )?(?:no |any |an? )?${ADMIN} (?:rights?|roles?|permissions?|privileges?|access)\\b`,
  'u',
)
/** "have admin rights" is none of these. */
const LACKS = /\b(?:not|no|neither|n't|dont|without|haven't|don't|ain't)\b/u
const isNoAdmin = (words: string) => LACKS.test(NO_ADMIN.exec(words)?.[0] ?? '')

/** Somebody else's role in passing: who is away, who has left, who did it, or what there is nobody of. */
const ABSENT = (after: string) =>
  /^ (?:is |are |was |has |have |just |currently |who |'s |will be |being ){0,3}(?:on (?:\S{1,12} )?(?:leave|holiday|vacation|pto|sick leave)|off sick|sick|away|gone|out|left|quit|resigned|retired|unreachable|unavailable|not (?:available|reachable|here)|abroad|bought|purchased|ordered|said|says|told|clicked|pressed)\b/u.test(
    after,
  )
const LACKING = /\b(?:don't|dont|do not|doesn't|does not|won't|no longer) (?:\S{1,10} ){0,3}$/u
const A = '(?: (?:an?|the|our|my|only|just|:))*'
/** "I was billing admin", "my former role: global admin", "GA until last month". */
const WAS = new RegExp(`\\b(?:was|were|had(?: been)?|ex|ex-|former|previous|past)(?: role| title)?${A} -? ?$`, 'u')
const UNTIL_THEN = /^ (?:role )?(?:until|till|up to) (?:yesterday|last|recently|lately|a \S+ ago)\b/u
const STILL = /^ (?:and|but) (?:(?:i|still|we) ){1,2}(?:am|are)\b/u
/** "I'll be billing admin from Monday", "I should become global admin soon", "I applied for it". */
const TO_COME = new RegExp(
  `(?:\\b(?:i|we|he|she|they)'ll|\\b(?:(?:i|we|he|she|they|you) (?:will|should)|going to|gonna|about to|hop(?:e|ing) to|plan(?:ning)? to|i want to|i'd like to|supposed to))(?: (?:soon|then|also|probably|hopefully))? (?:be|become|get|receive)(?<!should be)(?: made| given| promoted to)?${A} $|\\b(?:becoming|(?:i'm|i am|we're) getting|appl(?:y|ying|ied) for|requested|asked for|waiting for)${A} $`,
  'u',
)
/** "I'm only global admin in another tenant", "billing admin at the parent company", "GA, but not here". */
const ELSEWHERE =
  /^ (?:(?:role|rights|but|only|just|,|\() ?){0,3}(?:(?:in|at|of|for|on|from|with) (?:(?:an?|the|our|my|some|one|their) ){0,2}(?:another|other|different|wrong|second|parent|sister|former|previous)\b|elsewhere\b|somewhere else\b|not (?:here\b|(?:in|of|on|for|at) (?:this|that|the|our|theirs?)\b))/u
const isHeld = ({ before, after }: Affirmed<unknown>) =>
  !((WAS.test(before) && !STILL.test(after)) || UNTIL_THEN.test(after) || TO_COME.test(before) || ELSEWHERE.test(after))

const isInPassing = ({ before, after }: Affirmed<unknown>) =>
  (/\b(?:our|the|my|their|only) $/u.test(before) && ABSENT(after)) ||
  /\b(?:nobody|no one|noone|none of us) (?:\S+ ){0,4}(?:is|has|holds|as) (?:an? |the )?$/u.test(before) ||
  (LACKING.test(before) && /\b(?:have|has|got|hand out|give|employ) (?:\S{1,6} )?$/u.test(before)) ||
  (/\bbetween (?:an? |the )?$/u.test(before) && /^ and\b/u.test(after)) ||
  /\bbetween (?:an? |the )?\S+(?: \S+)? and (?:an? |the )?$/u.test(before)

/** Every role and title above is named with one of these. */
const NAMING = new RegExp(
  `adm|billing|reader|contributor|owner|guest|help ?desk|own the|partner|seller|distributor|integrator|msp|csp|var\\b|account manager|rep\\b|customer|client|${TITLE}`,
  'u',
)

/** The role that the sender holds, else the one asked about, else the first one named. */
export function readRole(tokens: readonly Token[], words: string): Facts['role'] {
  if (!NAMING.test(words)) return byInitials(tokens, words)
  const roles = affirmed(words, ROLES).filter(role => isHeld(role) && !isInPassing(role))
  const roleBehind = (lead: RegExp) => roles.find(({ before }) => lead.test(before))?.value
  if (ONLY.test(words)) return roleBehind(HOLDS) ?? 'other'
  const denied = isNoAdmin(words) ? 'other' : undefined
  const named =
    roleBehind(HOLDS) ?? denied ?? roleBehind(ASKS) ?? roles[0]?.value ?? (TITLED.test(words) ? 'other' : byInitials(tokens, words))
  const isOther = sells(words) || /\b(?:i'm|i am|am) not (?:an? |the )?(?:global|billing) admin/u.test(words)
  return named ?? (isOther ? 'other' : undefined)
}

const OF_ANYBODY = /\b(?:can|may|could|does|do|will|would|should|might|is|are) (?:an? )?$/u

/** Whether a role is only asked about ("can a Global Reader extend?"), and the person holds none that is named. */
export function isRoleAskedAbout(words: string): boolean {
  const roles = affirmed(words, ROLES)
  return roles[0] !== undefined && OF_ANYBODY.test(roles[0].before) && !roles.some(({ before }) => HOLDS.test(before))
}
