import { test } from 'vitest'
import { chat } from '../support/chat.ts'

test('the length of a trial beside its start is no number of days left', async () => {
  await chat()`
    > Did my trial end already? it began at 5 February and has 30 days
      No, the trial ended on 6 March 2026. Sales can still be asked
  `
})

test('the days that somebody would like more are not the length of the trial', async () => {
  await chat()`
    > can we extend our trial for 30 days? started 1 March, MCA, billing admin
      Yes, until 15 March 2026
      ... The real end may be later
  `
})
