import { z } from 'zod'
import { boundedText, longList } from '../cards/bounded.ts'
import { keeping } from './once.ts'

const ADDRESSES_REMEMBERED = 100
/** More people, files or mentions than find room in a body as Teams writes them. */
const MOST_PARTS = 5000
// There are few, and each comes with every activity.
const isWebAddress = keeping(ADDRESSES_REMEMBERED, url => URL.canParse(url) && /^https?:$/.test(new URL(url).protocol))

const name = boundedText(2000)
const given = name.refine(text => text !== '')
/** An id becomes a part of an address, where dots alone would lead out of the folder. */
const staysInside = (text: string) => !/^\.{1,2}$/.test(text)
const id = name.refine(staysInside)
const account = z.looseObject({ id: given, name: name.nullish() })

/**
 * The activities that are taken, with the parts that are read; the rest passes through.
 * The SDK checks none of this and answers with errors of its own where it stumbles.
 */
const activity = z
  .looseObject({
    type: given,
    id: id.nullish(),
    name: name.nullish(),
    channelId: given,
    serviceUrl: name.trim().refine(isWebAddress),
    conversation: z.looseObject({
      id: given.refine(staysInside),
      conversationType: name.nullish(),
      isGroup: z.boolean().nullish(),
      tenantId: name.nullish(),
    }),
    from: account,
    recipient: account.nullish(),
    replyToId: id.nullish(),
    deliveryMode: name.nullish(),
    timestamp: name.nullish(),
    localTimestamp: name.nullish(),
    localTimezone: name.nullish(),
    locale: name.nullish(),
    text: z.string().nullish(),
    value: z.unknown().optional(),
    action: name.nullish(),
    attachments: longList(z.looseObject({ contentType: name.nullish() }), MOST_PARTS).nullish(),
    entities: longList(z.looseObject({ type: name.nullish() }), MOST_PARTS).nullish(),
    membersAdded: longList(account, MOST_PARTS).nullish(),
    membersRemoved: longList(account, MOST_PARTS).nullish(),
    channelData: z
      .looseObject({
        eventType: name.nullish(),
        tenant: z.looseObject({ id: name.nullish() }).nullish(),
        team: z.looseObject({ id: name.nullish() }).nullish(),
      })
      .nullish(),
  })
  .refine(({ type, name, value }) => type !== 'invoke' || name !== 'adaptiveCard/action' || press.safeParse(value).success)

const press = z.looseObject({
  action: z.looseObject({ type: z.literal('Action.Execute'), verb: name.nullish(), data: z.unknown().optional() }),
  trigger: z.unknown().optional(),
})

/** An activity of the shape that Teams sends. What is in it is still only what somebody claims. */
export type Incoming = z.infer<typeof activity>

/** The activity that a body holds, or undefined where it has not the shape of one. */
export function asIncoming(body: unknown): Incoming | undefined {
  return activity.safeParse(body).data
}

/** The data of the button that an `adaptiveCard/action` pressed, and whether Teams did that by itself to compute a card again. */
export function pressedData({ value }: Incoming): { readonly data: unknown; readonly refresh: boolean } {
  const { action, trigger } = press.safeParse(value).data ?? {}
  return { data: action?.data, refresh: trigger === 'automatic' || action?.verb === 'refresh' }
}
