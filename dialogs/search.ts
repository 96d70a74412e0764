import { plainAnswerCard } from '../cards/answers.ts'
import { helpCard } from '../cards/help.ts'
import type { Aspect, Intent } from '../cards/intents.ts'
import { MAX_SUMMARY } from '../cards/parts.ts'
import { OFFERED_GROWTH } from '../cards/size-license.ts'
import { cut } from '../cards/text.ts'
import { questions } from '../cards/words/en/facts.ts'
import { searchExamples, searchFacts, searchWords } from '../cards/words/en/search.ts'
import { smallTalk, unclearWords } from '../cards/words/en/small-talk.ts'
import type { FactKey, Facts } from '../rules/facts.ts'
import { current } from './conversation.ts'
import { withTrialEnd } from './days/after-the-end.ts'
import { asMeant } from './implied.ts'
import { sizedAtOnce } from './list-kept.ts'
import { isOnlyNumbers } from './phrases.ts'
import type { Reading } from './ports.ts'
import { blank, type Scene } from './scene.ts'
import { isTooLong } from './too-long.ts'
import { type Question, REFUSED, type Topic, viewOf } from './topic.ts'
import { topicOf } from './topics.ts'
import type { Answer, Input, Result } from './turn.ts'

/** So many answers to one query; the best comes first. */
const MOST = 6
/** So much of a line that can't be used is quoted. */
const MAX_QUOTE = 60
/** What a query that holds nothing but a value may mean. Numbers are devices. */
const bareFacts: readonly FactKey[] = ['sites', 'trialEnd', 'licenseEnd', 'licenseStart']
/** Not for others: a talk with the bot itself. */
const ownTalk: readonly Intent[] = ['help', 'greeting', 'out-of-scope']

/** An answer that a query may ask for. */
interface Candidate {
  readonly intent: Intent
  readonly aspect?: Aspect | undefined
  readonly facts: Facts
  /** The query says so, rather than that it would go with what it says. */
  readonly asked: boolean
}

/**
 * Ready-made answers to what was typed into the search box of the message extension, for others to read: nothing that was said before is
 * used, and nothing is kept. There is always a result, if only one that says what to add.
 */
export async function searched(scene: Scene, { text, skip, count }: Extract<Input, { kind: 'searched' }>): Promise<Answer> {
  const { results, ...trace } = text.trim() === '' ? { results: examples(scene), outcome: 'examples' } : await resultsFor(scene, text)
  return { reply: { kind: 'results', results: results.slice(skip, skip + count) }, trace }
}

interface Found {
  readonly results: readonly Result[]
  readonly intent?: Intent
  readonly outcome: string
}

async function resultsFor(scene: Scene, text: string): Promise<Found> {
  if (isTooLong(text)) return { results: [hint(scene, searchWords.tooLong)], outcome: 'too-long' }
  const readings = await readingsOf(scene, text)
  const noDay = readings.flatMap(({ unclear }) => unclear).find(({ fact, readings }) => fact !== 'cloud' && readings.length < 2)
  if (noDay) {
    const why = noDay.readings.length === 0 ? unclearWords.impossible : unclearWords.vague
    return { results: [hint(scene, why(noDay.text))], outcome: 'no-day' }
  }
  const candidates = readings.flatMap(reading => candidatesOf(reading).map(candidate => ({ candidate, reading })))
  const told = candidates.flatMap(({ candidate, reading }) => tell(scene, candidate, reading, text))
  const complete = told.filter(({ missing }) => !missing)
  const wanted = complete.length > 0 ? told.filter(({ missing, asked, refused }) => !missing || asked || refused) : told.slice(0, 1)
  const [first] = candidates
  if (!first || wanted.length === 0) return { results: [hint(scene, titleOf(readings))], outcome: 'hint' }
  return {
    results: withoutTwins(wanted).slice(0, MOST),
    intent: first.candidate.intent,
    outcome: complete.length > 0 ? 'answers' : 'incomplete',
  }
}

/** The query as a message; a bare date or number in each of its meanings. */
async function readingsOf({ turn, desk }: Scene, text: string): Promise<readonly [Reading, ...Reading[]]> {
  const at = { today: turn.today, locale: turn.person.locale, ...(isOnlyNumbers(text) ? { asked: 'sites' as const } : {}) }
  const heard = await desk.understand(text, at)
  const reading = asMeant(heard, current(undefined, desk.clock.now()), text, { today: turn.today, policy: desk.policy(turn.today) })
  const isOpen = reading.band !== 'sure' || !answerOf(reading.wishes[0].intent)
  if (!isOpen || reading.foreign || brings(reading)) return [reading]
  const bare: Reading[] = []
  for (const asked of bareFacts) {
    if (asked === 'sites' ? !isOnlyNumbers(text) : bare.length > 0 && bare[0]?.facts.sites) continue
    const meant = await desk.understand(text, { ...at, asked })
    // What else it might be about is guesswork: the value says it all.
    if (meant.facts[asked] !== undefined || meant.unclear.length > 0) bare.push({ ...meant, band: 'not', orElse: [] })
  }
  const [first, ...others] = bare
  return first ? [first, ...others] : [reading]
}

const brings = ({ facts, unclear, unreadable }: Reading) => Object.keys(facts).length > 0 || unclear.length > 0 || unreadable.length > 0

