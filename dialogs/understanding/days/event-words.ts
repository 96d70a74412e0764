import type { Token } from '../tokens.ts'
import type { Tense } from './calendar.ts'
import { MONTHS } from './calendar-words.ts'
import { isFirstDay, isGiven } from './given-trials.ts'
import { subjectOf } from './subject-words.ts'

/**
 * What happens on a date: a licence or trial ends, starts or is bought; `until` leans on its subject; `other` is something else that
 * happens, `thing` something else that has a date.
 */
export type EventKind = 'end' | 'start' | 'buy' | 'until' | 'wish' | 'other' | 'thing'

export interface Event {
  readonly at: number
  readonly kind: EventKind
  readonly tense?: Tense
}

const table = (rows: readonly (readonly [string, EventKind, Tense?])[]) =>
  new Map(rows.flatMap(([words, kind, tense]) => words.split(' ').map(word => [word, { kind, ...(tense ? { tense } : {}) }] as const)))

const EVENTS = table([
  ['ends end ending expires expire expiring expiry expiration exp expries expirs lapses lapse lapsing finishes finish finishing', 'end'],
  [
    'stops stop stopping closes close closing closure terminates terminate terminating dies die dying over up due concludes conclude',
    'end',
  ],
  [
    'ceases cease valid good termination completes renewal renewals renews lasts termine terminent endet ende ends: fin termina vence caduca scade expira',
    'end',
  ],
  ['out udløber ablauf auslauf läuft wygasa enddate', 'end'],
  [
    'ended passed expired lapsed stopped terminated died overdue ceased elapsed concluded expird abgelaufen finished closed dead gone done toast kaput bust',
    'end',
    'behind',
  ],
  ['starts start starting begins begin beginning', 'start'],
  [
    'started began begun created activated activation activate live running commenced kicked launched enabled startet kick-off',
    'start',
    'behind',
  ],
  [
    'bought buying purchased purchase purchasing ordered order paid payed payment charged billed acquired subscribed took taken obtained',
    'buy',
    'behind',
  ],
  [
    'sold procured placed debited gekauft acheté acheter comprato compré comprado comprei kauf bestellt buyed bougth boght',
    'buy',
    'behind',
  ],
  ['until till untill til thru through through: bis', 'until'],
  [
    'extend extended extending extension prolong prolonged prolonging prolongation lengthen stretch need needs want wants wish longer',
    'wish',
  ],
  [
    'meets meet decides decide cancel cancelled canceled cancelling canceling remind hit notify notifies ping message tell warn nudge',
    'other',
  ],
  [
    'invoiced visits install installed arrives arrive arrived back comes come coming approve approved delivered landed sent mailed',
    'other',
  ],
  ['erinnere erinnern rappelle rappelez recuérdame recuerda avísame lembre lembra ricordami przypomnij erinnerung', 'other'],
  ['emailed opens opened requested ask asked renewed autorenewed renew signed clears travel returns return give poke shout', 'other'],
  [
    'board meeting budget decision holiday holidays shutdown leave vacation reminder reminders alarm notification alert audit invoice call visit',
    'thing',
  ],
  [
    'freeze committee workshop steering outage maintenance signature approval po delivery mail reply quote request conference auditors',
    'thing',
  ],
  ['inspection fiscal fy', 'thing'],
])
// Two words that make an event of the first.
const PAIRS = new Map<string, { kind: EventKind; tense?: Tense }>([
  ['run out', { kind: 'end' }],
  ['runs out', { kind: 'end' }],
  ['running out', { kind: 'end' }],
  ['ran out', { kind: 'end', tense: 'behind' }],
  ['ran its', { kind: 'end', tense: 'behind' }],
  ['went past', { kind: 'end', tense: 'behind' }],
  ['passed its', { kind: 'end', tense: 'behind' }],
  ['past its', { kind: 'end', tense: 'behind' }],
  ['went off', { kind: 'end', tense: 'behind' }],
  ['getting over', { kind: 'end' }],
  ['last day', { kind: 'end' }],
  ['went out', { kind: 'end', tense: 'behind' }],
  ['will renew', { kind: 'end' }],
  ['renew date', { kind: 'end' }],
  ['renewing date', { kind: 'end' }],
  ['renew automatically', { kind: 'end' }],
  ['auto-renews on', { kind: 'end' }],
  ['went live', { kind: 'start', tense: 'behind' }],
  ['signed up', { kind: 'start', tense: 'behind' }],
  ['sign up', { kind: 'start', tense: 'behind' }],
  ['set up', { kind: 'other' }],
  ['turned on', { kind: 'start', tense: 'behind' }],
  ['switched on', { kind: 'start', tense: 'behind' }],
  ['clicked buy', { kind: 'buy', tense: 'behind' }],
  ['runs to', { kind: 'end' }],
  ['run to', { kind: 'end' }],
  ['runs until', { kind: 'end' }],
  ['goes to', { kind: 'end' }],
  ['has until', { kind: 'end' }],
  ['pay the', { kind: 'buy', tense: 'behind' }],
  ['got xl', { kind: 'buy', tense: 'behind' }],
  ['got the', { kind: 'buy', tense: 'behind' }],
  ['got it', { kind: 'buy', tense: 'behind' }],
  ['cut off', { kind: 'end', tense: 'behind' }],
  ['go dark', { kind: 'end' }],
  ['goes dark', { kind: 'end' }],
])
/** Words that make an event of "over", "up", "good", "due" only together with a form of "to be" or a subject before them. */
const LEANING = new Set(['over', 'up', 'good', 'through', 'out', 'due', 'dead', 'back'])
const LEANS_ON =
  /^(?:is|are|was|were|been|being|its|it's|getting|gets|'s|trial|poc|eval|evaluation|licence|license|sub|subscription|plan|month|pilot|period|all|time|version|one|term|date|thats|that's|theirs|ours|year|test)$/u

/** The "up" of "we set the trial up", "the trial was set up"; undefined where a reminder shall be set up. */
function setUpAt(tokens: readonly Token[], at: number): number | undefined {
  if (tokens[at]?.text !== 'set') return undefined
  const near = tokens.slice(Math.max(0, at - 6), at + 5).map(({ text }) => text)
  const isTrial = near.some(text => subjectOf(text) === 'trial')
  const isWished = at === 0 || /^(?:to|please|can|could|you|and|not|,|\.)$/u.test(tokens[at - 1]?.text ?? '')
  const up = tokens.slice(at + 1, at + 5).findIndex(({ text }) => text === 'up')
  return isTrial && !isWished && up >= 0 ? at + 1 + up : undefined
}

/** "we buy", "if I buy", "we'll get the licence": a purchase that is told of, and not asked for ("can we buy"). */
function isBuying(tokens: readonly Token[], at: number): boolean {
  const [one, two] = [tokens[at - 1]?.text ?? '', tokens[at - 2]?.text ?? '']
  const [next, after] = [tokens[at + 1]?.text ?? '', tokens[at + 2]?.text ?? '']
  const isTold =
    (/^(?:i|we|they|customer|client)$/u.test(one) && !/^(?:can|could|should|may|must|do|did|until|before)$/u.test(two)) ||
    /^(?:i|we|they)(?:'ll| will)$/u.test(one === 'will' ? `${two} will` : one)
  if (/^(?:buy|buys)$/u.test(tokens[at]?.text ?? '')) return isTold
  return (
    isTold &&
    /^(?:get|gets|take|takes)$/u.test(tokens[at]?.text ?? '') &&
    /^(?:the|a|an|our)$/u.test(next) &&
    subjectOf(after) === 'licence'
  )
}

/** Every event word of a message. */
export function findEvents(tokens: readonly Token[]): Event[] {
  const events: Event[] = []
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at]
    if (token?.kind !== 'word') continue
    const up = setUpAt(tokens, at)
    if (up) {
      events.push({ at: up, kind: 'start', tense: 'behind' })
      at = up
      continue
    }
    // "I got the date wrong" buys nothing.
    const pair = /^(?:wrong|date|day|end)$/u.test(tokens[at + 2]?.text ?? '')
      ? undefined
      : PAIRS.get(`${token.text} ${tokens[at + 1]?.text}`)
    if (isBuying(tokens, at)) events.push({ at, kind: 'buy' })
    else if (isGiven(tokens, at) || isFirstDay(tokens, at)) events.push({ at, kind: 'start', tense: 'behind' })
    else if (pair) events.push({ at: token.text === 'went' || token.text.startsWith('r') ? at + 1 : at, ...pair })
    else {
      const known = isDenied(tokens, at) ? ({ kind: 'other' } as const) : EVENTS.get(token.text)
      const asksWhen = known?.kind === 'until' && tokens[at + 1]?.text === 'when'
      if (known && !asksWhen && !(LEANING.has(token.text) && !leans(tokens, at)) && !isAdjective(tokens, at)) events.push({ at, ...known })
    }
  }
  return events
}

