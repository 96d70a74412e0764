import { DONT_KNOW, MAX_NAME, type Pressed, type Reminding } from '../cards/actions.ts'
import { type Intent, intents } from '../cards/intents.ts'
import { hasInput, parseChoice } from '../cards/question.ts'
import { choices } from '../cards/words/en/facts.ts'
import { topicTitles } from '../cards/words/en/small-talk.ts'
import type { Day } from '../rules/day.ts'
import { checkFact, type FactKey, type Facts, hasForm } from '../rules/facts.ts'
import type { Fault } from '../rules/fault.ts'
import { readingIn } from './days/either-reading.ts'
import type { Conversation, Reading, Understand } from './ports.ts'
import { ofSector, usualCloudIn } from './public-sector.ts'
import { pick } from './topic.ts'
import { topicOf } from './topics.ts'
import { LICENCE, THING, TRIAL } from './understanding/days/subject-words.ts'
import { WHY } from './understanding/sites/found.ts'

/** What a press said beyond its payload: the card's inputs. */
export interface Said {
  readonly facts: Facts
  readonly declined: readonly FactKey[]
  readonly unreadable: Reading['unreadable']
  readonly siteLines?: Reading['siteLines']
}

/** Turns the inputs of a card into facts, as if they had been typed. */
export async function readInputs({ press, inputs }: Pressed, understand: (text: string) => ReturnType<Understand>): Promise<Said> {
  const facts: Record<string, unknown> = { ...press.facts }
  const declined = new Set(press.declined)
  let unreadable: Reading['unreadable'] = []
  let siteLines: Reading['siteLines']
  for (const [name, value] of Object.entries(inputs)) {
    const key = name as FactKey
    if (value === '' || !hasInput(key)) continue
    if (value === DONT_KNOW) declined.add(key)
    else if (key === 'sites') {
      const reading = await understand(value)
      unreadable = reading.facts.sites || reading.unreadable.length > 0 ? reading.unreadable : uncounted(value)
      siteLines = reading.siteLines
      if (reading.facts.sites) facts.sites = reading.facts.sites
    } else facts[key] = parseChoice(key, value)
  }
  return { facts: facts as Facts, declined: [...declined], unreadable, ...(siteLines ? { siteLines } : {}) }
}

/** So many lines without any number are shown again. */
const MAX_UNCOUNTED = 20

/** "Banana", "1e3": whatever was typed for sites and holds none is said to be none. */
const uncounted = (typed: string): Reading['unreadable'] =>
  typed
    .split(/\r?\n/u)
    .map((text, index) => ({ line: index + 1, text: text.trim(), why: /\d/u.test(text) ? WHY.text : WHY.none }))
    .filter(({ text }) => text !== '')
    .slice(0, MAX_UNCOUNTED)

/** The end that a form asks for is that of the trial or of the licence, as the same form says. */
export function withEnd(facts: Facts, end: string | undefined): Facts {
  if (!end) return facts
  return { ...facts, [facts.kind === 'paid' ? 'licenseEnd' : 'trialEnd']: end }
}

/** The facts without one that was typed or chosen and is none, and what is wrong with that one. */
export function misread(facts: Facts, today: Day): { readonly facts: Facts; readonly fault: Fault | undefined } {
  const keys = Object.keys(facts) as FactKey[]
  const wrong = keys.find(key => !hasForm(key, facts[key]))
  const formed = keys.filter(key => hasForm(key, facts[key]))
  return { facts: pick(facts, formed), fault: wrong && checkFact(wrong, facts[wrong], today) }
}

/** How a form wants to be reminded: with the name typed there. */
export function withName(reminding: Reminding | undefined, typed: string | undefined): Reminding | undefined {
  const name = typed?.trim().slice(0, MAX_NAME)
  return name ? { ...reminding, name } : reminding
}

