import type { Intent } from '../../../cards/intents.ts'
import type { Token } from '../tokens.ts'
import { isActedOn } from './acting-day.ts'
import { UNITS } from './calendar-words.ts'
import { isChargeOfTerm, isInvoiced, isNextCharge, isRenewalCharge } from './charges.ts'
import { wordsIn } from './date-parts.ts'
import { isStated, rangeKind } from './date-ranges.ts'
import { datesNear, eventFor, isPassing, type Near, type Scene, saidBefore } from './date-scene.ts'
import type { DateFound } from './dates.ts'
import type { Event } from './event-words.ts'
import { isHeldSince } from './given-trials.ts'
import { subjectOf } from './subject-words.ts'

/** What happens on a date; `none` where it is the date of something else. */
export type Kind = 'end' | 'start' | 'buy' | 'none'

/** What a date alone means where nothing around it says so. */
const BARE: Partial<Record<Intent, 'end' | 'start'>> = {
  'extend-trial': 'end',
  'trial-terms': 'end',
  'refund-window': 'start',
  'license-lifecycle': 'end',
  'stop-renewal': 'end',
  'set-reminder': 'end',
  'stop-reminders': 'end',
}

/** What happens on the date at `index`, by its own words, by the event word near it, else by what the intent is about. */
export const whatHappens = (scene: Scene, date: DateFound, index: number, best: Near | undefined): Kind | undefined =>
  rangeKind(scene, index) ?? hintKind(scene, date) ?? (isChargeOfTerm(scene, date, best?.event) ? 'none' : kindOf(scene, date, best))

/** "16 days left" and "25 days past expiry" say themselves that something ends; what is left to use up of a purchase is no date of it. */
function hintKind(scene: Scene, date: DateFound): Kind | undefined {
  if (date.hint === 'left') return scene.intent === 'refund-window' || isWhen(scene, date) || isWholeLength(scene, date) ? 'none' : 'end'
  if (date.hint === 'into') return 'start'
  if (date.hint === 'over') return scene.intent === 'refund-window' ? 'none' : 'end'
  return undefined
}

/** "began 5 Feb and has 30 days": beside its start, what it has is its whole length. */
const isWholeLength = (scene: Scene, date: DateFound) =>
  /^(?:has|had|got)$/u.test(scene.tokens[date.from - 1]?.text ?? '') &&
  scene.tokens[date.from - 2]?.text !== 'still' &&
  UNITS.has(scene.tokens[date.to - 1]?.text ?? '') &&
  !/^(?:still|now|yet)$/u.test(scene.tokens[date.to]?.text ?? '') &&
  datesNear(scene, date).some(
    other => other !== date && (eventFor(scene, other)?.event.kind === 'start' || scene.tokens[other.from - 1]?.text === 'since'),
  )

/** "tell me when a week's left": a day wished for, not one that is. */
const isWhen = ({ tokens }: Scene, date: DateFound) =>
  tokens.slice(Math.max(0, date.from - 5), date.from).some(token => /^(?:when|once|whenever)$/u.test(token.text)) ||
  /\bif (?:there (?:is|are)|we (?:still )?have|i have) (?:less|fewer|more|at least|only)\b/u.test(
    wordsIn(tokens, date.from - 7, date.from + 2),
  )

/** Words that place a date behind the end of what runs until then: "beyond 15 April", "longer than the 12th". */
const PAST_END = /^(?:beyond|past|than|post|after)$/u

function kindOf(scene: Scene, date: DateFound, best: Near | undefined): Kind | undefined {
  if (isDayOfActing(scene, date)) return 'none'
  const lead = leadWord(scene.tokens, date)
  const { event } = best ?? {}
  if (scene.intent === 'set-reminder' && isAheadOf(scene.tokens, date)) return 'end'
  if (BARE[scene.intent] === 'end' && PAST_END.test(lead) && (event?.kind === 'other' || event?.kind === 'wish')) return 'end'
  if (isPassing(scene, date) && !(best && boundPassing(scene, date, best)))
    return isOwnSentence(scene, date) && (!event || event.kind === 'buy') ? 'start' : 'none'
  if (isDated(scene.tokens, date)) return 'start'
  // "terminate the licence from 4 days back": what one asks to end is what one bought then.
  if (event?.kind === 'end' && scene.intent === 'refund-window' && date.hint === 'ago' && event.tense !== 'behind') return 'start'
  if (isSince(scene, date, event)) return 'start'
  if ((event?.kind === 'start' || event?.kind === 'buy') && scene.intent === 'buy-license' && event.tense !== 'behind') return 'none'
  if (event?.kind === 'start' || event?.kind === 'buy') return /^(?:before|by)$/u.test(lead) ? 'none' : event.kind
  if (event?.kind === 'end' && scene.intent === 'refund-window' && isRenewalCharge(scene, event)) return 'buy'
  if (event?.kind === 'end' && /^(?:valid|good)$/u.test(scene.tokens[event.at]?.text ?? '') && /^(?:from|since)$/u.test(lead))
    return 'start'
  if (event?.kind === 'end') return 'end'
  if (event?.kind === 'wish' && isStated(scene, event.at) && /^(?:to|until|till|til|through|thru)$/u.test(lead)) return 'end'
  if ((event && isToBeRenewed(scene, event)) || isBehindName(scene, date)) return 'end'
  if (event?.kind === 'until') return wished(scene, event.at) ? 'none' : 'end'
  if (event && isRenewed(scene, event)) return 'buy'
  if (event && date.hint !== 'ahead' && isNextCharge(scene, event)) return 'end'
  if (event && isInvoiced(scene, date, event)) return 'buy'
  if (event?.kind === 'other' || event?.kind === 'thing') return 'none'
  if (scene.intent === 'stop-renewal' && lead === 'of' && scene.tokens[date.from - 2]?.text === 'as') return 'end'
  if (!event && opensTerm(scene, date, lead)) return 'start'
  return bareKind(scene, date, lead, event)
}

