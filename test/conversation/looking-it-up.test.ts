import { test } from 'vitest'
import { chat } from '../support/chat.ts'

test.for([
  "let me check... it's the 24th of April",
  'let me look it up. 24 April',
  'ok, let me ask my colleague: 24 April',
  'give me a sec... 24 April',
  'hold on a second: 24 April',
  "one moment, I'll check. it's 24 April",
  'he told me 24 April',
  'the portal shows me 24 April',
  'let me check it says 24 April',
])(
  '"%s" answers the question, and tracks nothing',
  said =>
    chat()`
    > can we extend our trial?
      You can ask until 15 days before the trial ends
    > ${said}
      Yes, until 9 April 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
    > what do you track?
      Nothing is tracked here
  `,
)

test('who only looks it up is waited for', async () => {
  await chat()`
    > can we get a refund?
      A licence can be given back within 7 days of its start
    > let me check
      Take your time.
    > one sec
      Take your time.
    > 5 March
      Yes, until 12 March 2026
  `
})

test.for([
  'let me know before it ends on 24 April',
  'tell me in time, it ends on 24 April',
  'please put it on your list, it ends 24 April',
])(
  '"%s" is a wish to be reminded as ever',
  said =>
    chat()`
      > can we extend our trial?
        You can ask until 15 days before the trial ends
      > ${said.replace('it ends', 'our trial ends')}
        Tracked. Your next reminder comes on 2 April 2026
    `,
)

test('"a second site" is no second to wait', async () => {
  await chat()`
    > which licence for 480 devices?
      1 M
    > and a second site with 90 devices
      1 M, 1 XS
  `
})

test('what is found after it was looked up is none of a reminder, and corrects what was said before it', async () => {
  await chat()`
    > Lyon trial ends 15 April. let me check
      Yes, until 31 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
  `
  await chat()`
    > 900 devices. let me check... 950
      1 L
      ... 950 devices, 1 site, 1 licence
  `
})
