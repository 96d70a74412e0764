import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { OpenStore } from '../bot/store/store.ts'
import type { Clock, Conversation } from '../dialogs/ports.ts'
import { type TestClock, testClock } from './support/clock.ts'

const DAY_MS = 86_400_000

const conversation = (more: Partial<Conversation> = {}): Conversation => ({
  facts: { sites: [{ devices: 400, name: 'Lyon "Süd"' }] },
  declined: ['role'],
  misses: 0,
  at: '2026-03-10T09:00:00Z',
  version: 0,
  ...more,
})

/** What every store does, whatever database is under it. `open` opens an empty one. */
export function storeContract(name: string, open: (clock: Clock) => Promise<OpenStore>): void {
  describe(`${name}: conversations`, () => {
    let clock: TestClock
    let store: OpenStore
    beforeEach(async () => {
      clock = testClock()
      store = await open(clock)
    })
    afterEach(() => store.close())

    test('one that was never kept is not there', async () => {
      expect(await store.conversation('a')).toBeUndefined()
    })

    test('one comes back as it was kept, a version on', async () => {
      expect(await store.keep('a', conversation())).toBe('kept')
      expect(await store.conversation('a')).toEqual(conversation({ version: 1 }))
      expect(await store.keep('a', conversation({ version: 1, facts: {} }))).toBe('kept')
      expect(await store.conversation('a')).toEqual(conversation({ version: 2, facts: {} }))
    })

    test('of two that answered the same version only the first is kept', async () => {
      await store.keep('a', conversation())
      const both = await Promise.all([1, 2].map(misses => store.keep('a', conversation({ version: 1, misses }))))
      expect(both.toSorted()).toEqual(['changed-meanwhile', 'kept'])
      expect(await store.conversation('a')).toMatchObject({ misses: both.indexOf('kept') + 1, version: 2 })
    })

    test('of two that began it only the first is kept', async () => {
      const both = await Promise.all([1, 2].map(misses => store.keep('a', conversation({ misses }))))
      // On several connections either may be first.
      expect(both.toSorted()).toEqual(['changed-meanwhile', 'kept'])
    })

    test('many that are kept at once are each kept or not, whatever becomes of the others', async () => {
      await store.keep('1', conversation())
      const broken = conversation({ version: {} as number })
      const ended = await Promise.allSettled(['0', '1', '2', '3', '4'].map(key => store.keep(key, key === '3' ? broken : conversation())))
      expect(ended.map(end => (end.status === 'fulfilled' ? end.value : end.status))).toEqual([
        'kept',
        'changed-meanwhile',
        'kept',
        'rejected',
        'kept',
      ])
      for (const key of ['0', '1', '2', '4']) expect(await store.conversation(key)).toEqual(conversation({ version: 1 }))
    })

    test('one that was deleted meanwhile is not brought back', async () => {
      await store.keep('a', conversation())
      await store.forget('a')
      expect(await store.keep('a', conversation({ version: 1 }))).toBe('changed-meanwhile')
      expect(await store.conversation('a')).toBeUndefined()
    })

    test('a key is taken as it is', async () => {
      const keys = ["'; drop table conversations --", 'A', 'a', '%', '\u{1F600}']
      for (const [misses, key] of keys.entries()) await store.keep(key, conversation({ misses }))
      for (const [misses, key] of keys.entries()) expect(await store.conversation(key)).toMatchObject({ misses })
    })

    test('after 30 days without a turn one is deleted', async () => {
      await store.keep('old', conversation())
      clock.advance(1)
      await store.keep('young', conversation())
      clock.advance(30 * DAY_MS)
      await store.purge()
      expect(await store.conversation('old')).toBeUndefined()
      expect(await store.conversation('young')).toBeDefined()
    })

    test('the storage can be probed', async () => {
      await expect(store.probe()).resolves.toBeUndefined()
    })
  })

  describe(`${name}: lists too long for a button`, () => {
    let clock: TestClock
    let store: OpenStore
    beforeEach(async () => {
      clock = testClock()
      store = await open(clock)
    })
    afterEach(() => store.close())
    const facts = { sites: Array.from({ length: 500 }, (_, index) => ({ devices: index + 1, name: `Werk ${index}` })) }

    test('one comes back to whoever left it', async () => {
      const id = await store.stash('a', facts)
      expect(await store.stashed('a', id)).toEqual(facts)
    })

    test('nobody else gets it, and no other id leads to it', async () => {
      const id = await store.stash('a', facts)
      expect(await store.stashed('b', id)).toBeUndefined()
      expect(await store.stashed('a', `${id}x`)).toBeUndefined()
      expect(await store.stash('b', facts)).not.toBe(id)
    })

    test('the same list again is no second one, and is kept for 90 days from then', async () => {
      const id = await store.stash('a', facts)
      clock.advance(90 * DAY_MS)
      expect(await store.stash('a', facts)).toBe(id)
      expect(await store.stashes('a')).toBe(1)
      clock.advance(90 * DAY_MS)
      expect(await store.stashed('a', id)).toEqual(facts)
    })

    test('of one owner the last 50 are kept', async () => {
      const ids: string[] = []
      for (let devices = 1; devices <= 51; devices++) {
        ids.push(await store.stash('a', { sites: [{ devices }] }))
        clock.advance(1)
      }
      const found = await Promise.all(ids.map(id => store.stashed('a', id)))
      expect(found.map(each => each !== undefined)).toEqual([false, ...Array<boolean>(50).fill(true)])
    })

    test('it is kept for 90 days, whether or not it was deleted yet', async () => {
      const id = await store.stash('a', facts)
      clock.advance(90 * DAY_MS)
      await store.purge()
      expect(await store.stashed('a', id)).toEqual(facts)
      clock.advance(1)
      expect(await store.stashed('a', id)).toBeUndefined()
    })

    test('forgetting a conversation takes its lists along, and only its own', async () => {
      const [own, other] = [await store.stash('a', facts), await store.stash('b', facts)]
      expect(await store.stashes('a')).toBe(1)
      await store.forget('a')
      expect(await store.stashes('a')).toBe(0)
      expect(await store.stashed('a', own)).toBeUndefined()
      expect(await store.stashed('b', other)).toEqual(facts)
    })
  })
}
