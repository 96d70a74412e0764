import type { Intent } from '../../cards/intents.ts'
import { dayKeys } from '../days/spoken-days.ts'
import { MAX_PHRASE } from '../phrases.ts'
import type { Conversation, Reading } from '../ports.ts'
import { holds } from '../reminders/item-meant.ts'
import { whichMeant } from '../reminders/shown-items.ts'
import { nameKey } from '../reminders/tracked.ts'
import type { Outcome, Scene } from '../scene.ts'
import { inPassing } from '../subjects.ts'
import { ofDays } from './opened-subject.ts'
import { fromWhere, namesOf, turnedToItem } from './second-site.ts'

// A known name decides what a message is about, wherever it stands: "can I still extend Lyon?", "no, Lyon ends on the 20th".

const ofReminders: readonly Intent[] = ['list-reminders', 'stop-reminders']
/** "Not Lyon", "later than Lyon", "the same as Lyon". */
const onlyCompared = /\b(?:not|than|as|like|unlike|except|but|without|besides|beside|from|apart from)(?: (?:for|in|at|of|the))* $/i

/**
 * The conversation as it turns to the one site that a message names and that is tracked or was told of in the talk; undefined where
 * that is spoken of already, and where several are named or none.
 */
export async function toKnownSite(scene: Scene, reading: Reading, text: string): Promise<Conversation | Outcome | undefined> {
  const { stood, here } = scene
  if (text.length > MAX_PHRASE || text.includes('\n') || stood.topic === 'size-license' || !isOfDays(reading)) return undefined
  const all = await here.tracked()
  const spokenOf = stood.subject ?? stood.mentioned ?? stood.reminding?.name ?? ''
  const names = new Map([...all.map(({ tracked: { name } }) => name), ...namesOf(stood)].map(name => [nameKey(name), name]))
  const said = nameKey(text)
  const [key, another] = [...names.keys()].filter(each => each !== '' && holds(said, each))
  const name = key && names.get(key)
  if (!key || !name || another || key === nameKey(spokenOf)) return undefined
  const before = said.slice(0, said.indexOf(key))
  if (onlyCompared.test(before) || inPassing.test(before)) return undefined
  const items = all.filter(({ tracked }) => nameKey(tracked.name) === key)
  const from = fromWhere(stood, text, items, all) ?? stood
  return 'which' in from ? whichMeant(scene, from.which) : { ...turnedToItem(from, name, items), unclear: undefined }
}

const isOfDays = ({ wishes: [{ intent }], band, facts, unclear, otherProduct }: Reading) =>
  !otherProduct &&
  !facts.sites &&
  !(band === 'sure' && ofReminders.includes(intent)) &&
  (ofDays.includes(intent) || unclear.length > 0 || dayKeys.some(key => facts[key] !== undefined))
