import { test } from 'vitest'
import { chat } from '../support/chat.ts'

const three = `
  > remind me: the licence in Lyon ends 30 June
    Tracked. Your next reminder comes on 1 May 2026
  > remind me: the trial in Porto ends 20 June
    Tracked. Your next reminder comes on 29 May 2026
  > remind me: the licence in Berlin ends 10 June
    Tracked. Your next reminder comes on 11 April 2026`

test.for([
  'stop everything but Berlin',
  'stop all except Berlin',
  'stop all reminders except for Berlin',
  'please stop all the others, keep Berlin',
  'keep only Berlin',
  'keep Berlin, stop the rest',
  'delete everything apart from Berlin',
  'stop the reminders, but not Berlin',
  'stop Lyon and Porto',
  'stop Porto and Lyon, not Berlin',
])(
  '"%s" keeps Berlin, and nothing else',
  said =>
    chat()`${three}
    > ${said}
      Stopped: no more reminders for these 2
      ... Lyon
      ... Porto
    > what do you track?
      The next reminder comes on 11 April 2026
      ... For Berlin
  `,
)

test.for(["don't stop Lyon", 'please do not stop the Lyon reminders', 'never stop reminding me of Lyon', 'no, keep Lyon please'])(
  '"%s" stops nothing',
  said =>
    chat()`${three}
      > ${said}
        The next reminder comes on 1 May 2026
        ... For Lyon
      > what do you track?
        3 are tracked here
    `,
)

test.for(['never stop reminding me please', "don't stop", "please don't stop the reminders"])(
  '"%s" stops nothing of several',
  said =>
    chat()`${three}
    > ${said}
      3 are tracked here
  `,
)

test('what shall go on must be known before anything stops', async () => {
  await chat()`
    > remind me: the licence in Lyon ends 30 June
      Tracked. Your next reminder comes on 1 May 2026
    > remind me: the trial in Porto ends 20 June
      Tracked. Your next reminder comes on 29 May 2026
    > stop everything except Rome
      Which one shall I stop?
    > stop all but the Berlin one
      Which one shall I stop?
    > what do you track?
      2 are tracked here
  `
})

test('they are stopped by their kind or by their end', async () => {
  await chat()`
    > remind me: the trial in Lyon ends 30 June
      Tracked. Your next reminder comes on 8 June 2026
    > remind me: the trial in Porto ends 20 June
      Tracked. Your next reminder comes on 29 May 2026
    > remind me: the licence in Graz ends 10 June
      Tracked. Your next reminder comes on 11 April 2026
    > stop the trial
      Which one shall I stop?
      ... Lyon
      ... Porto
    > stop the one that ends 20 June
      Stopped: no more reminders for this one
      ... Porto
    > no wait, keep it
      Tracked. Your next reminder comes on 29 May 2026
      ... Porto
    > stop the trials
      Stopped: no more reminders for these 2
    > what do you track?
      The next reminder comes on 11 April 2026
  `
})

test.for(['the licence', 'Lyon (licence)', 'the paid licence in Lyon'.replace('paid ', ''), 'the one that ends 30 June'])(
  '"%s" answers which one shall stop',
  said =>
    chat()`
      > remind me: the licence in Lyon ends 30 June
        Tracked. Your next reminder comes on 1 May 2026
      > remind me: the trial in Lyon ends 20 June
        Tracked. Your next reminder comes on 29 May 2026
      > stop Lyon
        Which one shall I stop?
      > ${said}
        Stopped: no more reminders for this one
        ... Lyon: Licence
    `,
)

test('which one shall stop is answered at once or not at all', async () => {
  await chat()`
    > remind me: the licence in Lyon ends 30 June
      Tracked. Your next reminder comes on 1 May 2026
    > remind me: the trial in Lyon ends 20 June
      Tracked. Your next reminder comes on 29 May 2026
    > stop the licence in Lyon
      Stopped: no more reminders for this one
      ... Lyon: Licence
    > undo that
      Tracked. Your next reminder comes on 1 May 2026
    > stop Lyon
      Which one shall I stop?
    > neither
      OK, dropped. What would you like to know?
    > stop Lyon
      Which one shall I stop?
    > what is a trial?
      A trial covers one site with up to 1,000 devices for at least 30 days
    > the licence
      I didn't understand that
    > stop Lyon
      Which one shall I stop?
    > both
      Stopped: no more reminders for these 2
  `
})

test('what is said of the trial itself, or of a site in view, stops no reminder', async () => {
  await chat()`
    > remind me: the trial in Lyon ends 20 June
      Tracked. Your next reminder comes on 29 May 2026
    > which licence for Lyon 400, Porto 900?
      1 L, 1 M
    > remove Lyon
      1 L
    > cancel the trial
      Your trial covers you until 20 June 2026
    > what do you track?
      The next reminder comes on 29 May 2026
  `
})

test('a press that stops is undone in words', async () => {
  await chat()`
    > remind me: the trial in Lyon ends 20 June
      Tracked. Your next reminder comes on 29 May 2026
    > [Stop reminders]
      Stopped: no more reminders for this one
    > oops, no
      Tracked. Your next reminder comes on 29 May 2026
  `
})

test.each(['remove it from the list', "don't track it any more", 'unsubscribe'])(
  'the only one that is tracked is meant: %s',
  async words => {
    await chat()`
    > track my trial until 15 April
      Tracked. Your next reminder comes on 24 March 2026
    > ${words}
      Stopped: no more reminders for this one
  `
  },
)

test('who is asked which of several reminders was meant says it by name', async () => {
  await chat()`
    > remind me: the trial in Linz ends 15 April
      Tracked. Your next reminder comes on 24 March 2026
    > remind me: the trial in Graz ends 15 April
      Tracked. Your next reminder comes on 24 March 2026
    > remind me: the trial in Wels ends 15 April
      Tracked. Your next reminder comes on 24 March 2026
    > remind me: the trial in Steyr ends 15 April
      Tracked. Your next reminder comes on 24 March 2026
    > remind me: the trial in Enns ends 15 April
      Tracked. Your next reminder comes on 24 March 2026
    > remind me: the trial in Ried ends 15 April
      Tracked. Your next reminder comes on 24 March 2026
    > (the next reminder comes)
      6 reminders for today
    > done
      Which one do you mean?
    > Linz
      How did the trial go on?
      ... Linz
    > 15 May
      Moved. The next reminder comes on 23 April 2026
      ... For Linz
  `
})
