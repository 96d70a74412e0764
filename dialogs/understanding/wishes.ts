import { type Aspect, aspects, type Intent } from '../../cards/intents.ts'
import type { Wish } from '../ports.ts'
import { onlyKindNamed } from './days/subject-words.ts'
import { wordsOf } from './features.ts'
import { readClassifiers } from './model.ts'

const classify = readClassifiers()

/** Several wishes are answered only where each is likely: a wrong second one is worse than none. */
const EACH = 0.6
const MIN_CLAUSE_WORDS = 4
/** A shorter clause counts where it leaves no doubt ("can we extend and ..."). */
const SURE_OF_SHORT = 0.9
const MAX_CLAUSES = 8
const MAX_WISHES = 3

export type Ranked = readonly [Wish, ...Wish[]]

/** Below this an intent isn't worth a word: no band and no offer hangs on it. */
const UNLIKELY = 0.03

/** The intents that a message may mean with their probabilities, the likeliest first. */
export function rank(words: readonly string[]): Ranked {
  const likely = words.length === 0 ? [] : classify.intent(words).filter(({ probability }) => probability >= UNLIKELY)
  const wishes = likely.map(({ label, probability }) => ({ intent: label as Intent, sure: probability }))
  const [first = { intent: 'out-of-scope', sure: 0 }, ...others] = wishes.sort((a, b) => b.sure - a.sure)
  return [first, ...others]
}

/** Adds which of an intent's answers is meant, where that is clear. */
export function withAspect(wish: Wish, words: readonly string[]): Wish {
  if (!(wish.intent in aspects)) return wish
  const own = classify.aspect(words).filter(({ label }) => label.startsWith(`${wish.intent}/`))
  const total = own.reduce((sum, { probability }) => sum + probability, 0)
  const { label, probability } = own.reduce((best, next) => (next.probability > best.probability ? next : best), {
    label: '',
    probability: 0,
  })
  return total > 0 && probability / total >= 0.5 ? { ...wish, aspect: label.split('/')[1] as Aspect } : wish
}

/** Intents with answers that have nothing to do with each other. */
const manifold: readonly Intent[] = ['license-terms']
const asides: readonly Intent[] = ['out-of-scope', 'greeting', 'thanks', 'cancel', 'help']
const asks =
  /^\W*(?:(?:and|also|so|ok|hi|hello|then)\W+)*(can|could|do|does|is|are|how|what|when|who|which|where|why|will|would|may|should|please|pls|remind|tell|show|list|extend|size)\b/i

/** "Can't find it anywhere": no question, though it begins like one. */
const isComplaint = /^\W*(?:(?:and|but|also|so|i|we)\W+)*(?:can|could|do|does|is|are|will|would)n?['’]?t\b/i
const comesBack = /\b(?:get|have|see|find|restore|recover)\b[^.?!]{0,30}\b(?:back|again)\b/i
const isMoney = /\b(?:refund\w*|money|paid|payment|credit\w*|licen[cs]es?|fees?|price|euros?|dollars?|reimburs\w+)\b|[€$£]/i

/** "And do we get them back?" of data is about its end, which the message asks about already, not about money. */
const isOfData = (clause: string, text: string) =>
  /\b(?:data|alerts?|inventory|history|logs?)\b/i.test(text) && comesBack.test(clause) && !isMoney.test(clause)

/** "Tell me if" asks what follows, and is no wish to be told of it one day. */
const indirect =
  /^\W*(?:(?:please|pls|also|then)\W+)*(?:tell (?:me|us)|let (?:me|us) know|say|check|answer|see|find out|confirm)\s+(?:if|whether)\s+/i

/** Whether a text asks or orders by its first word. */
export const isAsking = (text: string) => asks.test(text)

/**
 * What is asked in a message by its clauses, in their order: two or three wishes, or undefined where it asks one thing.
 * Statements, thanks and greetings don't count.
 */
export function wishesInClauses(text: string): Wish[] | undefined {
  const clauses = text.slice(0, 2000).split(/(?<=[?!;:])\s+|\.\s+|\n|,?\s+(?:and|also|plus|then)\s+/i)
  if (clauses.length < 2 || clauses.length > MAX_CLAUSES) return undefined
  const asking = clauses
    .map(clause => ({ clause, asked: clause.replace(indirect, '') }))
    .filter(({ clause, asked }) => asked !== clause || clause.includes('?') || (isAsking(clause) && !isComplaint.test(clause)))
    .filter(({ clause }) => !isOfData(clause, text))
    .map(({ asked }) => wordsOf(asked))
    .filter(words => words.length >= 2 && words[0] !== 'not')
  if (asking.length < 2) return undefined
  const found = new Map<string, Wish>()
  for (const words of asking) {
    const [best, second] = endOfNamed(rank(words), text)
    if (
      best.sure < (words.length < MIN_CLAUSE_WORDS ? SURE_OF_SHORT : EACH) ||
      best.sure - (second?.sure ?? 0) < 0.25 ||
      asides.includes(best.intent)
    )
      continue
    const wish = withAspect(best, words)
    const key = manifold.includes(best.intent) ? `${best.intent} ${wish.aspect}` : best.intent
    if (!found.has(key)) found.set(key, wish)
  }
  return found.size < 2 ? undefined : [...found.values()].slice(0, MAX_WISHES)
}

/** What follows an end, of which a clause doesn't say whether it is a trial's ("and the data afterwards?"): the rest of the message says it. */
function endOfNamed([best, second, ...others]: Ranked, text: string): Ranked {
  const ends: readonly Intent[] = ['trial-terms', 'license-lifecycle']
  if (!second || !ends.includes(best.intent) || !ends.includes(second.intent)) return second ? [best, second, ...others] : [best]
  const kind = onlyKindNamed(text)
  if (!kind) return [best, second, ...others]
  return [{ intent: kind === 'trial' ? 'trial-terms' : 'license-lifecycle', sure: best.sure + second.sure }, ...others]
}

/** A message without the thanks, greeting or "no wait" before what it really says; undefined where nothing is left. */
export function withoutPreamble(text: string): string | undefined {
  const rest = text.replace(
    /^\W*(?:[\p{L}' ]{1,40}?\b(?:thanks?|thank you|thx|cheers|perfect|great|ok|okay|hi|hello|hey|no|wait|stop|sorry|cancel that|forget it)\b[\p{L}' ]{0,20}|(?:thanks?|thank you|thx|cheers|perfect|great|ok|okay|hi|hello|hey|no|wait|stop|sorry|cancel that|forget it)[\p{L}' ]{0,20})[,.!:;-]+\s*/iu,
    '',
  )
  return rest !== text && rest.trim() !== '' ? rest : undefined
}
