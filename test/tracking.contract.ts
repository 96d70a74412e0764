import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { planningBy } from '../bot/replanning.ts'
import type { Claim } from '../bot/store/ledger.ts'
import type { Planning } from '../bot/store/replanning.ts'
import type { OpenStore } from '../bot/store/store.ts'
import type { Clock } from '../dialogs/ports.ts'
import { planned } from '../dialogs/reminders/planning.ts'
import type { Tracked } from '../dialogs/reminders/tracked.ts'
import type { Day } from '../rules/day.ts'
import { documentedPolicy } from '../rules/policy.ts'
import { type TestClock, testClock } from './support/clock.ts'
import { ledgerOf, TENANT, threadOf, track, trial } from './support/tracked.ts'
import { operatorOn } from './support/verdicts.ts'

const DAY_MS = 86_400_000
const LEASE_MS = 60_000
const thread = threadOf('http://127.0.0.1:1/')
const channel = threadOf('http://127.0.0.1:1/', { conversation: '19:plant@thread.tacv2;messageid=7', shared: true, team: '19:team' })

/** What every store does about reminders, whatever database is under it. `open` opens an empty one. */
export function trackingContract(name: string, open: (clock: Clock) => Promise<OpenStore>): void {
  let clock: TestClock
  let store: OpenStore
  const begin = async () => {
    clock = testClock('2026-03-10T10:00:00Z')
    store = await open(clock)
  }
  const days = async (state?: 'planned') => (await ledgerOf(store, { state })).map(({ due, state }) => `${due.slice(0, 10)} ${state}`)
  const claim = (limit = 10) => store.ledger.claim(clock.now(), limit, LEASE_MS)
  const till = (instant: string) => clock.advance(Date.parse(instant) - clock.now().getTime())
  const sent = async ({ place, entries }: Claim, activityId = 'm1') => {
    await store.ledger.begin({ place, entries, lease: leaseOf.get(place.key) ?? '' }, idsOf(entries), clock.now(), LEASE_MS)
    await store.ledger.settle(
      entries.map(({ id }) => ({ id, state: 'sent' as const, activityId })),
      clock.now(),
    )
  }
  const leaseOf = new Map<string, string>()
  const taken = async () => {
    const claims = await claim()
    for (const { place, lease } of claims) leaseOf.set(place.key, lease)
    return claims
  }
  const idsOf = (entries: readonly { id: string }[]) => entries.map(({ id }) => id)

  describe(`${name}: what is tracked`, () => {
    beforeEach(begin)
    afterEach(() => store.close())

    test('comes back with its notices, the next one first', async () => {
      const { tracked, ahead, before } = await track(store, thread, trial({ name: 'Werk "Süd"' }), clock.now())
      expect(before).toBeUndefined()
      expect(tracked).toMatchObject({ kind: 'trial', name: 'Werk "Süd"', version: 1, state: 'active', person: '29:robin' })
      expect(ahead.map(({ day }) => day)).toEqual(
        planned(trial(), { policy: documentedPolicy('2026-03-10' as Day), now: clock.now() }).map(({ day }) => day),
      )
      expect(ahead[0]).toMatchObject({ day: '2026-03-24', due: '2026-03-24T09:00:00.000Z', kind: 'planned', tracked: tracked.id })
      expect(await store.trackedIn(thread.key)).toEqual([{ tracked, ahead }])
      expect(await store.trackedById(thread.key, tracked.id)).toEqual({ tracked, ahead })
      expect(await store.trackedById('elsewhere', tracked.id)).toBeUndefined()
    })

    test('what one message tracks is listed by name, and what came later after it', async () => {
      for (const name of ['Paris', 'Ulm', 'Bath', 'Lyon']) await track(store, thread, trial({ name }), clock.now())
      clock.advance(1000)
      await track(store, thread, trial({ name: 'Aachen' }), clock.now())
      expect((await store.trackedIn(thread.key)).map(({ tracked }) => tracked.name)).toEqual(['Bath', 'Lyon', 'Paris', 'Ulm', 'Aachen'])
    })

    test('is one by place, kind and name, however often and at once it is tracked', async () => {
      const both = await Promise.all([1, 2].map(() => track(store, thread, trial({ name: 'Lyon' }), clock.now())))
      expect(both.map(({ tracked: { id, version } }) => [id, version])).toEqual(Array(2).fill([both[0]?.tracked.id, 1]))
      const { tracked, before } = await track(store, thread, trial({ name: ' lyon' }), clock.now())
      expect([tracked.id, before?.id]).toEqual(Array(2).fill(both[0]?.tracked.id))
      await track(store, thread, trial({ kind: 'paid', name: 'Lyon', facts: { licenseEnd: '2026-09-01' as Day } }), clock.now())
      await track(store, channel, trial({ name: 'Lyon' }), clock.now())
      expect(await store.trackedIn(thread.key)).toHaveLength(2)
      expect(await store.trackedIn(channel.key)).toHaveLength(1)
      expect(await store.trackedBy(TENANT, '29:robin')).toHaveLength(3)
      expect([await store.trackedBy('elsewhere', '29:robin'), await store.trackedBy(TENANT, '29:alex')]).toEqual([[], []])
    })

    test('moves with its notices when it is tracked with another date', async () => {
      await track(store, thread, trial(), clock.now())
      const { tracked, before, ahead } = await track(store, thread, trial({ facts: { trialEnd: '2026-05-15' as Day } }), clock.now())
      expect(before).toMatchObject({ facts: { trialEnd: '2026-04-15' }, version: 1 })
      expect(tracked).toMatchObject({ facts: { trialEnd: '2026-05-15' }, version: 2 })
      expect(ahead[0]?.day).toBe('2026-04-23')
      expect((await days()).every(line => line >= '2026-04-23' && line.endsWith('planned'))).toBe(true)
      expect((await days()).length).toBe(ahead.length)
    })

    test('can be changed, and is active again then', async () => {
      const { tracked } = await track(store, thread, trial({ name: 'Lyon' }), clock.now())
      const stopped = await store.end(thread.key, tracked, 'stopped')
      const item = { ...trial(), facts: { trialEnd: '2026-06-15' as Day }, ownDays: [5] }
      const plan = planned(item, { policy: documentedPolicy('2026-03-10' as Day), now: clock.now() })
      const changed = await store.change(thread, stopped as Tracked, item, plan)
      expect(changed?.tracked).toMatchObject({
        id: tracked.id,
        name: 'Lyon',
        version: 3,
        state: 'active',
        facts: { trialEnd: '2026-06-15' },
        ownDays: [5],
      })
      expect(changed?.ahead.map(({ day }) => day)).toContain('2026-06-10')
      expect(await store.change(thread, { id: 'none', version: 1 }, item, plan)).toBeUndefined()
    })

    test('ends once: its notices are withdrawn, and come back when it is tracked again', async () => {
      const { tracked, ahead } = await track(store, thread, trial(), clock.now())
      expect(await store.end(thread.key, tracked, 'settled')).toMatchObject({ state: 'settled', version: 2 })
      expect(await store.end(thread.key, tracked, 'stopped')).toBeUndefined()
      expect(await store.end(thread.key, { id: tracked.id, version: 2 }, 'stopped')).toBeUndefined()
      expect(await store.trackedById(thread.key, tracked.id)).toMatchObject({ tracked: { state: 'settled', version: 2 } })
      expect(await store.trackedIn(thread.key)).toEqual([])
      expect(await days()).toEqual(ahead.map(({ day }) => `${day} cancelled`))
      const again = await track(store, thread, trial(), clock.now())
      expect(again.tracked).toMatchObject({ id: tracked.id, state: 'active', version: 3 })
      expect(await days()).toEqual(ahead.map(({ day }) => `${day} planned`))
    })

    test('is stopped altogether in one place, and not in another', async () => {
      await track(store, thread, trial(), clock.now())
      await track(store, thread, trial({ name: 'Lyon' }), clock.now())
      await track(store, channel, trial(), clock.now())
      expect((await store.stopAll(thread.key)).map(({ name, state }) => [name, state]).sort()).toEqual([
        ['', 'stopped'],
        ['Lyon', 'stopped'],
      ])
      expect(await store.stopAll(thread.key)).toEqual([])
      expect(await store.trackedIn(channel.key)).toHaveLength(1)
    })

    test('can be put off once for a day', async () => {
      const { tracked, ahead } = await track(store, thread, trial(), clock.now())
      const again = { day: '2026-03-11' as Day, due: '2026-03-11T09:00:00.000Z', warns: ahead[0]?.warns ?? [] }
      const first = await store.snooze(thread.key, tracked, again)
      expect(first).toMatchObject({ kind: 'snoozed', day: '2026-03-11' })
      expect((await store.snooze(thread.key, tracked, again))?.id).toBe(first?.id)
      expect((await store.trackedById(thread.key, tracked.id))?.ahead[0]).toEqual(first)
      await store.end(thread.key, tracked, 'stopped')
      expect(await store.snooze(thread.key, tracked, again)).toBeUndefined()
    })

    test('is still put off where other days are asked for, and no longer where its date is another one', async () => {
      const { tracked, ahead } = await track(store, thread, trial(), clock.now())
      const again = { day: '2026-03-11' as Day, due: '2026-03-11T09:00:00.000Z', warns: ahead[0]?.warns ?? [] }
      const first = await store.snooze(thread.key, tracked, again)
      const more = await track(store, thread, trial({ ownDays: [5] }), clock.now())
      expect(more.ahead[0]).toEqual(first)
      const moved = await track(store, thread, trial({ facts: { trialEnd: '2026-05-15' as Day } }), clock.now())
      expect(moved.ahead[0]?.day).toBe('2026-04-23')
    })

    test('is put off with the dates as they are now, also where it was put off before it was stopped', async () => {
      const { tracked, ahead } = await track(store, thread, trial(), clock.now())
      const again = { day: '2026-03-11' as Day, due: '2026-03-11T09:00:00.000Z', warns: ahead[0]?.warns ?? [] }
      await store.snooze(thread.key, tracked, again)
      await store.end(thread.key, tracked, 'stopped')
      const later = await track(store, thread, trial({ facts: { trialEnd: '2026-05-15' as Day } }), clock.now())
      const warns = later.ahead[0]?.warns ?? []
      expect(await store.snooze(thread.key, later.tracked, { ...again, warns })).toMatchObject({ day: '2026-03-11', warns })
      expect(await ledgerOf(store, { day: '2026-03-11' })).toMatchObject([{ state: 'planned', attempts: [] }])
    })
  })

  describe(`${name}: people who write to one item in the same instant`, () => {
    beforeEach(begin)
    afterEach(() => store.close())

    const ending = (end: string) => ({ ...trial(), facts: { trialEnd: end as Day } })
    const plan = planned(ending('2026-06-15'), { policy: documentedPolicy('2026-03-10' as Day), now: new Date('2026-03-10T10:00:00Z') })
    const tomorrow = { day: '2026-03-11' as Day, due: '2026-03-11T09:00:00.000Z', warns: [] }
    const writes: Readonly<Record<string, (known: Tracked) => Promise<unknown>>> = {
      settle: known => store.end(thread.key, known, 'settled'),
      stop: known => store.end(thread.key, known, 'stopped'),
      change: known => store.change(thread, known, ending('2026-06-15'), plan),
      'track anew': known => store.track(thread, { ...ending('2026-05-15'), name: known.name }, plan, known),
    }
    const kinds = Object.keys(writes)
    const pairs = kinds.flatMap(one => kinds.map(other => [one, other] as const))

    test('one gets through, and the other learns of it', async () => {
      for (const [one, other] of pairs.filter(([one, other]) => one !== 'track anew' || other !== one)) {
        const { tracked } = await track(store, thread, trial({ name: `${one}, ${other}` }), clock.now())
        const done = await Promise.all([one, other].map(write => writes[write]?.(tracked)))
        const { version } = (await store.trackedById(thread.key, tracked.id))?.tracked ?? {}
        expect([one, other, done.filter(result => result !== undefined).length, version]).toEqual([one, other, 1, 2])
      }
    })

    test('nothing is put off of what somebody else ends meanwhile', async () => {
      const { tracked } = await track(store, thread, trial(), clock.now())
      await Promise.all([store.snooze(thread.key, tracked, tomorrow), writes.stop?.(tracked)])
      expect(await ledgerOf(store, { state: 'planned' })).toEqual([])
      expect(await store.snooze(thread.key, { id: tracked.id, version: 2 }, tomorrow)).toBeUndefined()
    })

    test('by tracking it where nothing was known of another: the first stays', async () => {
      const [, late] = await Promise.all([store.track(thread, trial(), plan), store.track(thread, ending('2026-04-30'), plan)])
      expect(late).toBeUndefined()
      expect((await store.trackedIn(thread.key))[0]?.tracked).toMatchObject({ version: 1, facts: { trialEnd: '2026-04-15' } })
    })
  })

  describe(`${name}: the ledger`, () => {
    beforeEach(begin)
    afterEach(() => store.close())

    test('gives what is due to one who delivers, and to nobody else before the lease is over', async () => {
      await track(store, thread, trial(), clock.now())
      expect(await claim()).toEqual([])
      till('2026-03-24T08:59:59.999Z')
      expect(await claim()).toEqual([])
      clock.advance(1)
      const both = await Promise.all([claim(), claim()])
      const [first] = both.flat()
      expect(both.flat()).toHaveLength(1)
      expect(first?.place).toMatchObject({ tenant: TENANT, conversation: 'a:robin-and-the-desk', serviceUrl: 'http://127.0.0.1:1/' })
      expect(first?.entries.map(({ day, item }) => [day, item?.facts.trialEnd])).toEqual([['2026-03-24', '2026-04-15']])
      clock.advance(LEASE_MS - 1)
      expect(await claim()).toEqual([])
      clock.advance(1)
      expect(await claim()).toHaveLength(1)
      expect(await store.ledger.begin(first as Claim, idsOf(first?.entries ?? []), clock.now(), LEASE_MS)).toEqual([])
    })

    test('knows what was being sent when nobody came back', async () => {
      await track(store, thread, trial(), clock.now())
      till('2026-03-24T09:00:00Z')
      const [first] = await claim()
      expect(await store.ledger.begin(first as Claim, idsOf(first?.entries ?? []), clock.now(), LEASE_MS)).toHaveLength(1)
      expect(await ledgerOf(store, { state: 'sending' })).toHaveLength(1)
      clock.advance(LEASE_MS)
      const [second] = await claim()
      expect(second?.entries[0]).toMatchObject({ state: 'sending', uncertain: false })
      await store.ledger.begin(second as Claim, idsOf(second?.entries ?? []), clock.now(), LEASE_MS)
      expect(await ledgerOf(store, { state: 'sending' })).toMatchObject([{ uncertain: true }])
    })

    test('leaves what was withdrawn or parked meanwhile as it is, and what somebody else sent', async () => {
      const { tracked } = await track(store, thread, trial(), clock.now())
      await track(store, channel, trial(), clock.now())
      till('2026-03-24T09:00:00Z')
      const claims = await claim()
      const later = (id: string) => ({ id, state: 'planned' as const, nextAt: new Date('2026-03-24T10:00:00Z') })
      const settleLater = () => store.ledger.settle(claims.flatMap(({ entries }) => idsOf(entries)).map(later), clock.now())
      await track(store, thread, trial({ facts: { trialEnd: '2026-05-15' as Day } }), clock.now())
      await store.uninstalled(channel)
      await settleLater()
      expect((await ledgerOf(store, { day: '2026-03-24' })).map(({ state }) => state).sort()).toEqual(['cancelled', 'parked'])
      await store.ledger.settle([{ id: `${tracked.id}.2026-03-24`, state: 'sent', activityId: 'm1' }], clock.now())
      await settleLater()
      expect((await ledgerOf(store, { state: 'sent' })).map(({ activityId }) => activityId)).toEqual(['m1'])
    })

    test('sends nothing of what was stopped between claim and send', async () => {
      const { tracked } = await track(store, thread, trial(), clock.now())
      till('2026-03-24T09:00:00Z')
      const [first] = await claim()
      await store.end(thread.key, tracked, 'stopped')
      expect(await store.ledger.begin(first as Claim, idsOf(first?.entries ?? []), clock.now(), LEASE_MS)).toEqual([])
    })

    test('has a change bring up to date what was sent, and keeps it on record', async () => {
      const { tracked } = await track(store, thread, trial(), clock.now())
      till('2026-03-24T09:00:00Z')
      const [first] = await taken()
      await sent(first as Claim)
      await store.ledger.release(first as Claim)
      expect(await claim()).toEqual([])
      await store.end(thread.key, tracked, 'settled')
      const [second] = await claim()
      expect(second?.entries).toMatchObject([{ state: 'sent', activityId: 'm1', item: { state: 'settled' } }])
      expect(await store.ledger.entriesOf(thread.key, 'm1')).toMatchObject([{ day: '2026-03-24' }])
    })

    test('knows of what the reminders that came last were', async () => {
      const since = new Date('2026-03-20T00:00:00Z')
      const lyon = trial({ name: 'Lyon', facts: { trialEnd: '2026-04-19' as Day } })
      const { tracked } = await track(store, thread, trial(), clock.now())
      await track(store, thread, lyon, clock.now())
      expect(await store.remindedOf(thread.key, since)).toEqual([])
      for (const day of ['24', '28']) {
        till(`2026-03-${day}T09:00:00Z`)
        const [claimed] = await taken()
        await sent(claimed as Claim, `m${day}`)
        await store.ledger.release(claimed as Claim)
        const last = await store.remindedOf(thread.key, since)
        expect(last.map(({ tracked, warns }) => [tracked.name, warns[0]?.date]).sort()).toEqual(
          day === '24'
            ? [['', '2026-03-31']]
            : [
                ['', '2026-03-31'],
                ['Lyon', '2026-04-04'],
              ],
        )
      }
      await store.end(thread.key, tracked, 'settled')
      expect((await store.remindedOf(thread.key, since)).map(({ tracked }) => tracked.name)).toEqual(['Lyon'])
      expect(await store.remindedOf(thread.key, new Date('2026-03-29T00:00:00Z'))).toEqual([])
    })

    test('keeps what was due when the plan changes', async () => {
      await track(store, thread, trial(), clock.now())
      till('2026-03-24T09:00:01Z')
      await track(store, thread, trial({ facts: { trialEnd: '2026-05-15' as Day } }), clock.now())
      expect((await days())[0]).toBe('2026-03-24 cancelled')
    })

    test('parks a place with its reason, and goes on with what is still ahead', async () => {
      await track(store, thread, trial(), clock.now())
      till('2026-03-24T09:00:00Z')
      await store.ledger.settle([], clock.now(), { place: thread.key, reason: 'BotNotInConversationRoster', drop: true })
      expect(new Set((await ledgerOf(store)).map(({ state, attempts }) => `${state} ${attempts.at(-1)?.reason}`))).toEqual(
        new Set(['parked BotNotInConversationRoster']),
      )
      till('2026-03-26T12:00:00Z')
      await store.installed(thread)
      expect(await ledgerOf(store, { state: 'parked' })).toEqual([])
      const [claimed] = await claim()
      expect(claimed?.entries.map(({ day }) => day)).toEqual(['2026-03-24'])
      expect(claimed?.place.serviceUrl).toBe(thread.serviceUrl)
    })

    test('leaves who blocked the bot alone until they write', async () => {
      await track(store, thread, trial(), clock.now())
      await store.ledger.settle([], clock.now(), { place: thread.key, reason: 'ConversationBlockedByUser', drop: true })
      await store.installed(thread)
      expect(await ledgerOf(store, { state: 'planned' })).toEqual([])
      await store.seen({ thread, person: '29:robin', locale: 'en-GB', zone: undefined })
      expect(await ledgerOf(store, { state: 'parked' })).toEqual([])
    })

    test('an uninstall parks every thread of a team, a new install brings them back', async () => {
      const other = threadOf('http://127.0.0.1:1/', { conversation: '19:other@thread.tacv2;messageid=8', shared: true, team: '19:team' })
      for (const each of [thread, channel, other]) await track(store, each, trial(), clock.now())
      const general = threadOf('http://127.0.0.1:2/', { conversation: '19:plant@thread.tacv2', shared: true, team: '19:team' })
      const places = async () => new Set((await ledgerOf(store, { state: 'parked' })).map(({ place }) => place))
      await store.uninstalled(general)
      expect(await places()).toEqual(new Set([channel.conversation, other.conversation]))
      await store.installed(general)
      expect(await places()).toEqual(new Set())
    })

    test('can send again what failed, and nothing else', async () => {
      await track(store, thread, trial(), clock.now())
      const [line] = await ledgerOf(store)
      expect(await store.register.resend(line?.id ?? '', clock.now())).toBeUndefined()
      await store.ledger.settle(
        [{ id: line?.id ?? '', state: 'failed', reason: 'BadArgument', attempts: [{ at: 'x', status: 400 }] }],
        clock.now(),
      )
      expect(await store.register.resend(line?.id ?? '', clock.now())).toMatchObject({ state: 'planned', attempts: [{ status: 400 }] })
      expect((await claim())[0]?.entries).toHaveLength(1)
    })

    test('sends what a clock that was far ahead took for missed on its day', async () => {
      await track(store, thread, trial(), clock.now())
      const [line] = await ledgerOf(store)
      await store.ledger.settle([{ id: line?.id ?? '', state: 'missed', reason: 'too-late' }], new Date('2031-01-01T00:00:00Z'))
      expect(await store.register.resend(line?.id ?? '', clock.now())).toMatchObject({ state: 'planned', due: line?.due })
      expect(await claim()).toEqual([])
      till(line?.due ?? '')
      expect((await claim())[0]?.entries).toMatchObject([{ id: line?.id }])
    })

    test('plans what a clock that was far ahead took for missed, with the next change', async () => {
      await track(store, thread, trial(), clock.now())
      const [line] = await ledgerOf(store)
      await store.ledger.settle([{ id: line?.id ?? '', state: 'missed', reason: 'too-late' }], new Date('2031-01-01T00:00:00Z'))
      const { ahead } = await track(store, thread, trial({ ownDays: [5] }), clock.now())
      expect(ahead[0]).toMatchObject({ id: line?.id, due: line?.due })
    })

    test('can be read by state, tenant and day, more than a page of it', async () => {
      const elsewhere = threadOf('http://127.0.0.1:1/', { tenant: 'tenant"%', conversation: 'a:x' })
      await track(store, elsewhere, trial(), clock.now())
      for (let number = 0; number < 100; number++) await track(store, thread, trial({ name: String(number) }), clock.now())
      const all = await ledgerOf(store)
      expect(new Set(all.map(({ id }) => id)).size).toBe(101 * 12)
      expect(await ledgerOf(store, { tenant: 'tenant"%' })).toHaveLength(12)
      expect(await ledgerOf(store, { day: '2026-03-24' })).toHaveLength(101)
      expect(await ledgerOf(store, { state: 'sent' })).toEqual([])
      expect(await ledgerOf(store, { until: new Date('2026-03-24T09:00:00Z') })).toHaveLength(101)
      expect(all[0]).toEqual({
        id: expect.any(String),
        tenant: expect.any(String),
        place: expect.any(String),
        due: '2026-03-24T09:00:00.000Z',
        state: 'planned',
        uncertain: false,
        attempts: [],
        milestones: ['extension-closes'],
        activityId: null,
      })
    })

    test('says since when the oldest is late', async () => {
      await track(store, thread, trial(), clock.now())
      expect(await store.ledger.oldestDue(clock.now())).toBeUndefined()
      till('2026-03-25T09:00:00Z')
      expect(await store.ledger.oldestDue(clock.now())).toEqual(new Date('2026-03-24T09:00:00Z'))
    })
  })

  describe(`${name}: people`, () => {
    beforeEach(begin)
    afterEach(() => store.close())

    test('who move get what is planned in their new mornings, wherever they track', async () => {
      await track(store, thread, trial(), clock.now())
      await track(store, channel, trial(), clock.now())
      await track(store, channel, trial({ name: 'Of somebody else', person: '29:alex' }), clock.now())
      await store.seen({ thread, person: '29:robin', locale: 'en-US', zone: 'America/New_York' })
      expect((await ledgerOf(store, { day: '2026-03-24' })).map(({ due }) => due)).toEqual([
        '2026-03-24T09:00:00.000Z',
        '2026-03-24T13:00:00.000Z',
        '2026-03-24T13:00:00.000Z',
      ])
      expect((await store.trackedIn(thread.key))[0]?.tracked).toMatchObject({ zone: 'America/New_York', locale: 'en-US' })
      till('2026-03-24T13:00:00Z')
      expect((await claim()).flatMap(({ entries }) => entries)).toHaveLength(3)
    })

    test('whose client names no zone stay where they are', async () => {
      await track(store, thread, trial({ zone: 'Europe/Berlin' }), clock.now())
      await store.seen({ thread, person: '29:robin', locale: 'en-GB', zone: undefined })
      expect((await store.trackedIn(thread.key))[0]?.tracked.zone).toBe('Europe/Berlin')
    })

    test('who write renew the way back, where something is tracked', async () => {
      const elsewhere = { ...thread, serviceUrl: 'http://127.0.0.1:2/' }
      await store.seen({ thread, person: '29:robin', locale: 'en-GB', zone: undefined })
      await track(store, thread, trial(), clock.now())
      await store.seen({ thread: elsewhere, person: '29:robin', locale: 'en-GB', zone: undefined })
      till('2026-03-24T09:00:00Z')
      expect((await claim())[0]?.place.serviceUrl).toBe('http://127.0.0.1:2/')
    })

    test('are forgotten with all there is about them, and only about them', async () => {
      const key = (conversation: string, person: string) => JSON.stringify([TENANT, conversation, person])
      const conversation = { facts: {}, declined: [], misses: 0, at: '2026-03-10T09:00:00Z', version: 0 }
      const own = [key('a:robin-and-the-desk', '29:robin'), key(channel.conversation, '29:robin')]
      const others = [key(channel.conversation, '29:alex'), key('a:x', '29:ROBIN'), key('a:x', 'x29:robin')]
      for (const each of [...own, ...others]) await store.keep(each, conversation)
      await store.stash(own[1] ?? '', {})
      await track(store, thread, trial(), clock.now())
      await track(store, channel, trial(), clock.now())
      await track(store, channel, trial({ name: 'Of somebody else', person: '29:alex' }), clock.now())
      await store.forgetPerson(TENANT, '29:robin')
      for (const each of own) expect(await store.conversation(each)).toBeUndefined()
      for (const each of others) expect(await store.conversation(each)).toBeDefined()
      expect(await store.trackedIn(thread.key)).toEqual([])
      expect((await store.trackedIn(channel.key)).map(({ tracked }) => tracked.person).sort()).toEqual(['29:alex', undefined])
      expect(new Set((await ledgerOf(store)).map(({ place }) => place))).toEqual(new Set([channel.conversation]))
    })
  })

  describe(`${name}: what is planned by another policy`, () => {
    beforeEach(begin)
    afterEach(() => store.close())

    /** The documented policy but for the days before the trial's end that its extension closes. */
    const closing = (closesDaysBefore: number) => planningBy(operatorOn({ trial: { closesDaysBefore } }), clock.now())
    const replan = (planning: Planning, stop?: AbortSignal) => store.replan(planning, () => clock.now(), stop)
    const ofDay = async (day: string) =>
      (await ledgerOf(store, { day })).map(({ state, milestones }) => `${state} ${milestones.join()}`).join('; ')

    test('moves to the new dates once, and what it does not touch stays as it is', async () => {
      await track(store, thread, trial(), clock.now())
      await track(store, thread, trial({ kind: 'paid', facts: { licenseEnd: '2026-09-30' as Day } }), clock.now())
      const ours = async () => (await store.trackedIn(thread.key)).find(({ tracked }) => tracked.kind === 'trial')
      const before = await ours()
      expect(await replan(closing(15))).toBe(0)
      expect(await ours()).toEqual(before)
      expect(await replan(closing(20))).toBe(1)
      expect(await replan(closing(20))).toBe(0)
      expect(await ours()).toMatchObject({
        tracked: { version: 1 },
        ahead: [
          { day: '2026-03-19', due: '2026-03-19T09:00:00.000Z', warns: [{ milestone: 'extension-closes', date: '2026-03-26' }] },
          { day: '2026-03-23' },
          { day: '2026-03-25' },
          { day: '2026-03-26' },
          { day: '2026-04-01', warns: [{ milestone: 'trial-ends' }] },
          ...Array(7).fill({}),
        ],
      })
    })

    test('keeps what was sent, is late or put off, with the dates as they are now, and plans nothing past', async () => {
      const { tracked, ahead } = await track(store, thread, trial(), clock.now())
      till('2026-03-24T09:00:00Z')
      const [first] = await taken()
      await sent(first as Claim)
      await store.ledger.release(first as Claim)
      await store.snooze(thread.key, tracked, { day: '2026-03-25' as Day, due: '2026-03-25T09:00:00.000Z', warns: ahead[0]?.warns ?? [] })
      till('2026-03-25T12:00:00Z')
      expect(await replan(closing(12))).toBe(1)
      expect(await ofDay('2026-03-24')).toBe('sent extension-closes')
      const claimed = (await claim()).flatMap(({ entries }) => entries)
      expect(claimed.find(({ kind }) => kind === 'snoozed')?.warns).toEqual([{ milestone: 'extension-closes', date: '2026-04-03' }])
      // The card that was sent speaks of the former date.
      expect(claimed.find(({ state }) => state === 'sent')).toMatchObject({ day: '2026-03-24', activityId: 'm1' })
      expect((await ledgerOf(store, { state: 'planned' })).map(({ due }) => due.slice(0, 10))).toEqual(
        '2026-03-25 2026-03-27 2026-03-31 2026-04-01 2026-04-02 2026-04-03 2026-04-08 2026-04-12 2026-04-14 2026-04-15 2026-05-01 2026-05-08 2026-05-14'.split(
          ' ',
        ),
      )
    })

    test('waits where its place is parked', async () => {
      await track(store, thread, trial(), clock.now())
      await store.uninstalled(thread)
      expect(await replan(closing(20))).toBe(1)
      expect(await ofDay('2026-03-19')).toBe('parked extension-closes')
      till('2026-03-19T12:00:00Z')
      expect(await claim()).toEqual([])
      await store.installed(thread)
      expect((await claim())[0]?.entries).toMatchObject([{ day: '2026-03-19' }])
    })

    test('goes on where a process was stopped or killed over it, and several do each item once', async () => {
      for (let number = 0; number < 70; number++) await track(store, thread, trial({ name: `Plant ${number}` }), clock.now())
      const planning = closing(20)
      let items = 0
      const dying: Planning = {
        ...planning,
        plan(item, now) {
          if (++items > 30) throw new Error('killed')
          return planning.plan(item, now)
        },
      }
      await expect(replan(dying)).rejects.toThrow('killed')
      expect(await replan(planning, AbortSignal.abort())).toBe(0)
      // The first twenty were through, the ten after them were not.
      const changed = await Promise.all([replan(planning), replan(planning)])
      expect(changed[0] + changed[1]).toBe(50)
      expect((await ledgerOf(store, { day: '2026-03-19' })).length).toBe(70)
      expect(await ledgerOf(store, { day: '2026-03-24' })).toEqual([])
    })
  })

  describe(`${name}: what is old`, () => {
    beforeEach(begin)
    afterEach(() => store.close())

    test('goes 400 days after it was sent, and with the last of it the item and the way back', async () => {
      const { tracked } = await track(store, thread, trial(), clock.now())
      await store.end(thread.key, tracked, 'stopped')
      clock.advance(400 * DAY_MS)
      await store.purge()
      expect(await ledgerOf(store)).not.toEqual([])
      clock.advance(1)
      await store.purge()
      expect(await ledgerOf(store)).toEqual([])
      expect(await store.trackedById(thread.key, tracked.id)).toBeUndefined()
    })

    test('of an app that was uninstalled goes after 90 days', async () => {
      await track(store, thread, trial(), clock.now())
      await track(store, channel, trial(), clock.now())
      await store.uninstalled(thread)
      clock.advance(90 * DAY_MS + 1)
      await store.purge()
      expect(new Set((await ledgerOf(store)).map(({ place }) => place))).toEqual(new Set([channel.conversation]))
    })
  })

  describe(`${name}: rates`, () => {
    beforeEach(begin)
    afterEach(() => store.close())

    const at = { everyMs: 100, burst: 1, mostMs: 60_000 }
    const take = (key: string, pace = at, patienceMs = 10_000) => store.rates.take(key, pace, patienceMs, clock.now())

    test('every message moves on when the next one of its key may go', async () => {
      expect([await take('a'), await take('a'), await take('b'), await take('a')]).toEqual([0, 100, 0, 200])
      clock.advance(250)
      expect([await take('a'), await take('b')]).toEqual([50, 0])
    })

    test('so many may go at once, and as many again after silence', async () => {
      const three = { ...at, burst: 3 }
      const waits = async () => [await take('a', three), await take('a', three), await take('a', three), await take('a', three)]
      expect(await waits()).toEqual([0, 0, 0, 100])
      clock.advance(1000)
      expect(await waits()).toEqual([0, 0, 0, 100])
    })

    test('who has to wait too long takes nothing', async () => {
      expect([await take('a'), await take('a', at, 99), await take('a', at, 99), await take('a', at, 100)]).toEqual([0, 100, 100, 100])
    })

    test('a key that is held waits that long, and then goes one by one', async () => {
      const two = { ...at, burst: 2 }
      await store.rates.hold('a', two, new Date(clock.now().getTime() + 5000))
      await store.rates.hold('a', two, new Date(clock.now().getTime() + 2000))
      expect([await take('a', two), await take('a', two)]).toEqual([5000, 5100])
    })

    test('a moment that only a clock far ahead can have taken holds up nobody', async () => {
      const clockAhead = new Date(clock.now().getTime() + DAY_MS)
      await store.rates.take('a', at, Number.POSITIVE_INFINITY, clockAhead)
      expect([await take('a', at, Number.POSITIVE_INFINITY), await take('a'), await take('a')]).toEqual([0, 100, 200])
    })
  })
}
