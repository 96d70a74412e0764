import { test } from 'vitest'
import { chat } from '../support/chat.ts'

const play = (script: string) => chat()(Object.assign([script], { raw: [script] }))

test.for(['trial', "it's a trial", 'we only had a trial'])('"%s" tells which end is asked for', said =>
  play(`
    > when does data get deleted
      The data is kept for 90 days. Count them from the licence's end
    > ${said}
      At the end of the trial, buy a licence that fits your network
      ... When does the trial end?
    > it ended 1 feb
      The data may be gone since 4 March 2026. Act today
      ... Trial ended: 1 February 2026
  `),
)

test("the end of a trial answers where a licence's was asked for", async () => {
  await chat()`
    > when does data get deleted
      The data is kept for 90 days. Count them from the licence's end
    > it's a trial, ended 1 feb
      The data may be gone since 4 March 2026. Act today
      ... Trial ended: 1 February 2026
  `
})

test('a trial told of before is not the licence that is asked about', async () => {
  await chat()`
    > trial ends 15 april, extend?
      Yes, until 31 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
    > what happens when our paid licence expires
      After the end you have 30 days to renew. Then the service stops
    > we're MCA
      After the end you have 30 days to renew. Then the service stops
      ... When does the licence end?
  `
})

test("what is said of one's own after a supposition is said, and can be tracked", async () => {
  await chat()`
    > what if the trial ended on 20 april
      Your trial covers you until 20 April 2026
      ... nothing of it is kept
    > and ours ends 1 april
      Your trial covers you until 1 April 2026
    > remind me
      Tracked. Your next reminder comes on 14 March 2026
      ... Trial ends: 1 April 2026
  `
})

const depends = "Yes, until 31 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA"

test.for([
  ['how do i do that', depends],
  ['in which portal?', depends],
  ['where exactly?', depends],
  ['when exactly do i have to ask?', depends],
  ['why', depends],
  ['what happens if we do nothing?', 'Your trial covers you until 15 April 2026'],
  ["and if we don't?", 'Your trial covers you until 15 April 2026'],
  ['350 devices', '1 M'],
])('after an extension, "%s" is about it', ([said, headline]) =>
  play(`
    > trial ends 15 april, extend?
      ${depends}
    > ${said}
      ${headline}
  `),
)

test.for([
  ['how do i cancel', 'To cancel, do both: the admin center, then Plans and pricing'],
  ['how do i do that', 'To cancel, do both: the admin center, then Plans and pricing'],
  ['how is that computed', 'Yes, until 12 March 2026. Estimate: 3,550.68 back today'],
  ['so how much do i get now', 'Yes, until 12 March 2026. Estimate: 3,550.68 back today'],
  ['350 devices', '1 M'],
])('after a refund, "%s" is about it', ([said, headline]) =>
  play(`
    > refund? bought 5 march for 3600 EUR
      Yes, until 12 March 2026. Estimate: 3,550.68 back today
    > ${said}
      ${headline}
  `),
)

test('after the end of a licence, how long one has and what comes of doing nothing are about it', async () => {
  await chat()`
    > licence ended 20 feb, what happens?
      Renew by 22 March 2026: you are in the grace period
    > how long do we have?
      Renew by 22 March 2026: you are in the grace period
    > what if we do nothing
      From 21 May 2026 on the data may be deleted. Act before
  `
})

test('whoever asks where a date is found is told', async () => {
  await chat()`
    > refund?
      A licence can be given back within 7 days of its start
      ... When did the licence start?
    > how do i find out
      A licence can be given back within 7 days of its start
      ... The admin center shows it under Your products, and so does the invoice.
    > don't know
      A licence can be given back within 7 days of its start
    > 5 march
      Yes, until 12 March 2026
  `
})

test.for(['which licence?', 'what licence do we need?', 'which one do i need?', 'which size?'])('"%s" asks for the devices', said =>
  play(`
    > ${said}
      One licence per site, sized by its devices
    > dunno, about 400
      1 M
  `),
)

test('so many devices are sized, so many of anything are asked about', async () => {
  await chat()`
    > 350 devices
      1 M
  `
  await chat()`
    > 350
      Did you mean ...?
  `
})

test("a customer without a name has days of their own, and one's own stay", async () => {
  await chat()`
    > can I extend my trial? It ends 15 April.
      Yes, until 31 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
    > what about my customer's, ending 1 April?
      Yes, until 17 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
      ... For Customer
    > and ours?
      Yes, until 31 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
  `
})

test('of two days that were said, the one that is named then is taken', async () => {
  await chat()`
    > can I extend my trial?
      You can ask until 15 days before the trial ends
    > the 20th or 21st of april
      Which day is "20th or 21st of april"?
      [20 April 2026] [21 April 2026]
    > the 21st
      Yes, until 6 April 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
      ... Trial ends: 21 April 2026
  `
})

test('a day that the month spoken of does not have is asked back', async () => {
  await chat()`
    > trial ends 15 April, extend?
      Yes, until 31 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
    > sorry, the 31st
      There is no day "31 April 2026" in the calendar
    > the 31st of May
      Yes, until 16 May 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
  `
})

test('whose trial is asked about is spoken of, and what is tracked has that name', async () => {
  await chat()`
    > can we extend the trial for Lyon?
      You can ask until 15 days before the trial ends
      ... For Lyon
    > 15 april
      Yes, until 31 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
    > [Remind me]
      Tracked. Your next reminder comes on 24 March 2026
      ... For Lyon
  `
  await chat()`
    > our trial of Defender for IoT ends 15 april, remind me
      Tracked. Your next reminder comes on 24 March 2026
      ... Trial ends: 15 April 2026
  `
})
