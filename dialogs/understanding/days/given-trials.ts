import type { Token } from '../tokens.ts'
import { MONTHS, WEEKDAYS } from './calendar-words.ts'
import { subjectOf } from './subject-words.ts'

// How people say since when they have a trial, other than that it started.

const GIVEN = /^(?:assigned|granted|received|opened|given|gave|gives|issued|provided|provisioned|allocated|handed|allotted)$/u
/** "We got the trial": but "the trial got extended". */
const GOT = /^(?:got|get)$/u
const BESIDE = /^(?:us|me|them|him|her|the|our|a|an|my|this|your|their|out|-|day|days|week|month|new)$/u
const BETWEEN = /^(?:was|were|is|has|have|been|got|being|just|first|it|which|that|,|licen[cs]es?|period|version|account|subscription)$/u
const WHOLE = /^(?:licen[cs]es?|period|version|account|subscription|tenant)$/u
/** What may follow the trial that was given: its day, or the rest of the sentence, but no "reminder" and no "extension". */
const ENDS = /^(?:on|from|at|in|since|yesterday|today|last|this|and|for|by|with|to|around|about|via|through|ago|\d.*)$/u
const NOT_GIVEN = /^(?:an?|up|another|more|extra|extension|extended|until|till|back)$/u

/** Whether a word says that a trial was given: "the trial was assigned", "we received our 60-day trial", "got the trial 20 Feb". */
export function isGiven(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at]?.text ?? ''
  if (GOT.test(word)) return givesTrial(tokens, at + 1) || isWhatWas(tokens, at)
  if (!GIVEN.test(word)) return false
  return givesTrial(tokens, at + 1) || (isOfTrial(tokens, at - 1) && !NOT_GIVEN.test(tokens[at + 1]?.text ?? ''))
}

/** "the trial which we got on 20 February" */
const isWhatWas = (tokens: readonly Token[], at: number) =>
  /^(?:i|we|they|he|she)$/u.test(tokens[at - 1]?.text ?? '') && isOfTrial(tokens, at - 2) && !NOT_GIVEN.test(tokens[at + 1]?.text ?? '')

const isTrial = (token: Token | undefined) => token?.kind === 'word' && subjectOf(token.text) === 'trial'
const MAX_BESIDE = 6

function givesTrial(tokens: readonly Token[], from: number): boolean {
  let at = from
  while (at < from + MAX_BESIDE && (BESIDE.test(tokens[at]?.text ?? '') || tokens[at]?.kind === 'number')) at += 1
  if (!isTrial(tokens[at])) return false
  while (isTrial(tokens[at]) || WHOLE.test(tokens[at]?.text ?? '')) at += 1
  const next = tokens[at]
  return next?.kind !== 'word' || ENDS.test(next.text) || MONTHS.has(next.text) || WEEKDAYS.has(next.text)
}

function isOfTrial(tokens: readonly Token[], from: number): boolean {
  let at = from
  while (at > from - MAX_BESIDE && BETWEEN.test(tokens[at]?.text ?? '')) at -= 1
  return isTrial(tokens[at])
}

/** "Day one was 1 March", "our first day": but "the first day of May", "the first day after". */
export function isFirstDay(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]?.text !== 'day') return false
  const [before, after] = [tokens[at - 1], tokens[at + 1]]
  if (after?.kind === 'number' && after.value === 1) return true
  const isFirst = before?.kind === 'ordinal' && before.value === 1
  return isFirst && !/^(?:after|without|when|that|where)$/u.test(after?.text ?? '') && !MONTHS.has(tokens[at + 2]?.text ?? '')
}

/** What says that a trial or licence has been held since a day. */
const HELD = /^(?:active|running|runs|run|using|use|used|live|it|it's|trial+ing|piloting|trying|ours|mine|subscribed|licen[cs]ed)$/u
/** What has been so since a day that is rather the end: "no access since", "it shows red since". */
const LOST =
  /^(?:no|not|without|nothing|nobody|never|lost|lose|down|dark|off|locked|blocked|red|dead|gone|over|out|stopped|stop|expired|ended|lapsed|unlicen[cs]ed|inactive|missing|disabled|suspended|unpaid|overdue|late|leave|sick|holiday|away|broken|fails?|failing|failed|errors?|warnings?|mails?|emails?|banner|message|says|shows|customers?|partners?|reseller|company|admin|\S+n't)$/u
const CLAUSE = 12

/** "trial since 20 February", "since 20 February we are in trial", "on trial since a month": held since a day, in the words around it. */
export function isHeldSince(tokens: readonly Token[], { from, to }: { readonly from: number; readonly to: number }): boolean {
  const since = SINCE.test(tokens[from - 1]?.text ?? '') ? from - 1 : SINCE.test(tokens[from]?.text ?? '') ? from : undefined
  if (since === undefined) return false
  const before = clauseOf(tokens.slice(Math.max(0, since - CLAUSE), since).reverse())
  const isFirst = before.length === 0 && /^[,]$/u.test(tokens[to]?.text ?? '')
  const said = [...before, ...clauseOf(tokens.slice(isFirst ? to + 1 : to, to + CLAUSE))]
  if (said.some(({ text }) => LOST.test(text))) return false
  return before.some(isHeld) || (before.length === 0 && said.some(isHeld)) || said.length === 0
}
const SINCE = /^(?:since|seit|depuis)$/u

const isHeld = ({ kind, text }: Token) => kind === 'word' && (subjectOf(text) !== undefined || HELD.test(text))

function clauseOf(tokens: readonly Token[]): readonly Token[] {
  const end = tokens.findIndex(({ kind, text }) => kind === 'break' || /^[.,;:!?(]$/u.test(text))
  return end < 0 ? tokens : tokens.slice(0, end)
}
