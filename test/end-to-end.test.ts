import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { findBrowser, noBrowser, startBrowser } from './support/browser.ts'
import { root } from './support/files.ts'

const found = findBrowser()
const main = join(root, 'bot/main.ts')
const desktop = { viewport: { width: 1280, height: 900 }, colorScheme: 'light' } as const
const phone = { viewport: { width: 390, height: 844 }, colorScheme: 'dark' } as const
const table = 'Site\tDevices\nLyon\t400\nLeeds\t900\nOslo\tlots\nPorto\t6,000'

test('npm start is the bot with its chat page', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  expect(scripts.start).toMatch(/ bot\/main\.ts --playground$/)
})

describe.skipIf(!found)(`what npm start opens${found ? '' : ` (${noBrowser})`}`, () => {
  let folder: string
  let bot: ChildProcess
  let log = ''
  let address: string
  let browser: Browser
  let context: BrowserContext
  let page: Page
  /** Script errors, requests elsewhere, what the content policy stopped. */
  let faults: string[]

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'license-desk-'))
    bot = spawn(process.execPath, [main, '--playground'], { cwd: folder, env: { PORT: '0' }, stdio: ['ignore', 'pipe', 'pipe'] })
    bot.stderr?.setEncoding('utf8').on('data', text => (log += text))
    const [[line], started] = await Promise.all([once(createInterface({ input: bot.stdout! }), 'line'), startBrowser(found!)])
    address = /^License Desk is at (http:\S+)$/.exec(line)?.[1] ?? ''
    browser = started
  })
  afterAll(async () => {
    await browser.close()
    bot.kill('SIGTERM')
    const [status] = await once(bot, 'exit')
    rmSync(folder, { recursive: true })
    const said = log.split('\n').flatMap(line => (line === '' ? [] : [JSON.parse(line).msg]))
    expect([status, said.filter(text => text !== 'turn')]).toEqual([0, ['the bot started', 'the bot stopped']])
  })
  afterEach(async () => {
    await context.close()
    expect(faults).toEqual([])
  })

  /** Opens the page as a person in London would, in a browser of its own, with 10 March 2026 as today. */
  const open = async (screen: BrowserContextOptions) => {
    faults = []
    context = await browser.newContext({ timezoneId: 'Europe/London', locale: 'en-GB', ...screen })
    context.setDefaultTimeout(3000)
    context.on('weberror', error => faults.push(error.error().message))
    context.on('console', message => message.type() === 'error' && faults.push(message.text()))
    context.on('request', request => request.url().startsWith(address) || faults.push(request.url()))
    page = await context.newPage()
    await page.goto(address)
    await answered('licence questions about')
  }
  const setToday = (day: string) => page.getByLabel('Today').fill(day)
  const say = async (text: string) => {
    await page.getByLabel('Message to License Desk').fill(text)
    await page.getByLabel('Message to License Desk').press('Enter')
  }
  const answers = () => page.locator('.theirs')
  const answered = (text: string) => answers().filter({ hasText: text }).last().waitFor()
  const headline = (name: string | RegExp) => answers().last().getByRole('heading', { name, exact: true }).waitFor()
  const press = (name: string) => answers().last().getByRole('button', { name, exact: true }).click()
  const choose = async (question: string, choice: string) => {
    await answers().last().getByLabel(question).selectOption(choice)
    await press('Update')
  }
  /** Does something to the last answer, which has to become the answer with this headline in its place. */
  const inPlace = async (deed: () => Promise<void>, name: string | RegExp) => {
    const before = await answers().evaluateAll(all => all.map(each => each.getAttribute('data-id')))
    await deed()
    await headline(name)
    expect(await answers().evaluateAll(all => all.map(each => each.getAttribute('data-id')))).toEqual(before)
  }
  const picture = (name: string) => page.screenshot({ path: join(root, `test-output/end-to-end/${name}.png`) })

  test('greets, and answers a greeting with what can be asked', async () => {
    await open(desktop)
    await picture('1-welcome')
    await say('hello')
    await page.locator('.own').getByText('hello').waitFor()
    await expect.poll(() => answers().count()).toBe(2)
    await picture('2-greeting')
  })

  test('asks the one question that is missing, changes the card where a choice is made, and takes a correction', async () => {
    await open(desktop)
    await setToday('2026-03-10')
    await say('can I still extend my trial?')
    await answered('When does the trial end?')
    await picture('3-question')
    await say('15 April')
    await headline(/^Yes, until 31 March 2026, if/)
    await picture('4-answer')
    await inPlace(() => choose('Which role do you have?', 'Billing admin'), /^Yes, until 31 March 2026, if your billing account/)
    await inPlace(() => choose('Which billing account do you have?', 'Customer Agreement (MCA)'), 'Yes, until 31 March 2026')
    await picture('5-choice')
    await say('sorry, the 20th')
    await headline('Yes, until 5 April 2026')
    await picture('6-correction')
  })

  test('sizes a pasted table, tells the line that can not be read, and adds growth in place', async () => {
    await open(desktop)
    await setToday('2026-03-10')
    await say(table)
    await headline('2 XL, 1 L, 1 M')
    await answered('Line 4: "Oslo lots"')
    await picture('7-sizes')
    await inPlace(() => press('With 20 % growth'), '3 XL, 1 M')
    await picture('8-growth')
  })

  test('puts an answer and a form of many sites into a message for others, in three steps each', async () => {
    await open(desktop)
    await page.getByLabel('Ravi (sales)').check()
    await page.getByLabel('Group chat').check()
    await answered('licence questions about')
    const extend = () => page.getByRole('button', { name: 'Answers of License Desk for this message' }).click()
    const sent = () => page.locator('.own').last().getByRole('heading')
    await extend()
    await page.getByRole('searchbox').fill('400 900 6k')
    await picture('10-search')
    await page.getByRole('button', { name: '2 XL, 1 L, 1 M' }).click()
    await page.getByRole('button', { name: 'Send' }).click()
    await sent().getByText('2 XL, 1 L, 1 M').waitFor()

    await extend()
    await page.getByRole('button', { name: 'Size sites' }).click()
    const form = page.getByRole('dialog')
    await form.getByLabel('Growth').fill('lots')
    await form.getByLabel('Sites and their devices').fill('Lyon 400\nLeeds 900\nPorto 6k')
    await form.getByRole('button', { name: 'Size', exact: true }).click()
    await form.getByText('Write a number from 0 to 1,000').waitFor()
    await picture('11-form')
    await form.getByLabel('Growth').fill('20')
    await form.getByRole('button', { name: 'Size', exact: true }).click()
    await form.getByRole('heading', { name: '3 XL, 1 M' }).waitFor()
    await picture('12-preview')
    await form.getByRole('button', { name: 'Insert' }).click()
    await page.getByRole('button', { name: 'Send' }).click()
    await sent().getByText('3 XL, 1 M').waitFor()
    await picture('13-shared')
    // The bot was not mentioned, so it heard nothing of either message.
    expect(await answers().count()).toBe(1)
  })

  test('closes the window when today moves past it', async () => {
    await open(desktop)
    await setToday('2026-03-10')
    await say('can I still extend my trial? It ends on 15 April')
    await headline(/^Yes, until 31 March 2026, if/)
    await setToday('2026-04-01')
    // Three weeks later nothing of the talk is remembered.
    await say('can I still extend my trial? It ends on 15 April')
    await headline(/^No, that closed on 31 March 2026/)
    await picture('9-closed')
  })

  test('does the same on a phone in the dark', async () => {
    await open(phone)
    await page.getByRole('button', { name: 'Settings' }).click()
    await setToday('2026-03-10')
    await page.getByLabel('Phone').check()
    await page.getByRole('button', { name: 'Close' }).click()
    await say('can I still extend my trial? It ends on 15 April')
    await headline(/^Yes, until 31 March 2026, if/)
    await inPlace(() => choose('Which role do you have?', 'Billing admin'), /^Yes, until 31 March 2026, if your billing account/)
    await picture('phone-1-choice')
    await say(table)
    await headline('2 XL, 1 L, 1 M')
    await picture('phone-2-sizes')
    await inPlace(() => press('With 20 % growth'), '3 XL, 1 M')
    await picture('phone-3-growth')
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0)
  })
})
