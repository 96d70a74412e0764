import package_ from '../package.json' with { type: 'json' }
import { type SourceId, sources } from '../rules/sources.ts'
import type { Card } from './card.ts'
import { press, toggle } from './controls.ts'
import { ABOUT } from './intents.ts'
import { type Action, bullets, card, factRows, folded, headline, subheading } from './parts.ts'
import { asking, type View } from './view.ts'
import { sourceIn } from './why.ts'
import { aboutWords } from './words/en/about.ts'

/** What this assistant itself is: version, numbers, documents, whose it is, and what it stores. */
export function aboutCard(view: View): Card {
  const named = (Object.keys(sources) as SourceId[]).map(id => sourceIn(id, view))
  const documents = bullets(named.map(({ linked }) => ({ markdown: linked })))
  return card(
    aboutWords.headline,
    [
      headline(aboutWords.headline),
      factRows([
        [aboutWords.version, package_.version],
        [aboutWords.numbers, aboutWords.asOf(view.policy.version, view.format)],
      ]),
      bullets(aboutWords.what),
      subheading(aboutWords.stores),
      bullets(aboutWords.stored),
      folded('sources', [subheading(aboutWords.sources), { ...documents, text: named.map(({ plain }) => `- ${plain}`).join('\n') }]),
    ],
    [toggle(aboutWords.sources, 'sources'), press(aboutWords.help, asking(view, 'help'))],
  )
}

/** The button that leads there. */
export const aboutButton = (view: View): Action => press(aboutWords.about, asking(view, 'help', ABOUT))
