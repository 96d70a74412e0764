import { expect, test } from 'vitest'
import { oddWishIn } from '../../dialogs/reminders/odd-wishes.ts'
import { chat } from '../support/chat.ts'

const ifAdmin = ", if you're a Global or Billing admin and your billing account is MCA or MOSA"

test.for([
  ['remind me 2 working days before the trial ends on 15 April', '2 working days before'],
  ['remind me every week, trial ends 15 April', 'every week'],
  ['remind me in March, trial ends 15 April', 'in March'],
  ['remind me after it ends, trial ends 15 April', 'after it ends'],
  ['remind my colleague before our trial ends 15 April', 'my colleague'],
] as const)('what of a wish can not be done is told: %s', async ([said, words]) => {
  await chat()`
    > ${said}
      Tracked. Your next reminder comes on 24 March 2026
      ... Not possible: "${words}". Reminders come here, on the days shown
  `
})

test('a wish for earlier reminders is not called tracked already', async () => {
  await chat()`
    > remind me: trial ends 15 April
      Tracked. Your next reminder comes on 24 March 2026
    > remind me earlier
      Not possible: "earlier". Reminders come here, on the days shown
  `
})

test.for([
  'remind me 5 days before our monthly review of the licence, which ends 1 June',
  'remind me before our annual licence ends on 1 June',
  'remind me every time something closes: licence ends 1 June',
])('an ordinary wish is none of these: %s', said => {
  expect(oddWishIn(said, false)).toBeUndefined()
})

test('a day of a refund that somebody wants to be reminded of is tracked', async () => {
  await chat()`
    > remind me to cancel within the refund window, bought 8 March
      Tracked. Your next reminder comes on 12 March 2026
  `
})

test.for(['we bought a licence today', "we've bought"])('what was bought ends the reminders of the trial spoken of: %s', async said => {
  await chat()`
    > remind me: trial ends 15 April
      Tracked. Your next reminder comes on 24 March 2026
    > ${said}
      Done: no more reminders for this one
  `
})

test('what was bought for a site ends the reminders of its trial', async () => {
  await chat()`
    > remind me: Lyon trial ends 15 April
      Tracked. Your next reminder comes on 24 March 2026
    > remind me: Oslo trial ends 25 April
      Tracked. Your next reminder comes on 3 April 2026
    > we've bought for Lyon
      Done: no more reminders for this one
      ... Lyon
  `
})

test.for([
  'remind me before the Lyon licence ends on 1 June, and Oslo',
  'remind me: Lyon licence ends 1 June and Oslo too',
  'remind me that Contoso and Fabrikam end on 1 June',
  'remind me: trial ends 04/05/2026 and licence ends 05/06/2026',
  'remind me: trial ends 04/05/2026 and licence ends 5 June 2026',
])('of two at once none is forgotten: %s', async said => {
  await chat()`
    > ${said}
      Tell me one trial or licence at a time, so that no date is lost
  `
})

test('a trial and a licence with days in figures are both tracked', async () => {
  await chat()`
    > remind me: trial ends 2026-05-04 and licence ends 2026-06-05
      Tracked. Your next reminder comes on 12 April 2026
      Tracked. Your next reminder comes on 6 April 2026
  `
})

test.for(['resume Oslo', 'remind me about Oslo again', 'turn the Oslo reminders back on'])(
  'what was stopped comes back, also after thanks: %s',
  async said => {
    await chat()`
      > remind me: Oslo trial ends 15 April
        Tracked. Your next reminder comes on 24 March 2026
      > stop Oslo
        Stopped: no more reminders for this one
      > thanks
        Glad to help.
      > ${said}
        Tracked. Your next reminder comes on 24 March 2026
    `
  },
)

test('an extension of so many days moves what is tracked', async () => {
  await chat()`
    > remind me: trial ends 15 April
      Tracked. Your next reminder comes on 24 March 2026
    > we got an extension of 30 days
      Moved. The next reminder comes on 23 April 2026
  `
})

test('the only end that was told is the one that is put right', async () => {
  await chat()`
    > trial ends 15 April, extend?
      Yes, until 31 March 2026${ifAdmin}
    > refund of licence bought 5 March?
      Yes, until 12 March 2026
    > it actually ends on 16 April
      Yes, until 1 April 2026${ifAdmin}
  `
})

test('a role counts where its first word answers, and where it was told alone', async () => {
  await chat()`
    > trial ends 15 April, extend?
      Yes, until 31 March 2026${ifAdmin}
    > global
      Yes, until 31 March 2026, if your billing account is MCA or MOSA
  `
  await chat()`
    > I'm a billing admin on MCA
      A Billing admin can buy, extend and cancel
    > trial ends 15 April, extend?
      Yes, until 31 March 2026
  `
})
