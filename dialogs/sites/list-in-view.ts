import type { Intent } from '../../cards/intents.ts'
import { answer, type Brought, nothingSaid } from '../answering.ts'
import type { Conversation, Reading } from '../ports.ts'
import { type Outcome, type Scene, say } from '../scene.ts'
import { asksTotal, asTextIn } from '../size-license.ts'
import { undone } from './former-list.ts'
import { changedInWords } from './list-change.ts'
import { sitesInView } from './site-changes.ts'
import { stillUnused } from './site-edits.ts'
import { roomIn } from './site-named.ts'
import { sortsIn } from './sorts-of-them.ts'
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
  const shownAgain = (outcome: string, brought: Partial<Brought> = {}) => {
    const { unused, supposed } = stood
    const isSupposed = brought.said !== undefined && supposed?.sites !== undefined
    return answer(
      scene,
      [{ intent: 'size-license' }],
      { ...nothingSaid, supposed: isSupposed, followsUp: true, unused, ...brought },
      { intent: 'size-license', outcome },
    )
  }
  const placed = placedIn(stood, text)
  if (placed) return shownAgain('choice', { said: { sites: placed } })
  const lines = asTextIn(scene, text)
  if (lines) return { answer: say(lines, { intent: 'size-license', outcome: 'as-text' }), kept: stood }
  const room = roomIn(scene, text)
  if (room) return { answer: say(room, { intent: 'size-license', outcome: 'room' }), kept: stood }
  const alike = sortsIn(scene, text)
  if (alike) return { answer: say(alike, { intent: 'size-license', outcome: 'sorts-alike' }), kept: stood }
  if (asksTotal(stood, text)) return shownAgain('total')
  const { sites, why } = changedInWords(stood, text) ?? {}
  const unreadable = why === undefined ? [] : [{ line: 1, text: text.trim(), why }]
  const unused = stillUnused(stood.unused, sitesInView(stood), sites)
  return sites && shownAgain('regrouped', { said: { sites }, unreadable, unused })
}

const size =
  /^\W*(?:(?:and|or|ok|so|then|what about|how about|for|with|in|an?|the|size)\W+){1,6}(?:xs|s|m|l|xl|[23]xl)(?: (?:size|sized|licen[cs]e|one))*\W*$/i
const ofSizes: readonly Intent[] = ['license-terms', 'buy-license', 'size-license', 'change-size']

/** "And for XL?" after an answer about sizes or prices: the same of another size. */
function anotherSizeIn({ told }: Conversation, text: string): Pick<Reading['wishes'][number], 'intent' | 'aspect'> | undefined {
  if (!told || !ofSizes.includes(told.intent) || !size.test(text)) return undefined
  return told.intent === 'buy-license' ? { intent: 'buy-license', aspect: 'price' } : { intent: 'license-terms', aspect: 'sizes' }
}

const STACKING =
  /\b(?:why not|instead|right|enough|can(?:'t| ?not)? (?:i|we|they)|could(?:n't)? (?:i|we|they)|what about|how about|rather)\b/i
const SIZES = /\b(?:\d{1,3}|one|two|three|four|a|an)\s*(?:x\s*)?(?:XS|S|M|L|XL)(?:'?s)?\b/

/** "Why not 2 L?", "so 1 L, right?", of a list in view: whether sizes can be stacked or shared. */
const asksStacking = (stood: Conversation, text: string): boolean =>
  sitesInView(stood) !== undefined &&
  text.length < 80 &&
  STACKING.test(text) &&
  SIZES.test(text) &&
  !/\b(?:devices?|sites?|plants?)\b/i.test(text)
