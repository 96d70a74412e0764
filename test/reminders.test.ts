import { describe, test } from 'vitest'
import { chat } from './support/chat.ts'
import { operatorOn } from './support/verdicts.ts'

describe('tracking', () => {
  test('takes one sentence, and shows each date with the days on which a reminder comes', async () => {
    await chat()`
      > remind me before our trial ends on 15 April
        Tracked. Your next reminder comes on 24 March 2026
        ... Last day to ask for an extension. Reminders: 24, 28, 30 and 31 March
        ... Trial ends. Reminders: 1, 8, 12, 14 and 15 April
        ... Last day of grace. Reminders: 1, 8 and 14 May
        ... Reminders come at 09:00 (UTC).
        [Stop reminders] [All reminders] [Change] [Why]
    `
  })

  test('asks for what is missing, and keeps the rest of the wish', async () => {
    await chat()`
      > remind me 5 days before our trial in Hamburg ends
        I remind you before each date that closes a door
        [Update]
      > 15 April
        Tracked. Your next reminder comes on 24 March 2026
        ... For Hamburg
        ... Also: 5 days before the end
        ... Trial ends. Reminders: 1, 8, 10, 12, 14 and 15 April
    `
  })

  test('begins with a press on an answer', async () => {
    await chat()`
      > can I extend my trial? it ends on 15 April
        Yes, until 31 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
        [Remind me]
      > [Remind me]
        Tracked. Your next reminder comes on 24 March 2026
      > [Remind me]
        Tracked already. The next reminder comes on 24 March 2026
    `
  })

  test('begins with a form, where nothing is known', async () => {
    await chat()`
      > remind me
        Which dates shall I watch?
        [Track it]
      > [Track it] kind=paid
        I remind you before each date that closes a door
      > [Track it] kind=paid end=2026-06-30 name=Lyon
        Tracked. Your next reminder comes on 1 May 2026
        ... For Lyon
    `
  })

  test('of a licence whose start is known counts a year, and has the refund', async () => {
    await chat()`
      > remind me, we bought a licence on 8 March
        Tracked. Your next reminder comes on 12 March 2026
        ... Last day for a refund. Reminders: 12, 14 and 15 March
        ... Counted as one year from the start.
    `
  })

  test('the same one again with another date moves it, and says so', async () => {
    await chat()`
      > remind me before our trial ends on 15 April
        Tracked. Your next reminder comes on 24 March 2026
      > remind me before our trial ends on 30 April
        Moved. The next reminder comes on 8 April 2026
        ... It was: Trial until 15 April 2026
      > sorry, the 20th
        Moved. The next reminder comes on 29 March 2026
      > also 10 days before
        Changed. The next reminder comes on 29 March 2026
        ... Also: 10 days before the end
      > what do you track for me?
        The next reminder comes on 29 March 2026
    `
  })

  test('changes the date of what is tracked, by anyone there and at any time', async () => {
    await chat({ place: 'channel' })`
      > remind us before our trial ends on 15 April
        Tracked. The next reminder comes here on 24 March 2026
      > (40 minutes later)
      > (Bob) change the date to 20 April
        Moved. The next reminder comes on 29 March 2026
        ... It was: Trial until 15 April 2026
      > (40 minutes later)
      > please move it from 20 April to 10 April.
        Moved. The next reminder comes on 19 March 2026
    `
    await chat()`
      > track licence Lyon, ends 30 June 2026
        Tracked. Your next reminder comes on 1 May 2026
      > track licence Nice, ends 31 August 2026
        Tracked. Your next reminder comes on 2 July 2026
      > move Lyon to 1 July
        Moved. The next reminder comes on 2 May 2026
        ... For Lyon
      > move it to 2 July
        Moved. The next reminder comes on 3 May 2026
        ... For Lyon
    `
  })

  test('asks for the new date where there is no such day or two of them, and moves the same one', async () => {
    await chat()`
      > remind me before our trial in Ulm ends on 15 April
        Tracked. Your next reminder comes on 24 March 2026
      > (40 minutes later)
      > change the date to 31 April
        There is no day "31 April" in the calendar
      > 30 April
        Moved. The next reminder comes on 8 April 2026
        ... For Ulm
      > (40 minutes later)
      > change the date to 3/5
        Which day is "3/5"?
        ... Trial ends:
      > [3 May 2026]
        Moved. The next reminder comes on 11 April 2026
        ... For Ulm
    `
  })

  test('leaves alone what is tracked while something else is spoken of', async () => {
    await chat()`
      > remind me before our trial ends on 15 April
        Tracked. Your next reminder comes on 24 March 2026
      > can I extend it?
        Yes, until 31 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
      > change it to 20 April
        Yes, until 5 April 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
      > what do you track for me?
        The next reminder comes on 24 March 2026
    `
  })

  test('tells one of another name or kind apart', async () => {
    await chat()`
      > track license: Bratislava, start 12 Jan 2026, end 11 Jan 2027
        Tracked. Your next reminder comes on 12 November 2026
      > make it 11 February 2027
        Moved. The next reminder comes on 13 December 2026
        ... For Bratislava
      > remind me before our licence ends on 30 June
        Tracked. Your next reminder comes on 1 May 2026
      > what do you track for me?
        2 are tracked here
        ... Bratislava: Licence until 11 February 2027, next reminder 13 December 2026
        ... Licence: until 30 June 2026, next reminder 1 May 2026
      > (looks at the card again)
        2 are tracked here
      > [Open] item=Bratislava
        The next reminder comes on 13 December 2026
    `
  })

  test("plans nothing for this morning: the confirmation is today's reminder", async () => {
    await chat()`
      > remind me before our trial ends on 25 March
        Tracked. Your next reminder comes on 11 March 2026
        ... Last day to ask for an extension (today). This is today's reminder
    `
  })

  test('goes on with what was tracked last', async () => {
    await chat()`
      > our trial ends on 15 April, can we extend it?
        Yes, until 31 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
      > can I get my money back? bought 8 March
        Yes, until 15 March 2026
      > remind me of that
        Tracked. Your next reminder comes on 12 March 2026
        ... Licence started: 8 March 2026
      > sorry, it was the 6th
        Moved. The next reminder comes on 12 March 2026
        ... Licence started: 6 March 2026
      > trial: 5th may. yell at me 1 wk before. thx
        Tracked. Your next reminder comes on 13 April 2026
        ... Trial ends: 5 May 2026
        ... Also: 7 days before the end
    `
  })

  test('takes the dates of a trial and a licence at once', async () => {
    await chat()`
      > remind me: our trial ends on 15 April and our licence ends on 30 June
        Tracked. Your next reminder comes on 24 March 2026
        ... Trial ends: 15 April 2026
        Tracked. Your next reminder comes on 1 May 2026
        ... Licence ends: 30 June 2026
    `
  })

  test('of dates that are all over is refused with a question', async () => {
    await chat()`
      > remind me, our trial ended on 1 December 2025
        There is no date left to remind you of
        ... The trial ended on 1 December 2025. Is it another day?
    `
  })

  test('never takes what is only supposed', async () => {
    await chat()`
      > can I extend my trial? it ends on 15 April
        Yes, until 31 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
      > what if it ended on 30 April?
        Yes, until 15 April 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
      > remind me
        Tracked. Your next reminder comes on 24 March 2026
        ... Trial ends: 15 April 2026
    `
  })
})

