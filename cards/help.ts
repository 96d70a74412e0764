import type { Day } from '../rules/day.ts'
import type { FactKey, Facts, Kind } from '../rules/facts.ts'
import { aboutButton } from './about.ts'
import type { Card } from './card.ts'
import { buttons, openLink, press, textInput } from './controls.ts'
import type { Intent } from './intents.ts'
import { links } from './links.ts'
import { type Action, bullets, card, foot, headline, paragraph } from './parts.ts'
import { hasInput, inputFor, questionFor, update } from './question.ts'
import { asking, type View, withFact } from './view.ts'
import { thanks, wrongButton } from './why.ts'
import { choices, factLabels, questions, sitesPlaceholder } from './words/en/facts.ts'
import { linkTitles } from './words/en/frame.ts'
import { retryWords, smallTalk, topicTitles, unclearWords } from './words/en/small-talk.ts'

const offered: readonly Intent[] = ['extend-trial', 'size-license', 'refund-window', 'license-lifecycle']

const topicButtons = (intents: readonly Intent[], view: View): Action[] =>
  view.handedOn ? [] : intents.map(intent => press(topicTitles[intent], asking(view, intent)))

export function welcomeCard(view: View): Card {
  return card(
    smallTalk.welcome,
    [headline(smallTalk.welcome), bullets(smallTalk.welcomeLines), foot(smallTalk.about)],
    topicButtons(offered, view),
  )
}

export function helpCard(view: View): Card {
  return card(
    smallTalk.help,
    [headline(smallTalk.help), bullets(smallTalk.helpLines), foot(smallTalk.about)],
    view.handedOn ? [] : [...topicButtons([...offered, 'contact-sales'], view), aboutButton(view)],
  )
}

/** Half sure: up to three things that may have been meant. */
export function didYouMeanCard(intents: readonly Intent[], view: View): Card {
  const few = intents.slice(0, 3)
  return card(
    smallTalk.didYouMean,
    [headline(smallTalk.didYouMean)],
    [...topicButtons(few, view), press(smallTalk.noneOfThese, asking(view, 'help'))],
  )
}

/** A trial is extended, a paid licence renewed: whose end is it? */
export function whichKindCard(end: Day | undefined, view: View): Card {
  const { carried } = view
  const title = (kind: Kind) => choices.kind?.find(([value]) => value === kind)?.[1] ?? kind
  const ask = (intent: Intent, facts: Facts) => asking({ ...view, carried: { ...carried, facts: { ...carried.facts, ...facts } } }, intent)
  return card(
    smallTalk.whichKind,
    [headline(smallTalk.whichKind), paragraph(smallTalk.whichKindRule)],
    [
      press(title('trial'), ask('extend-trial', end ? { trialEnd: end } : {})),
      press(title('paid'), ask('license-lifecycle', { kind: 'paid', ...(end ? { licenseEnd: end } : {}) })),
    ],
  )
}

/** Not sure at all: what can be asked; after a second time, the sales team as well. */
export function notUnderstoodCard(misses: number, view: View): Card {
  if (misses < 2)
    return card(
      smallTalk.notUnderstood,
      [headline(smallTalk.notUnderstood), ...smallTalk.notUnderstoodLines.map(paragraph)],
      topicButtons(offered, view),
    )
  const sales = openLink(linkTitles['sales-licenses'], links['sales-licenses'], true)
  return card(
    smallTalk.notUnderstoodTwice,
    [headline(smallTalk.notUnderstoodTwice), bullets(smallTalk.helpLines)],
    [sales, ...topicButtons(offered, view)],
  )
}

export function outOfScopeCard(view: View): Card {
  const buttons = [...topicButtons(offered, view), ...(view.calledWrong ? [] : [wrongButton(view)])]
  return card(smallTalk.outOfScope, [headline(smallTalk.outOfScope), thanks(view)], buttons)
}

/** A date that can be read two ways, or that no calendar has. */
export function unclearCard(fact: FactKey, text: string, readings: readonly Day[], view: View): Card {
  if (fact === 'cloud') return card(unclearWords.cloud, [headline(unclearWords.cloud), questionFor('cloud', view).part])
  if (readings.length === 0) return faultCard(fact, unclearWords.impossible(text), view)
  // One that is only near it: the day itself is asked for.
  if (readings.length === 1) return vagueDayCard(fact, text, view)
  const title = unclearWords.ambiguous(text)
  return card(
    title,
    [headline(title), paragraph(`${factLabels[fact]}:`)],
    readings.map(day => press(view.format.day(day), withFact(view, fact, day))),
  )
}

/** An answer that could not be read: what does fit, and an input for it. */
export function retryCard(fact: FactKey, view: View): Card {
  const title = retryWords[fact] ?? smallTalk.notUnderstood
  return card(title, [headline(title), questionFor(fact, view).part])
}

/** Words for a time that are no day: the day is asked for. */
export function vagueDayCard(fact: FactKey, words: string, view: View): Card {
  const title = unclearWords.vague(words)
  return card(title, [headline(title), questionFor(fact, view).part])
}

/** A day that may be the one asked for or known, or another: which of these is it? */
export function whoseDayCard(fact: FactKey, words: string, days: readonly Day[], view: View): Card {
  const title = unclearWords.whose(words)
  const asks = days.length > 1 ? paragraph(`${factLabels[fact]}:`) : questionFor(fact, view).part
  return card(
    title,
    [headline(title), asks],
    days.map(day => press(view.format.day(day), withFact(view, fact, day))),
  )
}

/** A day that may take the place of the one that is known, or be another thing's; or the ends that go with a start. */
export function otherDayCard(fact: 'trialEnd' | 'trialStart', days: readonly Day[], view: View, start?: Day): Card {
  const { carried, format } = view
  const title = start
    ? unclearWords.endOf(format.day(start))
    : unclearWords.other(format.day(days[0] as Day), fact === 'trialEnd' ? 'end' : 'start')
  return card(
    title,
    [headline(title), paragraph(`${factLabels[fact]}:`)],
    [...days.map(day => press(format.day(day), withFact(view, fact, day))), press(smallTalk.noneOfThese, asking(view, carried.intent))],
  )
}

/** One sentence, and what can be asked instead. */
export function noticeCard(text: string, view: View): Card {
  return card(text, [headline(text)], topicButtons(offered, view))
}

/** A value that can't be right: what was wrong, and an input for the right one where it has one. */
export function faultCard(fact: FactKey, what: string, view: View): Card {
  if (view.handedOn || !hasInput(fact)) return card(what, [headline(what)])
  const input = fact === 'sites' ? textInput(fact, factLabels.sites, sitesPlaceholder) : inputFor(fact, {})
  return card(what, [headline(what), paragraph(questions[fact] ?? ''), input, buttons([update(view)])])
}
