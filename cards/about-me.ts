import type { Day } from '../rules/day.ts'
import { type FactKey, type Facts, factKeys, type Site } from '../rules/facts.ts'
import type { Reminding } from './actions.ts'
import type { Card } from './card.ts'
import { usedFacts } from './fact-rows.ts'
import { firstLines } from './fitting.ts'
import type { Intent } from './intents.ts'
import { type ItemAhead, nameOf } from './item.ts'
import { card, factRows, headline, nothing, paragraph, subheading } from './parts.ts'
import { cut } from './text.ts'
import { itemRows, standingOf } from './tracked-lists.ts'
import type { UnreadableLine } from './unused.ts'
import type { View } from './view.ts'
import { aboutMeWords as words } from './words/en/about-me.ts'
import { choices, factLabels } from './words/en/facts.ts'
import { topicTitles } from './words/en/small-talk.ts'

/** What is stored of a conversation, whether it is still used or not. */
export interface KeptTalk {
  readonly topic?: Intent | undefined
  readonly facts: Facts
  readonly supposed?: Facts | undefined
  /** The site that is spoken of, and what is known of the others. */
  readonly site?: string | undefined
  readonly otherSites?: Readonly<Record<string, Facts>> | undefined
  readonly reminding?: Reminding | undefined
  /** An end of which it was asked what it is the end of. */
  readonly end?: Day | undefined
  /** The licence's start as it was told before the present one. */
  readonly formerStart?: Day | undefined
  /** The sites as they were before the last change. */
  readonly formerSites?: Facts['sites']
  /** A date that was asked back, as it was written. */
  readonly askedBack?: string | undefined
  readonly unreadable?: readonly UnreadableLine[] | undefined
  readonly declined: readonly FactKey[]
  readonly calledWrong?: number | undefined
  /** Too long ago to be used. */
  readonly faded: boolean
}

/** Room for each long list, in bytes: a card has it as parts and as text. */
const MAX_LISTED = 4000
/** Of one line that could not be read, in characters. */
const MAX_LINE = 200

/**
 * Everything that is kept about a person: the conversation, and what is tracked.
 * @param lists how many long lists and forms are stored beside the conversation
 */
export function aboutMeCard(kept: KeptTalk | undefined, lists: number, tracked: readonly ItemAhead[], view: View): Card {
  const rows = kept ? rowsOf(kept, view) : []
  const items = tracked.map(each => [nameOf(each.tracked), standingOf(each, view)] as const)
  const title = rows.length + items.length + lists > 0 ? words.title : words.nothing
  return card(title, [
    headline(title),
    factRows(rows),
    rows.length > 0 ? paragraph(kept?.faded ? words.faded : words.fades) : nothing,
    lists > 0 ? paragraph(words.lists(lists)) : nothing,
    ...(items.length > 0 ? [subheading(words.tracked), itemRows(items, items.length, view), paragraph(words.reminders)] : []),
  ])
}

type Row = readonly [label: string, value: string]

function rowsOf(kept: KeptTalk, view: View): readonly Row[] {
  const {
    topic,
    facts,
    supposed = {},
    site = '',
    otherSites = {},
    reminding = {},
    end,
    formerStart,
    formerSites,
    askedBack = '',
    unreadable = [],
  } = kept
  const { format } = view
  const kind = choices.kind?.find(([value]) => value === reminding.kind)?.[1] ?? ''
  const days = [reminding.end, ...(reminding.on ?? [])].flatMap(day => (day ? [format.day(day)] : []))
  const others = Object.entries(otherSites).map(
    ([name, known]) =>
      [
        name,
        factsOf(known, view)
          .map(row => row.join(' '))
          .join(', '),
      ] as const,
  )
  const rows: readonly Row[] = [
    [words.topic, topic ? topicTitles[topic] : ''],
    [words.site, site],
    ...factsOf(facts, view),
    ...factsOf(supposed, view).map(([label, value]) => [words.supposed(label), value] as const),
    ...others,
    [words.reminding, [kind, reminding.name ?? '', ...days].filter(Boolean).join(', ')],
    [words.end, end ? format.day(end) : ''],
    [words.formerStart, formerStart ? format.day(formerStart) : ''],
    ...(formerSites ? [[words.formerSites, factsOf({ sites: formerSites }, view)[0]?.[1] ?? ''] as const] : []),
    [words.askedBack, askedBack],
    [words.unreadable, listed(unreadable.map(({ text }) => cut(text, MAX_LINE)))],
    [words.declined, kept.declined.map(key => factLabels[key]).join(', ')],
    [words.calledWrong, kept.calledWrong ? format.number(kept.calledWrong) : ''],
  ]
  return rows.filter(([, value]) => value !== '')
}

/** Facts as label and value; sites with their names. */
function factsOf(facts: Facts, view: View): readonly Row[] {
  const rows = usedFacts(
    factKeys.filter(key => key !== 'sites'),
    facts,
    view,
  )
  const siteOf = ({ name, devices, count = 1 }: Site) => words.siteOf(name ?? '', view.format.number(devices), count)
  return facts.sites ? [[factLabels.sites, listed(facts.sites.map(siteOf))], ...rows] : rows
}

function listed(lines: readonly string[]): string {
  const { shown, missing } = firstLines(lines, MAX_LISTED)
  return [...shown, ...(missing > 0 ? [words.more(missing)] : [])].join('; ')
}
