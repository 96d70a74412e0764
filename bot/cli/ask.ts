import '../runtime.js'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import type { Card } from '../../cards/card.ts'
import { frame } from '../../cards/words/en/frame.ts'
import { handle } from '../../dialogs/desk.ts'
import type { Desk } from '../../dialogs/ports.ts'
import type { Input, Reply } from '../../dialogs/turn.ts'
import { understand } from '../../dialogs/understanding/understand.ts'
import { dayIn, instantIn, isZone, parseDay } from '../../rules/day.ts'
import { movableClock, systemClock } from '../clock.ts'
import { policyOfShell } from '../config.ts'
import { inMemory } from '../store/sqlite.ts'
import { openStore } from '../store/store.ts'

const usage = 'ask [--today YYYY-MM-DD] [--zone IANA] [--locale TAG] [--json] [question]'
const { zone, locale, today, json, question } = readOptions()
const policy = policyOfShell()
if ('faults' in policy) stop(policy.faults)
const clock = movableClock(systemClock)
// Reminders are planned from the same day that is spoken of.
if (today) clock.moveTo(instantIn(zone, today, 9))
const desk: Desk = { policy, understand, store: await openStore(inMemory(), clock), clock }
const thread = { key: 'shell', tenant: 'shell', conversation: 'shell', serviceUrl: '', bot: '', shared: false }
const person = { id: 'shell', tenant: 'shell', locale, zone }
let buttons: readonly Button[] = []
let turns = 0

if (question) await ask({ kind: 'said', text: question })
else await converse()

/** One button of the last answer, by its number. */
interface Button {
  readonly title: string
  readonly data: unknown
}

async function ask(input: Input): Promise<void> {
  const id = String(++turns)
  const { reply } = await handle(
    { id, conversation: 'shell', thread, place: 'personal', person, today: today ?? dayIn(zone, clock.now()), mobile: false, input },
    desk,
  )
  const cards = cardsOf(reply)
  buttons = cards.flatMap(card => buttonsIn(card.content))
  if (json) for (const card of cards) process.stdout.write(`${JSON.stringify(card.content)}\n`)
  else process.stdout.write(`${reply.kind === 'say' ? reply.text : numbered(cards.map(({ text }) => text).join('\n\n'))}\n`)
}

async function converse(): Promise<void> {
  const terminal = process.stdin.isTTY === true
  const lines = createInterface({ input: process.stdin, ...(terminal ? { output: process.stdout, prompt: '> ' } : {}) })
  if (terminal) lines.prompt()
  for await (const line of lines) {
    if (line.trim() === 'exit') break
    const button = /^\d+$/.test(line.trim()) ? buttons[Number(line) - 1] : undefined
    if (line.trim() !== '') await ask(button ? { kind: 'pressed', data: button.data } : { kind: 'said', text: line })
    if (terminal) lines.prompt()
    else process.stdout.write('\n')
  }
  lines.close()
}

function cardsOf(reply: Reply): readonly Card[] {
  if (reply.kind === 'cards') return reply.cards
  return reply.kind === 'replace' ? [reply.card] : []
}

/** The buttons of a card that the desk answers without an input, in the order of its text. */
function buttonsIn(part: unknown): Button[] {
  if (Array.isArray(part)) return part.flatMap(buttonsIn)
  if (typeof part !== 'object' || part === null) return []
  const { type, title, data, fallback: _, ...inner } = part as Record<string, unknown>
  if (type === 'Action.Execute') return title === frame.update ? [] : [{ title: String(title), data }]
  return Object.values(inner).flatMap(buttonsIn)
}

/** Puts its number before each button of the text. */
function numbered(text: string): string {
  let rest = text
  let out = ''
  for (const [index, { title }] of buttons.entries()) {
    const at = rest.indexOf(`[${title}]`)
    if (at < 0) continue
    out += `${rest.slice(0, at)}[${index + 1} ${title}]`
    rest = rest.slice(at + title.length + 2)
  }
  return out + rest
}

function readOptions() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { today: { type: 'string' }, zone: { type: 'string' }, locale: { type: 'string' }, json: { type: 'boolean' } },
    })
    const faults: string[] = []
    const day = values.today === undefined ? undefined : parseDay(values.today)
    if (values.today !== undefined && !day)
      faults.push(`--today: "${values.today}" is not a day in the calendar; use YYYY-MM-DD, such as 2026-02-28`)
    if (values.zone && !isZone(values.zone)) faults.push(`--zone: "${values.zone}" is not known; use an IANA zone, such as Europe/Berlin`)
    if (faults.length > 0) stop(faults)
    const here = Intl.DateTimeFormat().resolvedOptions()
    return {
      today: day,
      zone: values.zone ?? here.timeZone,
      locale: values.locale ?? 'en-GB',
      json: values.json === true,
      question: positionals.join(' ').trim(),
    }
  } catch (error) {
    return stop([(error as Error).message, usage])
  }
}

function stop(lines: readonly string[]): never {
  process.stderr.write(`${lines.join('\n')}\n`)
  process.exit(1)
}
