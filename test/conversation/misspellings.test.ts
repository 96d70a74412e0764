import { test } from 'vitest'
import { chat } from '../support/chat.ts'

test('what hurried fingers write is read', async () => {
  await chat()`
    > cna i stil extnd teh trail? ends 30 aprl
      Yes, until 15 April 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
    > waht abot refnd
      A licence can be given back within 7 days of its start
    > bougt 9 mrach
      Yes, until 16 March 2026
    > and on teh 17th?
      No, that closed on 16 March 2026
  `
})

test('so is a whole question', async () => {
  await chat()`
    > i bouhgt a licens on 5 marhc can i retrun it
      Yes, until 12 March 2026
  `
})
