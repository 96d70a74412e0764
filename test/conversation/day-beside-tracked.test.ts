import { test } from 'vitest'
import { chat } from '../support/chat.ts'

// A day that is told while reminders are spoken of moves an end only where the message says that and nothing else.

const basel = `
  > remind me of the Basel licence, ends 30 June
    Tracked. Your next reminder comes on 1 May 2026`
const trial = `
  > remind me of the trial, ends 22 April
    Tracked. Your next reminder comes on 31 March 2026`

test.for([
  "it's 28 April",
  'no, 28 April',
  'make it 28 April',
  'Basel ends 28 April',
  'the Basel one ends on 28 April 2026, sorry',
  'sorry, I meant 28 April instead of 30 June',
  'not 30 June but 28 April',
  'the licence ends 28 April',
  'move it to 28 April',
  'actually the new end date is 28 April',
  'remind me of the Basel licence, ends 28 April',
  'Microsoft says it ends 28 April',
])('"%s" moves the end', async said => {
  await chat()`${basel}
    > ${said}
      Moved. The next reminder comes on 29 March 2026
      ... For Basel
      ... Licence ends: 28 April 2026
      ... It was: Licence until 30 June 2026
      [Put back]
  `
})

test.for([
  ['the quote expires 15 May, remind me of that too', '15 May 2026'],
  ['the support contract ends 31 August', '31 August 2026'],
  ['our E5 renews on 31 August', '31 August 2026'],
  ['budget closes 15 May', '15 May 2026'],
  ['the support contract was renewed until 31 August', '31 August 2026'],
  ['change the delivery date to 20 April', '20 April 2026'],
  ['the old one ended 31 January', '31 January 2026'],
  ['the previous term ended 30 June 2025', '30 June 2025'],
  ['nothing on 1 June?', '1 June 2026'],
  ["I didn't get one on 5 March", '5 March 2026'],
  ['make it 2 June instead of 31 May', '2 June 2026'],
  ['the warehouse licence ends 31 August', '31 August 2026'],
  ["we've got another licence there, ends 31 August", '31 August 2026'],
  ['the other licence ends 31 August', '31 August 2026'],
])('"%s" is asked back, and moves nothing', async ([said, day]) => {
  await chat()`${basel}
    > ${said}
      What is ${day}?
      ... Nothing is changed yet
      ... Basel: Licence until 30 June 2026
      [It ends then] [It's another one]
    > when does it end?
      Covered until 30 June 2026. Then 30 days to renew
  `
})

test.for([
  ['we have another trial, until 3 May'],
  ['a second trial ends 3 May'],
  ["the sister company's trial runs to 3 May"],
  ['and the other one ends 3 May'],
  ['track another one: 3 May'],
  ['and a trial that ends 3 May?'],
])('"%s" is a second one, once it has a name', async ([said]) => {
  await chat()`${trial}
    > ${said}
      What is 3 May 2026?
    > [It's another one]
      What is the other one called?
    > [Track it] name=Bremen
      Tracked. Your next reminder comes on 11 April 2026
      ... For Bremen
    > what is tracked?
      2 are tracked here
      ... Trial: until 22 April 2026
  `
})

test.for(['we run another trial until 3 May, can it be extended?', 'can I extend a trial that ends 3 May?'])(
  'what "%s" asks about moves nothing when it is to be tracked',
  async said => {
    await chat()`
      > remind me of the Izmir trial, ends 22 April
        Tracked. Your next reminder comes on 31 March 2026
      > ${said}
        Yes, until 18 April 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
      > remind me
        What is 3 May 2026?
        ... Izmir: Trial until 22 April 2026
    `
  },
)

test('what a day is may be pressed', async () => {
  await chat()`${trial}
    > and the first of April
      What is 1 April 2026?
    > [Remind me then too]
      Changed. The next reminder comes on 31 March 2026
      ... Trial ends: 22 April 2026
      ... Also: 21 days before the end
    > our portal shows 28 April
      What is 28 April 2026?
    > [It ends then]
      Moved. The next reminder comes on 6 April 2026
  `
})

