import { createContext, Script } from 'node:vm'
import { expect, test } from 'vitest'
import { type Pattern, patternsIn } from './support/patterns.ts'
import { pumpedTexts } from './support/pumped.ts'

/** What can be read in many ways takes years; everything else is through long before that, however busy the machine is. */
const ENDLESS_MS = 10_000

test('no pattern can be made to try without end by a short text', { timeout: 600_000 }, async () => {
  const patterns = await patternsIn(['rules', 'cards', 'dialogs', 'bot'])
  expect(patterns.length).toBeGreaterThan(1000)
  expect(patterns.flatMap(pattern => endlessOver(pattern))).toEqual([])
})

test('that one which can is found', () => {
  expect(endlessOver({ source: '^(?:(?:it|all)(?: was)? |all )*$', flags: 'i', file: '' }, 500)).toHaveLength(1)
  expect(endlessOver({ source: '^(?:(?:it|all)(?: was)? )*$', flags: 'i', file: '' })).toEqual([])
})

const script = new Script('for (at = 0; at < texts.length; at++) pattern.test(texts[at])')
const context = createContext({ pattern: /./, texts: [''], at: 0 })

/** The pattern with a text over which it does not come to an end, if there is one. */
function endlessOver({ source, flags, file }: Pattern, limitMs = ENDLESS_MS): string[] {
  const texts = [...pumpedTexts({ source, flags, file })]
  Object.assign(context, { pattern: new RegExp(source, flags.replace(/[gy]/g, '')), texts })
  try {
    script.runInContext(context, { timeout: limitMs })
    return []
  } catch {
    return [`${file} ${source.slice(0, 60)}: ${texts[context.at]}`]
  }
}
