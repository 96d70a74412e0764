import { expect, test } from 'vitest'
import { asksOtherHour } from '../../dialogs/reminders/asked-hour.ts'
import { chat } from '../support/chat.ts'

test.for(['stop', 'stop it', 'cancel', 'cancel it', 'scratch that', 'Stop that please', 'no, drop it', 'undo', 'can you remove this?'])(
  '"%s" right after something was tracked stops it',
  said =>
    chat()`
      > remind me: trial ends 15 April
        Tracked. Your next reminder comes on 24 March 2026
      > ${said}
        Stopped: no more reminders for this one
      > what do you track?
        Nothing is tracked here
    `,
)

test('"stop it" stops what was tracked last, and nothing else', async () => {
  await chat()`
    > remind me: our trial in Lyon ends 15 April
      Tracked. Your next reminder comes on 24 March 2026
    > remind me: our trial in Paris ends 20 April
      Tracked. Your next reminder comes on 29 March 2026
    > stop it
      Stopped: no more reminders for this one
      ... Paris
    > stop it
      Which one shall I stop?
      ... Lyon
    > what do you track?
      The next reminder comes on 24 March 2026
      ... For Lyon
  `
})

test.for(['never mind', 'forget it', 'forget that', 'leave it'])(
  '"%s" after something was tracked shows what is, and stops nothing',
  said =>
    chat()`
    > remind me: trial ends 15 April
      Tracked. Your next reminder comes on 24 March 2026
    > ${said}
      Which one shall I stop?
    > what do you track?
      The next reminder comes on 24 March 2026
  `,
)

test('a reminder that came says which one is meant', async () => {
  await chat()`
    > remind me: our trial in Lyon ends 15 April
      Tracked. Your next reminder comes on 24 March 2026
    > remind me: our licence in Porto ends 3 June
      Tracked. Your next reminder comes on 4 April 2026
    > (the next reminder comes)
      7 days left to ask for an extension: 31 March 2026
    > (31 minutes later)
    > move the reminder to 26 March
      Changed. The next reminder comes on 26 March 2026
      ... For Lyon
  `
})

test('"that is wrong" takes back what was stopped', async () => {
  await chat()`
    > remind me: trial ends 15 April
      Tracked. Your next reminder comes on 24 March 2026
    > stop it
      Stopped: no more reminders for this one
    > that is wrong
      Tracked. Your next reminder comes on 24 March 2026
  `
})

test('a reminder that came can be stopped in a word', async () => {
  await chat()`
    > remind me: trial ends 15 April
      Tracked. Your next reminder comes on 24 March 2026
    > (the next reminder comes)
      7 days left to ask for an extension: 31 March 2026
    > stop
      Stopped: no more reminders for this one
  `
})

test('"stop it" drops a question that is open, and what is tracked stays', async () => {
  await chat()`
    > remind me: trial ends 15 April
      Tracked. Your next reminder comes on 24 March 2026
    > when can I return a licence?
      A licence can be given back within 7 days of its start
    > cancel it
      OK, dropped. What would you like to know?
  `
})

test('a name of several words, with or without its place noun, says which one to stop', async () => {
  await chat()`
    > remind me: trial Plant B ends 20 May
      Tracked. Your next reminder comes on 28 April 2026
      ... For Plant B
    > remind me: our trial in Bad Homburg ends 15 April
      Tracked. Your next reminder comes on 24 March 2026
    > stop Plant B
      Stopped: no more reminders for this one
      ... Plant B
    > please stop reminding me about the Bad Homburg trial
      Stopped: no more reminders for this one
      ... Bad Homburg
  `
})

test('a part of a name is not the name', async () => {
  await chat()`
    > remind me: trial Plant B ends 20 May
      Tracked. Your next reminder comes on 28 April 2026
    > stop Plantation
      Did you mean ...?
    > what do you track?
      The next reminder comes on 28 April 2026
  `
})

test('a reminder that is moved is one more day, and the end stays', async () => {
  await chat()`
    > remind me: trial ends 15 April
      Tracked. Your next reminder comes on 24 March 2026
    > move the reminder to 20 March
      Changed. The next reminder comes on 20 March 2026
      ... Trial ends: 15 April 2026
      ... Last day to ask for an extension. Reminders: 20, 24, 28, 30 and 31 March
    > can you put off the reminder for the trial until 2 April?
      Changed. The next reminder comes on 20 March 2026
      ... Also: 26 days, 13 days before the end
    > shift the notifications to 25 April
      25 April 2026 is after its end, 15 April 2026: no reminder comes then
      ... Trial ends: 15 April 2026
  `
})