test.for([
  ['1 April too', '21 days'],
  ['plus 1 April', '21 days'],
  ['can I get one on 1 April', '21 days'],
  ['wake me on 1 April', '21 days'],
  ['write me on 1 April as well', '21 days'],
  ['would like to hear from you on 1 April', '21 days'],
  ['also 1 April and 10 April', '21 days, 12 days'],
  ['one on 1 April, one on 10 April', '21 days, 12 days'],
  ['a week before as well, and on 1 April', '21 days, 7 days'],
  ['could you add 1 April as an extra reminder?', '21 days'],
  ['also the Friday before', '5 days'],
])('"%s" adds days to be reminded on', async ([said, days]) => {
  await chat()`${trial}
    > ${said}
      Changed. The next reminder comes on 31 March 2026
      ... Trial ends: 22 April 2026
      ... Also: ${days} before the end
  `
})

test.for(['drop the one on 3 April', 'not on 3 April after all', 'remove 3 April again'])('"%s" takes such a day away', async said => {
  await chat()`${trial}
    > also on 3 April
      Changed. The next reminder comes on 31 March 2026
      ... Also: 19 days before the end
    > ${said}
      Changed. The next reminder comes on 31 March 2026
      ... Trial ends: 22 April 2026
  `
})

test('a day of which nothing came is told', async () => {
  await chat()`
    > remind me of the Basel licence, ends 30 June, on 3 June and on 10 June
      Tracked. Your next reminder comes on 1 May 2026
      ... Not used: 3 June, 10 June
  `
})

test.for([
  'undo',
  'undo that',
  'take that back',
  'cancel that',
  'no, wrong',
  'put it back to 30 June',
  'revert',
  'back to the old date',
  "I didn't mean that",
  '[Put back]',
])('"%s" takes a moved end back', async said => {
  await chat()`${basel}
      > Basel ends 15 May
        Moved. The next reminder comes on 16 March 2026
      > ${said}
        Moved. The next reminder comes on 1 May 2026
        ... Licence ends: 30 June 2026
        ... It was: Licence until 15 May 2026
    `
})

test.for(['also on 3 April', 'also 5 days before'])('"undo" takes back "%s"', async said => {
  await chat()`${trial}
    > ${said}
      Changed. The next reminder comes on 31 March 2026
    > undo
      Changed. The next reminder comes on 31 March 2026
      ... Trial ends: 22 April 2026
    > what is tracked?
      The next reminder comes on 31 March 2026
  `
})

test('"undo" of a renewal gives back the former term', async () => {
  await chat()`${basel}
    > (the next reminder comes)
      The licence ends in 60 days: 30 June 2026
    > done
      How did the licence go on?
    > until 30 June 2027
      Moved. The next reminder comes on 5 July 2026
    > undo
      Moved. The next reminder comes on 31 May 2026
      ... Licence ends: 30 June 2026
  `
})

test('"undo" stops what was tracked just now, and nothing else', async () => {
  await chat()`${basel}
    > undo
      Stopped: no more reminders for this one
    > undo
      Tracked. Your next reminder comes on 1 May 2026
    > what is tracked?
      The next reminder comes on 1 May 2026
    > undo
      I can take back only the change just made. As it is tracked now:
    > cancel that
      Which one shall I stop?
    > (the next reminder comes)
      The licence ends in 60 days: 30 June 2026
    > later
      I'll remind you again on 2 May 2026
    > undo
      I can take back only the change just made. As it is tracked now:
  `
})

test('what somebody else changed meanwhile is not undone', async () => {
  await chat({ place: 'channel' })`
    > remind us of the Izmir trial, ends 22 April
      Tracked. The next reminder comes here on 31 March 2026
    > (Bob) Izmir ends 29 April
      Moved. The next reminder comes on 7 April 2026
    > undo
      The next reminder comes on 7 April 2026
  `
})

