import type { Card } from '../../cards/card.ts'
import { noticeCard } from '../../cards/help.ts'
import type { Intent } from '../../cards/intents.ts'
import { smallTalk } from '../../cards/words/en/small-talk.ts'
import type { Day } from '../../rules/day.ts'
import type { FactKey, Facts } from '../../rules/facts.ts'
import { answer, nothingSaid, type Wanted } from '../answering.ts'
import { bareFact } from '../conversation.ts'
import { dayKeys, ofDays } from '../days/spoken-days.ts'
import { asksWhich, type SpokenSite, spokenSites } from '../days/spoken-sites.ts'
import type { Reading } from '../ports.ts'
import { blank, labelled, type Outcome, type Scene, shown } from '../scene.ts'
import { pick, viewOf } from '../topic.ts'
import type { Trace } from '../turn.ts'
import { turned } from './opened-subject.ts'
import { type SiteAsked, type SitesAsked, sitesAsked } from './sites-asked.ts'

/** So many answers are read in one go. */
const MAX_ANSWERS = 5

/**
 * One question of several sites that have a day each: every one gets an answer under its name, for one verdict would be wrong of the others.
 * Where they can't be told apart for sure, they are asked for one at a time. Undefined for every other message.
 */
export async function severalAsked(scene: Scene, raw: string, text: string): Promise<Outcome | undefined> {
  const { stood, turn, desk } = scene
  const asked = stood.topic === 'size-license' ? undefined : sitesAsked(text)
  const spoken = !asked && asksWhich(text) ? spokenSites(stood) : []
  if (!asked && spoken.length === 0) return undefined
  const { topic } = stood
  const reading = await desk.understand(raw, { ...(topic ? { topic } : {}), today: turn.today, locale: turn.person.locale })
  if (!asked) return ofSpoken(scene, spoken, reading)
  // "The other one runs until June" tells of what else is active.
  if (asked.unnamed && (reading.unclear.length > 0 || reading.facts.otherActiveLicense)) return undefined
  const wanted = wishOf(scene, reading, asked, text)
  if (!wanted) return undefined
  const told = await Promise.all(
    asked.sites.map(site => factsOf(scene, wanted.intent, asked, reading.supposed ? { ...site, told: `what if ${site.told}` } : site)),
  )
  const known = told.filter(facts => facts !== undefined)
  const trace = { intent: wanted.intent, band: reading.band, outcome: 'several' }
  const notice = (words: string) => ({ answer: shown([noticeCard(words, viewOf(blank(scene, 'help')))], trace) })
  if (asked.unsure || known.length < told.length) return notice(smallTalk.askedTogether)
  if (known.length > MAX_ANSWERS) return notice(smallTalk.tooManyAsked(known.length, MAX_ANSWERS))
  const common = asked.ofAll === '' ? {} : pick(reading.facts, toldOf((await desk.understand(asked.ofAll, at(scene, wanted.intent))).facts))
  return labelled(
    await answerEach(
      scene,
      wanted,
      asked,
      known.map(facts => withOthers({ ...common, ...facts }, known, turn.today)),
      reading,
      trace,
    ),
    reading,
  )
}

/** "Which can still be extended?", of the sites that are spoken of. */
async function ofSpoken(scene: Scene, sites: readonly SpokenSite[], reading: Reading): Promise<Outcome | undefined> {
  const { topic, aspect } = scene.stood
  const [{ intent }, another] = reading.wishes
  const own =
    ofDays.includes(intent) && reading.band !== 'not' ? { intent } : topic && ofDays.includes(topic) ? { intent: topic, aspect } : undefined
  const isOther = another || reading.otherProduct || (reading.band === 'sure' && !ofDays.includes(intent))
  const answers = own && !isOther && sites.length <= MAX_ANSWERS && !dayKeys.some(key => reading.facts[key])
  if (!answers) return undefined
  const trace = { intent: own.intent, band: reading.band, outcome: 'several' }
  return answerEach(
    scene,
    own,
    { sites },
    sites.map(({ facts }) => facts),
    reading,
    trace,
  )
}

