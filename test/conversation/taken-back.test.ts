import { test } from 'vitest'
import { chat } from '../support/chat.ts'

test('another active licence is taken back in a few words, and told again', async () => {
  await chat()`
    > our licence ended 20 February, what now?
      Renew by 22 March 2026: you are in the grace period
    > we have another active licence
      This site's licence ended on 20 February 2026. Renew it
    > sorry, no, we don't
      Renew by 22 March 2026: you are in the grace period
      ... Another active site licence: No
    > sorry, we do have another one
      This site's licence ended on 20 February 2026. Renew it
    > ah no, that one expired too, in January
      Renew by 22 March 2026: you are in the grace period
    > yes we do
      This site's licence ended on 20 February 2026. Renew it
    > sorry, I meant no
      Renew by 22 March 2026: you are in the grace period
  `
})

test('who does not know takes nothing back, and neither does the end of this licence', async () => {
  await chat()`
    > our licence ended 20 February, we have another active licence. what now?
      This site's licence ended on 20 February 2026. Renew it
    > we don't know
      Did you mean ...?
    > it has expired
      This site's licence ended on 20 February 2026. Renew it
      ... Another active site licence: Yes
  `
})

test('an extension and a billing account are taken back', async () => {
  await chat()`
    > trial ends 15 April, billing admin, MCA, we already extended once. extend?
      It depends. Try by 31 March 2026: it was extended once already
    > we can't extend it
      It depends. Try by 31 March 2026: it was extended once already
    > actually we didn't extend it yet
      Yes, until 31 March 2026
      ... Extended already: No
    > actually it's not MCA
      Yes, until 31 March 2026, if your billing account is MCA or MOSA
    > no, it's not MCA but EA
      No, not in the admin center with an Enterprise Agreement. Ask sales
  `
})

test('"it wasn\'t extended" and "not yet" are the same', async () => {
  await chat()`
    > trial ends 15 April, billing admin, MCA, it was extended already. extend?
      It depends. Try by 31 March 2026: it was extended once already
    > no, it wasn't extended
      Yes, until 31 March 2026
    > it was extended once
      It depends. Try by 31 March 2026: it was extended once already
    > no, not yet
      Yes, until 31 March 2026
  `
})

test('a renewal that was none gives the first start back', async () => {
  await chat()`
    > can we get a refund? license started 5 March 2025
      It depends. If it renewed on 5 March 2026: yes, until 12 March 2026
    > yes it renewed
      Yes, until 12 March 2026
    > no it didn't renew
      No, that closed on 12 March 2025
      ... Licence started: 5 March 2025
  `
})

test('who is no government is commercial; of one cloud less it is asked which', async () => {
  await chat()`
    > we're on GCC, can we extend our trial?
      No, not in the admin center. In GCC, sales activates it for you
    > actually we're not government at all
      You can ask until 15 days before the trial ends
    > 15 April
      Yes, until 31 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
    > we're on GCC High
      No, not in the admin center. In GCC High it is part of your plan
    > sorry, not GCC High
      Which government cloud is it? Each has its own answer
    > GCC
      No, not in the admin center. In GCC, sales activates it for you
  `
})

test('what is tracked as a trial becomes a licence, and the trial is tracked no more', async () => {
  await chat()`
    > remind me, Lyon trial ends 15 April
      Tracked. Your next reminder comes on 24 March 2026
    > sorry, it's a licence, not a trial
      Tracked. Your next reminder comes on 16 March 2026
      ... Licence ends: 15 April 2026
      Stopped: no more reminders for this one
    > what do you track?
      The next reminder comes on 16 March 2026
      ... Lyon
      ... Licence ends: 15 April 2026
  `
})

test('a question that is put aside before another one is dropped', async () => {
  await chat()`
    > can we extend our trial?
      You can ask until 15 days before the trial ends
    > never mind, what about refunds
      A licence can be given back within 7 days of its start
    > 7 March
      Yes, until 14 March 2026
  `
  await chat()`
    > can we extend our trial?
      You can ask until 15 days before the trial ends
    > forget it, can we get a refund?
      A licence can be given back within 7 days of its start
    > ok forget that - which licence for 480 devices?
      1 M
    > nvm. remind me our licence ends 30 June
      Tracked. Your next reminder comes on 1 May 2026
  `
})

test('"never mind" before the answer is followed by it', async () => {
  await chat()`
    > can we extend our trial?
      You can ask until 15 days before the trial ends
    > never mind, I found it: 15 April
      Yes, until 31 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
    > Lyon 400, Porto 900
      1 L, 1 M
    > forget about Porto
      1 M
    > never mind, add Bath with 300
      2 M
  `
})