test.for([
  ['please remove Paris, they sold it', '1 M, 1 XS', 'Metz | 90 | XS'],
  ['could you drop Paris from the list', '1 M, 1 XS', 'Metz | 90 | XS'],
  ['clear the list', '2 M, 1 XS', 'none would be left; "start over" forgets them all'],
  ['forget these sites', '2 M, 1 XS', 'none would be left; "start over" forgets them all'],
  ['delete them all', '2 M, 1 XS', 'none would be left; "start over" forgets them all'],
  ['remove everything', '2 M, 1 XS', 'none would be left; "start over" forgets them all'],
  ['drop the warehouse', '2 M, 1 XS', 'which of the sites?'],
] as const)('"%s" of a list of sites stops no reminder', async ([said, headline, line]) => {
  await chat()`${trial}
    > Lyon 400, Paris 300, Metz 90
      2 M, 1 XS
    > ${said}
      ${headline}
      ... ${line}
    > what is tracked?
      The next reminder comes on 31 March 2026
    > stop the reminders
      Stopped: no more reminders for this one
  `
})

test.for(['remove my own days', 'the customer left, remove it'])('"%s" is asked before anything is stopped', async said => {
  await chat()`${trial}
    > ${said}
      Which one shall I stop?
  `
})

test.for(['is 30 July the last day of grace?', 'so we are covered till 30 July?'])(
  '"%s" is answered with the dates that are tracked',
  async said => {
    await chat()`${basel}
      > ${said}
        The next reminder comes on 1 May 2026
        ... Licence ends: 30 June 2026
        ... Last day of grace
    `
  },
)

test.for(['renewal is planned for 15 June', 'the quote is valid until 15 June', 'we have until 15 June internally'])(
  '"%s" after a reminder is asked back',
  async said => {
    await chat()`${basel}
      > (the next reminder comes)
        The licence ends in 60 days: 30 June 2026
      > ${said}
        What is 15 June 2026?
        ... Basel: Licence until 30 June 2026
    `
  },
)

test.for([
  ['the end', 'Moved. The next reminder comes on 16 March 2026', 'Licence ends: 15 May 2026'],
  ['remind me then too', 'Changed. The next reminder comes on 1 May 2026', 'Also: 46 days before the end'],
  ['never mind', 'OK, dropped. What would you like to know?', ''],
])('"%s" tells what a day is', async ([said, answer, under]) => {
  await chat()`${basel}
    > the quote expires 15 May
      What is 15 May 2026?
    > ${said}
      ${answer}
      ${under ? `... ${under}` : ''}
  `
})

test('another one is named in words', async () => {
  await chat()`${basel}
    > the quote expires 15 May
      What is 15 May 2026?
    > another one
      What is the other one called?
    > Ulm
      Tracked. Your next reminder comes on 16 March 2026
      ... For Ulm
      ... Licence ends: 15 May 2026
  `
})

test.for([
  ['remind me of Izmir, ends 22 April', '22 April 2026'],
  ['track 22 April', '22 April 2026'],
  ['ping me before Izmir runs out on 22 April', '22 April 2026'],
  ['remind me to call the customer on 20 March', '20 March 2026'],
])('"%s" says of neither a trial nor a licence, so that is asked', async ([said, day]) => {
  await chat()`
    > ${said}
      What ends on ${day}: a trial or a paid licence?
      [Trial] [Paid licence]
  `
})

test('what ends is told after it was asked, under the name that was told before', async () => {
  await chat()`
    > remind me of Izmir, ends 22 April
      What ends on 22 April 2026: a trial or a paid licence?
    > a trial
      Tracked. Your next reminder comes on 31 March 2026
      ... For Izmir
      ... Trial ends: 22 April 2026
  `
})

