import { test } from 'vitest'
import { chat } from '../support/chat.ts'

test('"done" is the button: it asks how the matter went on, and takes the date that is typed', async () => {
  await chat()`
    > remind me before our trial ends on 15 April
      Tracked. Your next reminder comes on 24 March 2026
    > (the next reminder comes)
      7 days left to ask for an extension: 31 March 2026
    > done
      How did the trial go on?
      [It was extended] [We bought a licence] [It is over] [Back]
    > 15 May
      Moved. The next reminder comes on 23 April 2026
  `
})

test('"extended" asks for the new end', async () => {
  await chat()`
    > remind me before our trial in Lyon ends on 15 April
      Tracked. Your next reminder comes on 24 March 2026
    > (the next reminder comes)
      7 days left to ask for an extension: 31 March 2026
    > ok, it was extended, thanks
      How did the trial go on?
    > what counts as a device?
      Every IT, OT or IoT device with a network interface counts
      How did the trial go on?
    > 15 May 2026
      Moved. The next reminder comes on 23 April 2026
      ... For Lyon
  `
})

test('"we renewed it" asks for the new end, whose term starts the day after the former one', async () => {
  await chat()`
    > remind me before our licence ends on 15 April
      Tracked. Your next reminder comes on 16 March 2026
    > (the next reminder comes)
      The licence ends in 30 days: 15 April 2026
    > we renewed it
      How did the licence go on?
    > 15 April 2027
      Moved. The next reminder comes on 20 April 2026
      ... Licence started: 16 April 2026
  `
})

test('"bought" settles a trial', async () => {
  await chat()`
    > remind me before our trial ends on 15 April
      Tracked. Your next reminder comes on 24 March 2026
    > (the next reminder comes)
      7 days left to ask for an extension: 31 March 2026
    > we bought a licence
      Done: no more reminders for this one
      [Remind me again]
    > bought
      Done: no more reminders for this one
  `
})

test('"not now, tomorrow" puts it off', async () => {
  await chat()`
    > remind me before our trial ends on 15 April
      Tracked. Your next reminder comes on 24 March 2026
    > (the next reminder comes)
      7 days left to ask for an extension: 31 March 2026
    > not now, tomorrow
      I'll remind you again on 25 March 2026
    > remind me again tomorrow
      I'll remind you again on 25 March 2026
    > (the next reminder comes)
      6 days left to ask for an extension: 31 March 2026
  `
})

test('which one is meant is asked where several came, unless it is named or only one is of that kind', async () => {
  await chat()`
    > remind me before the trial in Hamburg ends on 15 April
      Tracked. Your next reminder comes on 24 March 2026
    > remind me before the trial in Lyon ends on 15 April
      Tracked. Your next reminder comes on 24 March 2026
    > remind me before our licence ends on 23 April
      Tracked. Your next reminder comes on 24 March 2026
    > (the next reminder comes)
      7 days left to ask for an extension: 31 March 2026
      7 days left to ask for an extension: 31 March 2026
      The licence ends in 30 days: 23 April 2026
    > done
      Which one do you mean?
      [Open] [Tomorrow again] [Stop these] [All reminders]
    > [Open] item=Lyon
      7 days left to ask for an extension: 31 March 2026
      ... For Lyon
      [Done]
    > renewed
      How did the licence go on?
    > never mind
      OK, dropped. What would you like to know?
    > Hamburg is done
      How did the trial go on?
      ... Hamburg
    > never mind
      OK, dropped. What would you like to know?
    > bought for Lyon
      Done: no more reminders for this one
      ... Lyon
  `
})

test('without a reminder that came lately, the same words mean what they mean', async () => {
  await chat()`
    > remind me before our trial ends on 15 April
      Tracked. Your next reminder comes on 24 March 2026
    > done
      I didn't understand that
    > (the next reminder comes)
      7 days left to ask for an extension: 31 March 2026
    > can I get my money back?
      A licence can be given back within 7 days of its start
    > bought
      Did you mean ...?
  `
})

test('when it was done, and of several licences, is said in passing', async () => {
  await chat()`
    > remind me before our licence ends on 15 April
      Tracked. Your next reminder comes on 16 March 2026
    > (the next reminder comes)
      The licence ends in 30 days: 15 April 2026
    > renewed it yesterday
      How did the licence go on?
    > 15 April 2027
      Moved. The next reminder comes on 20 April 2026
  `
  await chat()`
    > remind me before our trial ends on 15 April
      Tracked. Your next reminder comes on 24 March 2026
    > (the next reminder comes)
      7 days left to ask for an extension: 31 March 2026
    > we bought the licences this morning
      Done: no more reminders for this one
  `
})

test('how it went on may be answered in words, too', async () => {
  await chat()`
    > remind me before our trial ends on 15 April
      Tracked. Your next reminder comes on 24 March 2026
    > (the next reminder comes)
      7 days left to ask for an extension: 31 March 2026
    > done
      How did the trial go on?
    > extended
      How did the trial go on?
    > 15 May
      Moved. The next reminder comes on 23 April 2026
  `
  await chat()`
    > remind me before our trial ends on 15 April
      Tracked. Your next reminder comes on 24 March 2026
    > (the next reminder comes)
      7 days left to ask for an extension: 31 March 2026
    > done
      How did the trial go on?
    > bought the licences
      Done: no more reminders for this one
  `
})

test('a renewal told after a reminder of one of two is that one', async () => {
  await chat()`
    > track the Basel licence until 30 June
      Tracked. Your next reminder comes on 1 May 2026
    > track the Lyon licence until 31 July
      Tracked. Your next reminder comes on 1 June 2026
    > (the next reminder comes)
      The licence ends in 60 days: 30 June 2026
    > we renewed it until 30 June 2027
      Moved. The next reminder comes on 5 July 2026
      ... For Basel
      ... Licence started: 1 July 2026
  `
})

test('an extension that was got moves what is tracked, one that is wished for does not', async () => {
  await chat()`
    > remind me before our trial ends on 15 April
      Tracked. Your next reminder comes on 24 March 2026
    > (the next reminder comes)
      7 days left to ask for an extension: 31 March 2026
    > we need to get an extension until 15 May
      You can ask until 15 days before the trial ends
    > never mind
      OK, dropped. What would you like to know?
    > we got the extension, new end date is 15 May
      Moved. The next reminder comes on 23 April 2026
      ... It was: Trial until 15 April 2026
  `
})