test('to move the end is no reminder', async () => {
  await chat()`
    > remind me: trial ends 15 April
      Tracked. Your next reminder comes on 24 March 2026
    > move the trial to 20 April
      Moved. The next reminder comes on 29 March 2026
      ... Trial ends: 20 April 2026
  `
})

test('the reminder of one of several is moved by its name', async () => {
  await chat()`
    > remind me: our trial in Lyon ends 15 April
      Tracked. Your next reminder comes on 24 March 2026
    > remind me: our trial in Paris ends 20 April
      Tracked. Your next reminder comes on 29 March 2026
    > move the Lyon reminder to 20 March
      Changed. The next reminder comes on 20 March 2026
      ... For Lyon
      ... Trial ends: 15 April 2026
    > start over
      Done: I've forgotten what you told me. What would you like to know?
    > move the reminder to 21 March
      Which one do you mean?
  `
})

test('a day that is asked for is the day of a reminder, not the end', async () => {
  await chat()`
    > remind me: trial ends 15 April
      Tracked. Your next reminder comes on 24 March 2026
    > move the reminder a week later
      I read no day in "a week later". On which day shall I remind you?
    > 20 March
      Changed. The next reminder comes on 20 March 2026
      ... Trial ends: 15 April 2026
    > no, 22 March
      Changed. The next reminder comes on 20 March 2026
      ... Trial ends: 15 April 2026
      ... Also: 26 days, 24 days before the end
  `
})

test('another hour is said to be none', async () => {
  await chat()`
    > remind me at 7am, trial ends 15 April
      Tracked. Your next reminder comes on 24 March 2026
      ... Reminders come at 09:00 (UTC). I can't remind you at another hour.
    > change the reminder to 17:30
      Tracked already. The next reminder comes on 24 March 2026
      ... Reminders come at 09:00 (UTC). I can't remind you at another hour.
    > what do you track?
      The next reminder comes on 24 March 2026
      ... Reminders come at 09:00 (UTC).
  `
})

test.for([
  ['remind me at 7am', true],
  ['remind me at noon before the trial ends on 15 April', true],
  ['ping us at 17:30, trial ends 15 April', true],
  ['remind me in the evening', true],
  ['remind me: trial ends 15 April. At 8 please', true],
  ['remind me at 9am', false],
  ['remind me at 09:00 please', false],
  ['remind me, the trial ends at 5pm on 15 April', false],
  ['remind me: it ends at midnight on 15 April', false],
  ['remind me at the end of March', false],
  ['remind me by 15.4.2026', false],
  ['remind me before 15 April', false],
  ['remind us at 3 sites', false],
] as const)('"%s" asks for another hour: %s', ([said, isOther]) => expect(asksOtherHour(said)).toBe(isOther))

test('several named items of one message are all tracked', async () => {
  await chat()`
    > remind us: Lyon trial 15 April, Paris trial 20 April
      Tracked. Your next reminder comes on 24 March 2026
      ... For Lyon
      ... Trial ends: 15 April 2026
      Tracked. Your next reminder comes on 29 March 2026
      ... For Paris
      ... Trial ends: 20 April 2026
    > stop Lyon
      Stopped: no more reminders for this one
    > what do you track?
      The next reminder comes on 29 March 2026
      ... For Paris
  `
})

test('more than three are shown as a list', async () => {
  await chat()`
    > remind us 5 days before, of these trials: Lyon 15 April, Paris 20 April; Bad Homburg 3 May and Plant 2 on 5 May
      Tracked: these 4
      ... Lyon: Trial until 15 April 2026
      ... Paris: Trial until 20 April 2026
      ... Bad Homburg: Trial until 3 May 2026
      ... Plant 2: Trial until 5 May 2026
    > stop Lyon
      Stopped: no more reminders for this one
  `
})

test.for([
  'remind us: trials in Lyon and Paris end 15 April',
  'remind us: Lyon and Paris trials end 15 and 20 April',
  'remind us: Lyon trial 15 April, Lyon trial 20 April',
  'remind us: Lyon 15 April, Paris 20 April',
  'remind us: Lyon trial 3/4/2026, Paris trial 20 April',
  'remind us: Lyon trial 31 April, Paris trial 20 April',
  'remind us: Lyon trial ends 15 April, and as to Paris, the trial there is over on 20 April',
])(
  '"%s" is not told apart for sure: none is tracked',
  said =>
    chat()`
    > ${said}
      Tell me one trial or licence at a time, so that no date is lost
    > what do you track?
      Nothing is tracked here
  `,
)

