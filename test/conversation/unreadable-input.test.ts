import { test } from 'vitest'
import { chat } from '../support/chat.ts'

test('an answer that does not fit is told what does', async () => {
  await chat()`
    > can I still extend my trial?
      You can ask until 15 days before the trial ends
    > purple elephants
      I couldn't find a date in that. Write it like 15 April 2026, or pick it here
    > purple elephants again
      I still don't understand. Sales can help you in person
      [Ask sales about licences ↗]
    > 15 April
      Yes, until 31 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
  `
})

test('a fact that is not known is not asked for again', async () => {
  await chat()`
    > trial ends 15 April, can we extend it?
      Yes, until 31 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
      ... Which role do you have?
    > I don't know
      Yes, until 31 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
      ... Which billing account do you have?
  `
})

test('another language is answered with one English sentence', async () => {
  await chat()`
    > wie lange läuft die Testlizenz noch und kann ich sie verlängern?
      I only read English. Please ask in English
  `
})

test('out of scope is said plainly', async () => {
  await chat()`
    > can I extend my Power BI trial?
      That's outside what I know. I answer licence questions about Microsoft Defender for IoT, and nothing else
  `
})
