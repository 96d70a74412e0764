import type { Facts } from '../../rules/facts.ts'
import { affirmed } from './affirmed.ts'
import type { Token } from './tokens.ts'

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
      `\\b(?:security|user|users|helpdesk|help desk|service|exchange|sharepoint|teams|licen[cs]e|compliance|intune|application|app|cloud|authentication|groups?|reports|network|domain|privileged role|cloud app|device|azure|subscription|password|conditional access|office|support|service support|dynamics|power platform|local|it|purview|identity) ?-? ?${ADMIN}\\b|\\b(?:global|security|reports|message center|directory|usage) reader\\b|\\b(?:security operator|contributor|subscription owner|azure owner|enrol+ment admin(?:istrator)?s?|guest account|i'?m help ?desk|own the (?:azure )?subscription|owner (?:role|(?:of|on) (?:(?:the|our|my|an?) )?(?:azure )?(?:sub|subscription))|delegated admin(?:istrator)?|reader (?:role|on the)|billing reader|billing (?:profile|account) (?:owner|contributor|reader)|lizenzadministrator|guest user|normal user|regular user|plain user|ordinary user|standard user|user access administrator)\\b`,
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

const globalByInitials = (tokens: readonly Token[], words: string) =>
  tokens.some(token => /^GAs?$/u.test(token.raw)) && !/\b(?:no|without an?|hand out|give out) gas?\b/u.test(words)
    ? ('global-admin' as const)
    : undefined

const HOLDS =
  /\b(?:i'm|i am|im|am|as|i have|my role is|my role :|role :|role =|i've got|me :) (?:only |just |merely |currently )?(?:an? |the |our )?$/u
const ASKS = /\b(?:can|may|could|does|will|would|should|might) (?:an? |the |our |their |my )?$/u
const ONLY =
  /\b(?:i'm|i am|im) (?:only|just) (?:an? )(?!global|billing|company)(?:\S{1,15} )?(?:engineer|technician|user|reader|operator|admin|administrator|manager|contractor|member|guest|owner|contributor)\b/u

/** Who sells to a tenant has no role in it. */
const SELLS =
  /\b(?:i'm|i am|im|we're|we are) (?:just |only )?(?:their|the customer's|my customer's|the client's) (?:\S{1,12} )?(?:partner|reseller|seller|distributor|integrator|msp|account manager|rep)\b/u

/** Somebody else's role in passing: who is away, who has left, who did it, or what there is nobody of. */
const ABSENT = (after: string) =>
  /^ (?:is |are |was |has |have |just |currently |who |'s |will be |being ){0,3}(?:on (?:\S{1,12} )?(?:leave|holiday|vacation|pto|sick leave)|off sick|sick|away|gone|out|left|quit|resigned|retired|unreachable|unavailable|not (?:available|reachable|here)|abroad|bought|purchased|ordered|said|says|told|clicked|pressed)\b/u.test(
    after,
  )
const LACKING = /\b(?:don't|dont|do not|doesn't|does not|won't|no longer) (?:\S{1,10} ){0,3}$/u
const isInPassing = (before: string, after: string) =>
  (/\b(?:our|the|my|their|only) $/u.test(before) && ABSENT(after)) ||
  /\b(?:nobody|no one|noone|none of us) (?:\S+ ){0,4}(?:is|has|holds|as) (?:an? |the )?$/u.test(before) ||
  (LACKING.test(before) && /\b(?:have|has|got|hand out|give|employ) (?:\S{1,6} )?$/u.test(before)) ||
  (/\bbetween (?:an? |the )?$/u.test(before) && /^ and\b/u.test(after)) ||
  /\bbetween (?:an? |the )?\S+(?: \S+)? and (?:an? |the )?$/u.test(before)

/** Every role and title above is named with one of these. */
const NAMING = new RegExp(
  `adm|billing|reader|contributor|owner|guest|help ?desk|own the|partner|seller|distributor|integrator|msp|rep\\b|${TITLE}`,
  'u',
)

/** The role that the sender holds, else the one asked about, else the first one named. */
export function readRole(tokens: readonly Token[], words: string): Facts['role'] {
  if (!NAMING.test(words)) return globalByInitials(tokens, words)
  const roles = affirmed(words, ROLES).filter(({ before, after }) => !isInPassing(before, after))
  const roleBehind = (lead: RegExp) => roles.find(({ before }) => lead.test(before))?.value
  if (ONLY.test(words)) return roleBehind(HOLDS) ?? 'other'
  const named = roleBehind(HOLDS) ?? roleBehind(ASKS) ?? roles[0]?.value ?? (TITLED.test(words) ? 'other' : globalByInitials(tokens, words))
  const isOther = SELLS.test(words) || /\b(?:i'm|i am|am) not (?:an? |the )?(?:global|billing) admin/u.test(words)
  return named ?? (isOther ? 'other' : undefined)
}

const OF_ANYBODY = /\b(?:can|may|could|does|do|will|would|should|might|is|are) (?:an? )?$/u

/** Whether a role is only asked about ("can a Global Reader extend?"), and the person holds none that is named. */
export function isRoleAskedAbout(words: string): boolean {
  if (!NAMING.test(words)) return false
  const roles = affirmed(words, ROLES)
  return roles[0] !== undefined && OF_ANYBODY.test(roles[0].before) && !roles.some(({ before }) => HOLDS.test(before))
}
