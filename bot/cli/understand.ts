import '../runtime.js'
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { Reading } from '../../dialogs/ports.ts'
import { readMessage } from '../../dialogs/understanding/understand.ts'
import { type Day, dayIn, dayOfInstant } from '../../rules/day.ts'
import { type FactKey, type Facts, factKeys, isObject } from '../../rules/facts.ts'
import { fail } from '../start-faults.ts'
import { linesOf, print } from './lines.ts'
import { localeFaults, momentFaults } from './options.ts'
import { scoreTable } from './score.ts'

const usage = 'understand [--now INSTANT] [--locale TAG] [--score FILE]'

/** What is understood besides the entities that labelled files have. */
const besides: readonly FactKey[] = ['kind', 'trialDays', 'otherActiveLicense']
const entityKeys = factKeys.filter(key => !besides.includes(key))

/** `now` and `locale` are unchecked; null counts as left out. */
interface Message {
  readonly text: string
  readonly now?: unknown
  readonly locale?: unknown
}

const options = readOptions()
if (options.score) score(options.score)
else await answer()

async function answer(): Promise<void> {
  let number = 0
  for await (const line of linesOf(process.stdin)) {
    number++
    if (line.trim() !== '') await print(onWire(messageIn(line), number))
  }
}

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

function onWire(message: Message, line: number): object {
  const { text } = message
  const reading = readMessage(text, settingOf(message, line))
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

/** When and in which language a message was written; what of it can't be used is said, and the command's own stands in. */
function settingOf({ now, locale }: Message, line: number): { today: Day; locale: string } {
  const isUsable = (name: string, value: unknown, faultsOf: (value: unknown) => string[]): value is string => {
    if (value === undefined || value === null) return false
    const faults = faultsOf(value)
    for (const fault of faults) process.stderr.write(`line ${line}: "${name}": ${fault}; it counts as left out\n`)
    if (faults.length > 0) process.exitCode = 1
    return faults.length === 0
  }
  return {
    today: (isUsable('now', now, momentFaults) ? dayOfInstant(now) : undefined) ?? options.today,
    locale: isUsable('locale', locale, localeFaults) ? locale : options.locale,
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
  return lines.flatMap((line, index) => (line.trim() === '' ? [] : [labelledIn(line) ?? fail([notLabelled(file, index + 1)])]))
}

function notLabelled(file: string, line: number): string {
  return `--score: line ${line} of ${file} is no labelled message; write {"text": "...", "intent": "...", "entities": {}}`
}

function labelledIn(line: string): Labelled | undefined {
  try {
    const value = { entities: {}, ...JSON.parse(line) }
    const { text, intent, entities } = value
    return typeof text === 'string' && typeof intent === 'string' && isObject(entities) ? value : undefined
  } catch {
    return undefined
  }
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    return fail([`--score: ${file} can't be read (${(error as NodeJS.ErrnoException).code ?? 'unknown error'})`])
  }
}

function readOptions(): { today: Day; locale: string; score: string | undefined } {
  try {
    const { values } = parseArgs({ options: { now: { type: 'string' }, locale: { type: 'string' }, score: { type: 'string' } } })
    const { now, locale = 'en-GB', score } = values
    const faults = [
      ...(now === undefined ? [] : momentFaults(now)).map(fault => `--now: ${fault}`),
      ...localeFaults(locale).map(fault => `--locale: ${fault}`),
    ]
    if (faults.length > 0) fail(faults)
    // Labelled files count from a fixed moment, which their own README names.
    const moment = score ? ('2026-03-10' as Day) : dayIn('UTC', new Date())
    return { today: dayOfInstant(now ?? '') ?? moment, locale, score }
  } catch (error) {
    return fail([(error as Error).message, usage])
  }
}
