import type { Aspect, Intent } from '../../cards/intents.ts'
import type { FactKey, Facts } from '../../rules/facts.ts'
import type { Reading, SaidAt, Understand, Wish } from '../ports.ts'
import { controlIntent } from './control-words.ts'
import { type Entities, readEntities } from './entities.ts'
import { featuresOf, wordsOf } from './features.ts'
import { isFragment, isHypothetical } from './fragments.ts'
import { foreignLanguage } from './language.ts'
import { classifierOf, readModels } from './model.ts'
import { plain } from './text.ts'

const models = readModels()
const classifyIntent = classifierOf(models.intent)
const classifyAspect = classifierOf(models.aspect)

/** Bands, tuned by cross-validation for few answers that are sure and wrong. */
const SURE = 0.55
const SURE_MARGIN = 0.25
const HALF = 0.4
/** A second wish is answered only where it is very likely: a wrong one is worse than none. */
const SECOND = 0.75
const MIN_CLAUSE_WORDS = 4
const MAX_CLAUSES = 8

/** Understands a message without any network: the same reading every time. */
export const understand: Understand = async (text, at) => readMessage(text, at)

/** As `understand`, at once. */
export function readMessage(text: string, at: SaidAt): Reading {
  const { asked, today, locale } = at
  const clean = plain(text)
  const control = controlIntent(clean)
  if (control) return bare(control, 1)
  const words = wordsOf(text)
  const foreign = foreignLanguage(words)
  if (foreign) return { ...bare('out-of-scope', 0), band: 'not', foreign }
  const ranked = rank(words)
  const [best] = ranked
  const wish = withAspect(best, words)
  const entities = readEntities(text, { today, locale, intent: best.intent, ...(asked ? { asked } : {}) })
  const answer = asked && answersOnly(text, words, best, { ...at, asked })
  if (answer) return { ...bare(best.intent, best.sure), band: 'not', orElse: orElse(ranked), ...answer }
  return {
    wishes: [wish, ...furtherWishes(clean, wish)],
    band: bandOf(ranked),
    orElse: orElse(ranked),
    ...entities,
  }
}

type Ranked = readonly [Wish, ...Wish[]]

function rank(words: readonly string[]): Ranked {
  const wishes = [...classifyIntent(featuresOf(words))].map(([intent, sure]) => ({ intent: intent as Intent, sure }))
  const [first = { intent: 'out-of-scope', sure: 0 }, ...others] = wishes.sort((a, b) => b.sure - a.sure)
  return words.length === 0 ? [{ intent: 'out-of-scope', sure: 0 }] : [first, ...others]
}

function bandOf([first, second]: Ranked): Reading['band'] {
  const margin = first.sure - (second?.sure ?? 0)
  if (first.sure >= SURE && margin >= SURE_MARGIN) return 'sure'
  return first.sure >= HALF ? 'half' : 'not'
}

const orElse = ([, ...others]: Ranked) =>
  others
    .filter(({ sure }) => sure >= 0.03)
    .slice(0, 3)
    .map(({ intent }) => intent)

const bare = (intent: Intent, sure: number): Reading => ({
  wishes: [{ intent, sure }],
  band: sure >= SURE ? 'sure' : 'not',
  orElse: [],
  facts: {},
  unclear: [],
  unreadable: [],
  supposed: false,
})

/** Adds which of an intent's answers is meant, where that is clear. */
function withAspect(wish: Wish, words: readonly string[]): Wish {
  const own = [...classifyAspect(featuresOf(words))].filter(([label]) => label.startsWith(`${wish.intent}/`))
  const total = own.reduce((sum, [, probability]) => sum + probability, 0)
  const [label, probability] = own.reduce((best, next) => (next[1] > best[1] ? next : best), ['', 0] as [string, number])
  return total > 0 && probability / total >= 0.5 ? { ...wish, aspect: label.split('/')[1] as Aspect } : wish
}

/** What else is asked in a message, by its clauses. */
function furtherWishes(text: string, first: Wish): Wish[] {
  const clauses = text
    .slice(0, 2000)
    .split(/[.?!;\n]+\s|\?|\n|,?\s+(?:and also|and if|and what|and when|and how|and can|and do|and who|and where|also|plus)\s+/i)
  if (clauses.length < 2 || clauses.length > MAX_CLAUSES) return []
  const found = new Map<Intent, Wish>()
  for (const clause of clauses) {
    const words = wordsOf(clause)
    if (words.length < MIN_CLAUSE_WORDS) continue
    const [best] = rank(words)
    if (best.sure < SECOND || best.intent === first.intent || !isAsked(best.intent, clause)) continue
    if (!found.has(best.intent)) found.set(best.intent, withAspect(best, words))
  }
  return [...found.values()].slice(0, 2)
}

const asides: readonly Intent[] = ['out-of-scope', 'greeting', 'thanks', 'cancel', 'help']
const asks = /^\W*(can|could|do|does|is|are|how|what|when|who|which|where|why|will|would|may|should|if|please|pls|remind|tell|show|list)\b/i
const isAsked = (intent: Intent, clause: string) => !asides.includes(intent) && asks.test(clause)

/** The facts of a message that is only a value for what was asked or spoken of; undefined where it is more. */
function answersOnly(
  text: string,
  words: readonly string[],
  best: Wish,
  { asked, topic, today, locale }: SaidAt & { asked: FactKey },
): Entities | undefined {
  const list = asked === 'sites' && text.includes('\n')
  if (!list && !isFragment(words)) return undefined
  const supposed = isHypothetical(text)
  // "What if it ended on 20 April" speaks of a day ahead.
  const said = supposed ? text.replace(/\b(end|finish)ed\b/gi, '$1s').replace(/\b(expire|lapse)d\b/gi, '$1s') : text
  const entities = readEntities(said, { today, locale, intent: intentAsking[asked] ?? topic ?? best.intent, asked })
  const yesNo = asked === 'otherActiveLicense' ? yesOrNo(words) : {}
  const facts = { ...entities.facts, ...yesNo }
  const given = Object.keys(facts).length > 0 || entities.unclear.length > 0 || entities.unreadable.length > 0
  return given ? { ...entities, facts, supposed: supposed || entities.supposed } : undefined
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

function yesOrNo([first]: readonly string[]): Facts {
  if (/^(yes|yep|yeah|y|sure|right|correct|true)$/.test(first ?? '')) return { otherActiveLicense: true }
  return /^(no|nope|n|none|nah|false|only)$/.test(first ?? '') ? { otherActiveLicense: false } : {}
}