/** "the licence from 6 March", "our licence of 6 March", "the one dated 6 March": since when it is, whatever else is asked of it. */
const isDated = (tokens: readonly Token[], { from }: DateFound) =>
  /^(?:from|of|dated|since)$/u.test(tokens[from - 1]?.text ?? '') && subjectOf(tokens[from - 2]?.text ?? '') === 'licence'

/** "trial since 20 February": no word of the clause says what happened then. */
export const isSince = ({ tokens, intent }: Scene, date: DateFound, event?: Event) =>
  BARE[intent] !== undefined && (!event || event.kind === 'wish' || isApart(tokens, date, event)) && isHeldSince(tokens, date)

/** "since 14 January, what happens when it ends?", "it ends 12 April, running since 9 February": what stands outside the clause of a date. */
function isApart(tokens: readonly Token[], { from, to }: DateFound, { at, kind }: Event): boolean {
  if (at > from && (kind === 'other' || kind === 'thing')) return true
  return tokens.slice(Math.min(to, at), Math.max(from, at)).some(({ text }) => /^(?:[,;]|and|but|so|when|if|until)$/u.test(text))
}

/** "refund on 16 March?", "if I cancel on Friday": the day for which it is asked. */
function isDayOfActing(scene: Scene, date: DateFound): boolean {
  if (!/^(?:refund-window|extend-trial|license-lifecycle)$/u.test(scene.intent)) return false
  return isActedOn(saidBefore(scene, date, 12).replaceAll(' , ', ', '), ` ${wordsIn(scene.tokens, date.to, date.to + 3)}`)
}

/** "a week before 30 April", "14 days ahead of 25 August": a reminder is counted back from an end. */
const isAheadOf = (tokens: readonly Token[], date: DateFound) => {
  const [one, two, three] = [1, 2, 3].map(back => tokens[date.from - back]?.text ?? '')
  return (one === 'before' && UNITS.has(two ?? '')) || (one === 'of' && two === 'ahead' && UNITS.has(three ?? ''))
}

/** "from 1 March", "as of last Friday". */
const opensTerm = ({ tokens, intent, sentence }: Scene, date: DateFound, lead: string) =>
  intent !== 'stop-renewal' &&
  // "I need a licence from 1 April" has none yet.
  (BARE[intent] !== undefined ||
    !tokens.some(({ text }, at) => at < date.from && sentence[at] === sentence[date.from] && WANTED.test(text))) &&
  (/^(?:from|effective|starting)$/u.test(lead) ||
    (lead === 'since' && (intent === 'refund-window' || (TRIED_SINCE.test(intent) && isHeld(tokens, date.from)))) ||
    (lead === 'of' && tokens[date.from - 2]?.text === 'as' && BARE[intent] !== undefined))

const WANTED = /^(?:need|needs|want|wants|wish|like|require|requires|quote|looking|plan|planning)$/u
const TRIED_SINCE = /^(?:change-size|extend-trial|trial-terms)$/u

