import { sizeWords } from '../../cards/words/en/size-license.ts'
import { smallTalk } from '../../cards/words/en/small-talk.ts'
import type { Facts } from '../../rules/facts.ts'
import { answer, nothingSaid, topicWanted } from '../answering.ts'
import { without } from '../known-facts.ts'
import type { Conversation } from '../ports.ts'
import { type Outcome, type Scene, say } from '../scene.ts'
import { orderOf } from '../size-license.ts'
import { isNoSubject } from '../subjects.ts'
import { askedOfSite } from './further-site.ts'
import { isIn } from './site-changes.ts'

// "Undo", "no, back to how it was": the list of sites as it was before its last change.

const MAX = 80
const lead = '^\\W*(?:(?:no|nope|oops|sorry|wait|actually|please|but|can you|could you|now)\\W+){0,4}'
const last = '(?:the )?(?:last |previous |latest )?'
const UNDOES = new RegExp(
  `${lead}(?:(?:undo|revert)(?: (?:it|that|this|${last}(?:one|change|edit|step)))?|(?:go |put (?:it|that|everything) |change (?:it|that) |set (?:it|that) )?back (?:to )?(?:how|what|the way|as|like|where) (?:it|they|that|we|this) (?:was|were|had|stood)(?: it)?(?: before)?|(?:as|like|how) it was(?: before)?|(?:restore|back to|go back to|take|use|keep) (?:the|my|our) (?:old|former|previous|earlier|original) (?:list|one|order|numbers?|version|sizes?)|(?:the )?(?:list|one|version) before|go back(?: one)?(?: step)?|one (?:step )?back|(?:put|bring|add) (?:it|them|that|those|that one|the last one) back(?: in)?|take (?:it|that)(?: last (?:one|change))? back|(?:forget|drop|ignore|cancel) (?:${last}(?:change|edit))|(?:that|it) was (?:a mistake|wrong|an accident)|i (?:didn['’]?t|did not) mean (?:that|it)(?: change)?)(?:,? (?:please|pls|again))?\\W*$`,
  'iu',
)

/** "Back to the first customer", "back to Contoso": the list of another one, which is not kept. */
const OF_ANOTHER = new RegExp(
  `${lead}(?:(?:let['’]?s |let us |we |i )?(?:go |switch |come )?)back to (?:(?:the|our|my) )?(?:(?:first|previous|other|last|former|old|earlier|initial) (?:ones?|customer|client|account|list|quote|deal|case)|(?:(?:customer|client|account) )?(?<name>\\p{L}[\\p{L}\\p{M}'’&-]{2,30}(?: \\p{Lu}[\\p{L}\\p{M}'’&-]{1,30}){0,2}))(?: again| now| please)*\\W*$`,
  'iu',
)

const isKept = ({ otherSubjects = {} }: Conversation, name: string) =>
  Object.keys(otherSubjects).some(other => other.toLowerCase() === name.toLowerCase())

async function anotherList(scene: Scene, text: string): Promise<Outcome | undefined> {
  const { stood } = scene
  const said = stood.topic === 'size-license' && text.length <= MAX && !stood.open ? OF_ANOTHER.exec(text) : null
  const name = said?.groups?.name
  const isSaid = said && (!name || (/^\p{Lu}/u.test(name) && !isNoSubject(name) && !isIn(stood.facts.sites ?? [], name)))
  if (isSaid && name && isKept(stood, name)) return askedOfSite(scene, name)
  return isSaid ? { answer: say(smallTalk.lostList, { intent: 'size-license', outcome: 'lost-list' }), kept: stood } : undefined
}

/** What such a message is answered with; undefined where no list is in view, or something else is said. */
export async function undone(scene: Scene, text: string): Promise<Outcome | undefined> {
  const { stood } = scene
  const { topic, open, facts, supposed, unplaced, unused, formerList } = stood
  if (topic !== 'size-license' || open || unplaced || text.length > MAX) return undefined
  if (!UNDOES.test(text)) return anotherList(scene, text)
  const trace = { intent: topic, outcome: 'undone' }
  if (supposed) return answer(scene, [topicWanted(stood)], nothingSaid, trace)
  if (!formerList) {
    const order = orderOf(scene, unused)
    return order === undefined
      ? undefined
      : { answer: say(`${sizeWords.noListBefore}\n${order.replace(/\n{2,}/g, '\n')}`, trace), kept: stood }
  }
  const { sites, growthPercent } = formerList
  const said: Facts = { sites, ...(growthPercent ? { growthPercent } : {}) }
  const left = { ...scene, stood: { ...stood, facts: without(facts, growthPercent ? [] : ['growthPercent']) } }
  const outcome = await answer(left, [topicWanted(stood)], { ...nothingSaid, said, followsUp: true, unused: formerList.unused }, trace)
  // Undone once more it would be the change again.
  return outcome.kept ? { ...outcome, kept: { ...outcome.kept, formerList: undefined } } : outcome
}
