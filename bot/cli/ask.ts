import '../runtime.js'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import type { Card } from '../../cards/card.ts'
import { handle } from '../../dialogs/desk.ts'
import type { Desk } from '../../dialogs/ports.ts'
import type { Input, Reply } from '../../dialogs/turn.ts'
import { understand } from '../../dialogs/understanding/understand.ts'
import { type Day, dayIn, instantIn } from '../../rules/day.ts'
import { movableClock, systemClock } from '../clock.ts'
import { policyOfShell } from '../config.ts'
import { fail } from '../start-faults.ts'
import { inMemory } from '../store/sqlite.ts'
import { openStore } from '../store/store.ts'
import { print } from './lines.ts'
import { numbered } from './numbered.ts'
import { localeFaults, todayFaults, zoneFaults } from './options.ts'

const usage = 'ask [--today YYYY-MM-DD] [--zone IANA] [--locale TAG] [--json] [question]'
const { zone, locale, today, json, question } = readOptions()
const policy = policyOfShell()
if ('faults' in policy) fail(policy.faults)
const clock = movableClock(systemClock)
// Reminders are planned from the same day that is spoken of.
if (today) clock.moveTo(instantIn(zone, today, 9))
const desk: Desk = { policy, understand, store: await openStore(inMemory(), clock), clock }
const thread = { key: 'shell', tenant: 'shell', conversation: 'shell', serviceUrl: '', bot: '', shared: false }
const person = { id: 'shell', tenant: 'shell', locale, zone }
/** What the numbers of the last answer send. */
let presses: readonly unknown[] = []
let turns = 0

if (question) await ask({ kind: 'said', text: question })
else await converse()

async function ask(input: Input): Promise<void> {
  const id = String(++turns)
  const { reply } = await handle(
    { id, conversation: 'shell', thread, place: 'personal', person, today: today ?? dayIn(zone, clock.now()), mobile: false, input },
    desk,
  )
  const cards = cardsOf(reply)
  const shown = numbered(cards)
  presses = shown.presses
  if (json) for (const card of cards) await print(card.content)
  else process.stdout.write(`${reply.kind === 'say' ? reply.text : shown.text}\n`)
}

async function converse(): Promise<void> {
  const terminal = process.stdin.isTTY === true
  const lines = createInterface({ input: process.stdin, ...(terminal ? { output: process.stdout, prompt: '> ' } : {}) })
  if (terminal) lines.prompt()
  for await (const line of lines) {
    if (line.trim() === 'exit') break
    const data = /^\d+$/.test(line.trim()) ? presses[Number(line) - 1] : undefined
    if (line.trim() !== '') await ask(data ? { kind: 'pressed', data } : { kind: 'said', text: line })
    if (terminal) lines.prompt()
    else process.stdout.write('\n')
  }
  lines.close()
}

function cardsOf(reply: Reply): readonly Card[] {
  if (reply.kind === 'cards') return reply.cards
  return reply.kind === 'replace' ? [reply.card] : []
}

function readOptions() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { today: { type: 'string' }, zone: { type: 'string' }, locale: { type: 'string' }, json: { type: 'boolean' } },
    })
    const { today, zone = Intl.DateTimeFormat().resolvedOptions().timeZone, locale = 'en-GB', json = false } = values
    const faults = [
      ...(today === undefined ? [] : todayFaults(today)).map(fault => `--today: ${fault}`),
      ...zoneFaults(zone).map(fault => `--zone: ${fault}`),
      ...localeFaults(locale).map(fault => `--locale: ${fault}`),
    ]
    if (faults.length > 0) fail(faults)
    return { today: today as Day | undefined, zone, locale, json, question: positionals.join(' ').trim() }
  } catch (error) {
    return fail([(error as Error).message, usage])
  }
}