test.for([
  'remind me about Fabrikam trial ending 20 April 2026',
  'Fabrikam trial ends 20 April, remind me',
  'remind me before the Fabrikam trial runs out on 20 April',
  'can you remind us: trial Fabrikam 20 April?',
])(
  '"%s" is kept under its name, by which it is changed',
  said =>
    chat()`
    > ${said}
      Tracked. Your next reminder comes on 29 March 2026
      ... For Fabrikam
    > change Fabrikam to 27 April
      Moved. The next reminder comes on 5 April 2026
      ... For Fabrikam
      ... Trial ends: 27 April 2026
  `,
)

test.for([
  'remind me: free trial ends 20 April',
  'remind me: Our trial ends 20 April',
  'remind me, Defender for IoT trial ends 20 April',
  'Remind me when the OT trial ends on 20 April',
])(
  '"%s" names nothing',
  said =>
    chat()`
    > ${said}
      Tracked. Your next reminder comes on 29 March 2026
    > remind me: trial ends 21 April
      Moved. The next reminder comes on 30 March 2026
  `,
)

test('what is asked of another one moves no date of what is tracked', async () => {
  await chat()`
    > remind me: Lyon trial ends 20 April
      Tracked. Your next reminder comes on 29 March 2026
    > our trial ends 15 April, I'm global admin on MCA, extend?
      Yes, until 31 March 2026
    > remind me 5 days before the end of the Lyon trial
      Changed. The next reminder comes on 29 March 2026
      ... For Lyon
      ... Trial ends: 20 April 2026
  `
})

test('what is asked of a name is answered with its own date', async () => {
  await chat()`
    > trial for Lyon ends 15 April, remind me
      Tracked. Your next reminder comes on 24 March 2026
    > trial for Paris ends 20 April, remind me
      Tracked. Your next reminder comes on 29 March 2026
    > when does Lyon end?
      Your trial covers you until 15 April 2026
      ... For Lyon
    > can we still extend it?
      Yes, until 31 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
      ... For Lyon
    > and Paris?
      Yes, until 5 April 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
      ... For Paris
    > start over
      Done: I've forgotten what you told me. What would you like to know?
    > when do Lyon and Paris end?
      2 are tracked here
      ... Lyon: Trial until 15 April 2026
      ... Paris: Trial until 20 April 2026
  `
})

test('a trial and a licence of one name are told apart, or both shown', async () => {
  await chat()`
    > remind me: Lyon trial ends 15 April, Lyon licence ends 30 June
      Tracked. Your next reminder comes on 24 March 2026
      Tracked. Your next reminder comes on 1 May 2026
    > when does Lyon end?
      2 are tracked here
    > when does the Lyon licence end?
      Covered until 30 June 2026. Then 30 days to renew
      ... For Lyon
    > can the Lyon trial be extended?
      Yes, until 31 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
      ... For Lyon
  `
})

test('a question without a date is answered with the only one that can be meant', async () => {
  await chat()`
    > remind me: trial ends 15 April
      Tracked. Your next reminder comes on 24 March 2026
    > (the next reminder comes)
      7 days left to ask for an extension: 31 March 2026
    > Can we still extend it?
      Yes, until 31 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
      ... Trial ends: 15 April 2026
    > (31 minutes later)
    > when is our trial over?
      Your trial covers you until 15 April 2026
    > (31 minutes later)
    > how do I extend a trial?
      You can ask until 15 days before the trial ends
  `
})

test('where several can be meant, or another one, the date is asked', async () => {
  await chat()`
    > remind me: Lyon trial ends 15 April, Paris trial ends 20 April
      Tracked. Your next reminder comes on 24 March 2026
      Tracked. Your next reminder comes on 29 March 2026
    > can we still extend it?
      You can ask until 15 days before the trial ends
    > start over
      Done: I've forgotten what you told me. What would you like to know?
    > stop Paris
      Stopped: no more reminders for this one
    > can we extend our trial in Rome?
      You can ask until 15 days before the trial ends
  `
})

test('a customer named at the start is the one that is spoken of', async () => {
  await chat()`
    > extend trial, ends 15 April, MCA, billing admin
      Yes, until 31 March 2026
    > for customer Contoso it ends 1 April
      Yes, until 17 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
      ... For Contoso
    > remind me
      Tracked. Your next reminder comes on 14 March 2026
      ... For Contoso
    > and ours?
      Tracked. Your next reminder comes on 24 March 2026
      ... Trial ends: 15 April 2026
    > what do you track?
      2 are tracked here
  `
})