const ofKind = new RegExp(
  `^(?:(?:no|sorry|oops|wait|well|hm|actually|really|i mean|i meant|its|it is|it was|thats|that is|this is|ours is|for|of|the|an?|my|our|just|only|one|about|we|i|had|have|weve|ive|got|were|are|on|using|used|ran|run|still|so far) )*(?:(?<trial>${TRIAL}|free)|paid|bought|${LICENCE})(?: (?:${THING}|one|version|period|please|actually|though))*(?: not (?:(?:an?|the|paid|bought|our) )*(?:${THING}|one))?$`,
)
/** "It's not a licence, it's a trial": the first half says the same. */
const notOther = new RegExp(
  `^(?:(?:no|sorry|actually|its|it is|this is|thats|well) )*not (?:(?:an?|the|paid|bought|our) )*(?:${THING}|one) (?:but |rather )?(?=\\S)`,
)
/** "Not a trial": then it was paid for. */
const noTrial = new RegExp(
  `^(?:(?:no|sorry|actually|well|its|it is|it was|this is|thats|that is|that was) )*(?:not|isnt|wasnt|it isnt|it wasnt|this isnt|that isnt) (?:(?:an?|the|our|my) )*(?:free )?${TRIAL}(?: (?:licen[cs]e|one|though|sorry))*$`,
)
const wasBought = /^(?:no |actually |sorry )*(?:we|i) (?:bought|purchased|paid for|pay for) (?:it|one|this)$/

/** The kind of licence that a message says, and nothing else. */
export function kindIn(text: string): Facts['kind'] {
  if (text.length > 80 || text.includes('?')) return undefined
  const words = lettersOf(text)
  if (wasBought.test(words) || noTrial.test(words)) return 'paid'
  const said = ofKind.exec(words.replace(notOther, ''))?.groups
  return said && (said.trial ? 'trial' : 'paid')
}

/** "No", "just this one", "we don't": the answer to whether another licence is active. */
const noOther =
  /\b(?:no other|no second|(?:don['’]?t|do not) have (?:another|any other|a second)|only (?:this|the) (?:one|licen[cs]e))\b|^(?=\W*[a-z])\W*(?:(?:no|nope|n|none|nah|false)\b\W*)?(?:(?:only|just) (?:this|the|that) one|(?:we|they|i) (?:don['’]?t|have none|do not)(?: have)?(?: another| one)*)?\W*$/i
const isOther =
  /\b(?:another|a second|one more|other) (?:active |site |valid )*(?:one|licen[cs]e)\b|^\W*(?:yes|yep|yeah|y|sure|right|correct|true)\b\W*(?:(?:we|they|i) (?:do|have)(?: another| one)*|another(?: one)?|there is)?\W*$/i

/** The fact that a typed button or choice means: its title, or "the first one" of the readings of a date. */
export function typedChoice(stood: Conversation, text: string): Facts | undefined {
  const { asked, unclear } = stood
  const reading = unclear && readingIn(unclear, text)
  if (unclear && reading) return { [unclear.fact]: reading }
  if (asked === 'otherActiveLicense' && !text.includes('?')) {
    if (noOther.test(text)) return { otherActiveLicense: false }
    if (isOther.test(text)) return { otherActiveLicense: true }
  }
  const kind = asked === 'kind' ? kindIn(text) : undefined
  if (kind) return { kind }
  if (!asked || !choices[asked]) return undefined
  const words = lettersOf(text)
  // "Global", of "Global admin".
  const [begun, another] = words.length > 4 ? choices[asked].filter(([, title]) => lettersOf(title).startsWith(`${words} `)) : []
  const choice = choices[asked].find(([, title]) => lettersOf(title) === words) ?? (another ? undefined : begun)
  if (choice) return { [asked]: parseChoice(asked, choice[0]) }
  const cloud = asked === 'cloud' ? usualCloudIn(text) : undefined
  if (cloud) return ofSector({ cloud }, stood)
  return asked === 'role' && /^(neither|none|none of (them|these))$/.test(words) ? { role: 'other' } : undefined
}

const lettersOf = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N} ]/gu, '')
    .trim()

const titled = intents.filter(intent => {
  const topic = topicOf(intent)
  return topic && 'answer' in topic && intent !== 'out-of-scope'
})
const byTitle = new Map(titled.map(intent => [lettersOf(topicTitles[intent]), intent]))

/** The topic whose button was typed by its title; those that keep something are understood from the sentence. */
export const typedTopic = (text: string): Intent | undefined => byTitle.get(lettersOf(text))
