import { ACCOUNT_KINDS, type Intent } from '../../cards/intents.ts'
import type { Facts } from '../../rules/facts.ts'
import { isCorrection } from '../phrases.ts'
import type { Reading, SaidAt, Understand, Wish } from '../ports.ts'
import { askedInWords } from './asked-in-words.ts'
import { inTurn, siteList } from './bare-lists.ts'
import { bandOf, bare, factsUnder, firstOf, HALF, listFacts, type Message, orElse, sized, type Way } from './bare-reading.ts'
import { controlIntent } from './control-words.ts'
import type { Entities } from './entities.ts'
import { wordsOf } from './features.ts'
import { spokenFor, tellsGrowth } from './follow-ups.ts'
import { answerTo, leansOf, listEdit, priceTold } from './in-talk.ts'
import { foreignLanguage } from './language.ts'
import { listAndQuestion } from './list-and-question.ts'
import { strangersIn } from './other-products.ts'
import { asksOfOtherProduct, asksOfOtherThing, besideProducts, ofOthers } from './product-questions.ts'
import { readPasted } from './sites/site-lists.ts'
import { withGovernmentCloud } from './terms/government.ts'
import { plain, readLines } from './text.ts'
import { withGluedThousands } from './tokens.ts'
import { asIfEnded, asksForReminder, withoutUnwanted, withoutUnwantedReminders } from './unwanted.ts'
import { withoutWaiting } from './waiting-words.ts'
import { type Ranked, rank, wishesInClauses, withAspect, withoutPreamble } from './wishes.ts'

/** Understands a message without any network: the same reading every time. */
export const understand: Understand = async (text, at) => readMessage(text, at)

/** As `understand`, at once. */
export const readMessage = (text: string, at: SaidAt): Reading => read(withGluedThousands(text), at)

/** "Hi, thanks, ok, no wait, ...": each of them costs a reading of the rest. */
const MAX_PREAMBLES = 4

/** The first way that knows a message reads all of it: those that know it by its form or read other words in its place. */
const byForm: readonly Way[] = [controlWord, pastedList, listAndQuestion, besideProducts, afterWaiting, inOtherLanguage, ofOthers]
/** Then those that ask what it says, alone or in the talk. */
const bySense: readonly Way[] = [inWords, inTurn, answerTo, priceTold, afterPreamble, listEdit, siteList, refusing]

function read(text: string, at: SaidAt, preambles = MAX_PREAMBLES): Reading {
  const message = messageOf(text, at, preambles)
  const known = firstOf(byForm, message)
  if (known) return known
  const reading = firstOf(bySense, message) ?? whole(message)
  return strangersIn(message.words).length > 0 ? { ...reading, otherProduct: true } : reading
}

/** What costs something is worked out when it is first asked for. */
function messageOf(text: string, at: SaidAt, preambles: number): Message {
  let words: readonly string[] | undefined
  let ranked: Ranked | undefined
  return {
    text,
    clean: plain(text),
    at,
    preambles,
    get words() {
      words ??= wordsOf(text)
      return words
    },
    get ranked() {
      ranked ??= rank(this.words)
      return ranked
    },
    again: (rest, left) => read(rest, at, left),
  }
}

/** "Stop", "thanks" */
function controlWord({ clean }: Message): Reading | undefined {
  const control = controlIntent(clean)
  return control && bare(control, 1)
}

/** A list of so many lines is what a message is about, whatever words its names and headings have; a shorter one where it stands alone. */
const LONG_LIST = 5
const SHORT_LIST = 3
/** What a list of sites alone, or with a few words around it, may be taken for. */
const askedOfLists: readonly Intent[] = ['size-license', 'count-devices', 'out-of-scope', 'greeting', 'thanks', 'help', 'cancel']

/** A long list of sites is to be sized, unless the words around it surely ask for something else. */
function pastedList(message: Message): Reading | undefined {
  const { text } = message
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
  return sized(factsUnder('size-license', message, { list }))
}

/** "Let me check... it ends 15 April" */
function afterWaiting({ text, preambles, again }: Message): Reading | undefined {
  const looked = preambles > 0 ? withoutWaiting(text) : undefined
  return looked ? again(looked, preambles - 1) : undefined
}

function inOtherLanguage(message: Message): Reading | undefined {
  const foreign = foreignLanguage(message.words)
  if (!foreign) return undefined
  const [{ intent, sure }] = message.ranked
  return { ...bare(intent, sure), ...factsUnder(intent, message), band: 'not', orElse: orElse(message.ranked), foreign }
}

/** A question whose words leave no doubt. What an account is called in it is asked about, and none of the person's facts. */
function inWords(message: Message): Reading | undefined {
  const wish = askedInWords(message.clean, message.words)
  if (!wish) return undefined
  const entities = wish.aspect === ACCOUNT_KINDS || wish.intent === 'size-license' ? {} : factsUnder(wish.intent, message)
  return { ...bare(wish.intent, wish.sure), ...entities, wishes: [wish] }
}

const asides: readonly Intent[] = ['thanks', 'cancel', 'greeting']

