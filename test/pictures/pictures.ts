import { existsSync, readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { states } from '../../bot/gallery/states.ts'
import { band, type Picture, readPng } from './png.ts'
import { openSheet } from './sheet.ts'

const root = new URL('../../', import.meta.url)

/** Where the reference pictures are, from the project's root. */
export const references = 'test/pictures/reference/'
/** Holds the major version of the browser that made the kept pictures. */
export const browserFile = `${references}browser.txt`

/** Pictures of the README, of cards in the gallery. */
const shown: Readonly<Record<string, string>> = {
  'docs/pictures/trial.png': 'trial: open if',
  'docs/pictures/sizes.png': 'sizes: 3 sites',
}

/** A picture as it is drawn now, and the file that keeps it. */
export interface Shot {
  readonly file: string
  readonly picture: Picture
}

/** A picture of every card as a phone shows it, and those of the README. */
export async function takeAll(browser: Browser): Promise<Shot[]> {
  const all = states()
  const phone = await openSheet(browser, all, 'light', 320)
  const references = (await shoot(phone)).map((picture, index) => ({ file: fileOf(all[index]?.name ?? ''), picture }))
  const few = Object.values(shown).flatMap(name => all.filter(state => state.name === name))
  // Twice as fine, and with some room around the card.
  const readme = await openSheet(browser, few, 'light', 440, 2)
  await readme.addStyleTag({ content: '.place { padding: 12px; background: var(--canvas) }' })
  const files = Object.keys(shown)
  return [...references, ...(await shoot(readme)).map((picture, index) => ({ file: files[index] ?? '', picture }))]
}

const fileOf = (name: string) => `${references}${name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}.png`

/** Several cards are taken at once, which is much faster; but browsers can't draw all of them in one picture. */
const MOST_PIXELS = 12_000

async function shoot(page: Page): Promise<Picture[]> {
  const scale = await page.evaluate<number>('devicePixelRatio')
  const places = await page.evaluate<{ top: number; height: number }[]>(
    `[...document.querySelectorAll('.place')].map(place => place.getBoundingClientRect()).map(({ top, height }) => ({ top, height }))`,
  )
  const width = page.viewportSize()?.width ?? 0
  const pictures: Picture[] = []
  for (let next = 0; next < places.length; ) {
    const top = places[next]?.top ?? 0
    const fitting = places.slice(next).findIndex(place => (place.top + place.height - top) * scale > MOST_PIXELS)
    const strip = fitting < 0 ? places.slice(next) : places.slice(next, next + Math.max(1, fitting))
    const height = strip.reduce((sum, place) => sum + place.height, 0)
    const taken = readPng(await page.screenshot({ clip: { x: 0, y: top, width, height }, fullPage: true }))
    pictures.push(...strip.map(place => band(taken, (place.top - top) * scale, place.height * scale)))
    next += strip.length
  }
  return pictures
}

/** The kept picture of a file; undefined where there is none. */
export function kept(file: string): Picture | undefined {
  const place = new URL(file, root)
  return existsSync(place) ? readPng(readFileSync(place)) : undefined
}

/** The browser's major version: each draws letters and fields a little differently. */
export const majorOf = (browser: Browser) => browser.version().split('.')[0] ?? ''

/** Its content; empty where there are no pictures yet. */
export const keptMajor = () => (existsSync(new URL(browserFile, root)) ? readFileSync(new URL(browserFile, root), 'utf8').trim() : '')
