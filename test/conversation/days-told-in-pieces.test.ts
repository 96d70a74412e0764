import { test } from 'vitest'
import { chat } from '../support/chat.ts'

// Days that are told over several messages, or of which only a part is said.

test('a licence that started makes no trial of the question that was asked of it', async () => {
  await chat()`
    > can we get our money back?
      A licence can be given back within 7 days of its start
    > the licence started yesterday
      Yes, until 16 March 2026
  `
  await chat()`
    > our licence is about to end. what then?
      After the end you have 30 days to renew. Then the service stops
    > the licence started yesterday
      Covered until 8 March 2027. Then 30 days to renew
  `
  await chat()`
    > refund?
      A licence can be given back within 7 days of its start
    > Bob started it yesterday
      Yes, until 16 March 2026
  `
})

test('a licence that started is no trial where nothing was asked either', async () => {
  await chat()`
    > the licence started yesterday
      Did you mean ...?
      [Get a refund] [After a licence ends]
  `
})

test('a licence of somebody who asks for a longer trial is that trial', async () => {
  await chat()`
    > can we extend our trial?
      You can ask until 15 days before the trial ends
    > the licence started yesterday
      Yes, until 23 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
      ... Trial started: 9 March 2026
  `
})

test('a day alone lies in the month that was told before it', async () => {
  await chat()`
    > can I extend my trial? it ends in April
      You can ask until 15 days before the trial ends
    > the 20th
      Yes, until 5 April 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
      ... Trial ends: 20 April 2026
  `
  await chat()`
    > can I extend my trial?
      You can ask until 15 days before the trial ends
    > sometime in May
      I need the day: which one is "sometime in May"?
    > who can extend it?
      A Global admin or Billing admin can buy, extend and cancel
      You can ask until 15 days before the trial ends
    > the 10th
      Yes, until 25 April 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
  `
  await chat()`
    > our licence ends in June. what then?
      After the end you have 30 days to renew. Then the service stops
    > the last day
      Covered until 30 June 2026. Then 30 days to renew
  `
  await chat()`
    > we bought the licence last month, refund?
      A licence can be given back within 7 days of its start
    > the 28th
      No, that closed on 7 March 2026
  `
})

test('a day that the told month lacks is asked for, and another month said with a day is that one', async () => {
  await chat()`
    > can we extend? it ends in April
      You can ask until 15 days before the trial ends
    > the 31st
      There is no day "31st of april 2026" in the calendar
    > 3 May
      Yes, until 18 April 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
  `
})

test('a month that is no part of an answer tells nothing of the day that is asked for', async () => {
  await chat()`
    > can we extend our trial? our budget comes in May
      You can ask until 15 days before the trial ends
    > the 26th
      Yes, until 11 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
  `
})

test('a day alone stays in the month of the day that it replaces', async () => {
  await chat()`
    > can we extend our trial? ends end of April
      Yes, until 15 April 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
    > or maybe the 28th
      Yes, until 13 April 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
    > the 28th of this month
      Yes, until 13 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
  `
  await chat()`
    > remind me, our trial ends 15 April
      Tracked. Your next reminder comes on 24 March 2026
    > it's now the 22nd
      Moved. The next reminder comes on 31 March 2026
      ... Trial ends: 22 April 2026
    > move it to the 24th
      Moved. The next reminder comes on 2 April 2026
      ... Trial ends: 24 April 2026
    > it was extended to the 10th
      Moved. The next reminder comes on 18 April 2026
      ... Trial ends: 10 May 2026
    > new end is the 12th
      Moved. The next reminder comes on 20 April 2026
      ... Trial ends: 12 May 2026
  `
})

test('an end that is told after how trials work is that of a trial', async () => {
  await chat()`
    > how does a trial work
      Start the trial in the Microsoft 365 admin center
    > it ends 24 March
      No, that closed on 9 March 2026. Ask sales instead
  `
  await chat()`
    > we have 3 plants: 400, 900 and 6k
      2 XL, 1 L, 1 M
    > and the trial?
      A trial covers one site with up to 1,000 devices for at least 30 days
    > it ends 24 March
      No, that closed on 9 March 2026. Ask sales instead
  `
})

test('another day on which it is asked is no other end', async () => {
  await chat({ today: '2026-03-30' })`
    > trial ends 15 April, billing admin, MCA, can we still extend?
      Yes, until 31 March 2026
    > and tomorrow?
      Yes, until 31 March 2026
      ... As it will be on 31 March 2026
      ... Trial ends: 15 April 2026
    > and the day after tomorrow?
      No, that closed on 31 March 2026. Ask sales instead
    > and today?
      Yes, until 31 March 2026
      ... Trial ends: 15 April 2026
    > what about 20 April?
      Yes, until 5 April 2026
      ... Trial ends: 20 April 2026
  `
  await chat()`
    > bought 4 March, refund?
      Yes, until 11 March 2026
    > and in 2 days?
      No, that closed on 11 March 2026
      ... As it will be on 12 March 2026
  `
})

