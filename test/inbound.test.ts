import { describe, expect, test } from 'vitest'
import { inputOf, textOf, turnOf } from '../bot/inbound.ts'
import { asIncoming, type Incoming } from '../bot/incoming.ts'
import { activityOf } from './support/activities.ts'

const now = new Date('2026-03-10T23:30:00Z')

function incoming(more: Readonly<Record<string, unknown>>): Incoming {
  const activity = asIncoming(activityOf('http://127.0.0.1:1/', more))
  if (!activity) throw new Error('not an activity')
  return activity
}
const turn = (more: Readonly<Record<string, unknown>>) => turnOf(incoming(more), { kind: 'joined' }, 'id', now)

const bot = { id: '28:license-desk', name: 'License Desk' }
const mention = (text: string, mentioned: object = bot) => ({ type: 'mention', mentioned, text })

describe('the text of a message', () => {
  test.for([
    ['<at>License Desk</at> hello', [mention('<at>License Desk</at>')], 'hello'],
    ['<at>License Desk</at>&nbsp;hello', [mention('<at>License Desk</at>')], 'hello'],
    ['<at>License Desk</at>\nLyon\t400\r\nGraz\t900', [mention('<at>License Desk</at>')], '\nLyon\t400\r\nGraz\t900'],
    ['hey <at>License Desk</at>, hello', [mention('<at>License Desk</at>')], 'hey , hello'],
    ['<at>License Desk</at> hello', [], 'hello'],
    ['<at id="0">License Desk</at> hello', [], 'hello'],
    ['<at>License Desk</at> ask <at>Sam</at>', [mention('<at>License Desk</at>'), mention('<at>Sam</at>', { id: '29:sam' })], 'ask Sam'],
    ['more than 400 &amp; less than 900: &gt;400, &lt;900', [], 'more than 400 & less than 900: >400, <900'],
    ['&amp;lt; stays one step from what was typed', [], '&lt; stays one step from what was typed'],
    ['R&D; &foo; 5 < 6 &#39;quoted&#39;', [], "R&D; &foo; 5 < 6 'quoted'"],
    ['&lt;at&gt;License Desk&lt;/at&gt; was typed', [], '<at>License Desk</at> was typed'],
    ['  indented\n', [], 'indented\n'],
  ] as const)('%j becomes what the person typed', ([text, entities, typed]) => {
    expect(textOf(incoming({ text, entities }))).toBe(typed)
  })

  test('outside Teams nothing is decoded', () => {
    expect(textOf(incoming({ channelId: 'emulator', text: 'a &amp; b' }))).toBe('a &amp; b')
  })

  test('the name of the bot alone is a greeting', () => {
    expect(inputOf(incoming({ text: '<at>License Desk</at> ', entities: [mention('<at>License Desk</at>')] }))).toEqual({
      kind: 'said',
      text: 'hello',
    })
  })
})

describe('today', () => {
  const unset = { localTimestamp: undefined, localTimezone: undefined, timestamp: undefined }
  test.for([
    [{ localTimestamp: '2026-03-11T00:30:00+01:00' }, '2026-03-11'], // as the client wrote it
    [{ localTimestamp: '2026-03-10T16:30:00-07:00', localTimezone: 'Asia/Tokyo' }, '2026-03-10'], // before the zone
    [{ localTimezone: 'Asia/Tokyo', timestamp: '2026-03-10T16:00:00Z' }, '2026-03-11'], // else by the zone
    [{ timestamp: '2026-03-09T23:59:00Z' }, '2026-03-09'], // else in UTC, when it was sent
    [{ localTimezone: 'Asia/Tokyo' }, '2026-03-11'], // else when it came
    [{}, '2026-03-10'],
    [{ localTimestamp: 'tomorrow', localTimezone: 'Mars/Base', timestamp: 'now' }, '2026-03-10'],
    [{ localTimestamp: '1999-01-01T00:00:00Z' }, '2026-03-10'], // no day that the rules know
  ] as const)('of %j is %s', ([more, day]) => {
    expect(turn({ ...unset, ...more }).today).toBe(day)
  })
})

test.for([
  [{ localTimezone: 'Europe/Berlin' }, 'Europe/Berlin'],
  [{ localTimezone: 'Mars/Base', localTimestamp: '2026-03-10T10:00:00+05:30' }, 'UTC+05:30'],
  [{ localTimezone: undefined, localTimestamp: '2026-03-10T10:00:00Z' }, 'UTC'],
] as const)('the zone of %j is %s', ([more, zone]) => {
  expect(turn(more).person.zone).toBe(zone)
})

test.for([
  [{ locale: 'de-at' }, 'de-AT'],
  [{ locale: undefined, entities: [{ type: 'clientInfo', locale: 'fr-FR' }] }, 'fr-FR'],
  [{ locale: 'not a locale' }, 'en-US'],
  [{ locale: undefined, entities: undefined }, 'en-US'],
] as const)('the locale of %j is %s', ([more, locale]) => {
  expect(turn(more).person.locale).toBe(locale)
})

test.for([
  ['iOS', true],
  ['Android', true],
  ['Windows', false],
  ['Web', false],
  [undefined, false],
] as const)('a client on %s is mobile: %s', ([platform, mobile]) => {
  expect(turn({ entities: [{ type: 'clientInfo', platform }] }).mobile).toBe(mobile)
})

test('place, tenant and person come from the conversation', () => {
  expect(turn({}).place).toBe('personal')
  expect(turn({ conversation: { id: 'c', conversationType: 'groupChat' } }).place).toBe('group')
  expect(turn({ conversation: { id: 'c', isGroup: true } }).place).toBe('group')
  expect(turn({ conversation: { id: 'c', conversationType: 'channel' } })).toMatchObject({
    place: 'channel',
    person: { id: '29:robin', tenant: '11111111-2222-4333-8444-555555555555' },
  })
})

test('another tenant, thread or person is another conversation, however the ids are put together', () => {
  const keys = [
    { conversation: { id: 'c', tenantId: 't' } },
    { conversation: { id: 'c', tenantId: 'u' } },
    { conversation: { id: 'c;messageid=1', tenantId: 't' } },
    { conversation: { id: 'c', tenantId: 't' }, from: { id: '29:sam' } },
    { conversation: { id: 'c","29:sam', tenantId: 't' }, from: { id: 'x' } },
  ].flatMap(more => asIncoming(activityOf('http://127.0.0.1:1/', more)) ?? [])
  expect(new Set(keys.map(activity => turnOf(activity, { kind: 'joined' }, 'id', now).conversation)).size).toBe(keys.length)
})