test.for([
  'remind me before the grace period ends on 31 March',
  'remind me before the service stops on 15 April',
  'remind me before our data is deleted on 1 June',
  'remind me: refund window closes 13 March',
])('"%s" tells a day that follows from an end, and the end is asked for', async said => {
  await chat()`
    > ${said}
      I count from the end of the trial or licence. When does it end?
  `
})

test('several that end on one day are all tracked', async () => {
  await chat()`
    > remind me of the Izmir and the Ulm trial, both end 22 April
      Tracked. Your next reminder comes on 31 March 2026
      Tracked. Your next reminder comes on 31 March 2026
    > remind me of Basel, Genf and Bonn, they all end 22 April
      Tell me one trial or licence at a time, so that no date is lost
    > extended both until 22 May
      Moved. The next reminder comes on 30 April 2026
      Moved. The next reminder comes on 30 April 2026
  `
})

test.for(['Basel and Lyon are renewed until 30 June 2027', 'all renewed until 30 June 2027'])('"%s" renews both', async said => {
  await chat()`${basel}
    > remind me of the Lyon licence, ends 30 June
      Tracked. Your next reminder comes on 1 May 2026
    > ${said}
      Moved. The next reminder comes on 5 July 2026
      Moved. The next reminder comes on 5 July 2026
  `
})

test('those renewed until days of their own are told one at a time', async () => {
  await chat()`${basel}
    > remind me of the Lyon licence, ends 12 August
      Tracked. Your next reminder comes on 13 June 2026
    > Basel is renewed until 30 June 2027, Lyon until 31 August 2027
      Tell me one trial or licence at a time, so that no date is lost
  `
})

test('both that are spoken of are tracked, though one is a trial and one was bought', async () => {
  await chat()`
    > can I extend? trial ends 22 April
      Yes, until 7 April 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
    > refund? bought 8 March
      Yes, until 15 March 2026
    > remind me of both
      Tracked. Your next reminder comes on 31 March 2026
      ... Trial ends: 22 April 2026
      Tracked. Your next reminder comes on 12 March 2026
      ... Licence started: 8 March 2026
  `
})

test('a trial and a licence of one name are told apart before one is moved', async () => {
  await chat()`
    > remind me of the Izmir trial, ends 22 April
      Tracked. Your next reminder comes on 31 March 2026
    > remind me of the Izmir licence, ends 30 June
      Tracked. Your next reminder comes on 1 May 2026
    > Izmir is 30 April
      What is 30 April 2026?
    > the Izmir trial ends 30 April
      Moved. The next reminder comes on 8 April 2026
      ... It was: Trial until 22 April 2026
  `
})

test.for(['so I have three weeks?', "that's in 21 days then?", 'on 31 March it closes?', 'what time on 31 March?'])(
  '"%s" of the last day to ask moves no end',
  async said => {
    await chat()`
      > trial ends 15 April, extend?
        Yes, until 31 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
      > ${said}
        Yes, until 31 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
      > remind me
        Tracked. Your next reminder comes on 24 March 2026
        ... Trial ends: 15 April 2026
    `
  },
)

test('a day of the person before the last day to extend warns of that', async () => {
  await chat()`${trial}
    > also on 1 April
      Changed. The next reminder comes on 31 March 2026
    > (the next reminder comes)
      7 days left to ask for an extension: 7 April 2026
    > (the next reminder comes)
      6 days left to ask for an extension: 7 April 2026
  `
})

test.for(['Izmir is a paid licence', 'the Izmir one is a licence, not a trial', "it's a licence"])(
  '"%s" puts the kind right',
  async said => {
    await chat()`
    > remind me of the Izmir trial, ends 22 April
      Tracked. Your next reminder comes on 31 March 2026
    > ${said}
      Tracked. Your next reminder comes on 23 March 2026
      Stopped: no more reminders for this one
  `
  },
)
