import { test } from 'vitest'
import { chat } from '../support/chat.ts'

test.for([
  'Subscription ends 30 July',
  'Correction: end date 30 July',
  'Oops, ends 30 July',
  'Anna says the licence ends 30 July',
  'Hamburg licence ends 30 July',
  'Contract says until 30 July',
  'Defender for IoT site licence until 30 July',
])('"%s" is no other licence, though it has a capital', async said => {
  await chat()`
    > our licence ends 30 June, what then?
      Covered until 30 June 2026. Then 30 days to renew
    > ${said}
      Covered until 30 July 2026. Then 30 days to renew
  `
})

test('a wish for a reminder stays one, whatever is asked', async () => {
  await chat()`
    > our licence ended on 1 February, what happens to the data?
      From 2 May 2026 on the data may be deleted. Act before
    > Set a reminder for the subscription ending 2026-09-14.
      Tracked. Your next reminder comes on 16 July 2026
    > start over
      Done: I've forgotten what you told me. What would you like to know?
    > our licence ends 30 June, what then?
      Covered until 30 June 2026. Then 30 days to renew
    > Warn the team before the Leipzig licence runs out on 20 May.
      Tracked. Your next reminder comes on 21 March 2026
      ... For Leipzig
  `
})

test.for(['Lyon ends 30 September', 'and Lyon ends 30 September', 'and for Lyon: ends 30 September'])(
  'while the one in view runs, "%s" asks about that site',
  async said => {
    await chat()`
      > our Hamburg licence ends 30 June, what then?
        Covered until 30 June 2026. Then 30 days to renew
      > ${said}
        Covered until 30 September 2026. Then 30 days to renew
        ... For Lyon
    `
  },
)

test('another trial is no other active licence', async () => {
  await chat()`
    > our licence ends 30 June, what then?
      Covered until 30 June 2026. Then 30 days to renew
    > we have another trial, in Lyon, until 30 April
      Covered until 30 June 2026. Then 30 days to renew
  `
})

test.for([
  'two licences: one ended 1 February, other ends 1 June. does the service stop?',
  'one licence ended 1 February, the other runs until 1 June. does the service stop?',
  'our licence ended 1 February, another one ends 1 June. does the service stop?',
  "our licence ended 1 February but another site's runs until June. does it stop?",
])('"%s" tells of an active one', async said => {
  await chat()`
    > ${said}
      This site's licence ended on 1 February 2026. Renew it
      ... Another active site licence: Yes
  `
})

test.for([
  'new call. trial ends 20 april',
  'next one: trial ends 20 april',
  'ok thx. next: trial ends 20 april',
  'now contoso, trial ends 20 april',
  'for contoso the trial ends 20 april',
])('what the last customer is and buys through is not used after "%s"', async said => {
  await chat()`
    > trial ends 15 april, billing admin mca, can they extend
      Yes, until 31 March 2026
    > ${said}
      Yes, until 5 April 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
  `
})

test('but of "them", or of a site of ours, it is', async () => {
  for (const [asked, said] of [
    ['can they extend', 'for them the trial ends 20 april'],
    ['extend?', 'for lyon the trial ends 20 april'],
  ])
    await chat()`
      > trial ends 15 april, billing admin mca, ${asked}
        Yes, until 31 March 2026
      > ${said}
        Yes, until 5 April 2026
    `
})
