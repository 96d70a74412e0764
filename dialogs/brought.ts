import type { Facts } from '../rules/facts.ts'
import type { Brought } from './answering.ts'
import { startPutRight } from './days/other-event.ts'
import { hasOnlyOwnDays } from './days/own-days.ts'
import { dayKeys, nearFormer } from './days/spoken-days.ts'
import { quotesSource } from './days/told-day.ts'
import { isFollowUp, isRepair } from './phrases.ts'
import type { Conversation, Reading } from './ports.ts'
import { sitesBeside } from './sites/list-beside.ts'
import { listChange } from './sites/list-change.ts'
import { unpooled } from './sites/pooled.ts'
import { changesNamed, ofEachPlace, stillUnused } from './sites/site-edits.ts'
import { pick } from './topic.ts'
import { kindNamed, namesPaid, THING } from './understanding/days/subject-words.ts'
import { isSupposed } from './understanding/terms/supposed.ts'

/** The facts of a message in the light of what was said before. */
export function broughtBy(stood: Conversation, given: Reading, text: string, sameTopic: boolean): Brought {
  const reading = unpooled(stood, given, text)
  const before = { ...stood.facts, ...stood.supposed }
  const reminds = reading.wishes[0].intent === 'set-reminder' || (sameTopic && stood.topic === 'set-reminder')
  const certain = reminds && reading.band === 'sure' ? reading.facts : withoutGuesses(reading, before, text)
  const end = stood.asked === 'kind' ? endOfEither(reading, text) : undefined
  const now = reminds && (end || hasOnlyOwnDays(text)) ? withoutDays(certain) : certain
  // To ask for another reminder is no correction of the last one.
  const near = startPutRight(
    sameTopic && (!(reminds && reading.band === 'sure') || putsRight.test(text))
      ? nearFormer(now, before, text, reading.band !== 'sure' || isRepair(text) || putsRight.test(text) || stood.disputed)
      : now,
    before,
    reading,
    text,
  )
  const inView = sameTopic && stood.topic === 'size-license' ? before.sites : undefined
  // What edits a list is read whatever the message is taken to ask.
  const supposed = reading.supposed || (inView !== undefined && isSupposed(text.toLowerCase(), 'size-license'))
  const change = listChange(inView, near.sites, text, { unreadable: stood.unused?.unreadable, supposed })
  const sites = ofEachPlace(stood, change.doubt ? inView : change.sites, text)
  const isEdited = inView !== undefined && sites !== near.sites
  const ofSizes = reading.unreadable.length > 0 || reading.wishes[0].intent === 'size-license'
  const beside = supposed || ofSizes ? undefined : sitesBeside(stood, near, text)
  const { growthPercent: _, ...ungrown } = near
  const kind = impliedKind(stood, reading, text, sameTopic)
  // "Plant 2 grows by 10 %": what was taken into the list is no line that couldn't be.
  const isChanged = isEdited && changesNamed(inView, text)
  return {
    said: { ...(isChanged ? ungrown : near), ...(sites ? { sites } : beside ? { sites: beside } : {}), ...(kind ? { kind } : {}) },
    // A list that was only supposed stays so when it is changed.
    supposed:
      supposed ||
      (sameTopic && stood.open === true && stood.unclear?.supposed === true && near[stood.unclear.fact] !== undefined) ||
      (isEdited && stood.supposed?.sites !== undefined) ||
      (sameTopic && reading.band !== 'sure' && isFollowUp(text) && !ofReal.test(text) && isSupposing(stood, near)),
    askedAbout: reading.askedAbout,
    followsUp: sameTopic && (reading.band !== 'sure' || isEdited),
    unreadable: change.doubt ? [{ line: 1, text: text.trim(), why: WHAT }] : isChanged ? [] : reading.unreadable,
    siteLines: reading.siteLines,
    places: reading.places,
    unused: isEdited ? stillUnused(stood.unused, inView, sites) : undefined,
    text,
    ...(end ? { reminding: { end } } : {}),
  }
}

/** Of a message that asks something else besides, so that no question is asked of the list. */
const WHAT = 'what is to change here?'

/** "Lyon was wrong, it should be the 22nd", "if it ended on the 20th" */
const putsRight = /\b(?:if|wrong|should (?:be|have been)|mistake|mistaken|mixed (?:it |that )?up|mistyped|typo)\b/i

/** A day that no word says to be the end of a trial or of a licence. */
const endOfEither = ({ facts: { kind, trialEnd, licenseEnd } }: Reading, text: string) =>
  kind || kindNamed(text) ? undefined : (trialEnd ?? licenseEnd)

/** "And ours ends 1 April", "we really bought on 7 March", "actually it ends 31 May": but "actually the 3rd" puts right what is supposed. */
const ofReal = new RegExp(
  `\\b(?:really|actually|in (?:reality|truth|fact)|for real)\\b(?![^?]*\\?)[^?]*\\b(?:ends?|ended|expires?|expired|bought|purchased|started|runs? out)\\b|^\\W*(?:(?:and|but|ok|well|so|now|actually|no) )*(?:ours|mine|our own|(?:our|my)(?: own)? (?:${THING}|one)|really|in reality)\\b`,
  'i',
)

/** A supposition is followed up by another value of the same. */
const isSupposing = ({ supposed = {} }: Conversation, said: Facts) => {
  const keys = Object.keys(said) as (keyof Facts)[]
  return keys.length > 0 && keys.every(key => supposed[key] !== undefined)
}

const withoutDays = ({ trialEnd: _, trialStart: __, licenseStart: ___, licenseEnd: ____, ...facts }: Facts): Facts => facts

/** A day that only seems to be a known one ("today we're on MOSA", "I talked to him on Monday") does not replace it. */
function withoutGuesses({ facts, guessed = [], band }: Reading, before: Facts, text: string): Facts {
  if (guessed.length === 0) return facts
  const keys = Object.keys(facts) as (keyof Facts)[]
  const others = keys.some(key => !dayKeys.some(day => day === key))
  const passing = (key: keyof Facts) =>
    !(key === 'trialEnd' && (left.test(text) || quotesSource(text))) &&
    guessed.includes(key) &&
    before[key] !== undefined &&
    (others || (band !== 'not' && !isRepair(text)))
  return pick(
    facts,
    keys.filter(key => !passing(key)),
  )
}

/** "The admin center says 14 days left": a trial's end, whatever was told of it before. */
const left = /\bdays? (?:are |is )?(?:still )?(?:left|remain\w*)\b|\b(?:left|remain\w*):? \d/i

/** "And the data?" after a talk about a trial is about the trial's end, and so is "it's a trial, ended 1 Feb" where a licence's was asked for. */
function impliedKind({ topic, facts }: Conversation, { wishes, facts: now }: Reading, text: string, sameTopic: boolean): Facts['kind'] {
  const isAsked = wishes[0].intent === 'license-lifecycle'
  const goesOn = sameTopic && topic === 'license-lifecycle' && !facts.kind
  if (!(isAsked || goesOn) || now.kind || namesPaid(text)) return now.kind
  // A trial told of before is none of a licence that is talked about.
  const known = isAsked ? { ...facts, ...now } : { licenseEnd: facts.licenseEnd, licenseStart: facts.licenseStart, ...now }
  return (known.trialEnd ?? known.trialStart) && !known.licenseEnd && !known.licenseStart ? 'trial' : undefined
}
