import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { findBrowser, noBrowser, startBrowser } from './support/browser.ts'
import { type SampleBot, startSampleBot } from './support/sample-bot.ts'

const found = findBrowser()

describe.skipIf(!found)(`the chat page in a browser${found ? '' : ` (${noBrowser})`}`, () => {
  let browser: Browser
  let bot: SampleBot
  let page: Page
  /** What a person would never see: script errors, requests elsewhere, and what the content policy stopped. */
  let faults: string[]

  beforeAll(async () => {
    browser = await startBrowser(found!)
    bot = await startSampleBot()
  })
  afterAll(async () => {
    await browser.close()
    await bot.stop()
  })
  beforeEach(async () => {
    faults = []
    page = await browser.newPage({ timezoneId: 'Europe/London', locale: 'en-GB', viewport: { width: 1280, height: 800 } })
    page.setDefaultTimeout(3000)
    page.on('pageerror', error => faults.push(error.message))
    page.on('console', message => message.type() === 'error' && faults.push(message.text()))
    page.on('request', request => request.url().startsWith(bot.address) || faults.push(request.url()))
    await page.goto(bot.address)
    await page.getByText('Hi. I answer licence questions').waitFor()
  })
  afterEach(async () => {
    await page.context().close()
    expect(faults).toEqual([])
  })

  const box = () => page.getByLabel('Message to License Desk')
  const say = async (text: string) => {
    await box().fill(text)
    await box().press('Enter')
  }
  const said = (text: string) => page.locator('.theirs').filter({ hasText: text }).last().waitFor()
  const heading = (name: string) => page.getByRole('heading', { name, exact: true })
  const pressButton = (name: string) => page.getByRole('button', { name, exact: true }).last().click()

  test('what is said stands on the right as it was typed, and the answer on the left', async () => {
    await box().pressSequentially('site <b>A</b> & co')
    await box().press('Shift+Enter')
    await box().pressSequentially('*400*')
    await box().press('Enter')
    await said('You said')
    expect(await page.locator('.own .bubble').textContent()).toBe('site <b>A</b> & co\n*400*')
    expect(await box().inputValue()).toBe('')
    expect(await page.getByRole('group', { name: 'Suggestions' }).isVisible()).toBe(false)
    const places = await page.locator('.bubble').evaluateAll(all => all.slice(-2).map(each => each.getBoundingClientRect().x))
    expect(places[0]).toBeGreaterThan(places[1]!)
  })

  test('a suggestion is a first message', async () => {
    await page.getByRole('button', { name: 'Can I get a refund?' }).click()
    await said('You said: I bought on 3 March. Can I get a refund?')
  })

  test('a press sends what was filled in and changes the card where it stands', async () => {
    await say('question')
    await pressButton('Check')
    await page.getByText('Pick the day the trial ends.').waitFor()
    await page.getByLabel('End of the trial').fill('2026-04-15')
    await page.getByRole('button', { name: 'Check' }).focus()
    await page.keyboard.press('Enter')
    await heading('Noted').waitFor()
    expect(await page.locator('.card').textContent()).toContain('2026-04-15')
    expect(await heading('When does the trial end?').count()).toBe(0)
    expect(await page.locator('.card:focus').count()).toBe(1)
  })

  test('a long chat scrolls in its own place, and never the whole page', async () => {
    for (const number of [1, 2, 3, 4, 5, 6]) {
      await say(`${number}\n\n\n\n\n\n`)
      await said(`You said: ${number}`)
    }
    const beyond = (name: string) => page.evaluate(`(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight)(${name})`)
    expect(await beyond('document.querySelector(".messages")')).toBeGreaterThan(0)
    expect(await beyond('document.documentElement')).toBe(0)
  })

  test('a press that is answered with words says them under the card', async () => {
    await say('answer')
    await pressButton("Don't know")
    await page.locator('.note').getByText('Then ask your billing admin.').waitFor()
    await pressButton('Why')
    await page.getByText('Closed from 15 days before the end').waitFor()
    expect(await page.getByRole('link', { name: 'Billing' }).getAttribute('href')).toBe('https://learn.microsoft.com/')
  })

  test('a card of an old client sends a message, and the bot changes the card itself', async () => {
    await say('old')
    await pressButton('Send it')
    await page.locator('.card').getByText('Submitted {"way":"submit"}').waitFor()
  })

  test('the settings go with the next message, and the real date comes back', async () => {
    await page.getByLabel('Today').fill('2026-03-10')
    await page.getByLabel('Language and region').selectOption('de-DE')
    await page.getByLabel('Time zone').selectOption('Asia/Tokyo')
    await page.getByLabel('Phone').check()
    await say('hello')
    await said('You said: hello')
    const { locale, localTimestamp, localTimezone, entities } = bot.received.at(-1)!
    expect({ locale, localTimezone, entities }).toMatchObject({
      locale: 'de-DE',
      localTimezone: 'Asia/Tokyo',
      entities: [{ platform: 'iOS' }],
    })
    expect(localTimestamp).toMatch(/^2026-03-10T.*\+09:00$/)
    await heading('Dienstag, 10. März 2026').waitFor()
    await page.getByRole('button', { name: 'Back to the real date' }).click()
    await say('hello again')
    await said('You said: hello again')
    expect(bot.received.at(-1)!.localTimestamp).not.toContain('2026-03-10')
  })

  test('a reload keeps the chat, and a new chat starts with the welcome alone', async () => {
    await say('hello')
    await said('You said: hello')
    await page.reload()
    await said('You said: hello')
    expect(await page.locator('.message').count()).toBe(3)
    await page.getByRole('button', { name: 'New chat' }).click()
    await page.locator('.own').waitFor({ state: 'detached' })
    await said('licence questions')
    expect(await page.locator('.message').count()).toBe(1)
  })

  test('typing is shown while an answer is on its way', async () => {
    let goOn = () => {}
    const held = new Promise<void>(release => {
      goOn = release
    })
    await page.route('**/playground/send', async route => {
      await held
      await route.continue()
    })
    await say('hello')
    await page.getByRole('status').getByText('License Desk is typing').waitFor()
    goOn()
    await said('You said: hello')
    await page.getByText('License Desk is typing').waitFor({ state: 'detached' })
  })

  test('the JSON of a message, and of what a chat hides, can be opened', async () => {
    await say('answer')
    await pressButton("I'm a billing admin")
    await heading('Noted').waitFor()
    expect(await page.getByText('Pressed I').isVisible()).toBe(false)
    await page.getByLabel('Show what a chat hides').check()
    await page.getByText("Pressed I'm a billing admin").click()
    await page.getByText('"name": "adaptiveCard/action"').waitFor()
  })

  test.for(['light', 'dark'] as const)('at 320 px, %s, nothing is wider than the screen', async colorScheme => {
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize({ width: 320, height: 640 })
    await say('all')
    await heading('2 XL, 1 M').waitFor()
    const widest = await page.evaluate(
      'Math.max(...[...document.querySelectorAll("body *")].map(each => each.getBoundingClientRect().right))',
    )
    expect(widest).toBeLessThanOrEqual(320)
    await page.getByRole('button', { name: 'Settings' }).click()
    await page.getByLabel('Time zone').waitFor()
    await page.keyboard.press('Escape')
    await page.getByLabel('Time zone').waitFor({ state: 'hidden' })
    expect(await page.locator('#open-settings:focus').count()).toBe(1)
  })
})
