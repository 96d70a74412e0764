import type { FactKey } from '../rules/facts.ts'
import type { Card } from './card.ts'
import { buttons, openLink } from './controls.ts'
import { links } from './links.ts'
import { card, headline, nothing, paragraph } from './parts.ts'
import { inputFor, update } from './question.ts'
import { shownFacts, type View } from './view.ts'
import { linkTitles } from './words/en/frame.ts'
import { smallTalk } from './words/en/small-talk.ts'

/** Thanks to somebody who wrote that the last answer is wrong, with the facts that it used, to be put right. */
export function calledWrongCard(keys: readonly FactKey[], view: View): Card {
  return card(
    smallTalk.calledWrong,
    [
      headline(smallTalk.calledWrong),
      paragraph(keys.length > 0 ? smallTalk.putRight : smallTalk.askOtherwise),
      ...keys.map(key => inputFor(key, shownFacts(view.carried.facts, view))),
      keys.length > 0 ? buttons([update(view)]) : nothing,
    ],
    [openLink(linkTitles['sales-licenses'], links['sales-licenses'])],
  )
}
