import type { FactKey } from '../rules/facts.ts'
import type { Card } from './card.ts'
import { buttons, openLink, toggle } from './controls.ts'
import { type LinkId, leadsToPurchase, links } from './links.ts'
import {
  type Action,
  bullets,
  card,
  factRows,
  folded,
  foot,
  headline,
  type Moment,
  nothing,
  type Part,
  paragraph,
  quoted,
  timeline,
  together,
} from './parts.ts'
import { hasInput, inputFor, MAX_ACTIONS, type Question, questionFor, update } from './question.ts'
import { shownFacts, type View } from './view.ts'
import { type Grounds, thanks, whyParts, withSources } from './why.ts'
import { frame, linkTitles } from './words/en/frame.ts'

/** More links than this weigh the same and say nothing: the others stand under "Why". */
const MAX_LINKS = 2

/** An answer in the order in which a person reads it. */
export interface Content extends Grounds {
  readonly headline: string
  /** The facts used, as label and value. */
  readonly rows?: readonly (readonly [label: string, value: string])[]
  readonly moments?: readonly Moment[]
  /** What must be seen before acting. */
  readonly cautions?: readonly string[]
  readonly body?: readonly Part[]
  /** The open question, shown as buttons or an input. */
  readonly asks?: FactKey | undefined
  /** Facts with an input behind "Change". */
  readonly changeable?: readonly FactKey[]
  /** The best first. */
  readonly links: readonly LinkId[]
  /** More buttons, after the first link. */
  readonly offers?: readonly Action[]
  /** Further answers, folded. */
  readonly more?: readonly Part[]
}

/** The frame of every answer: headline, facts, timeline, the open question, actions, the folded why. */
export function answerCard(given: Content, view: View): Card {
  const content = view.handedOn ? forOthers(given) : given
  const { rows = [], moments = [], cautions = [], body = [], asks, more = [] } = content
  // Where there is a date already, the first link is what the person needs; before that, the question is.
  const answered = moments.length > 0
  const needed = needs(content, view)
  const room = MAX_ACTIONS - needed - (content.offers ?? []).length
  const question = asks ? questionFor(asks, view, { primary: !answered, room }) : undefined
  // What is asked has its input already.
  const changeable = (content.changeable ?? []).filter(key => key !== asks && hasInput(key))
  const plan = fit(content, changeable, needed + (question?.actions ?? 0), question, view)
  const why = folded('why', whyParts(content, plan.alsoLinks, view), view.doubted)
  const parts = [
    headline(content.headline),
    view.about ? quoted([frame.about(view.about)]) : nothing,
    view.doubted ? why : nothing,
    view.asOf ? paragraph(frame.asOf(view.format.day(view.today))) : nothing,
    view.carried.supposed ? paragraph(frame.supposed) : nothing,
    factRows(rows),
    view.handedOn && answered ? paragraph(frame.workedOut(view.format.day(view.today))) : nothing,
    ...body,
    moments.length > 0 ? timeline(moments) : nothing,
    cautions.length > 0 ? bullets(cautions) : nothing,
    plan.buyElsewhere ? paragraph(frame.buyOnComputer) : nothing,
    // Above the question, whose Update sends these inputs as well.
    plan.changes ? changeInputs(changeable, question?.updates ?? false, view) : nothing,
    question?.part ?? nothing,
    more.length > 0 ? folded('more', more) : nothing,
    view.doubted ? nothing : why,
    view.handedOn ? withSources('', [...new Set(content.because.flatMap(({ sources }) => sources))], view) : nothing,
    thanks(view),
    foot(`${frame.documented(view.policy.version, view.format)}${view.handedOn ? `. ${frame.handedOn}` : ''}`),
  ]
  return card(content.headline, parts, plan.actions)
}

/** Others can neither answer a question nor press a button that the bot would have to answer. */
const forOthers = (content: Content): Content => ({
  ...content,
  asks: undefined,
  changeable: [],
  offers: content.offers?.filter(({ element }) => element.type !== 'Action.Execute') ?? [],
})

interface Plan {
  readonly actions: readonly Action[]
  /** The fold with an input for each changeable fact has found room. */
  readonly changes: boolean
  readonly alsoLinks: readonly LinkId[]
  readonly buyElsewhere: boolean
}

/** The links that may be shown here. */
const linksFor = (content: Content, { mobile }: View) => content.links.filter(id => !(mobile && leadsToPurchase(links[id])))

/** How many actions a card has at any rate: "Why", "This is wrong" (not for others), the best link and "More". */
const needs = (content: Content, view: View) =>
  (view.handedOn ? 1 : 2) + Math.min(1, linksFor(content, view).length) + Math.min(1, (content.more ?? []).length)

/** Which buttons find room beside those that are taken: offers, "Change", then further links. */
function fit(content: Content, changeable: readonly FactKey[], taken: number, question: Question | undefined, view: View): Plan {
  const { offers = [], more = [] } = content
  const shown = linksFor(content, view)
  const [first, ...further] = shown
  let room = MAX_ACTIONS - taken
  const offered = offers.slice(0, Math.max(0, room))
  room -= offered.length
  const changeCost = question?.updates ? 1 : 2
  const changes = changeable.length > 0 && room >= changeCost
  if (changes) room -= changeCost
  const linked = further.slice(0, Math.min(MAX_LINKS - 1, Math.max(0, room)))
  const open = (id: LinkId) => openLink(linkTitles[id], links[id], id === first && (!question || (content.moments ?? []).length > 0))
  return {
    actions: [
      ...(first ? [open(first)] : []),
      ...offered,
      ...linked.map(open),
      ...(changes ? [toggle(frame.change, 'change')] : []),
      ...(more.length > 0 ? [toggle(frame.more, 'more')] : []),
      toggle(frame.why, 'why'),
    ],
    changes,
    alsoLinks: further.slice(linked.length),
    buyElsewhere: shown.length < content.links.length,
  }
}

function changeInputs(keys: readonly FactKey[], updates: boolean, view: View): Part {
  const inputs = together(keys.map(key => inputFor(key, shownFacts(view.carried.facts, view))))
  const fold = folded('change', [inputs, updates ? nothing : buttons([update(view, false)])])
  return { elements: fold.elements, text: '' }
}
