import { test } from 'vitest'
import { chat } from '../support/chat.ts'

const ifAdmin = ", if you're a Global or Billing admin and your billing account is MCA or MOSA"
const two = `
  > remind me: trial ends 15 April
    Tracked. Your next reminder comes on 24 March 2026
  > remind me: Lyon licence ends 1 June
    Tracked. Your next reminder comes on 2 April 2026`

test.for([
  "don't forget",
  "thanks, don't forget!",
  "don't forget me",
  "please don't forget to remind me",
  "you won't forget, right?",
  'never forget this one!',
  "hope you won't forget it",
])(
  '"%s" stops nothing',
  said =>
    chat()`
      > remind me: trial ends 15 April
        Tracked. Your next reminder comes on 24 March 2026
      > ${said}
        The next reminder comes on 24 March 2026
    `,
)

test('one that shall not be forgotten is shown, and stays as it is', async () => {
  await chat()`${two}
    > don't forget Lyon please
      The next reminder comes on 2 April 2026
      ... For Lyon
    > what do you track?
      2 are tracked here
  `
})

test.for([
  'how do I stop reminders?',
  'can I stop reminders?',
  'should I stop the reminders for Lyon?',
  'how can I turn off the reminders?',
])(
  '"%s" is answered before anything stops',
  said =>
    chat()`${two}
      > ${said}
        Which one shall I stop?
      > what do you track?
        2 are tracked here
    `,
)

test.for(["stop reminders when it's extended", 'stop reminders if we buy', "stop reminding me once we've bought"])(
  '"%s" stops nothing now',
  said =>
    chat()`${two}
      > ${said}
        I can only stop reminders now, not later by myself
      > what do you track?
        2 are tracked here
    `,
)

test.for([
  "don't remind me, trial ends 15 April",
  "don't remind me. trial ends 15 April, extend?",
  'no reminders please, trial ends 15 April',
  "I don't want reminders. trial ends 15 April",
  "trial ends 15 April, I don't need a reminder, can I extend?",
  'how do reminders work? our trial ends 15 April',
  'do you want to remind me? trial ends 15 April',
])(
  '"%s" tracks nothing',
  said =>
    chat()`
      > ${said}
        Yes, until 31 March 2026${ifAdmin}
      > what do you track?
        Nothing is tracked here
    `,
)

test('nothing is tracked of a licence for which no reminder is wanted', async () => {
  await chat()`
    > no need to remind me, our licence ends 30 June
      Covered until 30 June 2026. Then 30 days to renew
    > what do you track?
      Nothing is tracked here
  `
})

test.for([
  "don't forget to remind me: trial ends 15 April",
  "why don't you remind me before our trial ends 15 April",
  "don't let me forget: trial ends 15 April",
  'can you remind me? trial ends 15 April',
  "don't remind me on weekends, trial ends 15 April",
])(
  '"%s" is a wish for reminders',
  said =>
    chat()`
      > ${said}
        Tracked. Your next reminder comes on 24 March 2026
    `,
)
