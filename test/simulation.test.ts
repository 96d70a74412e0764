import { expect, test } from 'vitest'
import { inMemory } from '../bot/store/sqlite.ts'
import { simulate } from './support/simulation.ts'

test('in three months of a connector on bad days, with three days of downtime, nothing is lost, doubled or sent at night', {
  timeout: 90_000,
}, async () => {
  const { store, states, lost, doubled, nightly, mostPerTenant, mostPerConversation, refused } = await simulate(inMemory(), 300, 90)
  expect({ lost, doubled, nightly }).toEqual({ lost: [], doubled: [], nightly: [] })
  expect(mostPerTenant).toBeLessThanOrEqual(46)
  expect(mostPerConversation).toBeLessThanOrEqual(8)
  expect(states.sending).toBeUndefined()
  expect(states.sent).toBeGreaterThan(1500)
  // All that may go wrong did.
  expect(Object.keys(refused)).toEqual(['403', '429', '500', '502', '503'])
  expect(Object.keys(states)).toEqual(expect.arrayContaining(['sent', 'failed', 'parked', 'missed', 'planned']))
  await store.close()
})
