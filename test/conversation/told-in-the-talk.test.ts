import { test } from 'vitest'
import { chat } from '../support/chat.ts'
import { table } from '../support/table.ts'

test('a price that is told in a talk about the money back is the one that was paid', async () => {
  await chat()`
    > we bought the licence on 6 March, can I get my money back?
      Yes, until 13 March 2026
    > how much? it was 8,900 EUR
      Yes, until 13 March 2026. Estimate: 8,802.47 back today
      ... Price paid: 8,900
    > how much does the bigger one cost? it was 12,000 EUR
      Prices are on the plans and pricing page
  `
  await chat()`
    > refund? bought 6 March
      Yes, until 13 March 2026
    > we paid 3600 usd, what do we get back
      Yes, until 13 March 2026. Estimate: 3,560.55 back today
  `
})

test('a length told beside the start is that of the trial that is talked about', async () => {
  await chat()`
    > can we extend the trial?
      You can ask until 15 days before the trial ends
    > it started 1 February, 60 days
      Yes, until 17 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
      ... Trial ends: 1 April 2026 (22 days left)
  `
  await chat()`
    > can we extend the trial?
      You can ask until 15 days before the trial ends
    > it started 1 February, we need 60 days
      It depends. For a 30-day trial it closed on 15 February 2026; yours may be longer
  `
})

test('a day and a length in one sum may be an end or a start, and is asked for', async () => {
  await chat()`
    > can we extend the trial?
      You can ask until 15 days before the trial ends
    > 1 Feb + 60 days
      You can ask until 15 days before the trial ends
    > trial 15 April plus 30 days
      You can ask until 15 days before the trial ends
    > trial started 15 Feb plus 60 days
      Yes, until 31 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
      ... Trial ends: 15 April 2026 (36 days left)
  `
})

test('what is to be tracked of a trial is its end, and nobody is asked whether it is one', async () => {
  await chat()`
    > can I extend our trial? it started on 1 March
      Yes, until 15 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
    > remind me
      I remind you before each date that closes a door
    > 30 days
      Tracked. Your next reminder comes on 12 March 2026
      ... Trial ends: 30 March 2026 (20 days left)
  `
  await chat()`
    > can we extend it?
      You can ask until 15 days before the trial ends
    > remind me of our licence
      I remind you before each date that closes a door
      ... When does the licence end?
  `
})

test('"so what now?" goes into an answer that says what to do', async () => {
  await chat()`
    > our trial ends 20 May, can we extend it? we're on EA
      No, not in the admin center with an Enterprise Agreement. Ask sales
    > so what now?
      No, not in the admin center with an Enterprise Agreement. Ask sales
    > what should they do?
      No, not in the admin center with an Enterprise Agreement. Ask sales
    > what can you do?
      Ask me about trials, licences and dates of Defender for IoT
  `
  await chat()`
    > 3 sites 300 400 500
      3 M
    > what now?
      Buy it in the Microsoft 365 admin center
  `
})

test('a name before several numbers is that of whose sites they are', async () => {
  await chat()`
    > my customer Contoso has a trial ending 31 March. extend?
      Yes, until 16 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
      ... For Contoso
    > Fabrikam: 300 and 700 devices
      1 L, 1 M
      ... For Fabrikam
    > remind me of their trial, it ends 20 April
      Tracked. Your next reminder comes on 29 March 2026
      ... For Fabrikam
  `
})

test.for(
  table('list', 'sizes')`
    Europe: 300, 700; Asia: 400, 900         | 2 L, 2 M
    EMEA: 300 and 700, APAC: 400 and 900     | 2 L, 2 M
    Contoso: 300, 1,700 / Fabrikam: 400, 900 | 1 XL, 1 L, 2 M
    Lyon: 300; Porto: 400 and 1.2k           | 1 XL, 2 M
    PLCs: 300, HMIs: 20                      | 1 M
  `,
)('names with numbers are sites, but for kinds of devices: $list', async ({ list, sizes }) => {
  await chat()`> ${list}\n${sizes}`
})

test.for(
  table('says')`
    do I need a licence for IT devices too?
    do IT devices need a licence?
    are IT devices included?
    must IT assets be licensed as well?
    do we license IT systems separately?
  `,
)('$says Every device counts', async ({ says }) => {
  await chat()`> ${says}\nEvery IT, OT or IoT device with a network interface counts`
})
