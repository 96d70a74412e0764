import { isTooLong } from '../dialogs/too-long.ts'
import { readExamples } from '../dialogs/understanding/examples.ts'
import { readMessage } from '../dialogs/understanding/understand.ts'
import type { Day } from '../rules/day.ts'
import { hostileTexts } from '../test/support/hostile-texts.ts'
import { type Figures, share } from './figures.ts'

/** As long as a message may be, in characters and in lines. */
const LONGEST = 20_000
const MOST_LINES = 2000
const at = { today: '2026-03-10' as Day, locale: 'en-GB' }

/** What it takes to understand a message: the labelled ones, and those made to be slow. */
export async function benchUnderstand(): Promise<Figures> {
  const usual = readExamples().map(({ text }) => text)
  for (const text of usual.slice(0, 500)) readMessage(text, at)
  const times = sortedTimes(usual)
  const hostile = sortedTimes([...hostileTexts(LONGEST)].map(accepted))
  return {
    'labelled messages': usual.length,
    'one of them, median in ms': share(times, 0.5),
    'one of them, p99 in ms': share(times, 0.99),
    [`messages of ${LONGEST} characters made to be slow`]: hostile.length,
    'one of those, median in ms': share(hostile, 0.5),
    'the slowest of those, in ms': hostile.at(-1) ?? 0,
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
