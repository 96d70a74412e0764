import fc, { type Arbitrary } from 'fast-check'
import { fields, formSteps, verbs } from '../../cards/actions.ts'
import { aspects, intents } from '../../cards/intents.ts'
import { factKeys } from '../../rules/facts.ts'
import { hostileTexts } from './hostile-texts.ts'

type Json = Readonly<Record<string, unknown>>

/** What somebody else's cards carry. */
export interface Loot {
  /** Handles of tracked items. */
  readonly handles: readonly string[]
  /** Ids under which lists are kept. */
  readonly lists: readonly string[]
  /** Where the attacker is. Teams vouches for that, so nobody else's can be named. */
  readonly places: readonly string[]
  readonly tenants: readonly string[]
}

/** Stands for `__proto__` until the activity is text: as the key of an object it would set its prototype. */
const PROTO = '\u00a7proto\u00a7'
const keys = [
  'constructor',
  'prototype',
  PROTO,
  'toString',
  'valueOf',
  'toJSON',
  'then',
  'hasOwnProperty',
  'length',
  'type',
  'id',
  'data',
  'value',
  'name',
  '',
]

const short = [...hostileTexts(120)]
const days = [
  '2026-03-10',
  '2015-01-01',
  '2014-12-31',
  '2099-12-31',
  '9999-12-31',
  '0000-00-00',
  '2026-02-31',
  '2028-02-29',
  '2026-3-1',
  '-000001-01-01',
  '1e3',
  '2026-03-10T00:00:00Z',
]
const numbers = [0, -0, -1, 1, 100, 101, 5000, 5001, 10_000_000, 10_000_001, 1e21, 5e-324, 1.005, 2 ** 53, Number.MAX_VALUE]
const saying = [
  'trial ends 15 April 2026, can we extend?',
  'remind me before our trial ends on 1 May 2026',
  'stop reminders',
  'what do you track for me?',
  'what do you know about me?',
  'Lyon 400\nParis 900',
  '20 sites of 80 with 20% growth',
  'bought on 3/4/2026 for $1,200',
  'forget me',
  'never mind',
  'and for Lyon?',
  'send me a test reminder',
]
const text = fc.oneof(
  fc.constantFrom(...short),
  fc.constantFrom(...saying),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom(...days),
  fc.constant('x'.repeat(3000)),
)
const leaf: Arbitrary<unknown> = fc.oneof(text, fc.constantFrom(...numbers, null, true, false, '', [], {}))

/** Compares with no number, and becomes no text. */
const incomparable = { toString: 1, valueOf: 1 }

/** Anything that JSON can hold. */
const junk: Arbitrary<unknown> = fc.letrec<{ any: unknown }>(tie => ({
  any: fc.oneof(
    { maxDepth: 4 },
    { weight: 3, arbitrary: leaf },
    fc.array(tie('any'), { maxLength: 5 }),
    fc.dictionary(fc.constantFrom(...keys, ...factKeys), tie('any'), { maxKeys: 5 }),
    fc.constantFrom(nested(30), nested(100), incomparable, { length: incomparable }),
  ),
})).any

function nested(depth: number): unknown {
  return depth === 0 ? 1 : [nested(depth - 1)]
}
const perhaps = <T>(usual: Arbitrary<T>): Arbitrary<unknown> => fc.oneof({ weight: 4, arbitrary: usual as Arbitrary<unknown> }, junk)
const someOf = (shape: Readonly<Record<string, Arbitrary<unknown>>>): Arbitrary<Json> => fc.record(shape, { requiredKeys: [] })

const sites = fc.array(
  someOf({ devices: perhaps(fc.constantFrom(...numbers)), count: perhaps(fc.constantFrom(...numbers)), name: perhaps(text) }),
  { maxLength: 4 },
)
const unreadable = someOf({ line: perhaps(fc.constantFrom(...numbers)), text: perhaps(text), why: perhaps(text) })
const fact = (key: string): Arbitrary<unknown> =>
  key === 'sites'
    ? perhaps(sites)
    : perhaps(fc.constantFrom(...days, ...numbers, 'global-admin', 'MCA', 'gcc', 'trial', 'paid', true, false))
const facts = someOf(Object.fromEntries([...factKeys, 'other', PROTO].map(key => [key, fact(key)])))

