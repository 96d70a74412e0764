import { test } from 'vitest'
import { chat } from '../support/chat.ts'

test('the extension of a trial in a government cloud is answered by that cloud', async () => {
  await chat()`
    > We are GCC High. can we extend our trial?
      No, not in the admin center. In GCC High it is part of your plan
    > sorry I meant plain GCC
      No, not in the admin center. In GCC, sales activates it for you
  `
})

test('a government customer on commercial Azure has the answer of GCC', async () => {
  await chat()`
    > we're a federal agency on commercial Azure, can we extend our trial ending 30 April?
      No, not in the admin center. In GCC, sales activates it for you
  `
})

test('sizes for a government cloud come with how licences are had there', async () => {
  await chat()`
    > gcc high customer with 3 sites 200 each, what to quote?
      3 S
      In GCC High it is part of your plan
    > start over
      Done: I've forgotten what you told me. What would you like to know?
    > GCC customer with 2 plants, 400 and 900 devices, which licences?
      1 L, 1 M
      In GCC, sales activates trials and licences
  `
})
