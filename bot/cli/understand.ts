import '../runtime.js'
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { Reading } from '../../dialogs/ports.ts'
import { readMessage } from '../../dialogs/understanding/understand.ts'
import { type Day, dayIn, dayOfInstant } from '../../rules/day.ts'
import { type FactKey, type Facts, factKeys } from '../../rules/facts.ts'
import { linesOf, print } from './lines.ts'
import { scoreTable } from './score.ts'

const usage = 'understand [--now INSTANT] [--locale TAG] [--score FILE]'

/** What is understood besides the entities that labelled files have. */
const besides: readonly FactKey[] = ['kind', 'trialDays', 'otherActiveLicense']
const entityKeys = factKeys.filter(key => !besides.includes(key))

interface Message {
  readonly text: string
  readonly now?: string
  readonly locale?: string
}

const options = readOptions()
if (options.score) score(options.score)
else for await (const line of linesOf(process.stdin)) if (line.trim() !== '') await print(onWire(messageIn(line)))

/** A line is a message as JSON where it parses to an object with a text, else it is the message itself. */
function messageIn(line: string): Message {
  try {
    const value: unknown = JSON.parse(line)
    if (typeof value === 'object' && value !== null && typeof (value as Message).text === 'string') return value as Message
  } catch {
    // Not JSON: plain text.
  }
  return { text: line }
}

function onWire({ text, now, locale }: Message): object {
  const today = (typeof now === 'string' ? dayOfInstant(now) : undefined) ?? options.today
  const reading = readMessage(text, { today, locale: typeof locale === 'string' ? locale : options.locale })
  const [{ intent, aspect, sure }, ...also] = reading.wishes
  const facts = { ...pick(reading.facts, besides), ...(reading.foreign ? { locale: reading.foreign } : {}) }
  return {
    text,
    intent,
    confidence: Math.round(sure * 1000) / 1000,
    entities: entitiesOf(reading),
    band: reading.band,
    ...(aspect ? { aspect } : {}),
    ...(also.length > 0 ? { also: also.map(wish => wish.intent) } : {}),
    ...(reading.unclear.length > 0 ? { unclear: reading.unclear } : {}),
    ...(reading.unreadable.length > 0 ? { unreadable: reading.unreadable } : {}),
    ...(Object.keys(facts).length > 0 ? { facts } : {}),
  }
}

function entitiesOf({ facts }: Reading): Facts {
  return pick(facts, entityKeys)
}

function pick(facts: Facts, keys: readonly FactKey[]): Facts {
  return Object.fromEntries(keys.filter(key => facts[key] !== undefined).map(key => [key, facts[key]]))
}

/** Compares with a labelled file and prints the table; its last line is JSON. */
function score(file: string): void {
  const labelled = readLabelled(file)
  const rows = labelled.map(({ text, intent, entities }) => {
    const reading = readMessage(text, { today: options.today, locale: options.locale })
    return {
      truth: intent,
      intent: reading.wishes[0].intent,
      sure: reading.band === 'sure',
      wanted: entities,
      entities: entitiesOf(reading),
    }
  })
  process.stdout.write(`${scoreTable(rows)}\n`)
}

interface Labelled {
  readonly text: string
  readonly intent: string
  readonly entities: Facts
}

function readLabelled(file: string): Labelled[] {
  const lines = textOf(file).split('\n')
  return lines.flatMap((line, index) => (line.trim() === '' ? [] : [labelledIn(line) ?? stop([notLabelled(file, index + 1)])]))
}

function notLabelled(file: string, line: number): string {
  return `--score: line ${line} of ${file} is no labelled message; write {"text": "...", "intent": "...", "entities": {}}`
}

function labelledIn(line: string): Labelled | undefined {
  try {
    const value = { entities: {}, ...JSON.parse(line) }
    return typeof value.text === 'string' && typeof value.intent === 'string' ? value : undefined
  } catch {
    return undefined
  }
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    return stop([`--score: ${file} can't be read (${(error as NodeJS.ErrnoException).code ?? 'unknown error'})`])
  }
}

function readOptions(): { today: Day; locale: string; score: string | undefined } {
  try {
    const { values } = parseArgs({ options: { now: { type: 'string' }, locale: { type: 'string' }, score: { type: 'string' } } })
    const today = values.now === undefined ? undefined : dayOfInstant(values.now)
    if (values.now !== undefined && !today) stop([`--now: "${values.now}" is no instant; use ISO, such as 2026-03-10T09:00:00Z`])
    // Labelled files count from a fixed moment, which their own README names.
    const moment = values.score ? ('2026-03-10' as Day) : dayIn('UTC', new Date())
    return { today: today ?? moment, locale: values.locale ?? 'en-GB', score: values.score }
  } catch (error) {
    return stop([(error as Error).message, usage])
  }
}

function stop(lines: readonly string[]): never {
  process.stderr.write(`${lines.join('\n')}\n`)
  process.exit(1)
}
