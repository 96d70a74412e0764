import { ACCOUNT_KINDS, type Intent } from '../../cards/intents.ts'
import type { FactKey, Facts } from '../../rules/facts.ts'
import { isCorrection } from '../phrases.ts'
import type { Reading, SaidAt, Understand, Wish } from '../ports.ts'
import { askedInWords } from './asked-in-words.ts'
import { siteList } from './bare-lists.ts'
import { bandOf, bare, HALF, orElse } from './bare-reading.ts'
import { controlIntent } from './control-words.ts'
import { readEntities } from './entities.ts'
import { wordsOf } from './features.ts'
import { tellsGrowth } from './follow-ups.ts'
import { answerTo, leansOf, listEdit, priceTold } from './in-talk.ts'
import { foreignLanguage } from './language.ts'
import { listAndQuestion } from './list-and-question.ts'
import { strangersIn } from './other-products.ts'
import { asksOfOtherProduct, asksOfOtherThing, besideProducts, isDoneWithThing, isOfOtherAlone } from './product-questions.ts'
import { severalWishes } from './several-wishes.ts'
import { readPasted } from './sites/site-lists.ts'
import { spokenFor } from './spoken-for.ts'
import { withGovernmentCloud } from './terms/government.ts'
import { plain, readLines } from './text.ts'
import { withGluedThousands } from './tokens.ts'
import { asIfEnded, asksForReminder, withoutUnwanted, withoutUnwantedReminders } from './unwanted.ts'
import { withoutWaiting } from './waiting-words.ts'
import { type Ranked, rank, wishesInClauses, withAspect, withoutPreamble } from './wishes.ts'

const SURE_OF_LIST = 0.95

/** "Hi, thanks, ok, no wait, ...": each of them costs a reading of the rest. */
const MAX_PREAMBLES = 4

/** In characters; a longer one tells more. */
const MAX_REFUSING = 400

/** Understands a message without any network: the same reading every time. */
export const understand: Understand = async (text, at) => readMessage(text, at)

/** As `understand`, at once. */
export const readMessage = (text: string, at: SaidAt): Reading => read(withGluedThousands(text), at)

function read(text: string, at: SaidAt, preambles = MAX_PREAMBLES): Reading {
  const clean = plain(text)
  const control = controlIntent(clean)
  if (control) return bare(control, 1)
  const pasted = pastedList(text, at)
  const both = pasted ?? listAndQuestion(clean, at, read)
  if (both) return both
  const ours = besideProducts(clean, at, read)
  if (ours) return ours
  const looked = withoutWaiting(text)
  if (looked && preambles > 0) return read(looked, at, preambles - 1)
  const words = wordsOf(text)
  const ranked = rank(words)
  const [best] = ranked
  const foreign = foreignLanguage(words)
  if (foreign) {
    const entities = readEntities(text, { today: at.today, locale: at.locale, intent: best.intent })
    return { ...bare(best.intent, best.sure), ...entities, band: 'not', orElse: orElse(ranked), foreign }
  }
  if (isDoneWithThing(words) || isOfOtherAlone(words, best.intent))
    return { ...bare('out-of-scope', 1), orElse: orElse(ranked), otherProduct: true }
  const reading =
    inWords(text, clean, words, at) ??
    answerTo(text, words, ranked, at) ??
    priceTold(text, best, at) ??
    afterPreamble(clean, best, at, preambles) ??
    listEdit(text, words, at) ??
    siteList(text, words, at) ??
    refusing(clean, best, at) ??
    whole(text, clean, words, ranked, at)
  return strangersIn(words).length > 0 ? { ...reading, otherProduct: true } : reading
}

/** A question whose words leave no doubt. What an account is called in it is asked about, and none of the person's facts. */
function inWords(text: string, clean: string, words: readonly string[], { today, locale }: SaidAt): Reading | undefined {
  const wish = askedInWords(clean, words)
  if (!wish) return undefined
  const entities =
    wish.aspect === ACCOUNT_KINDS || wish.intent === 'size-license' ? {} : readEntities(text, { today, locale, intent: wish.intent })
  return { ...bare(wish.intent, wish.sure), ...entities, wishes: [wish] }
}

/** "We don't want an extension, how do we buy?", "no reminders please, what if we don't extend?": what is asked is the rest. */
function refusing(clean: string, best: Wish, at: SaidAt): Reading | undefined {
  const ended = best.intent === 'extend-trial' && clean.length <= MAX_REFUSING ? asIfEnded(clean) : undefined
  if (ended !== undefined) return read(ended, at, 0)
  const refused = { 'extend-trial': withoutUnwanted, 'set-reminder': withoutUnwantedReminders }[best.intent as string]
  const rest = clean.length <= MAX_REFUSING ? refused?.(clean) : undefined
  if (rest === undefined) return undefined
  const reading = read(rest, at, 0)
  const [{ intent }] = reading.wishes
  if (intent !== best.intent || asksForReminder(rest)) return reading
  if (intent === 'set-reminder') return { ...reading, wishes: [{ intent, sure: 0 }], band: 'not' }
  return { ...reading, band: 'half', orElse: ['buy-license', 'trial-terms', ...reading.orElse].slice(0, 3) as Intent[] }
}