/** What is asked for, then what goes with the facts, then what may have been meant; a date with two readings in each of them. */
function candidatesOf({ wishes, band, orElse, facts: said, unclear, unreadable }: Reading): Candidate[] {
  const open = unclear.find(({ readings }) => readings.length > 0)
  const meanings = open ? open.readings.map(day => ({ ...forOthers(said), [open.fact]: day })) : [forOthers(said)]
  // Every government cloud has its own answer to who may extend.
  const isCloudOpen =
    !said.cloud && (unclear.some(({ fact }) => fact === 'cloud') || wishes.some(({ intent }) => intent === 'government-cloud'))
  const all = meanings.flatMap(facts => {
    const wished = band === 'not' ? [] : wishes.map(({ intent, aspect }) => ({ intent, aspect, facts: ofEnd(intent, facts), asked: true }))
    const spoiled: Candidate[] = unreadable.length > 0 && !facts.sites ? [{ intent: 'size-license', facts, asked: false }] : []
    const implied = [...impliedBy(facts), ...spoiled]
    const maybe = band === 'half' && implied.length === 0 && !open ? orElse.map(intent => ({ intent, facts, asked: false })) : []
    return band === 'sure' ? [...wished, ...implied] : [...implied, ...wished, ...maybe]
  })
  return isCloudOpen ? all.map(each => (each.intent === 'extend-trial' ? { ...each, intent: 'government-cloud' } : each)) : all
}

/** A role and a price are the business of whoever asks. */
function forOthers({ role: _, price: __, ...facts }: Facts): Facts {
  return facts
}

/** What follows the end of a trial alone. */
const ofEnd = (intent: Intent, facts: Facts): Facts =>
  intent === 'license-lifecycle' && facts.trialEnd && !facts.licenseEnd && !facts.licenseStart ? { ...facts, kind: 'trial' } : facts

function impliedBy(facts: Facts): Candidate[] {
  const { sites, growthPercent, trialEnd, trialStart, licenseStart, licenseEnd } = facts
  const answers = (intent: Intent, more: Facts = {}): Candidate => ({ intent, facts: { ...facts, ...more }, asked: false })
  return [
    ...(sites ? [answers('size-license')] : []),
    ...(sites && growthPercent === undefined ? [answers('size-license', { growthPercent: OFFERED_GROWTH })] : []),
    ...(trialEnd || trialStart ? [answers('extend-trial')] : []),
    ...(withTrialEnd(facts).trialEnd ? [answers('license-lifecycle', { kind: 'trial' })] : []),
    ...(licenseStart && facts.kind !== 'trial' ? [answers('refund-window')] : []),
    ...(licenseStart || licenseEnd ? [answers('license-lifecycle', { kind: 'paid' })] : []),
  ]
}

interface Listed extends Result {
  /** The fact without which there is no date or size. */
  readonly missing?: FactKey
  /** It was given, and can't be right. */
  readonly refused?: boolean
  readonly asked: boolean
}

function tell(scene: Scene, { intent, aspect, facts: said, asked }: Candidate, reading: Reading, text: string): Listed[] {
  const topic = answerOf(intent)
  if (!topic) return []
  const { facts, leftOut } = sizedAtOnce(said)
  const { unreadable, guessed = [] } = reading
  const question: Question = { ...blank(scene, intent), facts, aspect, leftOut, unreadable, said: text, handedOn: true }
  const { cards, open, asked: missing, outcome } = topic.answer(question)
  const example = open && missing ? searchFacts[missing] : undefined
  if (!missing || !example)
    return cards.map(card => ({ ...listed(card, facts.sites && intent === 'size-license' ? unreadable : []), asked }))
  const [spoiled] = missing === 'sites' ? unreadable : []
  const wrong = outcome === REFUSED ? cards[0].summary : spoiled && searchWords.unreadable(cut(spoiled.text, MAX_QUOTE), spoiled.why)
  const [title, line] = wrong ? [wrong, searchWords.change(example)] : [questions[missing] ?? '', searchWords.add(example)]
  // That a day can't be one of its meanings says nothing against the others.
  return [{ title, line, card: cards[0], missing, refused: wrong !== undefined && !guessed.includes(missing), asked }]
}

/** What answers an intent for others; undefined for what only the bot itself can be asked. */
function answerOf(intent: Intent): Topic | undefined {
  const topic = ownTalk.includes(intent) ? undefined : topicOf(intent)
  return topic && 'answer' in topic ? topic : undefined
}

/** A card is listed by its headline and the line below it, and first by what it does not count. */
export function listed(card: Result['card'], [unused, ...others]: Reading['unreadable'] = []): Result {
  const [, line = ''] = card.text.split('\n').filter(text => text.trim() !== '')
  const left = unused ? searchWords.notCounted(cut(unused.text, MAX_QUOTE), others.length) : ''
  return { title: card.summary, line: cut(left + line.replace(/^- /u, ''), MAX_SUMMARY), card }
}

/** The same answer may be reached in two ways. */
const withoutTwins = (results: readonly Listed[]) =>
  results.filter(({ card }, index) => results.findIndex(other => other.card.text === card.text) === index)

function examples(scene: Scene): Result[] {
  const view = viewOf({ ...blank(scene, 'help'), handedOn: true })
  return searchExamples.map(([title, line, code]) => ({ title, line, card: plainAnswerCard({ first: code }, {}, view) }))
}

function hint(scene: Scene, title: string): Result {
  return { title, line: searchWords.hint, card: helpCard(viewOf({ ...blank(scene, 'help'), handedOn: true })) }
}

function titleOf([{ foreign, band, wishes }]: readonly [Reading, ...Reading[]]): string {
  if (foreign) return smallTalk.foreign
  return band === 'sure' && wishes[0].intent === 'out-of-scope' ? smallTalk.outOfScope : searchWords.unknown
}
