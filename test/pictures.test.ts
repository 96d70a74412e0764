import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { galleryPage, themes } from '../bot/gallery/page.ts'
import { states } from '../bot/gallery/states.ts'
import { difference } from './pictures/compare.ts'
import { kept, keptMajor, majorOf, references, takeAll } from './pictures/pictures.ts'
import { writePng } from './pictures/png.ts'
import { faultsOn, openSheet, unfold } from './pictures/sheet.ts'
import { findBrowser, noBrowser, startBrowser } from './support/browser.ts'

const found = findBrowser()
const cards = states()
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const widths = { desktop: 500, phone: 320 }
// Zoomed to 200 %, a page is laid out in half its width. That is the same in every theme.
const zoomed = { 'phone at 200 %': widths.phone / 2 }

describe.skipIf(!found)(`every card as it is drawn${found ? '' : ` (${noBrowser})`}`, () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await startBrowser(found!)
  })
  afterAll(() => browser.close())

  test.for(themes)('in %s, folded and unfolded, shows all of itself, apart and readable, at every width', async theme => {
    const page = await openSheet(browser, cards, theme, widths.desktop)
    const faults: string[] = []
    const look = async (fold: string) => {
      for (const [name, width] of Object.entries(theme === 'light' ? { ...widths, ...zoomed } : widths)) {
        await page.setViewportSize({ width, height: 800 })
        faults.push(...(await faultsOn(page, cards)).map(fault => `${name}, ${fold}: ${fault}`))
      }
    }
    await look('folded')
    await unfold(page)
    await look('unfolded')
    await page.close()
    expect(faults).toEqual([])
  })

  test('would be found at fault where it is', async () => {
    const card = cards.find(({ name }) => name === 'sizes: 3 sites')!
    const page = await openSheet(browser, [card], 'light', widths.phone)
    const spoiled = async (css = '.card {}') => {
      await page.addStyleTag({ content: css })
      const faults = await faultsOn(page, [card])
      await page.evaluate('document.head.lastElementChild.remove()')
      return faults.join('\n')
    }
    expect(await spoiled()).toBe('')
    expect(await spoiled('.card p { max-width: 60px; overflow: hidden; white-space: nowrap }')).toContain('is cut off by')
    expect(await spoiled('.card p { min-width: 400px }')).toContain('px too narrow for its content')
    expect(await spoiled('.card { width: 400px }')).toContain('the page scrolls sideways')
    expect(await spoiled('.card button { margin: -10px }')).toContain('lies on')
    expect(await spoiled('.card p { max-width: 40px }')).toContain('is broken in two')
    expect(await spoiled('.card p { color: #808080 !important }')).toContain('has a contrast of 3.95')
    const button = `[...document.querySelectorAll('.card button')].find(button => button.checkVisibility())`
    await page.evaluate(`${button}.replaceWith(document.createElement('button'))`)
    expect(await spoiled()).toContain('has no name')
    await page.evaluate(`${button}.tabIndex = -1`)
    expect(await spoiled()).toContain("can't be reached by keyboard")
    await page.close()
  })

  test('is reached by the Tab key alone, control by control, each with a ring around it', async () => {
    const page = await openSheet(browser, cards, 'light', widths.phone)
    await unfold(page)
    const controls = await page.evaluate<number>(watchFocus)
    // A date takes several presses. All are sent at once, and arrive in order.
    await Promise.all(Array.from({ length: 2 * controls }, () => page.keyboard.press('Tab')))
    const { missed, plain } = await page.evaluate<{ missed: string[]; plain: string[] }>('focused()')
    await page.close()
    expect(missed).toEqual([])
    expect(plain).toEqual([])
  })

  test('has no serious fault in the eyes of axe', async () => {
    const sheet = await openSheet(browser, cards, 'light', widths.phone)
    await unfold(sheet)
    // The contrast of every text is measured above, and takes axe the longest.
    expect(await seriousFaults(sheet, { 'color-contrast': { enabled: false } })).toEqual([])
    const gallery = await browser.newPage({ viewport: { width: 1500, height: 900 } })
    await gallery.setContent(galleryPage(cards.filter((_, index) => index % 40 === 0)))
    expect(await seriousFaults(gallery)).toEqual([])
    await Promise.all([sheet.close(), gallery.close()])
  })

  test('looks as in its reference picture', async ({ skip }) => {
    if (majorOf(browser) !== keptMajor()) skip(`the pictures are of Chromium ${keptMajor()}, and this is ${majorOf(browser)}`)
    const shots = await takeAll(browser)
    const unlike = shots.flatMap(({ file, picture }) => {
      const different = difference(picture, kept(file))
      if (!different) return []
      mkdirSync('test-output/pictures', { recursive: true })
      writeFileSync(`test-output/pictures/${basename(file)}`, writePng(picture))
      writeFileSync(`test-output/pictures/${basename(file, '.png')}-difference.png`, writePng(different.marked))
      return [`${file} ${different.said}`]
    })
    expect(unlike, 'look at test-output/pictures; test/pictures/README.md says how to renew them').toEqual([])
    const files = shots.map(({ file }) => file)
    expect(readdirSync(references).filter(name => name.endsWith('.png') && !files.includes(references + name))).toEqual([])
  })
})

/** Keeps, of every control in view, whether it was focused and with what outline; returns how many there are. */
const watchFocus = `
  const controls = [...document.querySelectorAll('button, a, input, select, textarea')].filter(control => control.checkVisibility())
  const outlines = new Map()
  addEventListener('focusin', ({ target }) => outlines.set(target, getComputedStyle(target).outlineWidth))
  const told = control => (control.closest('.place').dataset.card + ' ' + control.outerHTML).slice(0, 120)
  window.focused = () => ({
    missed: controls.filter(control => !outlines.has(control)).map(told),
    plain: controls.filter(control => outlines.has(control) && outlines.get(control) !== '2px').map(told),
  })
  controls.length`

async function seriousFaults(page: Page, rules = {}): Promise<string[]> {
  await page.addScriptTag({ content: axe })
  const { violations } = await page.evaluate<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }>(
    `axe.run(document, ${JSON.stringify({ resultTypes: ['violations'], rules })})`,
  )
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.length} times, such as ${nodes[0]?.html.slice(0, 200)}`)
}
