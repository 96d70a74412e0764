import type { Intent } from '../../cards/intents.ts'
import { isDeviceNoun } from './sites/site-words.ts'
import type { Token } from './tokens.ts'

const SYMBOLS = new Set(['€', '$', '£', '¥', '₹'])
const CURRENCIES =
  /^(?:eur|euros?|usd|dollars?|bucks?|quid|gbp|pounds?|chf|francs?|franken|inr|rs|rupees?|aud|cad|nzd|sek|nok|dkk|kronor|kroner|pln|zł|zloty|czk|huf|brl|reais|yen|jpy|sgd|zar|rand|aed)$/u
const PAID = /^(?:paid|pay|cost|costs|price|amount|charged|charge|total|billed|invoice|invoiced|debited|sum|fee|spent|us|payment)$/u

export interface Amount {
  readonly value: number
  /** The tokens it covers, so that it is no count of devices. */
  readonly from: number
  readonly to: number
}

/** Amounts of money: a number beside a currency. */
export function findAmounts(tokens: readonly Token[]): Amount[] {
  const amounts: Amount[] = []
  for (let at = 0; at < tokens.length; at += 1) {
    if (tokens[at]?.kind !== 'number') continue
    const isBehind = isCurrency(tokens[at - 1])
    const grouped = groups(tokens, at)
    const { value, to } = isBehind || isCurrency(tokens[grouped.to]) ? grouped : { value: tokens[at]?.value ?? 0, to: at + 1 }
    const isBefore = isCurrency(tokens[to])
    if (isBehind || isBefore) amounts.push({ value, from: isBehind ? at - 1 : at, to: isBefore ? to + 1 : to })
    at = to - 1
  }
  return amounts
}

/** "3000, 4500 and 12000 euros", "M 3000, L 4500, XL 12000 euros": the numbers in front of an amount that share its currency. */
export function sharingCurrency(tokens: readonly Token[], amounts: readonly Amount[]): { readonly from: number; readonly to: number }[] {
  return amounts.flatMap(({ from, to }) => {
    if (isCurrency(tokens[from]) || !isCurrency(tokens[to - 1])) return []
    const labelled = isSize(tokens[from - 1])
    const joint = tokens[from - (labelled ? 2 : 1)]?.text ?? ''
    // "Lyon 400, 3000 euros" tells of devices first.
    if (!labelled && !/^(?:and|or|&)$/u.test(joint)) return []
    const found: { from: number; to: number }[] = []
    for (
      let at = before(tokens, from, labelled);
      tokens[at]?.kind === 'number' && isSize(tokens[at - 1]) === labelled;
      at = before(tokens, at, labelled)
    )
      found.push({ from: at, to: at + 1 })
    return found
  })
}

/** Where the number before another one of such a list stands. */
function before(tokens: readonly Token[], at: number, labelled: boolean): number {
  let back = labelled ? at - 2 : at - 1
  while (back > 0 && /^(?:,|;|\/|and|or|&)$/u.test(tokens[back]?.text ?? '')) back -= 1
  return back
}

const isSize = (token?: Token) => token !== undefined && /^(?:xs|s|m|l|xl)$/u.test(token.text)
const isCurrency = (token?: Token) => token !== undefined && (SYMBOLS.has(token.text) || CURRENCIES.test(token.text))

/** Up to billions: what goes on longer is a list of numbers. */
const MOST_GROUPS = 4

/** 120 000 beside a currency: three figures in front are a group there. */
function groups(tokens: readonly Token[], at: number): { value: number; to: number } {
  let figures = tokens[at]?.raw ?? ''
  let to = at + 1
  const most = at + MOST_GROUPS
  while (to < most && /^\d{1,3}(?: ?\d{3})*$/u.test(figures) && tokens[to]?.spaced && /^\d{3}$/u.test(tokens[to]?.raw ?? '')) {
    figures += tokens[to]?.raw ?? ''
    to += 1
  }
  return to === at + 1 ? { value: tokens[at]?.value ?? 0, to } : { value: Number(figures.replaceAll(' ', '')), to }
}

