import { expect, test } from 'vitest'
import { activityOf, pressOf } from './support/activities.ts'
import { post, type RunningBot, startBot } from './support/bot.ts'
import { testClock } from './support/clock.ts'
import { claimsFor, credentialsOf, makeKeys, signedBy, startTeamsCloud } from './support/teams-cloud.ts'

// Whatever is slow here is so for everybody: each of these took from half a second to many minutes.

async function withBot(use: (bot: RunningBot) => Promise<void>): Promise<void> {
  const bot = await startBot()
  await use(bot).finally(() => bot.stop())
}

const talks = [[], ['can I still extend my trial? it ends on 15 April'], ['remind me before our trial in Lyon ends on 15 April']]

test.for([
  ['words that can be taken in two ways', `${'all '.repeat(28)}back`],
  ['somebody who just did something, again and again', `${'i just '.repeat(15)}renewed x`],
  ['accounts with nothing but commas between them', `what is EA${', '.repeat(50)}x`],
  ['accounts with nothing but a word between them', `difference between EA${' or'.repeat(30)} x`],
  ['hyphens in names and between them', `4 4 4 4 4 4 ${'A-'.repeat(40)}!`],
  ['a site that comes after many blanks', `for A${' '.repeat(470)}x`],
  ['a site with many blanks behind its name', `my site in a.’s${' '.repeat(480)}x`],
] as const)('a short message of %s is answered at once', async ([, text]) => {
  await withBot(async bot => {
    for (const talk of talks) {
      for (const said of talk) await bot.say(said)
      for (let said = 0; said < 20; said++) expect((await bot.say(text)).status).toBe(200)
    }
  })
})

test.for([
  ['names', `Aa’${' '.repeat(112)}!x`],
  ['a trial', `trial in A${' '.repeat(105)}x.x`],
  ['a trial that is named', `pocs at  a’${' '.repeat(106)}!x`],
] as const)('many blanks after %s are looked at once', async ([, part]) => {
  await withBot(async bot => {
    for (let said = 0; said < 20; said++) {
      await bot.say(`remind me of Lyon 15 April, ${`${part}, `.repeat(12)}`)
      await bot.say(`Lyon ends 15 April, Bonn 16 May, ${`${part}, `.repeat(3)}`)
    }
    expect(bot.connector.posted).toHaveLength(40)
  })
})

/** As many of these as find room in a body. */
const full = (each: unknown) => Array(Math.floor(250_000 / (JSON.stringify(each).length + 1))).fill(each)

test.for(['entities', 'attachments', 'membersAdded', 'membersRemoved'])(
  'of %s that are none, the first is enough',
  { timeout: 20_000 },
  async part => {
    await withBot(async bot => {
      const bodies = [0, '', []].map(each => activityOf(bot.connector.serviceUrl, { [part]: full(each) }))
      for (let sent = 0; sent < 20; sent++) for (const body of bodies) expect((await bot.send(body)).status).toBe(400)
    })
  },
)

test('a list of a button that is longer than any is not looked through', { timeout: 20_000 }, async () => {
  await withBot(async bot => {
    const presses = [
      { deed: { verb: 'stop', items: full(0) } },
      { unused: { unreadable: full(0), leftOut: 0 } },
      { reminding: { days: full(-1) } },
      { reminding: { on: full(1) } },
      { declined: full(1) },
    ].map(more => ({ press: { v: 1, intent: 'set-reminder', facts: {}, ...more } }))
    for (let sent = 0; sent < 10; sent++)
      for (const press of presses) expect((await bot.send(pressOf(bot.connector.serviceUrl, press))).status).toBe(200)
  })
})

test('a search with more parameters than any has is one without', { timeout: 20_000 }, async () => {
  await withBot(async bot => {
    const search = { type: 'invoke', name: 'composeExtension/query', value: { parameters: full({}) } }
    for (let sent = 0; sent < 30; sent++)
      expect(await bot.send(activityOf(bot.connector.serviceUrl, search))).toMatchObject({ body: { composeExtension: { type: 'result' } } })
  })
})

test('what a stranger sends is not looked at', async () => {
  const keys = makeKeys('teams', ['msteams'])
  const cloud = await startTeamsCloud([keys])
  const clock = testClock()
  const bot = await startBot(undefined, clock, undefined, credentialsOf({ ...cloud.environment, MICROSOFT_APP_PASSWORD: 'secret' }))
  const { serviceUrl } = bot.connector
  const body = JSON.stringify({ type: 'message', membersAdded: [0] })
  const token = signedBy(keys, { payload: claimsFor(serviceUrl, clock.now()) })
  const statusOf = async (headers: Readonly<Record<string, string>>) => (await post(bot.address, body, headers)).status
  expect([await statusOf({}), await statusOf({ Authorization: 'Bearer x.y.z' })]).toEqual([401, 401])
  expect(await statusOf({ Authorization: `Bearer ${token}` })).toBe(400)
  await bot.stop()
  await cloud.stop()
})
