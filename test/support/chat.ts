import { expect } from 'vitest'
import { createLog } from '../../bot/log.ts'
import { createNotifier } from '../../bot/notifier.ts'
import type { Outgoing, Sent } from '../../bot/sender.ts'
import { inMemory } from '../../bot/store/sqlite.ts'
import { type OpenStore, openStore } from '../../bot/store/store.ts'
import type { Card } from '../../cards/card.ts'
import { reminderCard } from '../../cards/reminder.ts'
import { handle } from '../../dialogs/desk.ts'
import type { Desk } from '../../dialogs/ports.ts'
import type { Input, Reply, Turn } from '../../dialogs/turn.ts'
import { understand } from '../../dialogs/understanding/understand.ts'
import { dayIn } from '../../rules/day.ts'
import { documentedPolicy } from '../../rules/policy.ts'
import { ofType } from './card-parts.ts'
import { type TestClock, testClock } from './clock.ts'

const THREAD = 'contoso|chat'
const AT_ONCE = '> (at once) '

interface Setting {
  readonly today?: string
  readonly locale?: string
  readonly mobile?: boolean
  readonly place?: Turn['place']
  readonly policy?: Desk['policy']
}

/**
 * Plays a transcript with the real desk, the real classifier and a real store, and compares all of it.
 *
 * `> words` is said, `> [Button]` pressed on the newest card that has it, `> (31 minutes later)` lets time pass, and `\n` and `\t` in words break a line or a cell.
 * `> (card 1) [Button]` is pressed on the first card that was shown, `> [Button] end=2026-04-15` fills in an input of its card, `> (Bob) words` is said by somebody else,
 * `> (at once) [Button] & (Bob) [Button]` happens in one instant, `> (looks at the card again)` is what Teams presses unseen, and with `> (the next reminder comes)` time
 * passes until the next one is due, which is shown. Below stand the headline of every card of the answer or the words said, and under a headline what else must be on that card:
 * `[Button] [Button]` or `... a piece of its text`.
 */
export function chat({
  today = '2026-03-10',
  locale = 'en-GB',
  mobile = false,
  place = 'personal',
  policy = documentedPolicy,
}: Setting = {}) {
  return async (strings: TemplateStringsArray, ...values: readonly unknown[]): Promise<void> => {
    const wanted = strings
      .map((text, index) => `${text}${index in values ? values[index] : ''}`)
      .join('')
      .split('\n')
      .map(line => line.trim())
      .filter(line => line !== '')
    const clock = testClock(`${today}T09:00:00Z`)
    const store = await openStore(inMemory(), clock)
    const desk: Desk = { policy, understand, store, clock }
    const shown: Card[] = []
    const played: string[] = []
    let turns = 0
    for (const [line, ...under] of steps(wanted)) {
      played.push(line)
      const minutes = Number(/^> \((\d+) minutes later\)$/.exec(line)?.[1])
      if (minutes) {
        clock.advance(minutes * 60_000)
        continue
      }
      const shared = place !== 'personal'
      if (line === '> (the next reminder comes)') {
        const [card, ...others] = await nextReminders(store, clock)
        if (!card) throw new Error('no reminder came')
        shown.push(card, ...others)
        played.push(...linesOf({ kind: 'cards', cards: [card, ...others] }, under))
        continue
      }
      const turnOf = (said: string): Turn => {
        const [, other, words = ''] = /^(?:\((\w+)\) )?(.*)$/.exec(said) ?? []
        const id = (other ?? 'Ada').toLowerCase()
        return {
          id: String(++turns),
          conversation: `contoso|chat|${id}`,
          thread: { key: THREAD, tenant: 'contoso', conversation: 'chat', serviceUrl: 'http://127.0.0.1/', bot: '28:desk', shared },
          place,
          person: { id, tenant: 'contoso', locale, zone: 'UTC' },
          today: dayIn('UTC', clock.now()),
          mobile,
          input: inputOf(words, shown),
        }
      }
      const said = line.startsWith(AT_ONCE) ? line.slice(AT_ONCE.length).split(' & ') : [line.slice(2)]
      for (const { reply } of await Promise.all(said.map(turnOf).map(turn => handle(turn, desk)))) {
        shown.push(...cardsOf(reply))
        played.push(...linesOf(reply, under))
      }
    }
    await store.close()
    expect(played.join('\n')).toBe(wanted.join('\n'))
  }
}

/** Each `>` line with the lines under it. */
function steps(lines: readonly string[]): [string, ...string[]][] {
  const all: [string, ...string[]][] = []
  for (const line of lines) {
    if (line.startsWith('>')) all.push([line])
    else all.at(-1)?.push(line)
  }
  return all
}