/** What was paid in all, of several licences that cost as much each as well; undefined where only a part of it is told. */
export function readPrice(...told: Parameters<typeof priceTold>): number | undefined {
  const price = priceTold(...told)
  const times = price && timesIn(told[0], price.from, price.to)
  return price && times ? price.value * times : undefined
}

/** "2 x 3,000", "2 licences for 3,000 each": so many; 1 where the price is that of all, undefined where "each" is of an unknown number. */
function timesIn(tokens: readonly Token[], from: number, to: number): number | undefined {
  const many = (at: number) => (tokens[at]?.kind === 'number' ? tokens[at]?.value : undefined)
  const isTimes = (at: number) => /^(?:x|×|\*|times)$/u.test(tokens[at]?.text ?? '')
  const beside = isTimes(from - 1) ? many(from - 2) : isTimes(to) ? many(to + 1) : undefined
  if (beside !== undefined) return beside
  const licences = tokens.findLastIndex(
    ({ kind, value = 0 }, index) =>
      kind === 'number' &&
      value > 1 &&
      value <= 200 &&
      tokens.slice(index + 1, index + 4).some(({ text }) => /^(?:licen[cs]es|subscriptions)$/u.test(text)),
  )
  const words = tokens.map(({ text }) => text).join(' ')
  const isEach = EACH.test(words) || (licences >= 0 && tokens[from - 1]?.text === 'at')
  return isEach ? many(licences) : 1
}
const EACH = /\b(?:each|apiece|per (?:licen[cs]e|subscription|piece|site|one)|a piece)\b/u

/** A number without a currency counts beside "paid", "cost" or "price", and only where a refund is asked for. */
function priceTold(
  tokens: readonly Token[],
  amounts: readonly Amount[],
  taken: (at: number) => boolean,
  intent: Intent,
): Amount | undefined {
  const paid = (from: number, to: number) =>
    tokens
      .slice(Math.max(0, from - 5), from)
      .concat(tokens.slice(to, to + 3))
      .some(token => PAID.test(token.text))
  const whole = amounts.filter(each => !isInstalment(tokens, each) && !/^(?:not|than)$/u.test(tokens[each.from - 1]?.text ?? ''))
  const [first] = whole
  if (first && (intent === 'refund-window' || whole.some(each => paid(each.from, each.to)))) return wholeOf(tokens, whole)
  if (intent !== 'refund-window') return undefined
  const at = tokens.findIndex(
    (token, index) =>
      token.kind === 'number' &&
      !taken(index) &&
      (token.value ?? 0) >= 50 &&
      beside(tokens, index) &&
      !isInstalment(tokens, { from: index, to: index + 1 }),
  )
  return at < 0 ? undefined : { value: tokens[at]?.value ?? 0, from: at, to: at + 1 }
}

/** Of several amounts the one that is called paid or comes to all others, if none is more; of "3,000 and 4,000 EUR" none is all that was paid. */
function wholeOf(tokens: readonly Token[], amounts: readonly Amount[]): Amount | undefined {
  const text = (at: number) => (tokens[at]?.kind === 'number' ? '0' : (tokens[at]?.text ?? ''))
  const [most, ...rest] = amounts.toSorted((one, two) => two.value - one.value)
  const named = amounts.filter(({ from, to }) => [from - 1, from - 2].some(at => PAID.test(text(at))) || /^(?:paid|total)$/u.test(text(to)))
  const sum = rest.reduce((all, { value }) => all + value, 0)
  const isWhole = rest.every(({ value }) => value === most?.value) || most?.value === sum || (named.length === 1 && named[0] === most)
  const isJoined = ({ from, to }: Amount) =>
    (text(from - 2) === '0' && JOINT.test(text(from - 1))) || (JOINT.test(text(to)) && amounts.some(each => each.from === to + 1))
  return most && isWhole && !isJoined(most) ? most : undefined
}
const JOINT = /^(?:and|or|to|\+|&|-|\/)$/u

