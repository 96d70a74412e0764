import type { Reminding } from '../../cards/actions.ts'
import { smallTalk } from '../../cards/words/en/small-talk.ts'
import { endKey, type Facts } from '../../rules/facts.ts'
import type { Conversation } from '../ports.ts'
import { isName } from './items-told.ts'

// What is typed where it was asked what a day is, or what another trial or licence is called.

const phrase = (words: string) =>
  new RegExp(
    `^\\W*(?:(?:yes|yep|ok(?:ay)?|no|oh|well|please|just|that['’]?s|it['’]?s|as)\\W+){0,3}(?:${words})(?:\\W+(?:please|then|thanks|too|also|as well|again|on that day|that day|one|trial|licen[cs]e))*\\W*$`,
    'i',
  )
const isEnd = phrase('it ends|it started|(?:move|change) (?:it|that)(?: to that)?|(?:the |its |a )?(?:new |right |real )?end(?: date)?')
const isReminder = phrase('remind (?:me|us)(?: of (?:it|that))?|(?:a |an |another |extra )*reminder(?: day)?|both')
const isAnother = phrase('(?:an?)?other|a (?:different|second|new|further)|(?:a )?(?:different|new|second)')
const isNone = phrase('none(?: of (?:them|these|those))?|neither|nothing|never ?mind|forget it|leave it')

/** What was meant; a text where nothing is to be done. */
export function daySettled(
  { reminding, open }: Conversation,
  text: string,
): { readonly said: Facts; readonly reminding: Reminding } | string | undefined {
  if (text.length > 80 || !reminding) return undefined
  const { doubted, another, end, ...of } = reminding
  if (open && another && end) {
    const name = text.replace(/^\W*(?:(?:it['’]?s|it is|that['’]?s|called|named|the|for|in)\s+){0,3}/i, '').replace(/[\s.!,]+$/, '')
    const said = of.kind ? { kind: of.kind, [endKey(of.kind)]: end } : {}
    return isName(name, undefined) ? { said, reminding: { ...reminding, name } } : undefined
  }
  if (!doubted || !of.kind) return undefined
  if (isNone.test(text)) return smallTalk.dropped
  if (isEnd.test(text)) return { said: { kind: of.kind, [endKey(of.kind)]: doubted }, reminding: of }
  if (isReminder.test(text)) return { said: {}, reminding: { ...of, on: [doubted] } }
  return isAnother.test(text) ? { said: {}, reminding: { kind: of.kind, another: true, end: doubted } } : undefined
}