/** "will be charged on the 3rd", "nothing is debited", "the new one starts", "next order": not what the licence in question did. */
function isDenied(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at]?.text ?? ''
  const [one, two] = [tokens[at - 1]?.text ?? '', tokens[at - 2]?.text ?? '']
  if (/^(?:charged|billed|debited|invoiced)$/u.test(word) && tokens[at + 1]?.text === 'again') return true
  if (word === 'order' && tokens[at + 1]?.text === 'form') return true
  if (/^(?:charged|billed|debited|invoiced)$/u.test(word)) return /^(?:be|being|get|gets|not|isn't|again)$/u.test(one) || two === 'nothing'
  if (word === 'placed' && two === 'renewal') return true
  if (/^(?:paid|payed|bought|purchased)$/u.test(word) && /^(?:not|isn't|wasn't|never|unpaid)$/u.test(one)) return true
  if (/^(?:purchase|buy)$/u.test(word) && one === 'to') return true
  if (word === 'passed') return two === 'extension' || !/^(?:date|deadline|renewal|end|expiry|expiration|has|have|already|just)$/u.test(one)
  // "thinks die": an end only as a verb; elsewhere it is a German article.
  if (word === 'die')
    return !/^(?:will|would|to|can|could|may|might|should|not|n't|don't|it|they|trials|licen[cs]es|sensors|things)$/u.test(one)
  if (word === 'live') return /^(?:go|goes|going)$/u.test(one) || (one === '-' && two === 'go')
  if (word === 'order' || word === 'ordered')
    return /^(?:next|renewal|new|i|we|you|they|to|can|could|would|cust)$/u.test(one) && !(word === 'ordered' && one !== 'be')
  if (!/^(?:starts|start|begins|begin|starting)$/u.test(word)) return false
  const [after] = [tokens[at + 1]?.text ?? '']
  return (
    /^(?:new|next)$/u.test(one) ||
    /^(?:new|next)$/u.test(two) ||
    after === 'again' ||
    /^(?:doesn't|don't|won't|not|didn't)$/u.test(one) ||
    OTHER_STARTS.test(one) ||
    (OTHER_STARTS.test(two) && !subjectOf(one))
  )
}

