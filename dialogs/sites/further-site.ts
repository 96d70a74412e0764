import { answer, nothingSaid } from '../answering.ts'
import { turnTo } from '../conversation.ts'
import type { Reading } from '../ports.ts'
import type { Outcome, Scene } from '../scene.ts'
import { isIn, sameName } from './site-changes.ts'

// "And Graz?" of a list that is sized: its devices are asked, and it comes to the list.

/** What such a message is answered with; undefined where no list is in view. */
export async function askedOfSite(scene: Scene, name: string): Promise<Outcome | undefined> {
  const { stood } = scene
  const { topic, facts, subject, mentioned } = stood
  if (topic !== 'size-license' || !(facts.sites || stood.open)) return undefined
  const turned = turnTo(stood, name)
  const wanted = { intent: topic }
  // The others are in view still.
  if (facts.sites && isIn(facts.sites, name)) {
    const { answer: shown } = await answer({ ...scene, stood: turned }, [wanted], nothingSaid, { ...wanted, outcome: 'subject' })
    return { answer: shown, kept: { ...stood, misses: 0 } }
  }
  // Another customer's list is shown again.
  if (turned.facts.sites && stood.subject)
    return answer({ ...scene, stood: turned }, [wanted], nothingSaid, { ...wanted, outcome: 'subject' })
  const joins = stood.joins ?? subject ?? mentioned ?? ''
  return answer({ ...scene, stood: { ...turned, joins } }, [wanted], nothingSaid, { ...wanted, outcome: 'subject' })
}

/** "6000": the list with that site; undefined where something else is said. */
export async function joined(scene: Scene, { facts, wishes, band }: Reading): Promise<Outcome | undefined> {
  if (scene.stood.joins === undefined) return undefined
  const { joins, subject, ...stood } = scene.stood
  const { sites: said = [] } = facts
  const [only, another] = said
  const isOther = wishes.length > 1 || (band === 'sure' && wishes[0].intent !== 'size-license')
  if (!subject || stood.topic !== 'size-license' || stood.facts.sites || !only || isOther) return undefined
  if (another && !said.every(({ name }) => name)) return undefined
  const back = turnTo({ ...stood, subject }, joins)
  const { sites = [] } = back.facts
  const named = another ? said : [{ ...only, name: only.name ?? subject }]
  const list = [
    ...sites.map(site => named.find(({ name }) => sameName(site, name)) ?? site),
    ...named.filter(({ name }) => !isIn(sites, name)),
  ]
  const brought = { ...nothingSaid, said: { ...facts, sites: list }, followsUp: true }
  return answer({ ...scene, stood: back }, [{ intent: 'size-license' }], brought, { intent: 'size-license', outcome: 'joined' })
}