/** "running since 1 March", "on trial since 1 March". */
const isHeld = (tokens: readonly Token[], at: number) => {
  const said = tokens.slice(Math.max(0, at - 8), at).map(({ text }) => text)
  if (said.some(text => /^(?:own|owned|owning|hold|held|had|running|using|subscribed)$/u.test(text))) return true
  const isLost = said.some(text => /^(?:no|not|never|without|lost|locked|stopped|gone|down)$|n['’]t$/u.test(text))
  return !isLost && (/^(?:active|live)$/u.test(said.at(-2) ?? '') || subjectOf(said.at(-2) ?? '') === 'trial')
}

/** "Is a refund possible for 6 March? And remind me": what is given back was bought then. */
const isOfRefund = ({ intent, tokens, named }: Scene) =>
  intent === 'set-reminder' && !named.has('trial') && tokens.some(({ text }) => /^(?:refund|refunds|refundable)$/u.test(text))

/** What a date with no event near it is: what the intent is mostly about, unless it is only wished for or supposed. */
function bareKind(scene: Scene, date: DateFound, lead: string, event: Event | undefined): Kind | undefined {
  const bare = isOfRefund(scene) ? 'start' : BARE[scene.intent]
  const before = lead === 'before' && (scene.intent === 'extend-trial' || scene.intent === 'set-reminder')
  if (bare === 'end' && (PAST_END.test(lead) || (before && !event))) return 'end'
  if (event || !bare || date.hint === 'ahead' || /^(?:by|before|until|within)$/u.test(lead)) return undefined
  if (bare === 'end' && date.hint === 'ago') return undefined
  return bare === 'start' && isSupposed(scene, date) ? undefined : bare
}

const isSupposed = ({ tokens, sentence }: Scene, date: DateFound) =>
  tokens.some(
    (token, at) =>
      sentence[at] === sentence[date.from] && at < date.from && /^(?:if|suppose|supposing|say|imagine|assume)$/u.test(token.text),
  )

/** "It was this morning.", "Yesterday.": an answer to the sentence before, when a refund is asked for. */
function isOwnSentence(scene: Scene, date: DateFound): boolean {
  const { tokens, sentence } = scene
  if (scene.intent !== 'refund-window' || !/^(?:yesterday|yday|this)$/u.test(tokens[date.from]?.text ?? '')) return false
  return tokens.filter((token, at) => sentence[at] === sentence[date.from] && token.kind === 'word').length <= date.to - date.from + 3
}

const isRenewed = (scene: Scene, event: Event) =>
  (scene.intent === 'refund-window' && /^(?:(?:auto)?renewed|signed)$/u.test(scene.tokens[event.at]?.text ?? '')) ||
  (scene.intent === 'license-terms' && scene.tokens[event.at]?.text === 'signed')

/** "needs renewing (25 Nov)", "must be renewed by 25 November", "up for renewal": the end of what is tracked or runs out. */
const isToBeRenewed = ({ tokens, intent }: Scene, { at, kind }: Event) =>
  (kind === 'wish' || kind === 'other') &&
  /^(?:set-reminder|stop-reminders|license-lifecycle|stop-renewal)$/u.test(intent) &&
  DUE_FOR_RENEWAL.test(wordsIn(tokens, at - 3, at + 5))
const DUE_FOR_RENEWAL =
  /\b(?:needs?|must|has to|have to|requires?|due|should) (?:be (?:re-?newed|re-?newing)|(?:to )?(?:be )?re-?new(?:ed|ing|al)?|a re-?newal)\b|\b(?:did(?:n't| not)|not|never|haven't|forgot to) re-?new(?:ed)? (?:(?:it|the|our|licen[cs]e|subscription) ){0,2}(?:on|by)\b/u

/** "remind us of Karlstad's licence (25 Nov)", "reminder trial 6 May" */
const isBehindName = ({ tokens, subjects, intent }: Scene, { from }: DateFound) =>
  intent === 'set-reminder' && (subjects[from - 1] ?? (tokens[from - 1]?.text === '(' ? subjects[from - 2] : undefined)) !== undefined

/** "we extended it until 20 May": the end that it has now. */
export function isProlonged(scene: Scene, date: DateFound): boolean {
  if (!/^(?:to|until|till|til|through|thru)$/u.test(leadWord(scene.tokens, date))) return false
  return [2, 3, 4, 5, 6].some(back => isStated(scene, date.from - back))
}

const isBehindDay = ({ tokens }: Scene, date: DateFound) => /^(?:yesterday|yday)$/u.test(tokens[date.from]?.text ?? '')

function boundPassing(scene: Scene, date: DateFound, { event, distance }: Near): boolean {
  // "bought XS in autumn, today 133 machines": the day of what follows.
  if (scene.tokens[date.from - 1]?.text === ',' && scene.tokens[date.to]?.kind === 'number') return false
  const { text } = scene.tokens[event.at] ?? { text: '' }
  if (isRenewed(scene, event)) return distance <= 5
  if (text.startsWith('renewal')) return distance <= 0.5 && isBehindDay(scene, date)
  return event.kind === 'end' ? distance <= 5 : event.tense === 'behind' && distance <= 7
}

/** Whether "until" says how long somebody would like it, not how long it is. */
function wished(scene: Scene, at: number): boolean {
  const { tokens, sentence } = scene
  for (let back = at - 1; back >= 0 && sentence[back] === sentence[at] && at - back < 16; back -= 1) {
    const word = tokens[back]?.text ?? ''
    if (
      /^(?:extend|extended|extending|extension|prolong\w*|need|needs|want|wants|wish|longer|like|keep|give|giving|grant|granting|bridge|could|can|stretch\w*|lengthen\w*|postpone\w*|shutdown|holiday|holidays|leave|freeze|vacation|more|closed|away|off)$/u.test(
        word,
      )
    )
      return !isStated(scene, back)
    if (word === 'out' && /^(?:i'm|am|is|he's|she's)$/u.test(tokens[back - 1]?.text ?? '')) return true
    if (/^(?:[,:(-]|and|but)$/u.test(word)) return false
  }
  return false
}

const leadWord = (tokens: readonly Token[], date: DateFound) => {
  const before = tokens[date.from - 1]?.text ?? ''
  return before === 'the' || before === 'on' ? (tokens[date.from - 2]?.text ?? '') : before
}
