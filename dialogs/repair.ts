import { didYouMeanCard, notUnderstoodCard, retryCard } from '../cards/help.ts'
import { askedBack, askingFor, viewAsking } from './answering.ts'
import { bareFact, type Move } from './conversation.ts'
import { without } from './known-facts.ts'
import type { Reading } from './ports.ts'
import { oneAtATime } from './reminders/several-tracked.ts'
import { blank, type Outcome, type Scene, shown } from './scene.ts'
import { viewOf } from './topic.ts'
import type { Trace } from './turn.ts'

type Repair = Extract<Move, { kind: 'clarify' | 'offer' }> | { readonly kind: 'miss'; readonly again: boolean }

/** Asks back: which day, which topic, or in other words; after a second miss in a row, sales are offered. */
export async function repaired(scene: Scene, move: Repair, reading: Reading, trace: Trace): Promise<Outcome> {
  if (move.kind === 'clarify') return clarified(scene, move, reading, trace)
  if (move.kind === 'offer') return offered(scene, move, reading, trace)
  const { stood } = scene
  const misses = stood.misses + 1
  const kept = { ...stood, misses }
  const fact = (stood.open ? stood.asked : undefined) ?? bareFact(stood.topic, stood.facts)
  if (move.again && fact && stood.topic && misses < 2) {
    const asked = { ...blank(scene, stood.topic), facts: stood.facts, declined: stood.declined, about: stood.subject }
    const view = await viewAsking(scene, asked)
    return { answer: shown([retryCard(fact, view)], trace), kept: { ...kept, asked: fact } }
  }
  return { answer: shown([notUnderstoodCard(misses, viewOf(blank(scene, 'help')))], trace), kept }
}

async function clarified(
  scene: Scene,
  { intent, unclear }: Extract<Repair, { kind: 'clarify' }>,
  reading: Reading,
  trace: Trace,
): Promise<Outcome> {
  // Of two to be tracked the other one would be forgotten over the question.
  if (intent === 'set-reminder' && endsTold(reading) > 1) return oneAtATime()
  const { stood } = scene
  const { facts: said, supposed, askedAbout, unclear: all, wishes: asked } = reading
  const others = all.filter(({ fact }) => fact !== unclear.fact)
  const wishes = asked[0].intent === intent ? asked.map(({ sure: _, ...wish }) => wish) : [{ intent }]
  const of = askingFor(unclear.fact, wishes) ?? intent
  const isMore = others.length > 0 || wishes.length > 1
  const pending = isMore ? { of: unclear.fact, unclear: others, wishes } : stood.unclear === unclear ? stood.pending : undefined
  return askedBack(scene, { intent: of, unclear, pending, said, supposed, askedAbout, followsUp: false }, trace)
}

const endsTold = ({ facts, unclear }: Reading) =>
  new Set([...Object.keys(facts), ...unclear.map(({ fact }) => fact)].filter(key => key === 'trialEnd' || key === 'licenseEnd')).size

/** What was read goes into the buttons, and stays for whatever is typed next. */
async function offered(scene: Scene, { intents }: Extract<Repair, { kind: 'offer' }>, reading: Reading, trace: Trace): Promise<Outcome> {
  const { stood } = scene
  const { supposed, askedAbout = [] } = reading
  const facts = { ...stood.facts, ...reading.facts }
  const stated = without(reading.facts, askedAbout)
  const misses = stood.misses + 1
  if (misses > 2) return { answer: shown([notUnderstoodCard(misses, viewOf(blank(scene, 'help')))], trace), kept: { ...stood, misses } }
  const asked = { ...blank(scene, 'help'), facts, supposed: supposed || askedAbout.length > 0, about: stood.subject }
  const view = await viewAsking(scene, asked)
  return {
    answer: shown([didYouMeanCard(intents, view)], trace),
    kept: { ...stood, ...(supposed ? {} : { facts: { ...stood.facts, ...stated } }), offered: intents, misses },
  }
}
