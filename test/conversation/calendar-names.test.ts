import { test } from 'vitest'
import { chat } from '../support/chat.ts'

// Months and weekdays are known by the same names everywhere.

test.for(['September', 'september', 'Sept', 'sept', 'Sep'])('%s', async name => {
  await chat()`
    > can we extend our trial?
      You can ask until 15 days before the trial ends
    > in ${name}
      I need the day: which one is "in ${name}"?
    > the 20th
      Yes, until 5 September 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
    > no, 25 ${name}
      Yes, until 10 September 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
    > and on 11 ${name}?
      No, that closed on 10 September 2026. Ask sales instead
      ... As it will be on 11 September 2026.
    > the trial ends 26${name}2026, can we extend?
      Yes, until 11 September 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
  `
  await chat()`
    > remind me of Lyon trial 15 ${name} 2026 and Porto trial 20 ${name} 2026
      Tracked. Your next reminder comes on 24 August 2026
      Tracked. Your next reminder comes on 29 August 2026
    > stop the one for 20 ${name}
      Stopped: no more reminders for this one
      ... Porto: Trial until 20 September 2026
  `
})

test.for(['thursday', 'Thursday', 'Thurs', 'thur', 'thu'])('%s', async name => {
  await chat()`
    > can we extend our trial? it ends 15 April
      Yes, until 31 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
    > and next ${name}?
      Yes, until 31 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
      ... As it will be on 19 March 2026.
    > remind me on ${name}
      Tracked. Your next reminder comes on 12 March 2026
      ... Also: 34 days before the end
  `
})

test.for(['Augsburg', 'Marseille', 'Decatur', 'Novara', 'Rome'])('%s is a place, whatever month it begins like', async place => {
  await chat()`
    > Lyon has 480 devices and another 80 in ${place}
      1 M, 1 XS
    > 400 devices in Lyon, another 300 are in ${place}
      2 M
  `
})

test.for(['August', 'Aug', 'Sept', 'Q3'])('in %s devices are to come', async when => {
  await chat()`
    > Lyon has 480 devices and another 80 in ${when}
      1 L
      ... 16.66 % growth
  `
})

test.for(['Feb', 'Sept', 'twenty-one days'])('"and for %s?" names no site', async words => {
  await chat()`
    > can we extend our trial in Rome? it ends 15 May
      Yes, until 30 April 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
      ... Rome
    > and for Mar del Plata?
      You can ask until 15 days before the trial ends
      ... For Mar del Plata
    > and for ${words}?
      Did you mean ...?
  `
})