describe('a reminder', () => {
  test('says what closes, when, what then and what to do', async () => {
    await chat()`
      > remind me before our trial ends on 15 April
        Tracked. Your next reminder comes on 24 March 2026
      > (the next reminder comes)
        7 days left to ask for an extension: 31 March 2026
        ... A Global or Billing admin asks for it in the admin center.
        ... After that day only sales can extend the trial.
        [Open the admin center ↗] [Done] [Tomorrow again] [Stop these] [Why]
      > (the next reminder comes)
        3 days left to ask for an extension: 31 March 2026
    `
  })

  test('comes again tomorrow when that is asked for, once', async () => {
    await chat()`
      > remind me before our trial ends on 15 April
        Tracked. Your next reminder comes on 24 March 2026
      > (the next reminder comes)
        7 days left to ask for an extension: 31 March 2026
      > [Tomorrow again]
        I'll remind you again on 25 March 2026
      > [Tomorrow again]
        I'll remind you again on 25 March 2026
      > (the next reminder comes)
        6 days left to ask for an extension: 31 March 2026
      > (the next reminder comes)
        3 days left to ask for an extension: 31 March 2026
    `
  })

  test('is done with a new end, and then watches that', async () => {
    await chat()`
      > remind me before our trial ends on 15 April
        Tracked. Your next reminder comes on 24 March 2026
      > (the next reminder comes)
        7 days left to ask for an extension: 31 March 2026
      > [Done]
        How did the trial go on?
        [It was extended] [We bought a licence] [It is over] [Back]
      > [It was extended]
        How did the trial go on?
        ... Pick the day on which it ends now.
      > [It was extended] trialEnd=2026-05-15
        Moved. The next reminder comes on 23 April 2026
      > [Done]
        The next reminder comes on 23 April 2026
      > [It was extended] trialEnd=2026-06-15
        The next reminder comes on 23 April 2026
    `
  })

  test('is done with a renewal, whose end lies later', async () => {
    await chat()`
      > remind me before our licence ends on 15 April
        Tracked. Your next reminder comes on 16 March 2026
      > (the next reminder comes)
        The licence ends in 30 days: 15 April 2026
      > [Done]
        How did the licence go on?
      > [It was renewed] licenseEnd=2026-04-15
        How did the licence go on?
        ... The new end must be later than 15 April 2026.
      > [It was renewed] licenseEnd=2027-04-15
        Moved. The next reminder comes on 20 April 2026
        ... Licence started: 16 April 2026
    `
  })

  test('is answered in words as well: extended, renewed', async () => {
    await chat()`
      > remind me before our trial in Lyon ends on 15 April
        Tracked. Your next reminder comes on 24 March 2026
      > remind me before our licence ends on 30 June
        Tracked. Your next reminder comes on 1 May 2026
      > (the next reminder comes)
        7 days left to ask for an extension: 31 March 2026
      > the trial was extended to 15 May
        Moved. The next reminder comes on 23 April 2026
        ... For Lyon
        ... It was: Trial until 15 April 2026
      > we renewed the licence until 30 June 2027
        Moved. The next reminder comes on 5 July 2026
        ... Licence started: 1 July 2026
    `
  })

  test('is settled, and shows that on every card from then on', async () => {
    await chat()`
      > remind me before our trial ends on 15 April
        Tracked. Your next reminder comes on 24 March 2026
      > (the next reminder comes)
        7 days left to ask for an extension: 31 March 2026
      > [Done]
        How did the trial go on?
      > [We bought a licence]
        Done: no more reminders for this one
      > [Tomorrow again]
        Done: no more reminders for this one
      > [Stop these]
        Done: no more reminders for this one
      > what do you track for me?
        Nothing is tracked here
      > [Remind me again]
        Tracked. Your next reminder comes on 28 March 2026
    `
  })

  test('comes for each one, and for more than five as one list, of which one can be opened', async () => {
    await chat()`
      > remind me before the licence Lyon ends on 9 May
        Tracked. Your next reminder comes on 9 April 2026
      > remind me before the licence Leeds ends on 9 May
        Tracked. Your next reminder comes on 9 April 2026
      > (the next reminder comes)
        The licence ends in 30 days: 9 May 2026
        The licence ends in 30 days: 9 May 2026
      > remind me before the licence Ghent ends on 9 May
        Tracked. Your next reminder comes on 25 April 2026
      > remind me before the licence Turin ends on 9 May
        Tracked. Your next reminder comes on 25 April 2026
      > remind me before the licence Porto ends on 9 May
        Tracked. Your next reminder comes on 25 April 2026
      > remind me before the licence Malmö ends on 9 May
        Tracked. Your next reminder comes on 25 April 2026
      > (the next reminder comes)
        6 reminders for today
        ... Leeds: The licence ends in 14 days: 9 May 2026
        [Open] [Tomorrow again] [Stop these] [All reminders]
      > [Open] item=Leeds
        The licence ends in 14 days: 9 May 2026
        ... For Leeds
      > [Stop these]
        Stopped: no more reminders for this one
        ... Leeds: Licence until 9 May 2026
      > what do you track for me?
        5 are tracked here
    `
  })

  test('that came in a list names no date that its item has no more', async () => {
    await chat()`
      > remind me before the licence Lyon ends on 9 May
        Tracked. Your next reminder comes on 9 April 2026
      > remind me before the licence Leeds ends on 9 May
        Tracked. Your next reminder comes on 9 April 2026
      > remind me before the licence Ghent ends on 9 May
        Tracked. Your next reminder comes on 9 April 2026
      > remind me before the licence Turin ends on 9 May
        Tracked. Your next reminder comes on 9 April 2026
      > remind me before the licence Porto ends on 9 May
        Tracked. Your next reminder comes on 9 April 2026
      > remind me before the licence Malmö ends on 9 May
        Tracked. Your next reminder comes on 9 April 2026
      > (the next reminder comes)
        6 reminders for today
        ... Leeds: The licence ends in 30 days: 9 May 2026
      > remind me before the licence Leeds ends on 30 June
        Moved. The next reminder comes on 1 May 2026
      > done
        Which one do you mean?
        ... Lyon: The licence ends in 30 days: 9 May 2026
        ... Leeds: Next: licence ends, 30 June 2026.
    `
  })

  test('counts its days anew whenever it is looked at, and changes nothing by that', async () => {
    await chat()`
      > remind me before our trial ends on 15 April
        Tracked. Your next reminder comes on 24 March 2026
        ... Trial ends: 15 April 2026 (36 days left)
      > (2880 minutes later)
      > (looks at the card again)
        The next reminder comes on 24 March 2026
        ... Trial ends: 15 April 2026 (34 days left)
      > (the next reminder comes)
        7 days left to ask for an extension: 31 March 2026
      > (7200 minutes later)
      > (looks at the card again)
        2 days left to ask for an extension: 31 March 2026
      > (4320 minutes later)
      > (looks at the card again)
        The last day to ask for an extension was 31 March 2026
        ... Next: trial ends, 15 April 2026.
      > [Tomorrow again]
        The last day to ask for an extension was 31 March 2026
      > stop reminders
        Stopped: no more reminders for this one
      > (looks at the card again)
        Stopped: no more reminders for this one
    `
  })

  test('can be looked at on demand', async () => {
    await chat()`
      > send me a test reminder
        7 days left to ask for an extension: 17 March 2026
        ... This is a test, with made-up dates. Real ones come in the morning.
      > [Done]
        That was a test with made-up dates: nothing of it is tracked
      > remind me before our licence ends on 30 June
        Tracked. Your next reminder comes on 1 May 2026
      > send me a test reminder
        The licence ends in 112 days: 30 June 2026
        ... This is a test, with your own dates. Real ones come in the morning.
    `
  })

  test("is told by the operator's rules", async () => {
    await chat({ policy: operatorOn({ trial: { closesDaysBefore: 10 } }) })`
      > send me a test reminder
        12 days left to ask for an extension: 22 March 2026
        ... This is a test, with made-up dates. Real ones come in the morning.
    `
  })
})

