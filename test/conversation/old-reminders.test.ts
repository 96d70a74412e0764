import { expect, test } from 'vitest'
import { refreshAnswer } from '../../bot/outbound.ts'
import { nothingTrackedCard } from '../../cards/tracked-lists.ts'
import { viewFor } from '../../cards/view.ts'
import type { Day } from '../../rules/day.ts'
import { documentedPolicy } from '../../rules/policy.ts'
import { chat } from '../support/chat.ts'

test('"Remind me again", after the date of what was stopped is over, asks for another of the same one', async () => {
  await chat()`
    > remind me before the Lyon trial ends on 15 April
      Tracked. Your next reminder comes on 24 March 2026
    > stop reminders
      Stopped: no more reminders for this one
    > remind me before our trial ends on 30 June
      Tracked. Your next reminder comes on 8 June 2026
    > (120000 minutes later)
    > (card 2) [Remind me again]
      There is no date left to remind you of
      ... Lyon
      [Update]
    > [Update] trialEnd=2026-02-30
      That is not a day in the calendar
      [Update]
    > [Update] trialEnd=2026-07-20
      Tracked. Your next reminder comes on 28 June 2026
      ... For Lyon
    > what do you track for me?
      2 are tracked here
      ... Trial: until 30 June 2026
      ... Lyon: Trial until 20 July 2026
  `
})

test('"Remind me again" of several says which ones are over', async () => {
  await chat()`
    > remind me before the Lyon trial ends on 15 April
      Tracked. Your next reminder comes on 24 March 2026
    > remind me before the Porto trial ends on 30 June
      Tracked. Your next reminder comes on 8 June 2026
    > stop all reminders
      Stopped: no more reminders for these 2
    > (120000 minutes later)
    > [Remind me again]
      Tracked. Your next reminder comes on 8 June 2026
      ... For Porto
      ... No date is left to remind you of
      ... Lyon: Trial until 15 April 2026
  `
})

test('a renewal whose date was refused is one all the same when the date is put right', async () => {
  await chat()`
    > remind me before the licence ends on 31 March 2026
      Tracked. Your next reminder comes on 17 March 2026
    > (the next reminder comes)
      The licence ends in 14 days: 31 March 2026
    > [Done]
      How did the licence go on?
    > [It was renewed] licenseEnd=2040-03-31
      31 March 2040 can't be right. I accept days from 1 January 2015 to 17 March 2036
    > [Update] licenseEnd=2027-03-31
      Moved. The next reminder comes on 5 April 2026
      ... Licence started: 1 April 2026
  `
})

test('an extended trial ends later, and a renewal on a day that there is', async () => {
  await chat()`
    > remind me before our trial ends on 15 April
      Tracked. Your next reminder comes on 24 March 2026
    > (the next reminder comes)
      7 days left to ask for an extension: 31 March 2026
    > [Done]
      How did the trial go on?
    > [It was extended] trialEnd=2026-04-01
      How did the trial go on?
      ... The new end must be later than 15 April 2026.
    > [It was extended] trialEnd=2026-02-30
      That is not a day in the calendar
    > [Update] trialEnd=2026-05-15
      Moved. The next reminder comes on 23 April 2026
  `
})

test('"Stop all" on an older list says which one was changed since and goes on', async () => {
  await chat()`
    > remind me before the Lyon trial ends on 15 April
      Tracked. Your next reminder comes on 24 March 2026
    > remind me before the Porto trial ends on 30 June
      Tracked. Your next reminder comes on 8 June 2026
    > what do you track for me?
      2 are tracked here
    > (card 1) [Update] trialEnd=2026-05-15
      Moved. The next reminder comes on 23 April 2026
    > (card 3) [Stop all]
      Stopped: no more reminders for this one
      ... Porto: Trial until 30 June 2026
      ... Changed since this card came, so reminders go on
      ... Lyon: Trial until 15 May 2026, next reminder 23 April 2026
    > what do you track for me?
      The next reminder comes on 23 April 2026
  `
})

test('a list of reminders goes on with what is left of it when one is stopped', async () => {
  await chat()`
    > remind me: Lyon trial ends on 15 April
      Tracked. Your next reminder comes on 24 March 2026
    > remind me: Aosta trial ends on 15 April
      Tracked. Your next reminder comes on 24 March 2026
    > remind me: Bern trial ends on 15 April
      Tracked. Your next reminder comes on 24 March 2026
    > remind me: Cork trial ends on 15 April
      Tracked. Your next reminder comes on 24 March 2026
    > remind me: Dover trial ends on 15 April
      Tracked. Your next reminder comes on 24 March 2026
    > remind me: Essen trial ends on 15 April
      Tracked. Your next reminder comes on 24 March 2026
    > (the next reminder comes)
      6 reminders for today
    > (card 1) [Stop reminders]
      Stopped: no more reminders for this one
    > (card 7) (looks at the card again)
      5 reminders for today
      [Tomorrow again] [Stop these]
      ... Essen: 7 days left to ask for an extension: 31 March 2026
  `
})

test('dates of which one was refused are kept until that one is put right', async () => {
  await chat()`
    > remind me, licence Foo bought 8 March 2026, ends 7 March 2027
      Tracked. Your next reminder comes on 12 March 2026
    > [Update] licenseStart=2027-04-01 licenseEnd=2027-03-07
      The end, 7 March 2027, lies before the start, 1 April 2027
    > [Update] licenseEnd=2028-03-31
      Moved. The next reminder comes on 5 April 2027
      ... Licence started: 1 April 2027
  `
})

test('the buttons of a test with made-up dates say that it was one', async () => {
  await chat()`
    > send me a test reminder
      7 days left to ask for an extension: 17 March 2026
      ... This is a test, with made-up dates.
    > [Done]
      That was a test with made-up dates: nothing of it is tracked
    > (card 1) [Stop these]
      That was a test with made-up dates: nothing of it is tracked
  `
})

test('what was stopped is shown as it stands when somebody else begins it again', async () => {
  await chat({ place: 'channel' })`
    > remind us before the trial in Lyon ends on 15 April
      Tracked. The next reminder comes here on 24 March 2026
    > [Stop reminders]
      Stopped: no more reminders for this one
    > (Bob) (card 2) [Remind me again]
      Tracked. The next reminder comes here on 24 March 2026
    > (card 2) (looks at the card again)
      The next reminder comes on 24 March 2026
  `
})

test('whatever card is computed again is computed further', () => {
  const today = '2026-03-10' as Day
  const card = nothingTrackedCard(
    viewFor('en-GB', { today, policy: documentedPolicy(today) }, false, { intent: 'set-reminder', facts: {} }),
  )
  const { value } = refreshAnswer({ kind: 'replace', card }, { press: 'x' }) as { value: { refresh?: { action: { data: unknown } } } }
  expect(value.refresh?.action.data).toEqual({ press: 'x' })
})
