import { addDays, addYears } from '../../rules/day.ts'
import type { Facts } from '../../rules/facts.ts'
import { endOf } from '../../rules/license-lifecycle.ts'
import type { At } from '../../rules/verdict.ts'
import { answer, nothingSaid } from '../answering.ts'
import { without } from '../known-facts.ts'
import type { Conversation } from '../ports.ts'
import { isUnrenewed } from '../refund-window.ts'
import { repaired } from '../repair.ts'
import type { Outcome, Scene } from '../scene.ts'
import { bare } from '../understanding/bare-reading.ts'
import { LICENCE } from '../understanding/days/subject-words.ts'
import { daysAs } from './day-meant.ts'

// "It renewed", of a licence that is spoken of and not tracked: the term that runs is the next one.

const lead = '(?:(?:yes|yep|yeah|no|nope|but|well|sorry|actually|oh|ok|okay|and|so|then|right|correct|wait)\\W+){0,3}'
const who = `(?:(?:it|that|that one|this one|ours|we|i|they|(?:the|our|my|this|that) ${LICENCE})(?:['’](?:s|ve|d))? )?`
const did = '(?:(?:has|have|had|was|were|been|got|just|already|since|meanwhile|automatically|auto|actually|in fact)[ -]){0,4}'
const tail = `(?: (?:it|that|this|ours|(?:the|our|my) ${LICENCE}|automatically|already|by itself|itself|in time|in the meantime|meanwhile|again|since|then|now|though|anyway|of course|for (?:another|one|a|1) year|as usual|as planned)){0,4}`
/** "Bought 2024": the first term, which says nothing of the one that runs. */
const firstTerm = '(?:(?:and|but|it was|we) )?(?:(?:first|originally|initially) )?(?:bought|purchased|ordered|started) [\\w ./-]{2,20}'
const renewedAlone = new RegExp(
  `^\\W*${lead}(?:${firstTerm}, ?)?${who}(?:${did}(?:auto-?)?renewed|did (?:auto-?)?renew)${tail}(?:,? (?:on )?(?:the )?(?<day>(?:yesterday|today|last |\\d)[\\w ./-]{0,20}))?(?:, ?${firstTerm})?\\W*$`,
  'i',
)
const MAX_SAID = 80

/** The licence with the term that a renewal began, by its start alone; `undefined` where that would be a guess. */
function renewedTerm({ licenseStart, licenseEnd }: Facts, { today }: At): Facts['licenseStart'] {
  const end = licenseStart && !licenseEnd ? endOf({ licenseStart }) : undefined
  // Renewed ahead of its end, or more than once: nobody said from when on the present term runs.
  if (!end || end >= today || addYears(addDays(end, 1), 1) <= today) return undefined
  return addDays(end, 1)
}

/** Answers as of the renewed term, or asks for its day; undefined for every other message. */
export async function renewedSince(scene: Scene, text: string): Promise<Outcome | undefined> {
  const { stood, at } = scene
  if (text.length > MAX_SAID || text.includes('?')) return undefined
  if (!isOfLicence(stood)) return renewalFirst(scene, text)
  const intent = stood.topic === 'refund-window' ? stood.topic : 'license-lifecycle'
  const wanted = { intent, ...(stood.topic === intent ? { aspect: stood.aspect } : {}) } as const
  const trace = { intent, outcome: 'renewed' }
  // A denied renewal that was told before is taken back.
  if (isUnrenewed(text))
    return intent === 'license-lifecycle' && !stood.formerStart ? answer(scene, [wanted], { ...nothingSaid, text }, trace) : undefined
  const match = renewedAlone.exec(text)
  if (!match) return undefined
  const start = renewedTerm(stood.facts, at)
  const words = match.groups?.day
  const [day, another] = words === undefined ? [start] : await daysAs(scene, 'licenseStart', words)
  // The days for a refund count from the renewal; the term of a licence renewed late may count from its former end.
  const isStart = day !== undefined && !another && day <= at.today && (day === start || intent === 'refund-window')
  const said = isStart ? { licenseStart: day } : {}
  const facts = without(stood.facts, isStart ? ['licenseEnd'] : ['licenseStart', 'licenseEnd'])
  return answer({ ...scene, stood: { ...stood, facts } }, [wanted], { ...nothingSaid, said, text }, trace)
}

/** "It auto-renewed on 1 March", before anything was asked: the day from which a refund is counted, and the term. */
async function renewalFirst(scene: Scene, text: string): Promise<Outcome | undefined> {
  const { topic, facts } = scene.stood
  const words = !topic && facts.kind !== 'trial' && !facts.licenseStart ? renewedAlone.exec(text)?.groups?.day : undefined
  const [day, another] = words === undefined ? [] : await daysAs(scene, 'licenseStart', words)
  if (!day || another || day > scene.at.today) return undefined
  const reading = { ...bare('refund-window', 0), facts: { licenseStart: day } }
  const intents = ['refund-window', 'license-lifecycle', 'set-reminder'] as const
  return repaired(scene, { kind: 'offer', intents }, reading, { intent: 'refund-window', outcome: 'offer' })
}

/** A refund is asked for, or a licence is spoken of whose day was told; where a refund hangs on the renewal, that is asked by its own card. */
function isOfLicence({ topic, facts, supposed, told, offered }: Conversation): boolean {
  if (facts.kind === 'trial' || supposed || told?.codes.includes('renewal-may-reopen')) return false
  const spokenOf = topic === 'license-lifecycle' || (!topic && offered?.includes('license-lifecycle') === true)
  return topic === 'refund-window' || (spokenOf && (facts.licenseStart ?? facts.licenseEnd) !== undefined)
}
