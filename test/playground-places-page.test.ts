import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { findBrowser, noBrowser, startBrowser } from './support/browser.ts'
import { startDeskPage } from './support/desk-page.ts'
import { type SampleBot, startSampleBot } from './support/sample-bot.ts'

const found = findBrowser()

describe.skipIf(!found)(`several people at the chat page${found ? '' : ` (${noBrowser})`}`, () => {
  let browser: Browser
  let sample: SampleBot
  let desk: Awaited<ReturnType<typeof startDeskPage>>
  let page: Page
  let faults: string[]

  beforeAll(async () => {
    browser = await startBrowser(found!)
    sample = await startSampleBot()
    desk = await startDeskPage()
  })
  afterAll(async () => {
    await browser.close()
    await sample.stop()
    await desk.stop()
  })
  beforeEach(async () => {
    faults = []
    page = await browser.newPage({ timezoneId: 'Europe/London', locale: 'en-GB', viewport: { width: 1280, height: 800 } })
    page.setDefaultTimeout(3000)
    page.on('pageerror', error => faults.push(error.message))
    page.on('console', message => message.type() === 'error' && faults.push(message.text()))
  })
  afterEach(async () => {
    await page.context().close()
    expect(faults).toEqual([])
  })

  const open = async (bot: { address: string }, place: string) => {
    await page.goto(bot.address)
    await go(place)
    await page.getByText('licence questions about').waitFor()
  }
  const go = (name: string) => page.getByRole('radio', { name }).check()
  const box = () => page.locator('#text')
  const say = async (text: string) => {
    await box().fill(text)
    await box().press('Enter')
  }
  const said = (text: string) => page.locator('.theirs').filter({ hasText: text }).last().waitFor()
  const heading = (name: string) => page.getByRole('heading', { name, exact: true })

  test('a post is a thread, and a reply stands in it under the name of who wrote it', async () => {
    await open(sample, 'Channel')
    await say('@License Desk first')
    await said('You said: first')
    await say('@License Desk second')
    await said('You said: second')
    await go('Ravi (sales)')
    await page.getByRole('button', { name: 'Reply to Ada Novak' }).first().click()
    await page.getByLabel('Reply to Ada Novak', { exact: true }).and(box()).fill('@License Desk third')
    await box().press('Enter')
    await said('You said: third')
    expect(await page.locator('.thread').count()).toBe(3)
    const names = page.locator('.thread').nth(1).locator('.name')
    expect(await names.allTextContents()).toEqual(['Ada Novak', 'License Desk', 'Ravi Menon', 'License Desk'])
    await page.getByRole('button', { name: 'New post' }).click()
    await say('@License Desk fourth')
    await said('You said: fourth')
    expect(await page.locator('.thread').count()).toBe(4)
  })

  test('typing @ offers the bot, and without its mention a message is not for it', async () => {
    await open(sample, 'Channel')
    const before = sample.received.length
    await box().pressSequentially('Lunch?')
    await page.getByText("License Desk won't see this").waitFor()
    await box().press('Enter')
    await page.locator('.thread').filter({ hasText: 'Lunch?' }).waitFor()
    await box().pressSequentially('hello @lic')
    await page.getByRole('button', { name: 'License Desk', exact: true }).waitFor()
    await box().press('Enter')
    expect(await box().inputValue()).toBe('hello @License Desk ')
    expect(await page.getByText("License Desk won't see this").isVisible()).toBe(false)
    await box().press('Enter')
    await said('You said: hello')
    expect(sample.received.slice(before).map(({ text }) => text)).toEqual(['hello <at>License Desk</at> '])
    expect(await page.locator('.mentioned').textContent()).toBe('License Desk')
  })

  test('a suggestion in a channel is for the bot, and a mention can be put in by a press', async () => {
    await open(sample, 'Channel')
    await page.getByRole('button', { name: 'Can I get a refund?' }).click()
    await said('You said: I bought on 3 March. Can I get a refund?')
    await page.getByRole('button', { name: 'Mention License Desk' }).click()
    await page.keyboard.type('hello')
    await page.keyboard.press('Enter')
    await said('You said: hello')
  })

  test('what a press is answered with is seen by the person who pressed, what the bot changes by all', async () => {
    await open(sample, 'Channel')
    await say('@License Desk answer')
    await page.getByRole('button', { name: "I'm a billing admin" }).click()
    await heading('Noted').waitFor()
    await say('@License Desk old')
    await page.getByRole('button', { name: 'Send it' }).click()
    await page.getByText('Submitted {"way":"submit"}').waitFor()
    await go('Ravi (sales)')
    await page.getByText('Submitted {"way":"submit"}').waitFor()
    await heading('Yes, until 31 March 2026').waitFor()
    expect(await heading('Noted').count()).toBe(0)
    await page.getByRole('button', { name: "Don't know" }).click()
    await page.locator('.note').getByText('Then ask your billing admin.').waitFor()
    expect(sample.received.at(-1)!.from).toMatchObject({ name: 'Ravi Menon' })
  })

  test('typing is shown in a channel while an answer is on its way, and not for what the bot is not told', async () => {
    await open(sample, 'Channel')
    let goOn = () => {}
    const held = new Promise<void>(release => {
      goOn = release
    })
    await page.route('**/playground/send', async route => {
      await held
      await route.continue()
    })
    await say('Lunch?')
    expect(await page.getByText('License Desk is typing').count()).toBe(0)
    await say('@License Desk hello')
    await page.getByRole('status').getByText('License Desk is typing').waitFor()
    goOn()
    await said('You said: hello')
    await page.getByText('License Desk is typing').waitFor({ state: 'detached' })
  })

  test('in a group chat the own messages stand on the right, those of others on the left with their names', async () => {
    await open(sample, 'Group chat')
    await say('Hello Ravi')
    await page.locator('.own').getByText('Hello Ravi').waitFor()
    await go('Ravi (sales)')
    await page.locator('.others').getByText('Hello Ravi').waitFor()
    expect(await page.locator('.others .name').textContent()).toBe('Ada Novak')
    expect(await page.locator('.own').count()).toBe(0)
  })

  test('a reload keeps the place, the person and every chat', async () => {
    await page.goto(sample.address)
    await say('mine alone')
    await said('You said: mine alone')
    await go('Ravi (sales)')
    await page.getByText('mine alone').waitFor({ state: 'detached' })
    await go('Channel')
    await say('@License Desk for all')
    await said('You said: for all')
    await page.reload()
    await said('You said: for all')
    expect(await page.getByRole('radio', { name: 'Ravi (sales)' }).isChecked()).toBe(true)
    await go('Ada (admin)')
    await said('You said: for all')
    await go('Personal chat')
    await said('You said: mine alone')
  })

  test('what Ada said in a thread is used for Ada, and Ravi is asked for his own', async () => {
    await open(desk, 'Channel')
    await page.getByLabel('Today').fill('2026-03-10')
    await say('@License Desk can I still extend my trial? It ends on 15 April')
    await said('Yes, until 31 March 2026, if')
    await go('Ravi (sales)')
    await page.getByRole('button', { name: 'Reply to Ada Novak' }).click()
    await say('@License Desk can I still extend my trial?')
    await said('When does the trial end?')
    expect(await page.locator('.theirs').last().textContent()).not.toContain('15 April')
    await go('Ada (admin)')
    await page.getByRole('button', { name: 'Reply to Ada Novak' }).click()
    await say('@License Desk I am a billing admin on MCA')
    await heading('Yes, until 31 March 2026').waitFor()
  })

  test.for(['light', 'dark'] as const)('a channel at 320 px, %s, is not wider than the screen', async colorScheme => {
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize({ width: 320, height: 640 })
    await open(sample, 'Channel')
    await say('@License Desk all')
    await heading('2 XL, 1 M').waitFor()
    await page.getByRole('button', { name: 'Reply to Ada Novak' }).click()
    await box().fill('Lunch?')
    const widest = await page.evaluate(
      'Math.max(...[...document.querySelectorAll("body *")].map(each => each.getBoundingClientRect().right))',
    )
    expect(widest).toBeLessThanOrEqual(320)
  })
})