/** Thanks, greetings and "no wait" in front of something else are not what the message is about. */
function afterPreamble({ clean, ranked: [{ intent }], preambles, again }: Message): Reading | undefined {
  const rest = preambles > 0 && asides.includes(intent) ? withoutPreamble(clean) : undefined
  if (!rest) return undefined
  const reading = again(rest, preambles - 1)
  const says = reading.band === 'sure' || rest.includes('?') || Object.keys(reading.facts).length > 0 || reading.unclear.length > 0
  return says && reading.wishes[0].intent !== intent ? reading : undefined
}

/** In characters; a longer one tells more. */
const MAX_REFUSING = 400

/** "We don't want an extension, how do we buy?", "no reminders please, what if we don't extend?": what is asked is the rest. */
function refusing({ clean, ranked, again }: Message): Reading | undefined {
  if (clean.length > MAX_REFUSING) return undefined
  const [best] = ranked
  const ended = best.intent === 'extend-trial' ? asIfEnded(clean) : undefined
  if (ended !== undefined) return again(ended, 0)
  const refused = { 'extend-trial': withoutUnwanted, 'set-reminder': withoutUnwantedReminders }[best.intent as string]
  const rest = refused?.(clean)
  if (rest === undefined) return undefined
  const reading = again(rest, 0)
  const [{ intent }] = reading.wishes
  if (intent !== best.intent || asksForReminder(rest)) return reading
  if (intent === 'set-reminder') return { ...reading, wishes: [{ intent, sure: 0 }], band: 'not' }
  return { ...reading, band: 'half', orElse: ['buy-license', 'trial-terms', ...reading.orElse].slice(0, 3) as Intent[] }
}

/** A message as a question or wish of its own. */
function whole(message: Message): Reading {
  const { text, clean, words, ranked, at } = message
  const [best] = ranked
  const band = bandOf(ranked)
  const intent = band === 'sure' ? best.intent : licenceMeant(clean, best.intent, at)
  const own = factsUnder(intent, message, { leans: leansOf(at), ...(at.asked ? { asked: at.asked } : {}) })
  const { growthPercent, ...told } = factsOfTopic(message, band, intent)
  const grown = growthPercent === undefined || tellsGrowth(text, own) ? {} : { growthPercent }
  const entities = { ...own, facts: { ...told, ...grown, ...own.facts } }
  const [first = withAspect(best, words), ...others] = wishesInClauses(clean) ?? []
  if (others.length > 0) return { ...severalWishes([first, ...others], message, entities), orElse: orElse(ranked) }
  const doubted = best.intent !== 'out-of-scope' && (asksOfOtherProduct(words, best.intent) || asksOfOtherThing(clean, words, best.intent))
  const reading = {
    wishes: [doubted ? { ...first, sure: Math.min(first.sure, HALF) } : first] as const,
    band: doubted ? ('half' as const) : band,
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
function licenceMeant(text: string, guess: Intent, { asked, topic }: SaidAt): Intent {
  // "Sorry, Lyon ends 5 June"
  if (guess === 'out-of-scope' && asked && topic && text.length <= MAX_CORRECTION && isCorrection(text)) return topic
  if (!ofTrials.includes(guess) || ofTrials.includes(topic) || trialNamed.test(text)) return guess
  const asksLicence = asked === 'licenseStart' || asked === 'licenseEnd'
  if (asksLicence && topic) return topic
  return licenceNamed.test(text) && asked !== 'trialEnd' && asked !== 'trialStart' ? 'license-lifecycle' : guess
}

/** What a message says about what was spoken of, where it is not surely about something else; days are left to its own words. */
function factsOfTopic(message: Message, band: Reading['band'], intent: Intent): Facts {
  const { asked, topic } = message.at
  if (!topic) return {}
  const spoken = spokenFor(topic, message)
  // Its own words were read so already.
  if (band === 'sure' || intent === topic) return spoken
  const { price, role, billingAccount, cloud, extended } = factsUnder(topic, message, asked ? { asked } : {}).facts
  const said = Object.entries({ price, role, billingAccount, cloud, extended }).filter(([, value]) => value !== undefined)
  return { ...spoken, ...(Object.fromEntries(said) as Facts) }
}

const buys = ({ intent, aspect }: Wish) => intent === 'size-license' || (intent === 'buy-license' && aspect !== 'price')

/** Several wishes; what is to be bought for sites in the same message is a matter of their sizes. */
function severalWishes(wishes: readonly [Wish, ...Wish[]], message: Message, entities: Entities): Omit<Reading, 'orElse'> {
  const bought = wishes.some(buys) ? factsUnder('size-license', message) : undefined
  if (!bought?.facts.sites) return { ...entities, wishes, band: 'sure' }
  const [first, ...others] = wishes.map(wish => (buys(wish) ? ({ intent: 'size-license', sure: wish.sure } as const) : wish))
  const facts = { ...entities.facts, ...listFacts(bought.facts) }
  return { ...entities, facts, unreadable: bought.unreadable, wishes: [first ?? wishes[0], ...others], band: 'sure' }
}
