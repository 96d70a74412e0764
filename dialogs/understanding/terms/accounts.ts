import type { Facts } from '../../../rules/facts.ts'
import type { Affirmed } from './affirmed.ts'

// Which of several billing accounts a message names is the one that is used now.

type Account = NonNullable<Facts['billingAccount']>
type Named = Affirmed<Account>

const A = '(?: (?:on|under|with|in|an?|the|our|using))* $'
const NOW = new RegExp(`\\b(?:now|currently|today|meanwhile|since then)${A}`, 'u')
const TOWARDS =
  /\b(?:mov(?:e|es|ing)|switch(?:es|ing)?|migrat(?:e|es|ing)|chang(?:e|es|ing)|transition(?:s|ing)?|convert(?:s|ing)?|go(?:es|ing)?|will|soon|upgrad(?:e|es|ing)|planned|planning)\b/u
const TO = /\b(?:to|onto|into|be|become)(?: (?:on|under|an?|the|our))* $/u
const FROM = /\b(?:from|off|out of|left|instead of|rather than)(?: (?:an?|the|our|under))* $/u
const MOVED = /\b(?:mov|switch|migrat|chang|transition|convert)ed\b|\b(?:came|went)\b/u
const TO_ANOTHER = /^ (?:\S{1,20} ){0,2}?(?:to|onto|into)\b/u
const WAS = new RegExp(`\\b(?:was|were|had been|had|been|before|originally|once|first|initially|earlier)${A}`, 'u')
const WAS_BEHIND = /^ (?:until|till|before|previously|earlier|originally|once|in the past|back then|last year)\b/u
const IS_SELLER = /\b(?:i'm|i am|we're|we are|as|i work for|i work at)(?: (?:an?|the))* $/u
const SELLS = /^ (?:partner|reseller|provider|seller|company|consultant)\b/u

const isToCome = ({ before }: Named) => TO.test(before) && TOWARDS.test(before)
/** "Buy from our CSP" leaves none. */
const isLeft = ({ before, after }: Named) =>
  FROM.test(before) && !TOWARDS.test(before) && (!/\bfrom\b[^,.;]*$/u.test(before) || MOVED.test(before) || TO_ANOTHER.test(after))
const isFormer = ({ before, after }: Named) => WAS.test(before) || WAS_BEHIND.test(after)
/** "I'm a CSP partner": who sells, not how the customer pays. */
const isOwnTrade = ({ value, before, after }: Named) => value === 'CSP' && (IS_SELLER.test(before) || SELLS.test(after))

/** The account that is used now; undefined where several are or none is any more. */
export function currentAccount(named: readonly Named[]): Account | undefined {
  const now = named.filter(({ before }) => NOW.test(before))
  const held = now.length > 0 ? now : named.filter(each => !isLeft(each) && !isToCome(each))
  const others = (gone: (each: Named) => boolean) => (each: Named) => !gone(each) || held.every(gone)
  const values = new Set(
    held
      .filter(others(isFormer))
      .filter(others(isOwnTrade))
      .map(({ value }) => value),
  )
  return values.size === 1 ? [...values][0] : undefined
}
