import type { Press } from '../cards/actions.ts'
import type { FactKey, Facts } from '../rules/facts.ts'
import { isKnown, turnTo } from './conversation.ts'
import { learn, without } from './known-facts.ts'
import type { Conversation } from './ports.ts'
import { isSameName } from './reminders/tracked.ts'
import { askerOf, type Scene } from './scene.ts'
import { pick } from './topic.ts'
import { topicOf } from './topics.ts'

// A card is answered for the case that it was written for: its own facts and its own site, whatever the talk has turned to since.
// Of the talk only what holds for the person counts as well: the role, and while the talk is still of the same case the billing account.

/** What a person is, whatever they ask about. */
const ofPerson: readonly FactKey[] = ['role']
/** What makes a case: a talk that holds all that a card knows of these is still of the card's case. */
const ofCase: readonly FactKey[] = ['sites', 'trialStart', 'trialDays', 'trialEnd', 'licenseStart', 'licenseEnd']

/** A press as it counts for the person who pressed. */
export interface Own {
  readonly press: Press
  /** Whose card it is, where that is somebody else's. */
  readonly asker: string | undefined
}

/** On the card of another person that one's role is left out. A card that does not say whose it is is taken for another's, where there are others. */
export function ownPress({ turn }: Scene, press: Press): Own {
  const own = askerOf(turn)
  if (own === undefined || press.by === own) return { press, asker: undefined }
  const { facts, declined = [] } = press
  const left = { facts: without(facts, ofPerson), declined: declined.filter(key => !ofPerson.includes(key)) }
  return { press: { ...press, ...left }, asker: press.by ?? '' }
}

/** A button that only names a topic ("Did you mean ...?"): as in words, it is asked of what the talk is about. */
export const namesTopic = ({ facts, declined = [], about, list, supposed, reminding, wrong }: Press): boolean =>
  Object.keys(facts).length + declined.length === 0 && !(about ?? list ?? supposed ?? reminding ?? wrong)

/** Where a card's case stands, and what stays of the talk after its answer. */
export interface CardCase {
  readonly stood: Conversation
  readonly kept: (after: Conversation) => Conversation
}

/**
 * The conversation in which a press is answered.
 * @param known what the card knew, with the list that is kept for it
 */
export function caseOf(stood: Conversation, { press, asker }: Own, known: Facts): CardCase {
  const { about, intent, supposed, wrong } = press
  const itsCase = pick(known, ofCase)
  const sameSite = isSameName(stood.subject, about)
  const inTalk = asker === undefined && sameSite && isKnown(itsCase, stood.facts)
  // What is called wrong is what the card said.
  const taken: readonly FactKey[] = wrong ? [] : inTalk ? [...ofPerson, 'billingAccount'] : ofPerson
  const former = { supposed: undefined, reminding: undefined, unused: undefined, places: undefined }
  const isAside = (topicOf(intent)?.facts.length ?? 0) === 0
  return {
    stood: { ...stood, ...former, subject: about, facts: pick(stood.facts, taken) },
    kept(after) {
      if (isAside) return { ...stood, misses: 0, told: after.told, disputed: undefined }
      const { subject, mentioned, otherSubjects, declined, unused, places } = stood
      const facts = { ...stood.facts, ...pick(after.facts, ofPerson) }
      if (asker !== undefined) return { ...after, subject, mentioned, otherSubjects, declined, unused, places, facts, supposed: undefined }
      const turned = sameSite ? stood : turnTo(stood, about ?? mentioned ?? '')
      const before = supposed || isKnown(itsCase, turned.facts) ? turned.facts : {}
      return {
        ...after,
        otherSubjects: turned.otherSubjects,
        facts: learn({ topic: stood.topic, facts: before }, intent, after.facts, { supposed: false, followsUp: false }).facts,
        ...(before.sites && !after.facts.sites ? { unused, places } : {}),
      }
    },
  }
}