function inputOf(said: string, all: readonly Card[]): Input {
  const [, nth, words = ''] = /^(?:\(card (\d+)\) )?(.*)$/.exec(said) ?? []
  const shown = nth === undefined ? all : all.slice(Number(nth) - 1, Number(nth))
  if (words === '(looks at the card again)') {
    const refreshed = shown.findLast(({ content }) => content.refresh)?.content.refresh as { action: { data: unknown } } | undefined
    return { kind: 'pressed', data: refreshed?.action.data }
  }
  const [, title, filled = ''] = /^\[(.+?)\]((?: \w+=\S+)*)$/.exec(words) ?? []
  if (title === undefined) return { kind: 'said', text: words.replaceAll('\\n', '\n').replaceAll('\\t', '\t') }
  const button = shown.flatMap(card => buttonsIn(card.content)).findLast(button => button.title === title)
  if (!button) throw new Error(`no card has the button [${title}]`)
  return { kind: 'pressed', data: { ...(button.data as object), ...inputsIn(filled, shown) } }
}

/** Inputs as a card sends them; an item of a list is given by its title. */
function inputsIn(filled: string, shown: readonly Card[]): Record<string, string> {
  const choices = shown.flatMap(card =>
    ofType(card, /^Input.ChoiceSet$/).flatMap(({ choices }) => choices as { value: string; title: string }[]),
  )
  const sent = (title: string) => choices.findLast(choice => choice.title.startsWith(title))?.value ?? title
  return Object.fromEntries([...filled.matchAll(/(\w+)=(\S+)/g)].map(([, id = '', value = '']) => [id, sent(value)]))
}

/** Lets time pass until the next reminder is due, and delivers it as the bot does. */
async function nextReminders(store: OpenStore, clock: TestClock): Promise<readonly Card[]> {
  const due = (await store.trackedIn(THREAD)).flatMap(({ ahead }) => ahead.map(({ due }) => Date.parse(due)))
  if (due.length === 0) throw new Error('no reminder is planned')
  clock.advance(Math.min(...due) - clock.now().getTime())
  const sent: Card[] = []
  const send = async ({ method, activity }: Outgoing): Promise<Sent> => {
    const { attachments } = activity as { attachments: { content: Card['content'] & { fallbackText: string } }[] }
    const [content] = attachments.map(({ content }) => content)
    if (content && method === 'POST') sent.push({ summary: '', text: content.fallbackText, content })
    return { kind: 'accepted', id: `sent-${clock.now().getTime()}` }
  }
  const log = createLog('silent')
  const notifier = createNotifier({
    store,
    sender: { send },
    write: reminderCard,
    policy: documentedPolicy,
    clock,
    log,
    hindrance: () => undefined,
  })
  let through = false
  const round = notifier.round().finally(() => {
    through = true
  })
  while (!through) {
    await new Promise(setImmediate)
    clock.advance(clock.untilNext ?? 0)
  }
  await round
  return sent
}

const cardsOf = (reply: Reply): readonly Card[] => (reply.kind === 'cards' ? reply.cards : reply.kind === 'replace' ? [reply.card] : [])

/** What was answered, in the terms of the lines that were wanted. */
function linesOf(reply: Reply, wanted: readonly string[]): string[] {
  if (reply.kind === 'say') return [reply.text]
  const details = wanted.filter(line => /^(\[|\.\.\.)/.test(line))
  return cardsOf(reply).flatMap(card => {
    const headline = card.text.split('\n')[0] ?? ''
    const at = wanted.indexOf(headline)
    const next = wanted.findIndex((line, index) => index > at && !details.includes(line))
    const own = at < 0 ? [] : wanted.slice(at + 1, next < 0 ? undefined : next)
    return [headline, ...own.map(line => foundOn(card, line))]
  })
}

function foundOn(card: Card, line: string): string {
  if (line.startsWith('...')) return card.text.includes(line.slice(3).trim()) ? line : `not on the card: ${line}`
  const titles = buttonsIn(card.content).map(({ title }) => `[${title}]`)
  const wanted = line.match(/\[[^\]]+\]/g) ?? []
  return wanted.every(title => titles.includes(title)) ? line : titles.join(' ')
}

interface Button {
  readonly title: string
  readonly data: unknown
}

function buttonsIn(part: unknown): Button[] {
  if (Array.isArray(part)) return part.flatMap(buttonsIn)
  if (typeof part !== 'object' || part === null) return []
  const { type, title, data, fallback: _, ...inner } = part as Record<string, unknown>
  if (typeof type === 'string' && type.startsWith('Action.')) return [{ title: String(title), data }]
  return Object.values(inner).flatMap(buttonsIn)
}
