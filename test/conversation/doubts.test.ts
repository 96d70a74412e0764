import { test } from 'vitest'
import { chat } from '../support/chat.ts'

test.for([
  'hm are you sure?',
  'sure?',
  'is this correct?',
  'is that right?',
  'really?',
  'source?',
  'link?',
  'proof please',
  'how do you know?',
  'who says so?',
  'what is that based on?',
  'where does it say 7 days?',
  'where did you get that from',
  'are you really sure about the date?',
  'but a colleague said 14 days',
  "it's 14 days in Germany",
  'why 7 days?',
  'why?',
  'can you prove that?',
])('a doubt gets the reasons and sources of the last answer: "%s"', async said => {
  await chat()`
    > bought 6 March, refund?
      Yes, until 13 March 2026
    > ${said}
      Yes, until 13 March 2026
      ... Source: Defender for IoT licenses and trial extension
  `
})

test('an answer without a rule is not turned into another one by it', async () => {
  await chat()`
    > what sizes are there?
      Five sizes, by devices at a site: XS 100, S 250, M 500, L 1,000, XL 5,000
    > where is that documented?
      Five sizes, by devices at a site: XS 100, S 250, M 500, L 1,000, XL 5,000
  `
})
