import { answer, nothingSaid, topicWanted } from '../answering.ts'
import { anotherSizeIn, asksStacking } from '../implied.ts'
import { type Outcome, type Scene, say } from '../scene.ts'
import { asksTotal, asTextIn } from '../size-license.ts'
import { undone } from './former-list.ts'
import { regroupedIn } from './site-groups.ts'
import { roomIn } from './site-named.ts'
import { placedIn } from './unplaced-site.ts'

/** What a message says of the list of sites in view in its own few words; undefined for everything else. */
export async function aboutList(scene: Scene, text: string): Promise<Outcome | undefined> {
  const { stood } = scene
  const before = await undone(scene, text)
  if (before) return before
  const ofSize = anotherSizeIn(stood, text)
  if (ofSize) return answer(scene, [ofSize], nothingSaid, { intent: ofSize.intent, outcome: 'another-size' })
  if (asksStacking(stood, text))
    return answer(scene, [{ intent: 'license-terms', aspect: 'one-license-per-site' }], nothingSaid, {
      intent: 'license-terms',
      outcome: 'stacking',
    })
  const placed = placedIn(stood, text)
  if (placed)
    return answer(
      scene,
      [topicWanted(stood)],
      { ...nothingSaid, said: { sites: placed }, supposed: stood.supposed?.sites !== undefined, followsUp: true, unused: stood.unused },
      { intent: 'size-license', outcome: 'choice' },
    )
  const lines = asTextIn(scene, text)
  if (lines) return { answer: say(lines, { intent: 'size-license', outcome: 'as-text' }), kept: stood }
  const room = roomIn(scene, text)
  if (room) return { answer: say(room, { intent: 'size-license', outcome: 'room' }), kept: stood }
  if (asksTotal(stood, text))
    return answer(
      scene,
      [topicWanted(stood)],
      { ...nothingSaid, followsUp: true, unused: stood.unused },
      { intent: 'size-license', outcome: 'total' },
    )
  const regrouped = regroupedIn(stood, text)
  if (regrouped)
    return answer(
      scene,
      [topicWanted(stood)],
      {
        ...nothingSaid,
        said: { sites: regrouped.sites },
        supposed: stood.supposed?.sites !== undefined,
        followsUp: true,
        unreadable: regrouped.unreadable,
        unused: stood.unused,
      },
      { intent: 'size-license', outcome: 'regrouped' },
    )
  return undefined
}