test('each customer keeps the own facts', async () => {
  await chat()`
    > Contoso trial ends 15 April, I'm global admin, MCA, can they extend?
      Yes, until 31 March 2026
      ... For Contoso
    > and Fabrikam? ends 1 April
      Yes, until 17 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
      ... For Fabrikam
    > and Contoso?
      Yes, until 31 March 2026
      ... For Contoso
    > and Bakker Foods?
      You can ask until 15 days before the trial ends
      ... For Bakker Foods
    > 20 April
      Yes, until 5 April 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
      ... For Bakker Foods
    > and Sentinel?
      That's outside what I know. I answer licence questions about Microsoft Defender for IoT, and nothing else
  `
})

test.for(['our own trial ends 1 May, remind me', 'remind me, our trial ends 1 May', 'remind me that my trial ends on 1 May'])(
  'after a customer, "%s" is of nobody else',
  said =>
    chat()`
      > Contoso trial ends 15 April, I'm global admin, MCA, can they extend?
        Yes, until 31 March 2026
      > ${said}
        Tracked. Your next reminder comes on 9 April 2026
      > and Contoso?
        Tracked. Your next reminder comes on 24 March 2026
        ... For Contoso
      > what do you track?
        2 are tracked here
        ... Contoso: Trial until 15 April 2026
        ... until 1 May 2026
    `,
)

test('"and for us?" with a date is no customer\'s', async () => {
  await chat()`
    > Contoso trial ends 15 April, I'm global admin, MCA, can they extend?
      Yes, until 31 March 2026
    > remind me
      Tracked. Your next reminder comes on 24 March 2026
      ... For Contoso
    > and for us? trial ends 1 May
      Tracked. Your next reminder comes on 9 April 2026
    > what do you track?
      2 are tracked here
      ... Contoso: Trial until 15 April 2026
      ... until 1 May 2026
  `
})

test('the name of the next customer is kept', async () => {
  await chat()`
    > trial ends 1 May, I'm global admin, MCA, extend?
      Yes, until 16 April 2026
    > for customer Contoso: trial ends 15 April, extend?
      Yes, until 31 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
    > remind me
      Tracked. Your next reminder comes on 24 March 2026
      ... For Contoso
  `
})

test.for(['Free trial ends 15 April, extend?', 'Trial licence ends 15 April, extend?', "Customer's trial ends 15 April, extend?"])(
  '"%s" begins with no name',
  said =>
    chat()`
      > ${said}
        Yes, until 31 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
      > remind me
        Tracked. Your next reminder comes on 24 March 2026
      > remind me: trial ends 16 April
        Moved. The next reminder comes on 25 March 2026
    `,
)

test.for([
  'remind me and tell me if I can extend: trial ends 15 April, MOSA, global admin',
  'remind me of the trial end on 15 April and let me know whether I can extend it. MOSA, global admin',
])(
  '"%s" is answered, and tracked',
  said =>
    chat()`
    > ${said}
      Tracked. Your next reminder comes on 24 March 2026
      Yes, until 31 March 2026
  `,
)

test('to be told of a change is a reminder, and no question', async () => {
  await chat()`
    > remind me and tell me if it changes: trial ends 15 April
      Tracked. Your next reminder comes on 24 March 2026
  `
})

test('a day on which no reminder is wanted is no end', async () => {
  await chat()`
    > remind me: trial ends 15 April
      Tracked. Your next reminder comes on 24 March 2026
    > no reminder on 24 March please
      The reminder 22 days before the end is one of the standard ones and stays
      ... Trial ends: 15 April 2026
    > remind me on 2 April
      Changed. The next reminder comes on 24 March 2026
      ... Also: 13 days before the end
    > please drop the reminder on 2 April
      Changed. The next reminder comes on 24 March 2026
    > delete the reminder on 15 April
      Stopped: no more reminders for this one
  `
})

test('an end that is moved and a wish for a reminder may be said at once', async () => {
  await chat()`
    > remind me: Lyon trial ends 15 April
      Tracked. Your next reminder comes on 24 March 2026
    > move it to 20 April and remind me on 1 April
      Moved. The next reminder comes on 29 March 2026
      ... For Lyon
      ... Trial ends: 20 April 2026
      ... Also: 19 days before the end
    > put off the Lyon trial to 25 April
      Moved. The next reminder comes on 3 April 2026
      ... Trial ends: 25 April 2026
  `
})

test.each(['licence 30 june', 'and the licence 30 june', 'licence: 30 june'])(
  'a licence named beside a tracked trial has its own day: "%s"',
  async told => {
    await chat()`
    > track our trial until 15 april
      Tracked. Your next reminder comes on 24 March 2026
    > ${told}
      Tracked. Your next reminder comes on 1 May 2026
      ... Licence ends: 30 June 2026
  `
  },
)