/** What starts besides a licence or trial: "vacation starts 28 March". */
const OTHER_STARTS =
  /^(?:vacation|vacations|holiday|holidays|shutdown|project|budget|campaign|season|freeze|audit|meeting|meetings|window|migration|rollout|quarter|workshop|commissioning|turnaround|maintenance|installation|shift|production|ramadan|easter|lockdown|construction|training|strike|review|tender|rfp|fy)$/u

const leans = (tokens: readonly Token[], at: number) =>
  tokens[at]?.text === 'out'
    ? /^(?:is|are|was|it's|its|been|'s)$/u.test(tokens[at - 1]?.text ?? '') && tokens[at + 1]?.text !== 'of'
    : [1, 2].some(back => LEANS_ON.test(tokens[at - back]?.text ?? '') || /\p{L}'s$/u.test(tokens[at - back]?.text ?? '')) ||
      (/^(?:until|till|thru|through|to|since)$/u.test(tokens[at + 1]?.text ?? '') && tokens[at]?.text !== 'back')

/** "the paid licence", "our bought one": what it is, not what happened; "starting with" is no start. */
function isAdjective(tokens: readonly Token[], at: number): boolean {
  const [before, word, after] = [tokens[at - 1]?.text ?? '', tokens[at]?.text ?? '', tokens[at + 1]?.text ?? '']
  // "auto-renew" is a setting.
  if (word === 'renew' && (before === 'auto' || before === '-')) return true
  if (word === 'starting') return after === 'with'
  if (word === 'done') return before === 'be'
  if (word === 'gone') return /^(?:from|off)$/u.test(after)
  if (word === 'come' && (MONTHS.has(after) || /^\d/u.test(after))) return true
  if (
    /^(?:paid|bought)$/u.test(word) &&
    /^(?:[,-]|until|till|through|thru|to|up)$/u.test(after) &&
    /^(?:[,:(]|it's|is|its)?$/u.test(before)
  )
    return true
  if (!/^(?:paid|bought|purchased|expired|ended|lapsed)$/u.test(word)) return false
  if (/^(?:bought|purchased)$/u.test(word) && (before === '' || before === '\n')) return false
  return subjectOf(after) === 'licence' || /^(?:one|period|version|service|product|thing|site|ot)$/u.test(after)
    ? !/^(?:i|we|he|she|they|you|customer|client|cust|who|have|has|had|'ve|just|only|colleague|someone|somebody|team|i've|we've|already)$/u.test(
        before,
      )
    : /^(?:paid|bought)$/u.test(word) && /^(?:the|to|as|on|for|of|from)$/u.test(before)
}