test('a card that Teams computes again leaves the conversation as it is', async () => {
  await chat()`
    > remind me before our trial ends on 15 April
      Tracked. Your next reminder comes on 24 March 2026
    > remind me before our licence ends on 30 June
      Tracked. Your next reminder comes on 1 May 2026
    > list reminders
      2 are tracked here
    > start over
      Done: I've forgotten what you told me. What would you like to know?
    > can I get my money back?
      A licence can be given back within 7 days of its start
    > (looks at the card again)
      2 are tracked here
    > 8 March
      Yes, until 15 March 2026
  `
})

describe('stopping', () => {
  test('ends the only one, and can be taken back', async () => {
    await chat()`
      > remind me before our trial ends on 15 April
        Tracked. Your next reminder comes on 24 March 2026
      > stop reminders
        Stopped: no more reminders for this one
        ... Trial: until 15 April 2026
      > [Stop reminders]
        Stopped: no more reminders for this one
      > [Remind me again]
        Tracked. Your next reminder comes on 24 March 2026
    `
  })

  test('ends the one that is named, and asks where several may be meant', async () => {
    await chat()`
      > remind me before our trial in Hamburg ends on 15 April
        Tracked. Your next reminder comes on 24 March 2026
      > remind me before our trial in Lyon ends on 20 April
        Tracked. Your next reminder comes on 29 March 2026
      > remind me before our licence ends on 30 June
        Tracked. Your next reminder comes on 1 May 2026
      > cancel reminder
        Which one shall I stop?
        [Open] [Stop all]
      > stop the trial reminder
        Which one shall I stop?
      > stop the Hamburg reminder
        Stopped: no more reminders for this one
        ... Hamburg: Trial until 15 April 2026
      > cancel the one for 30 June, keep the rest
        Stopped: no more reminders for this one
        ... Licence: until 30 June 2026
      > remind me before our licence ends on 30 June
        Tracked. Your next reminder comes on 1 May 2026
      > cancel the one for May 5th
        I don't track that one. These are tracked here
      > stop tracking Malmö
        I don't track that one. These are tracked here
      > stop all reminders
        Stopped: no more reminders for these 2
      > [Stop all]
        Stopped: no more reminders for these 2
      > stop reminders
        Nothing is tracked here
    `
  })

  test('is not what "until Monday" asks for', async () => {
    await chat()`
      > remind me before our trial ends on 15 April
        Tracked. Your next reminder comes on 24 March 2026
      > mute reminders until Monday
        I can't pause reminders, only stop them
    `
  })
})

