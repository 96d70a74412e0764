import { test } from 'vitest'
import { chat } from '../support/chat.ts'

test('a supposition that is followed up stays one, and what is real comes back', async () => {
  await chat()`
    > trial ends 15 April, I'm global admin, MCA, extend?
      Yes, until 31 March 2026
    > what if it ended on 20 April?
      Yes, until 5 April 2026
      ... Worked out for what you supposed
    > and on 24 March?
      No, that closed on 9 March 2026. Ask sales instead
      ... Worked out for what you supposed
    > and really?
      Yes, until 31 March 2026
  `
})

test('another day on which a licence goes back is no other start', async () => {
  await chat()`
    > how much would we get back if we cancel today? paid 4,200 EUR on 5 March
      Yes, until 12 March 2026. Estimate: 4,142.47 back today
    > and on Thursday?
      Yes, until 12 March 2026. Estimate: 4,119.45 back on that day
      ... As it will be on 12 March 2026
    > and from Friday?
      No, that closed on 12 March 2026
    > sorry, it was 6 March
      Yes, until 13 March 2026. Estimate: 4,153.97 back today
    > no, it was 10,000
      Yes, until 13 March 2026. Estimate: 9,890.41 back today
  `
})

test('a price that is told later is for the licence spoken of', async () => {
  await chat()`
    > purchased 4 days ago. refund?
      Yes, until 13 March 2026
    > price was 3000
      Yes, until 13 March 2026. Estimate: 2,967.12 back today
    > and if we leave it till the 14th?
      No, that closed on 13 March 2026
  `
})

test('a renewal that waits is answered for its day', async () => {
  await chat()`
    > licence ends 14 days from now. what happens if we don't renew?
      Covered until 24 March 2026. Then 30 days to renew
    > and if we renew on 10 April, do we lose anything?
      Renew by 23 April 2026: you are in the grace period
      ... As it will be on 10 April 2026
  `
})

test('a day is moved by a month, by a length of time, or to the weekday beside it', async () => {
  await chat()`
    > trial ends on 15 April, extend?
      Yes, until 31 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
    > oops, May
      Yes, until 30 April 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
    > in 15 days actually
      Yes, until 10 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
    > sorry, a week later
      Yes, until 17 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
    > what if it ended two weeks earlier?
      No, that closed on 3 March 2026. Ask sales instead
      ... Worked out for what you supposed
    > bought a licence last Friday, refund?
      Yes, until 13 March 2026
    > no wait, it was the Friday before that
      No, that closed on 6 March 2026
  `
})

test('a question that only repeats the day is a question of its own', async () => {
  await chat()`
    > our trial runs out on the 24th, can we get more time?
      No, that closed on 9 March 2026. Ask sales instead
    > and what happens when it ends on the 24th?
      Your trial covers you until 24 March 2026
    > and the data?
      From 24 April 2026 on the data may be deleted. Act before
  `
})

test('an extension that is taken back opens the window again', async () => {
  await chat()`
    > trial ends 30 April, we already extended it once in February, can we get another one?
      It depends. Try by 15 April 2026: it was extended once already
    > actually no, it was never extended, I mixed it up with our Teams trial
      Yes, until 15 April 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
  `
})

test('more devices than a trial covers are answered where its terms are spoken of', async () => {
  await chat()`
    > how long is the trial and how many devices
      A trial covers one site with up to 1,000 devices for at least 30 days
    > what if we have 1500 devices in it
      More than 1,000 devices: the trial goes on, with full value
      1 XL
  `
})

test('another size is asked about as the one before', async () => {
  await chat()`
    > how much for an XL licence?
      Prices are on the plans and pricing page
    > what about M?
      Prices are on the plans and pricing page
    > how many devices does an L cover?
      Five sizes, by devices at a site: XS 100, S 250, M 500, L 1,000, XL 5,000
    > and for XL
      Five sizes, by devices at a site: XS 100, S 250, M 500, L 1,000, XL 5,000
    > which licence for 900 devices?
      1 L
    > and an M?
      Five sizes, by devices at a site: XS 100, S 250, M 500, L 1,000, XL 5,000
  `
})

test('a site whose licence has ended is answered for, where another one is told to run on', async () => {
  await chat()`
    > Nice ended 1 March, Lyon runs until 31 August
      This site's licence ended on 1 March 2026. Renew it
      ... Another active site licence: Yes
  `
})

test('when a trial ends is worked out from its start, until its end is told', async () => {
  await chat()`
    > when does my trial end? it started on 20 Feb
      On 21 March 2026 at the earliest: that is a 30-day trial
      ... Trial ends: 21 March 2026 (assumed, 11 days left)
    > it's a 60 day trial
      The trial ends on 20 April 2026
    > sorry, started on 2 January
      The trial ended on 2 March 2026
    > and can I extend it?
      No, the trial ended on 2 March 2026. Sales can still be asked
  `
  await chat()`
    > how long is a trial?
      A trial covers one site with up to 1,000 devices for at least 30 days
    > ours started on 2 January
      As a 30-day trial it ended on 31 January 2026; yours may be longer
    > 15 April
      Your trial covers you until 15 April 2026
  `
  await chat()`
    > trial began on 1 March, on what date does it finish?
      On 30 March 2026 at the earliest: that is a 30-day trial
    > don't know
      On 30 March 2026 at the earliest: that is a 30-day trial
    > and how many devices does a trial cover?
      A trial covers one site with up to 1,000 devices for at least 30 days
  `
  await chat()`
    > trial started 20 Feb, until when may I extend?
      It depends. For a 30-day trial it closed on 6 March 2026; yours may be longer
    > and when does it end?
      On 21 March 2026 at the earliest: that is a 30-day trial
    > and what happens to the data then?
      At the end of the trial, buy a licence that fits your network
      ... Without a licence, the trial's data is kept for 30 days after its end.
    > on 21 March
      From 21 April 2026 on the data may be deleted. Act before
  `
})
