import { systemClock } from '../bot/clock.ts'
import { inMemory } from '../bot/store/sqlite.ts'
import { openStore } from '../bot/store/store.ts'
import { handle } from '../dialogs/desk.ts'
import type { Reading } from '../dialogs/ports.ts'
import { isTooLong } from '../dialogs/too-long.ts'
import type { Turn } from '../dialogs/turn.ts'
import { readExamples } from '../dialogs/understanding/examples.ts'
import { readMessage } from '../dialogs/understanding/understand.ts'
import type { Day } from '../rules/day.ts'
import { documentedPolicy } from '../rules/policy.ts'
import { hostileTexts } from '../test/support/hostile-texts.ts'
import { type Figures, share } from './figures.ts'

/** As long as a message may be, in characters and in lines. */
const LONGEST = 20_000
const MOST_LINES = 2000
const longList = (of: string, lines = MOST_LINES) =>
  Array.from({ length: lines }, (_, line) => `plant ${of} hall ${line};${line + 1}`).join('\n')
/** What may be spoken of when one of those comes. */
const spokenOf = [
  '',
  '3 plants: Lyon 400, Bonn 900 and Rome 6k devices',
  longList('North'),
  'can I still extend my trial? it ends on 15 April',
]
const at = { today: '2026-03-10' as Day, locale: 'en-GB' }

/** What it takes to understand a message: the labelled ones, and those made to be slow. */
export async function benchUnderstand(): Promise<Figures> {
  const usual = readExamples().map(({ text }) => text)
  for (const text of usual.slice(0, 500)) readMessage(text, at)
  const times = sortedTimes(usual)
  const texts = [...hostileTexts(LONGEST)].map(accepted)
  const hostile = sortedTimes(texts)
  return {
    'labelled messages': usual.length,
    'one of them, median in ms': share(times, 0.5),
    'one of them, p99 in ms': share(times, 0.99),
    [`messages of ${LONGEST} characters made to be slow`]: hostile.length,
    'one of those, median in ms': share(hostile, 0.5),
    'the slowest of those, in ms': hostile.at(-1) ?? 0,
    'the most that one of those keeps others waiting while it is answered, in ms': await longestWait([
      ...texts,
      longList('North'),
      longList('South'),
    ]),
  }
}

/** As much of a text as is read. */
const accepted = (text: string) => (isTooLong(text) ? text.split('\n').slice(0, MOST_LINES).join('\n') : text)

function sortedTimes(texts: readonly string[]): number[] {
  const times = texts.map(text => {
    const began = performance.now()
    readMessage(text, at)
    return performance.now() - began
  })
  return times.sort((a, b) => a - b)
}

/** Messages are understood beside the thread that answers: what else the desk does with one keeps everybody waiting. */
async function longestWait(texts: readonly string[]): Promise<number> {
  const store = await openStore(inMemory(), systemClock)
  let longest = 0
  for (const [number, [before, text]] of spokenOf.flatMap(before => texts.map(text => [before, text] as const)).entries()) {
    let reading: Reading | undefined
    const desk = { policy: documentedPolicy, store, clock: systemClock, understand: async () => reading as Reading }
    const answer = async (said: string, topic?: Reading) => {
      reading = readMessage(said, { ...at, ...(topic ? { topic: topic.wishes[0].intent } : {}) })
      const began = performance.now()
      await handle(turnOf(said, `${number}`), desk)
      longest = Math.max(longest, performance.now() - began)
      return reading
    }
    await answer(text, before === '' ? undefined : await answer(before))
  }
  await store.close()
  return longest
}

function turnOf(text: string, conversation: string): Turn {
  const person = { id: 'person', tenant: 'tenant', locale: at.locale, zone: 'UTC' }
  const thread = { key: conversation, tenant: 'tenant', conversation, serviceUrl: 'http://127.0.0.1/', bot: 'bot', shared: false }
  return { id: 'turn', conversation, thread, place: 'personal', person, today: at.today, mobile: false, input: { kind: 'said', text } }
}
