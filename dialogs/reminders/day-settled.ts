import type { Reminding } from '../../cards/actions.ts'
import { smallTalk } from '../../cards/words/en/small-talk.ts'
import { endKey, type Facts } from '../../rules/facts.ts'
import { type Outcome, type Scene, say } from '../scene.ts'
import { personal } from '../topic.ts'
import { isName } from './items-told.ts'
import { setting } from './shown-items.ts'

// What is typed where it was asked what a day is, or what another trial or licence is called.

const phrase = (words: string) =>
  new RegExp(
    `^\\W*(?:(?:yes|yep|ok(?:ay)?|no|oh|well|please|just|that['’]?s|it['’]?s|as)\\W+){0,3}(?:${words})(?:\\W+(?:please|then|thanks|too|also|as well|again|on that day|that day|one|trial|licen[cs]e))*\\W*$`,
    'i',
  )
const isEnd = phrase('it ends|it started|(?:move|change) (?:it|that)(?: to that)?|(?:the |its |a )?(?:new |right |real )?end(?: date)?')
const isReminder = phrase('remind (?:me|us)(?: of (?:it|that))?|(?:a |an |another |extra )*reminder(?: day)?|both')
const isAnother = phrase('(?:an?)?other|a (?:different|second|new|further)|(?:a )?(?:different|new|second)')
const isWanted = phrase('yes|sure|do (?:it|that|so)|go ahead|track (?:it|that)')
export const isNone = phrase('none(?: of (?:them|these|those))?|neither|nothing|no one|never ?mind|forget it|leave it|no|cancel')

/** Does what was meant. */
export async function daySettled(scene: Scene, text: string): Promise<Outcome | undefined> {
  const { stood } = scene
  if (text.length > 80 || !stood.reminding) return undefined
  const { doubted, another, end, ...of } = stood.reminding
  const settled = (said: Facts, reminding: Reminding, facts = stood.facts) =>
    setting({ ...scene, stood: { ...stood, reminding: undefined, subject: undefined, facts } }, { said, reminding }, 'day-settled')
  if (stood.open && another && end) {
    const name = text.replace(/^\W*(?:(?:it['’]?s|it is|that['’]?s|called|named|the|for|in)\s+){0,3}/i, '').replace(/[\s.!,]+$/, '')
    const said = of.kind ? { kind: of.kind, [endKey(of.kind)]: end } : {}
    return isName(name, undefined) ? settled(said, { ...stood.reminding, name }, personal(stood.facts)) : undefined
  }
  // Somebody who isn't tracked was told of.
  const isOffered = stood.open === true && stood.asked === 'kind' && end !== undefined && of.name !== undefined
  if (doubted && another && of.kind && isWanted.test(text))
    return settled({ kind: of.kind, [endKey(of.kind)]: doubted }, of, personal(stood.facts))
  if (!isOffered && (!doubted || !of.kind)) return undefined
  if (isNone.test(text))
    return {
      answer: say(smallTalk.dropped, { intent: 'set-reminder', outcome: 'drop' }),
      kept: { ...stood, open: undefined, reminding: undefined },
    }
  if (!doubted || !of.kind) return undefined
  if (isEnd.test(text)) return settled({ kind: of.kind, [endKey(of.kind)]: doubted }, of)
  if (isReminder.test(text)) return settled({}, { ...of, on: [doubted] })
  return isAnother.test(text) ? settled({}, { kind: of.kind, another: true, end: doubted }, personal(stood.facts)) : undefined
}
