import type { Intent } from '../../cards/intents.ts'
import type { FactKey, Facts } from '../../rules/facts.ts'
import type { Reading, SaidAt } from '../ports.ts'
import { bare, factsUnder, HALF, type Message, orElse, sitesIn } from './bare-reading.ts'
import type { Entities, EntitiesAt } from './entities.ts'
import { followedUp, tellsGrowth, withDirection } from './follow-ups.ts'
import { isFragment, isHypothetical } from './fragments.ts'
import { spoiledCount } from './sites/site-cells.ts'
import { oneSite } from './sites/site-lists.ts'

// Messages that only mean something in the talk: a value for what was asked, a change to the list in view.

const isMoney = /\b(paid|pay|payed|cost|costs|price|eur|euros?|usd|dollars?|gbp|pounds?|chf)\b|[€$£]/i

/** One is reminded of what is to come; what was told of as over lies behind. */
export const leansOf = ({ ended, topic }: Pick<SaidAt, 'ended' | 'topic'>): EntitiesAt['leans'] =>
  topic === 'set-reminder' ? 'coming' : ended ? 'behind' : undefined

/** While sizes are talked about, a few words with a number change the list in view. */
export function listEdit(message: Message): Reading | undefined {
  const { text, words, at } = message
  if (at.topic !== 'size-license' || words.length > 8 || !words.includes('znum') || words.includes('zask') || words.includes('zdate'))
    return undefined
  if (!/\b(add|plus|also|another|forgot|and|make|is|has|have|now|actually|sorry|no)\b/i.test(text) || isMoney.test(text)) return undefined
  const entities = sitesIn(message)
  return entities.facts.sites ? { ...bare('size-license', 0), ...entities } : undefined
}

/** A message that is only a value for what was asked or spoken of; undefined where it is more. */
export function answerTo(message: Message): Reading | undefined {
  const { text, words, ranked, at } = message
  const { topic, asked } = at
  const list = asked === 'sites' && text.includes('\n')
  const mayBeSites = asked === 'sites' && !isMoney.test(text)
  const [best] = ranked
  const reading = { ...bare(best.intent, best.sure), band: 'not' as const, orElse: orElse(ranked) }
  const why = mayBeSites ? spoiledCount(text) : undefined
  if (why) return { ...reading, unreadable: [{ line: 1, text: text.trim(), why }] }
  const one = mayBeSites ? oneSite(text, words) : undefined
  if (!list && !one && (!isFragment(words) || (asked === 'sites' && !mayBeSites))) return undefined
  if (!asked) return aboutNothing(message)
  const intent = topic && topic !== 'set-reminder' ? topic : (intentAsking[asked] ?? best.intent)
  const said = { text: withDirection(text, asked), at }
  const leans = leansOf(at)
  const inWords = factsUnder(intent, said, { leans, asked })
  // "12 x 80, 3 x 600" is no list of one.
  const isNamed = inWords.facts.sites?.some(({ name }, index) => name || index > 0) || inWords.unreadable.length > 0
  const asAsked = one && !isNamed ? factsUnder(intent, said, { leans, asked, list: one }) : inWords
  // A correction need not be of what was asked last.
  const entities = says(asAsked) ? asAsked : (corrected(message, intent, asked) ?? asAsked)
  const { growthPercent, ...followed } = followedUp(text, asked)
  const grown = growthPercent === undefined || tellsGrowth(text, entities) ? {} : { growthPercent }
  const facts: Facts = { ...entities.facts, ...followed, ...grown }
  const given = Object.keys(facts).length > 0 || entities.unclear.length > 0 || entities.unreadable.length > 0
  return given ? { ...reading, ...entities, facts, supposed: isHypothetical(text) || entities.supposed } : undefined
}

/** "It was 8,900 EUR", "we paid $3,600": told of what was bought, not asked of what is sold. */
const paid =
  /\b(?:it|that|this|they|licen[cs]e|price|amount|invoice|total|sum|bill|fee)(?:['’]s| was| is| cost| came to)(?: about| around| roughly)? (?=\D{0,4}\d)|\b(?:paid|charged|spent|invoiced|billed|debited)\b[^.?!]{0,20}?\d/i
const ofAnother = /\b(?:bigger|larger|smaller|other|another|second|new|sizes?|list|xs|xl)\b/i
const MAX_PAID = 100

/** What was paid, told in a talk about the money back; undefined for every other message. */
export function priceTold(message: Message): Reading | undefined {
  const { text, ranked, at } = message
  if (at.topic !== 'refund-window' || ranked[0].intent !== 'buy-license' || text.length > MAX_PAID) return undefined
  if (!isMoney.test(text) || !paid.test(text) || ofAnother.test(text)) return undefined
  const entities = factsUnder(at.topic, message)
  return entities.facts.price ? { ...bare(at.topic, 1), ...entities } : undefined
}

const says = ({ facts, unclear }: Entities) => Object.keys(facts).length > 0 || unclear.length > 0

/** What it says of another fact that is spoken of. */
function corrected(message: Message, intent: Intent, asked: FactKey): Entities | undefined {
  const { text, at } = message
  const leans = leansOf(at)
  const own = factsUnder(intent, message, { leans })
  const day = spokenDay[intent]
  if (says(own) || !day || day === asked) return says(own) ? own : undefined
  const entities = factsUnder(intent, { text: withDirection(text, day), at }, { leans, asked: day })
  return says(entities) ? entities : undefined
}

/** The day that is spoken of under an intent. */
const spokenDay: Readonly<Partial<Record<Intent, FactKey>>> = {
  'extend-trial': 'trialEnd',
  'refund-window': 'licenseStart',
  'license-lifecycle': 'licenseEnd',
}

/** A day alone, with nothing spoken of before, may be that of anything: it is asked back. */
function aboutNothing(message: Message): Reading | undefined {
  const { facts, unclear } = factsUnder(message.ranked[0].intent, message)
  const aboutDays = Object.keys(facts).some(key => /End$|Start$/.test(key)) || unclear.length > 0
  if (!aboutDays || /\b(trial|licen[cs]e|bought|purchased|ordered|refund)\b/i.test(message.text)) return undefined
  return { ...bare('extend-trial', HALF), band: 'half', orElse: ['license-lifecycle', 'refund-window'] }
}

/** Under which intent a bare value for a fact is read. */
const intentAsking: Readonly<Partial<Record<FactKey, Intent>>> = {
  sites: 'size-license',
  trialEnd: 'extend-trial',
  trialStart: 'extend-trial',
  licenseStart: 'refund-window',
  licenseEnd: 'license-lifecycle',
  role: 'extend-trial',
  billingAccount: 'extend-trial',
}