/** What a button might carry: of the right form or nearly so, with what was taken from others. */
function payload({ handles, lists }: Loot): Arbitrary<unknown> {
  const handle = fc.oneof(
    fc.constantFrom(...handles),
    fc.constantFrom(...handles).map(each => each.replace(/~\d+/, '~999999999')),
    text,
  )
  const press = someOf({
    v: fc.constantFrom(1, 1, 1, 1, 2, '1'),
    intent: perhaps(fc.constantFrom(...intents)),
    aspect: perhaps(fc.constantFrom(...Object.values(aspects).flat())),
    facts: perhaps(facts),
    about: perhaps(text),
    by: perhaps(text),
    asOf: perhaps(fc.constantFrom(...days)),
    unused: perhaps(someOf({ unreadable: perhaps(fc.array(unreadable, { maxLength: 3 })), leftOut: perhaps(fc.constantFrom(...numbers)) })),
    supposed: perhaps(fc.constant(true)),
    declined: perhaps(fc.subarray([...factKeys])),
    list: perhaps(fc.constantFrom(...lists)),
    reminding: perhaps(
      someOf({
        kind: perhaps(fc.constantFrom('trial', 'paid')),
        name: perhaps(text),
        days: perhaps(fc.array(fc.constantFrom(...numbers))),
        without: junk,
        on: perhaps(fc.array(fc.constantFrom(...days))),
        goesOn: perhaps(fc.constant(true)),
      }),
    ),
    deed: perhaps(someOf({ verb: perhaps(fc.constantFrom(...verbs)), items: perhaps(fc.array(handle, { maxLength: 3 })) })),
    form: perhaps(fc.constantFrom(...formSteps)),
    wrong: perhaps(fc.constantFrom(...days)),
  }).map(made => ({ v: 1, intent: 'help', ...made }))
  const inputs = someOf(Object.fromEntries([...factKeys, ...fields].map(key => [key, key === 'item' ? handle : perhaps(text)])))
  return fc.tuple(perhaps(press), inputs).map(([press, inputs]) => ({ press, ...inputs }))
}

/** One activity of any kind, mostly of the right form, with up to three of its parts replaced, as the text of a body. */
export function hostileBody(usual: Json, loot: Loot): Arbitrary<string> {
  const data = payload(loot)
  const invoke = (name: string, value: Arbitrary<unknown>) =>
    value.map((made): Json => ({ type: 'invoke', name, replyToId: 'reply-1', value: made }))
  const command = someOf({
    commandId: text,
    parameters: perhaps(fc.array(someOf({ name: text, value: perhaps(text) }), { maxLength: 2 })),
    queryOptions: perhaps(someOf({ skip: fc.constantFrom(...numbers), count: fc.constantFrom(...numbers) })),
    data: perhaps(data),
    botMessagePreviewAction: perhaps(fc.constantFrom('edit', 'send')),
    botActivityPreview: perhaps(data.map(carried => [{ attachments: [{ content: { actions: [{ data: carried }] } }] }])),
  })
  const kinds: Arbitrary<Json>[] = [
    text.map(said => ({ text: said })),
    data.map(value => ({ value })),
    fc.record({ type: fc.constant('messageUpdate'), text, channelData: junk }),
    invoke(
      'adaptiveCard/action',
      perhaps(data.map(carried => ({ action: { type: 'Action.Execute', verb: 'press', data: carried }, trigger: 'manual' }))),
    ),
    ...['query', 'fetchTask', 'submitAction', 'queryLink', 'setting', 'selectItem', 'onCardButtonClicked', 'anything'].map(name =>
      invoke(`composeExtension/${name}`, perhaps(command)),
    ),
    ...['task/fetch', 'task/submit', 'fileConsent/invoke', 'signin/verifyState', 'anything'].map(name => invoke(name, junk)),
    fc.record({ type: fc.constant('conversationUpdate'), membersAdded: junk, membersRemoved: junk, channelData: junk }),
    fc.record({ type: fc.constant('installationUpdate'), action: perhaps(fc.constantFrom('add', 'remove')) }),
    fc.record({
      type: perhaps(fc.constantFrom('messageReaction', 'typing', 'messageDelete', 'endOfConversation', 'command', 'trace', 'handoff')),
      reactionsAdded: junk,
      channelData: junk,
    }),
    fc.record({
      type: fc.constant('event'),
      name: fc.constantFrom('meetingStart', 'meetingEnd', 'readReceipt').map(event => `application/vnd.microsoft.${event}`),
      value: junk,
    }),
    fc.record({
      text,
      entities: junk,
      attachments: junk,
      localTimestamp: perhaps(text),
      localTimezone: text,
      locale: text,
      timestamp: text,
    }),
    fc.record({
      text,
      conversation: someOf({
        id: fc.constantFrom(...loot.places),
        tenantId: fc.constantFrom(...loot.tenants),
        conversationType: perhaps(fc.constantFrom('channel', 'groupChat')),
      }),
    }),
  ]
  const change = fc.tuple(fc.nat(), perhaps(fc.constant(undefined)))
  return fc.tuple(fc.oneof(...kinds), fc.array(change, { maxLength: 3 }), fc.nat({ max: 3 })).map(([kind, changes, often]) => {
    const activity = { ...usual, ...kind }
    const changed = often > 0 ? activity : changes.reduce<Json>((all, [at, part]) => replaced(all, at, part), activity)
    return JSON.stringify(changed).replaceAll(PROTO, '__proto__')
  })
}

/** The activity with one of its parts replaced; the way back stays as it is, so that an answer is seen. */
function replaced(activity: Json, at: number, part: unknown): Json {
  const names = Object.keys(activity).filter(name => name !== 'serviceUrl' && name !== 'from')
  return { ...activity, [names[at % names.length] ?? '']: part }
}
