import { test } from 'vitest'
import { chat } from '../support/chat.ts'

test('a date that reads two ways is asked back, day first in Britain', async () => {
  await chat({ locale: 'en-GB' })`
    > our trial ends 3/4/2026, can we extend it?
      Which day is "3/4/2026"?
      [3 April 2026] [4 March 2026]
    > [3 April 2026]
      Yes, until 19 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
  `
})

test('a date that reads two ways is asked back, month first in the United States', async () => {
  await chat({ locale: 'en-US' })`
    > our trial ends 3/4/2026, can we extend it?
      Which day is "3/4/2026"?
      [March 4, 2026] [April 3, 2026]
    > April 3
      Yes, until March 19, 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
  `
})

test('a day that no calendar has is asked again', async () => {
  await chat()`
    > our trial ends on 31 February, can we extend it?
      There is no day "31 February" in the calendar
    > 28 February
      No, the trial ended on 28 February 2026. Sales can still be asked
  `
})

test('a number that can not be right is refused', async () => {
  await chat()`
    > which licence for 0 devices at our site?
      0 can't be a number of devices. I accept whole numbers from 1 to 10,000,000
    > 80
      1 XS
  `
})

test('numbers alone are devices at sites, but one number may be anything', async () => {
  await chat()`
    > 400/900/6k
      2 XL, 1 L, 1 M
    > start over
      Done: I've forgotten what you told me. What would you like to know?
    > 42
      Did you mean ...?
      [Size licences for my sites] [Something else]
    > [Size licences for my sites]
      1 XS
  `
})

test('a button that is typed does what it does when it is pressed', async () => {
  await chat()`
    > what is the meaning of life
      That's outside what I know. I answer licence questions about Microsoft Defender for IoT, and nothing else
      [Size licences for my sites]
    > size licences for my sites
      One licence per site, sized by its devices
  `
})
