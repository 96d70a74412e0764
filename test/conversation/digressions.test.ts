import { test } from 'vitest'
import { chat } from '../support/chat.ts'

test('a question in between does not lose the thread', async () => {
  await chat()`
    > can I get my money back?
      A licence can be given back within 7 days of its start
    > what counts as a device?
      Every IT, OT or IoT device with a network interface counts
      A licence can be given back within 7 days of its start
    > it started on 3 March
      Yes, until 10 March 2026
  `
})

test('a question of another rule in between does not lose the thread either', async () => {
  await chat()`
    > can I still extend my trial?
      You can ask until 15 days before the trial ends
    > which licence for 900 devices?
      1 L
      You can ask until 15 days before the trial ends
    > 15 April
      Yes, until 31 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
  `
})

test('never mind drops the open question', async () => {
  await chat()`
    > can I still extend my trial?
      You can ask until 15 days before the trial ends
    > never mind
      OK, dropped. What would you like to know?
    > what counts as a device?
      Every IT, OT or IoT device with a network interface counts
  `
})

test('thanks gets one line and no card', async () => {
  await chat()`
    > thanks!
      Glad to help.
  `
})
