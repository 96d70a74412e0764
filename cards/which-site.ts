import type { Site } from '../rules/facts.ts'
import type { Card } from './card.ts'
import { press } from './controls.ts'
import { card, headline, paragraph } from './parts.ts'
import { cut } from './text.ts'
import { type View, withFact } from './view.ts'
import { sizeWords } from './words/en/size-license.ts'

/** So many sites get buttons of their own: with that of a further site no more than a card may have. */
const MAX_BUTTONS = 5
/** So many names are told; the person has the others. */
const MAX_NAMES = 15
/** In characters. */
const MAX_NAME = 40

/** Devices of a site that a message doesn't name: so many, or so many more than it has. */
export interface Unplaced {
  readonly devices: number
  readonly more?: boolean
}

/** The site that has them, once it is known. */
export const withUnplaced = (site: Site, { devices, more }: Unplaced): Site => ({
  ...site,
  devices: more ? site.devices + devices : devices,
})

/** Which site of a list has so many devices, or so many more, where a message did not say. */
export function whichSiteCard(unplaced: Unplaced, sites: readonly Site[], view: View): Card {
  const { devices, more = false } = unplaced
  const title = sizeWords.which(view.format.number(devices), more)
  const names = sites.map(({ name, count = 1 }, index) =>
    cut(name === undefined ? sizeWords.unnamed(index + 1, count) : sizeWords.named(name, count), MAX_NAME),
  )
  const corrected = (index: number) => sites.map((site, at) => (at === index ? withUnplaced(site, unplaced) : site))
  const few = sites.length <= MAX_BUTTONS
  return card(
    title,
    [headline(title), paragraph(sizeWords.inList(names.slice(0, MAX_NAMES), Math.max(0, names.length - MAX_NAMES)))],
    few
      ? [
          ...names.map((name, index) => press(name, withFact(view, 'sites', corrected(index)))),
          press(sizeWords.further, withFact(view, 'sites', [...sites, { devices }])),
        ]
      : [],
  )
}
