import { test } from 'vitest'
import { chat } from '../support/chat.ts'

test.for([
  'I bought a Surface on 6 March, can I return it?',
  'We bought a switch on 6 March, can we return it?',
  'I ordered the wrong screen on 6 March, refund?',
  'bought hardware on 6 March, refund?',
  'our lease ends 31 March, what then?',
  'our maintenance contract ends 31 March, what then?',
])('a thing that nobody calls a licence gets no rule of ours unasked: %s', async said => {
  await chat()`
    > ${said}
      Did you mean ...?
  `
})

test.for([
  'bought it on 6 March, refund?',
  'bought an XL on 6 March, refund?',
  'bought a bigger one on 6 March, refund?',
  'we bought two on 6 March, refund?',
])('what may be a licence is taken for one: %s', async said => {
  await chat()`
    > ${said}
      Yes, until 13 March 2026
  `
})

test('what really is takes the place of what was supposed', async () => {
  await chat()`
    > what if we had bought on 1 March? refundable?
      No, that closed on 8 March 2026
      ... Worked out for what you supposed
    > and we really bought on 7 March
      Yes, until 14 March 2026
    > and the data?
      From 4 June 2027 on the data may be deleted. Act before
      ... Licence started: 7 March 2026
  `
})

test('an end of which it is supposed that it had come lies where it is nearest', async () => {
  await chat()`
    > if the licence had ended 1 January, would the data be gone today?
      From 1 April 2026 on the data may be deleted. Act before
  `
})
