import { test } from 'vitest'
import { chat } from '../support/chat.ts'

const answers = ['commercial Azure', 'on commercial azure', 'commercial', 'normal azure', 'not a government cloud']

test.for(answers)('a government customer on commercial Azure, told in two messages: "%s"', async said => {
  await chat()`
    > we're a government customer, trial ends 15 April, extend?
      Which government cloud is it? Each has its own answer
    > ${said}
      No, not in the admin center. In GCC, sales activates it for you
  `
})

test('whatever was asked in between, and whichever is told first', async () => {
  await chat()`
    > we're a government customer, trial ends 15 April, extend?
      Which government cloud is it? Each has its own answer
    > what are the sizes?
      Five sizes, by devices at a site: XS 100, S 250, M 500, L 1,000, XL 5,000
      Which government cloud is it? Each has its own answer
    > commercial azure
      No, not in the admin center. In GCC, sales activates it for you
    > start over
      Done: I've forgotten what you told me. What would you like to know?
    > trial ends 15 April, we're on commercial azure, extend?
      Yes, until 31 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
    > we're a government customer
      In GCC, sales activates trials and licences
    > so can we extend?
      No, not in the admin center. In GCC, sales activates it for you
  `
})

test('who is none keeps the commercial cloud', async () => {
  await chat()`
    > trial ends 15 April, can we extend? we're not a government customer
      Yes, until 31 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
  `
})

test('with a hyphen the public sector is a government customer as well', async () => {
  await chat()`
    > public-sector customer here, how do we extend our trial ending 15 April?
      Which government cloud is it? Each has its own answer
  `
})
