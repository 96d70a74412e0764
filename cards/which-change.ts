import type { Site } from '../rules/facts.ts'
import type { Card } from './card.ts'
import { press } from './controls.ts'
import { card, headline, paragraph } from './parts.ts'
import { cut } from './text.ts'
import { type View, withFact } from './view.ts'
import { sizeWords } from './words/en/size-license.ts'

/** In characters. */
const MAX_SAID = 120
const MAX_NAME = 40
/** The list is in each button: a longer one is changed in words. */
const MAX_CARRIED = 30

/** What a message may do to the list in view, where it says more than is certain. */
export interface DoubtedChange {
  /** The message. */
  readonly said: string
  /** Nothing of it is to be kept. */
  readonly supposed?: boolean
  /** Further sites, or a list that takes the place of the one in view. */
  readonly sites?: readonly Site[]
  /** The list in view with names for sites that have none. */
  readonly named?: readonly Site[]
  /** A site in view and what it may have now. */
  readonly site?: Site
  readonly devices?: readonly number[]
  /** It may be that of all sites. */
  readonly growthPercent?: number
}

/** Asks how the list in view changes; until then it stays as it is. */
export function whichChangeCard(doubted: DoubtedChange, before: readonly Site[], view: View): Card {
  const title = doubted.growthPercent === undefined ? sizeWords.whichChange : sizeWords.whichGrow(view.format.number(doubted.growthPercent))
  return card(
    title,
    [headline(title), paragraph(sizeWords.unchanged(cut(doubted.said.trim(), MAX_SAID), doubted.sites !== undefined))],
    buttonsOf(doubted, before, view),
  )
}

function buttonsOf({ sites, named, site, devices = [], growthPercent }: DoubtedChange, before: readonly Site[], view: View) {
  const { number } = view.format
  if (before.length > MAX_CARRIED) return []
  const name = (each: Site) => cut(each.name ?? sizeWords.unnamed(before.indexOf(each) + 1, each.count ?? 1), MAX_NAME)
  return [
    ...(named
      ? [
          press(
            sizeWords.isNameOf(named.filter(each => !before.includes(each)).map(({ devices: count }) => number(count))),
            withFact(view, 'sites', named),
          ),
        ]
      : []),
    ...(sites
      ? [press(sizeWords.addThem, withFact(view, 'sites', [...before, ...sites])), press(sizeWords.ownList, withFact(view, 'sites', sites))]
      : []),
    ...(site
      ? devices.map(count =>
          press(
            sizeWords.setTo(name(site), number(count)),
            withFact(
              view,
              'sites',
              before.map(each => (each === site ? { ...each, devices: count } : each)),
            ),
          ),
        )
      : []),
    ...(growthPercent === undefined ? [] : [press(sizeWords.allGrow, withFact(view, 'growthPercent', growthPercent))]),
  ]
}