test('"forget me" deletes all of it, at once', async () => {
  await chat()`
    > remind me before our trial ends on 15 April
      Tracked. Your next reminder comes on 24 March 2026
    > what do you know about me?
      This is what I know about you. "Forget me" deletes it
      ... Trial: until 15 April 2026, next reminder 24 March 2026
    > forget me
      Done: everything about you is deleted, with all reminders of this chat.
    > what do you track for me?
      Nothing is tracked here
    > what do you know about me?
      I know nothing about you at the moment
    > [Stop reminders]
      What this card is about is no longer kept here
  `
})

describe('in a channel', () => {
  test('anyone may change or stop what is tracked, and the card names it', async () => {
    await chat({ place: 'channel' })`
      > remind us before our trial in Hamburg ends on 15 April
        Tracked. The next reminder comes here on 24 March 2026
        ... They come to this conversation, and anyone here can change or stop them.
      > (Bob) what do you track?
        The next reminder comes on 24 March 2026
        ... For Hamburg
      > (Bob) [Update] trialEnd=2026-04-30
        Moved. The next reminder comes on 8 April 2026
        ... It was: Trial until 15 April 2026
      > (Bob) stop reminders
        Stopped: no more reminders for this one
        ... Hamburg: Trial until 30 April 2026
      > [Stop reminders]
        Stopped: no more reminders for this one
    `
  })

  test('of two who press in the same instant one gets through, and the other sees how things stand', async () => {
    await chat({ place: 'channel' })`
      > remind us before our trial in Hamburg ends on 15 April
        Tracked. The next reminder comes here on 24 March 2026
      > (at once) [Update] trialEnd=2026-04-30 & (Bob) [Stop reminders]
        Moved. The next reminder comes on 8 April 2026
        The next reminder comes on 8 April 2026
        ... Trial ends: 30 April 2026
      > (at once) [Stop reminders] & (Bob) [Update] trialEnd=2026-05-15
        Stopped: no more reminders for this one
        Stopped: no more reminders for this one
      > (at once) [Remind me again] & (Bob) [Remind me again]
        Tracked. The next reminder comes here on 8 April 2026
        The next reminder comes on 8 April 2026
      > (at once) remind us before our trial in Hamburg ends on 15 May & (Bob) the trial was extended to 20 May
        Moved. The next reminder comes on 23 April 2026
        Moved. The next reminder comes on 28 April 2026
        ... It was: Trial until 15 May 2026
    `
  })

  test('"forget me" leaves what is tracked there, without the name', async () => {
    await chat({ place: 'channel' })`
      > remind us before our trial ends on 15 April
        Tracked. The next reminder comes here on 24 March 2026
      > forget me
        Done: everything about you is deleted. Reminders of a shared conversation go on without your name; "stop reminders" ends them.
      > what do you know about me?
        I know nothing about you at the moment
      > (Bob) list reminders
        The next reminder comes on 24 March 2026
    `
  })
})