/** "300 per month", "billed monthly, 300": a part of the year's price, of which nobody says how many there are. */
function isInstalment(tokens: readonly Token[], { from, to }: { from: number; to: number }): boolean {
  const words = (some: readonly Token[]) => some.map(({ text }) => text).join(' ')
  return (
    PER_MONTH.test(words(tokens.slice(to, to + 5))) ||
    BY_MONTH.test(words(tokens.slice(Math.max(0, from - 6), from))) ||
    OF_MONTH.test(words(tokens.slice(Math.max(0, from - 4), from)))
  )
}
const PER_MONTH =
  /^(?:[a-z€$£] )?(?:(?:(?:per|each|every|an?|p|by the|\/) ?(?:calendar )?(?:month|mth|mo|week|wk|quarter|qtr|day)\b(?! (?:ago|back|before|earlier|later))|(?:(?:in|as) )?(?:monthly|quarterly|weekly|pm|pcm)\b)|for (?:(?:the|this|one|1|an?) )?(?:first )?month\b)/u
const BY_MONTH =
  /(?<!\b(?:instead of|rather than|not) )\b(?:monthly|quarterly|weekly|(?:per|each|every|by the) (?:month|quarter|week))(?: \S+){0,4}$/u
const OF_MONTH = /\b(?:instal+ments?|rates?)(?: of| are| is| :)?$/u

const UNPRICED = /^(?:devices?|devs?|sites?|plants?|assets?|endpoints?|%|percent|licen[cs]es?|days?|weeks?|months?|hours?|th|x|plcs?)$/u

function beside(tokens: readonly Token[], at: number): boolean {
  if (UNPRICED.test(tokens[at + 1]?.text ?? '') || tokens.slice(at + 1, at + 4).some(({ text }) => isDeviceNoun(text))) return false
  const before = tokens.slice(Math.max(0, at - 3), at).map(token => token.text)
  if (NUMBERED.test(before.join(' '))) return false
  if (before.some(word => /^(?:paid|payed|overpaid|spent|cost|costs|price|amount|charged|billed|debited|sum)$/u.test(word))) return true
  if ([1, 2, 3, 4].some(ahead => /^(?:paid|payed|spent|charged|debited|took|taken)$/u.test(tokens[at + ahead]?.text ?? ''))) return true
  return isBoughtFor(tokens, at)
}

/** "Cost center 4711", "PO 4711": what goes by a number costs nothing. */
const NUMBERED =
  /(?:\b(?:cost|profit) cent(?:er|re)|\b(?:po|order|invoice|ticket|case|ref(?:erence)?|account|customer|opp(?:ortunity)?|quote)(?: (?:number|no|nr|id))?)(?: ?[.:#]| is)*$/u

/** "Bought on 5 March for 3,600"; "a licence for 400" may be one for so many devices, "for 2026" a year. */
function isBoughtFor(tokens: readonly Token[], at: number): boolean {
  const [lead, figures] = [tokens[at - 1]?.text, tokens[at]?.raw ?? '']
  // "4 licences at 1,500"
  if (lead === 'at' && /^(?:licen[cs]es|subscriptions)$/u.test(tokens[at - 2]?.text ?? '')) return true
  if (lead !== 'for' || /^20\d\d$/u.test(figures) || SOLD.test(tokens[at - 2]?.text ?? '')) return false
  return tokens.slice(Math.max(0, at - 10), at - 1).some(({ text }) => /^(?:bought|purchased|ordered|got|renewed)$/u.test(text))
}
const SOLD = /^(?:licen[cs]es?|subscriptions?|plans?|size|sizes|xs|s|m|l|xl|sites?|plants?|package|one|ones)$/u