/** A message as a question or wish of its own. */
function whole(
  text: string,
  clean: string,
  words: readonly string[],
  ranked: Ranked,
  { asked, ended, topic, today, locale }: SaidAt,
): Reading {
  const [best] = ranked
  const intent = bandOf(ranked) === 'sure' ? best.intent : licenceMeant(clean, best.intent, asked, topic)
  const own = readEntities(text, { today, locale, intent, leans: leansOf({ ended, topic }), ...(asked ? { asked } : {}) })
  const { growthPercent, ...told } = factsOfTopic(text, bandOf(ranked), { asked, topic, today, locale })
  const grown = growthPercent === undefined || tellsGrowth(text, own) ? {} : { growthPercent }
  const entities = { ...own, facts: { ...told, ...grown, ...own.facts } }
  const [first = withAspect(best, words), ...others] = wishesInClauses(clean) ?? []
  if (others.length > 0) return { ...severalWishes([first, ...others], text, entities, { today, locale }), orElse: orElse(ranked) }
  const doubted = best.intent !== 'out-of-scope' && (asksOfOtherProduct(words, best.intent) || asksOfOtherThing(clean, words, best.intent))
  const reading = {
    wishes: [doubted ? { ...first, sure: Math.min(first.sure, HALF) } : first] as const,
    band: doubted ? ('half' as const) : bandOf(ranked),
    ...(doubted ? { otherProduct: true } : {}),
    orElse: orElse(ranked),
    ...entities,
  }
  return withGovernmentCloud(reading, clean)
}

const ofTrials: readonly (Intent | undefined)[] = ['extend-trial', 'trial-terms']
const trialNamed = /\b(?:trial|tril|trail|eval|poc|pilot|demo|test|free|sandbox|exten|prolong|longer|more (?:time|days|weeks))/i
const licenceNamed = /\b(?:licen[cs]es?|subscriptions?|plan|contract)\b/i

/** Longer messages correct no day alone. */
const MAX_CORRECTION = 60

/** Under which intent the days of a message are read: a correction's under what it corrects; half a guess at a trial makes none of "the licence started yesterday". */
function licenceMeant(text: string, guess: Intent, asked: FactKey | undefined, topic: Intent | undefined): Intent {
  // "Sorry, Lyon ends 5 June"
  if (guess === 'out-of-scope' && asked && topic && text.length <= MAX_CORRECTION && isCorrection(text)) return topic
  if (!ofTrials.includes(guess) || ofTrials.includes(topic) || trialNamed.test(text)) return guess
  const asksLicence = asked === 'licenseStart' || asked === 'licenseEnd'
  if (asksLicence && topic) return topic
  return licenceNamed.test(text) && asked !== 'trialEnd' && asked !== 'trialStart' ? 'license-lifecycle' : guess
}

/** What a message says about what was spoken of, where it is not surely about something else; days are left to its own words. */
function factsOfTopic(
  text: string,
  band: Reading['band'],
  { asked, topic, today, locale }: Partial<SaidAt> & Pick<SaidAt, 'today' | 'locale'>,
): Facts {
  if (!topic) return {}
  const spoken = spokenFor(topic, text, { today, locale })
  if (band === 'sure') return spoken
  const { price, role, billingAccount, cloud, extended } = readEntities(text, {
    today,
    locale,
    intent: topic,
    ...(asked ? { asked } : {}),
  }).facts
  const said = Object.entries({ price, role, billingAccount, cloud, extended }).filter(([, value]) => value !== undefined)
  return { ...spoken, ...(Object.fromEntries(said) as Facts) }
}

/** Thanks, greetings and "no wait" in front of something else are not what the message is about. */
function afterPreamble(text: string, best: Wish, at: SaidAt, preambles: number): Reading | undefined {
  if (preambles === 0) return undefined
  if (best.intent !== 'thanks' && best.intent !== 'cancel' && best.intent !== 'greeting') return undefined
  const rest = withoutPreamble(text)
  if (!rest) return undefined
  const reading = read(rest, at, preambles - 1)
  const says = reading.band === 'sure' || rest.includes('?') || Object.keys(reading.facts).length > 0 || reading.unclear.length > 0
  return says && reading.wishes[0].intent !== best.intent ? reading : undefined
}

/** A list of so many lines is what a message is about, whatever words its names and headings have; a shorter one where it stands alone. */
const LONG_LIST = 5
const SHORT_LIST = 3
/** What a list of sites alone, or with a few words around it, may be taken for. */
const askedOfLists: readonly Intent[] = ['size-license', 'count-devices', 'out-of-scope', 'greeting', 'thanks', 'help', 'cancel']

/** A long list of sites is to be sized, unless the words around it surely ask for something else. */
function pastedList(text: string, { today, locale }: SaidAt): Reading | undefined {
  if (text.split('\n', SHORT_LIST).length < SHORT_LIST) return undefined
  const lines = readLines(text)
  const list = readPasted(lines)
  if (!list || list.sites.length + list.unreadable.length === 0) return undefined
  const around = lines.filter(({ number, role }) => !list.lines.has(number) && (role === 'body' || role === 'heading'))
  const words = wordsOf(around.map(line => line.text).join('\n'))
  const read = list.sites.length > 0 ? list.sites.length + list.unreadable.length : list.lines.size
  if (read < (words.length > 0 ? LONG_LIST : SHORT_LIST)) return undefined
  if (words.length > 0) {
    const ranked = rank(words)
    if (bandOf(ranked) === 'sure' && !askedOfLists.includes(ranked[0].intent)) return undefined
  }
  return { ...bare('size-license', SURE_OF_LIST), ...readEntities(text, { today, locale, intent: 'size-license', list }) }
}