test('"and tomorrow" of what is tracked is a reminder, and no other end', async () => {
  await chat()`
    > remind me, our trial ends 15 April
      Tracked. Your next reminder comes on 24 March 2026
    > and tomorrow
      Changed. The next reminder comes on 11 March 2026
      ... Trial ends: 15 April 2026
  `
})

test('a supposed day that reads both ways stays supposed, typed or pressed', async () => {
  await chat()`
    > trial ends 15 April. extend?
      Yes, until 31 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
    > what if it were 5/6?
      Which day is "5/6"?
    > 5 June
      Yes, until 21 May 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
      ... Worked out for what you supposed
    > remind me
      Tracked. Your next reminder comes on 24 March 2026
      ... Trial ends: 15 April 2026
  `
  await chat()`
    > trial ends 15 April. extend?
      Yes, until 31 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
    > what if it were 5/6?
      Which day is "5/6"?
    > the first one
      Yes, until 21 May 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
      ... Worked out for what you supposed
    > remind me
      Tracked. Your next reminder comes on 24 March 2026
      ... Trial ends: 15 April 2026
  `
  await chat()`
    > trial ends 15 April. extend?
      Yes, until 31 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
    > what if it were 5/6?
      Which day is "5/6"?
    > [5 June 2026]
      Yes, until 21 May 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
      ... Worked out for what you supposed
    > remind me
      Tracked. Your next reminder comes on 24 March 2026
      ... Trial ends: 15 April 2026
  `
})

test('a weekday before a date is no day of its own', async () => {
  await chat()`
    > remind me, our trial ends 15 April
      Tracked. Your next reminder comes on 24 March 2026
    > remind me on Wednesday, 8 April
      Changed. The next reminder comes on 24 March 2026
      ... Also: 7 days before the end
    > and on Sun. 12 April too
      Changed. The next reminder comes on 24 March 2026
      ... 7 days, 3 days before the end
    > remind me on Thursday
      Changed. The next reminder comes on 12 March 2026
  `
})

test('the length of a trial counts from its start, where that is known', async () => {
  await chat()`
    > our trial started 1 February and runs 60 days. extend?
      Yes, until 17 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
    > sorry, 90 days
      Yes, until 16 April 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
      ... Trial ends: 1 May 2026
      ... Trial length: 90 days
    > no, it lasts two months
      Yes, until 16 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
      ... Trial length: 59 days
  `
  await chat()`
    > remind me, our trial started 1 March
      I remind you before each date that closes a door
    > it has 60 days
      Tracked. Your next reminder comes on 7 April 2026
      ... Trial ends: 29 April 2026
    > no, 90 days
      Moved. The next reminder comes on 7 May 2026
      ... Trial ends: 29 May 2026
  `
  await chat()`
    > remind me, our trial started 1 March and runs 60 days
      Tracked. Your next reminder comes on 7 April 2026
      ... Trial ends: 29 April 2026
  `
})

test('a length of time is what is left where that is said, or where the end was told by its day', async () => {
  await chat()`
    > can we extend? our trial started 1 March
      Yes, until 15 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
    > it still has 30 days
      Yes, until 25 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
      ... Trial ends: 9 April 2026
    > sorry, 5 weeks
      Yes, until 30 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
      ... Trial ends: 14 April 2026
  `
})

test('a correction that begins with a sigh is one, and a length of time alone is asked about', async () => {
  await chat()`
    > our trial ends in 3 weeks. extend?
      Yes, until 16 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
    > hm, actually in 2 weeks
      No, that closed on 9 March 2026. Ask sales instead
    > in 15 days
      Yes, until 10 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
    > 16 days
      I couldn't find a date in that. Write it like 15 April 2026, or pick it here
  `
  await chat()`
    > bought it 3 days ago, refund?
      Yes, until 14 March 2026
    > 4 days
      I couldn't find a date in that. Write it like 3 March 2026, or pick it here
  `
})

test('what a paper says of a day that is known puts it right', async () => {
  await chat()`
    > licence ends 30 March 2027. what then?
      Covered until 30 March 2027. Then 30 days to renew
    > the invoice says 31 March 2027
      Covered until 31 March 2027. Then 30 days to renew
  `
})

test("a trial's end that is told after a licence's is answered for the trial", async () => {
  await chat()`
    > license ends 31 March. what happens then?
      Covered until 31 March 2026. Then 30 days to renew
    > and the trial? it ends 15 April
      Your trial covers you until 15 April 2026
  `
})

test('a number that a refund is asked for is a price', async () => {
  await chat()`
    > can we get a refund? 4 March
      Yes, until 11 March 2026
    > what would we get back for 5000?
      Yes, until 11 March 2026. Estimate: 4,917.81 back today
    > and tomorrow?
      Yes, until 11 March 2026. Estimate: 4,904.11 back on that day
    > what licence for 5000 devices?
      1 XL
  `
})
