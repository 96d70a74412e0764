import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import type { State } from '../../bot/gallery/answered.ts'
import { sheetPage, type Theme } from '../../bot/gallery/page.ts'

const measure = readFileSync(new URL('measure.js', import.meta.url), 'utf8')

/** Opens all cards in one theme on one page, each as wide as the page. */
export async function openSheet(browser: Browser, cards: readonly State[], theme: Theme, width: number, scale = 1): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height: 800 }, deviceScaleFactor: scale, locale: 'en-GB' })
  await page.setContent(sheetPage(cards, theme))
  await page.evaluate('Promise.all([...document.fonts].map(font => font.load()))')
  await page.addScriptTag({ content: measure })
  return page
}

/** Presses every button that unfolds something. */
export async function unfold(page: Page): Promise<void> {
  await page.evaluate(`for (const fold of document.querySelectorAll('.card button[aria-expanded="false"]')) fold.click()`)
}

/** What is wrong with the cards as they are drawn now: the card's name and the fault. */
export async function faultsOn(page: Page, cards: readonly State[]): Promise<string[]> {
  const faults = await page.evaluate<{ card: number; fault: string }[]>('measure()')
  return faults.map(({ card, fault }) => `${cards[card]?.name ?? 'sheet'}: ${fault}`)
}
