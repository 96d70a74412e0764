import { orderAsText, sizeLicenseCard } from '../cards/size-license.ts'
import { decide } from '../rules/decide.ts'
import { sizeLicense } from '../rules/size-license.ts'
import type { Conversation } from './ports.ts'
import { blank, type Scene } from './scene.ts'
import { pick, ruled, viewOf } from './topic.ts'

export const sizeLicenseTopic = ruled({ rule: sizeLicense, bare: 'sites', card: sizeLicenseCard })

const AS_TEXT =
  /^\W*(?:(?:and|now|please|can you|could you|(?:can|could|may) i (?:have|get)|(?:can|could) you (?:give|send)(?: me)?|i['’]?d like|give me|show me|send me|send|give|show|i (?:need|want))\W+)*(?:(?:it|that|this|them|the (?:list|order|sizes)) )?(?:as (?:an? )?(?:plain |simple )?text|in plain text|plain text)(?: (?:for|in|to paste in(?:to)?) (?:the|a|an|my|our) (?:quote|mail|e-?mail|offer|proposal|customer|order))?(?:,? (?:please|pls|thanks))?\W*$/iu

/** "As text", typed: the order in view as lines to paste; undefined for everything else. */
export function asTextIn(scene: Scene, text: string): string | undefined {
  const { topic, unused } = scene.stood
  return topic === 'size-license' && text.length <= 100 && AS_TEXT.test(text) ? orderOf(scene, unused) : undefined
}

/** The order of the sites that are known, as lines of text. */
export function orderOf(scene: Scene, unused: Conversation['unused']): string | undefined {
  const { facts, supposed } = scene.stood
  const known = pick({ ...facts, ...supposed }, sizeLicense.facts)
  const verdict = decide(sizeLicense, known, scene.at)
  const view = viewOf({ ...blank(scene, 'size-license'), supposed: supposed !== undefined })
  return 'fault' in verdict ? undefined : orderAsText(verdict, known, view, unused)
}

const TOTAL =
  /^\W*(?:(?:and|so|ok|then)\W+)*(?:(?:what(?:'s| is) )?the (?:grand )?total(?: (?:number|count))?(?: of (?:licen[cs]es|devices|sites))?|what (?:was|is|were) (?:the|my|our) (?:list|order|sizes)(?: again)?|how many (?:licen[cs]es?|devices|sites|(?:xs|s|m|l|xl)(?:'?s)?)(?: (?:is|are|does|do|make|makes) (?:that|this|it|they|those|there|we need|i need))?(?: (?:in total|altogether|overall|all in all|need|make))*|total|in total|altogether|is (?:that|this|it) (?:all|everything|it)(?: (?:that )?(?:i|we|they) (?:need|want))?|(?:(?:can you |please )?(?:show|give|send|repeat|list)(?: me| us)? )?(?:the |that |my |our )?(?:whole |full |complete )?(?:list|order|sizes|summary|recap)(?: again| once more| please| so far)*|what (?:do|should|must|shall) (?:i|we|they)(?: need to| have to)? (?:quote|order|offer|buy)(?: then| now| in total| for (?:that|this|it|them|those))*)\W*$/iu

/** Of a list that was told beside something else. */
const BUYS = /\b(?:order|buy|quote)\b/iu
/** "And the total?", "how many licences is that?" of a list in view: the same order again. */
export const asksTotal = ({ topic, facts, supposed, open }: Conversation, text: string) =>
  (topic === 'size-license' ? !open : BUYS.test(text)) &&
  { ...facts, ...supposed }.sites !== undefined &&
  text.length < 80 &&
  TOTAL.test(text)
