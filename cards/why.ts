import { type SourceId, sources } from '../rules/sources.ts'
import { buttons, press } from './controls.ts'
import { type LinkId, leadsToPurchase, links } from './links.ts'
import { type Action, nothing, type Part, paragraph, subheading, together } from './parts.ts'
import { markdownLink } from './text.ts'
import { callingWrong, type View } from './view.ts'
import { frame, linkTitles } from './words/en/frame.ts'

/** A finding in words, with the documents it stands on. */
export interface Because {
  readonly text: string
  readonly sources: readonly SourceId[]
}

/** What an answer stands on: reasons, notes and the links that found no room as buttons. */
export interface Grounds {
  readonly because: readonly Because[]
  readonly notes?: readonly string[]
}

/** The folded part of an answer. Whoever has read it can say that it is wrong. */
export function whyParts({ because, notes = [] }: Grounds, alsoLinks: readonly LinkId[], view: View): Part[] {
  return [
    subheading(frame.why),
    ...because.map(({ text, sources: ids }) => withSources(text, ids, view)),
    ...notes.map(note => paragraph(note)),
    alsoLinks.length > 0 ? withLinks(`${frame.also}:`, alsoLinks) : nothing,
    // In words it is said rather than pressed.
    view.calledWrong || view.handedOn ? nothing : { ...buttons([wrongButton(view)]), text: '' },
  ]
}

/** The button by which a person says that an answer is wrong. */
export const wrongButton = (view: View): Action => press(frame.wrong, callingWrong(view))

/** Said to whoever pressed it, with what can be done next. */
export const thanks = ({ calledWrong }: View): Part =>
  calledWrong ? together([paragraph(frame.calledWrong), withLinks(frame.whatThen, ['sales-licenses'])]) : nothing

function withLinks(text: string, ids: readonly LinkId[]): Part {
  const named = ids.map(id => ({ title: linkTitles[id].replace(' ↗', ''), url: links[id] }))
  return {
    ...paragraph({ markdown: `${text} ${named.map(({ title, url }) => markdownLink(title, url)).join(', ')}` }),
    text: `${text} ${named.map(({ title, url }) => `${title}: ${url}`).join(', ')}`,
  }
}

/** A document by its title, with its address where that may be shown. */
export function sourceIn(id: SourceId, { mobile }: View): { readonly linked: string; readonly plain: string } {
  const { title, url } = sources[id]
  return mobile && leadsToPurchase(url) ? { linked: title, plain: title } : { linked: markdownLink(title, url), plain: `${title} (${url})` }
}

/** A finding in words, and the documents behind it. */
export function withSources(text: string, ids: readonly SourceId[], view: View): Part {
  const named = ids.map(id => sourceIn(id, view))
  const linked = paragraph({ markdown: `${frame.source}: ${named.map(({ linked }) => linked).join(', ')}` })
  const plain = `${frame.source}: ${named.map(({ plain }) => plain).join(', ')}`
  if (!text) return { ...linked, text: plain }
  return { elements: [...paragraph(text).elements, ...linked.elements], text: `${text}\n  ${plain}` }
}