/** What is asked of all of them: by the message, else by the talk that it goes on with, else by what it tells. */
function wishOf(
  { stood: { topic, aspect } }: Scene,
  { wishes, band, unclear, otherProduct }: Reading,
  { kind, sites }: SitesAsked,
  text: string,
): Wanted | undefined {
  const [first, another] = wishes
  if (otherProduct || unclear.some(({ fact }) => fact === 'cloud')) return undefined
  // "What if Lyon's trial ended ..., could we extend?" seems to ask of the end as well.
  if (another)
    return kind === 'trial' && extending.test(text) && wishes.every(({ intent }) => intent === 'trial-terms' || ofDays.includes(intent))
      ? { intent: 'extend-trial' }
      : undefined
  if (ofDays.includes(first.intent) && band !== 'not') return first
  // Of two without a name only the first would be tracked.
  if (first.intent === 'set-reminder' && sites.length === 0) return first
  if (band === 'sure' && first.intent !== 'trial-terms') return undefined
  if (topic && ofDays.includes(topic)) return { intent: topic, aspect }
  if (kind === 'trial' || extending.test(text)) return { intent: 'extend-trial' }
  return kind === 'paid' ? { intent: 'license-lifecycle' } : undefined
}

const extending = /\b(?:exten(?:d|ded|sion)|prolong\w*)\b/i

const at = ({ turn }: Scene, topic: Intent) => ({ topic, today: turn.today, locale: turn.person.locale })

/** What may be said of several at once beside their days. */
const toldOf = (facts: Facts) => (Object.keys(facts) as FactKey[]).filter(key => key !== 'sites' && key !== 'kind' && !isDay(key))
const isDay = (key: FactKey) => dayKeys.some(day => day === key)

/** What is told of one site; undefined where its day reads both ways or is none. */
async function factsOf(scene: Scene, topic: Intent, { kind }: SitesAsked, { told, more }: SiteAsked): Promise<Facts | undefined> {
  const of: Facts = topic === 'license-lifecycle' && kind === 'trial' ? { kind } : {}
  const bare = bareFact(topic, of)
  const understand = async (words: string) =>
    (await scene.desk.understand(words, { ...at(scene, topic), ...(bare ? { asked: bare } : {}) })).facts
  const days = pick(await understand(told), dayKeys)
  if (Object.keys(days).length === 0) return undefined
  const own = more.length > 0 ? await understand([told, ...more].join(', ')) : {}
  return { ...of, ...days, ...pick(own, ['role', 'billingAccount', 'cloud', 'extended', 'trialDays']) }
}

/** One that outlasts another is the other active licence of that one, and none of itself. */
function withOthers(facts: Facts, all: readonly Facts[], today: Day): Facts {
  const { otherActiveLicense: _, ...own } = facts
  const end = own.licenseEnd ?? own.trialEnd
  const isOutlasted = end && all.some(({ licenseEnd = '' }) => licenseEnd > end && licenseEnd >= today)
  const isLast = own.licenseEnd !== undefined && !isOutlasted
  return isOutlasted ? { ...own, otherActiveLicense: true } : isLast ? own : facts
}

async function answerEach(
  scene: Scene,
  wanted: Wanted,
  { sites }: { readonly sites: readonly { readonly name: string }[] },
  known: readonly Facts[],
  { supposed }: Reading,
  trace: Trace,
): Promise<Outcome> {
  let stood = scene.stood
  const cards: Card[] = []
  for (const [index, { name }] of sites.entries()) {
    const of = { ...scene, stood: turned(stood, name) }
    const { answer: one, kept } = await answer(of, [wanted], { ...nothingSaid, said: known[index] ?? {}, supposed }, trace)
    if (one.reply.kind === 'cards') cards.push(...one.reply.cards)
    stood = kept ?? of.stood
  }
  return { answer: shown(cards, trace), kept: stood }
}
