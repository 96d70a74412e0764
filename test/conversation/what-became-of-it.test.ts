import { expect, test } from 'vitest'
import { chat } from '../support/chat.ts'

const licence = `
  > remind me before our licence ends on 15 April
    Tracked. Your next reminder comes on 16 March 2026
  > (the next reminder comes)
    The licence ends in 30 days: 15 April 2026`

test.for([
  ['renewed', 'until 15 April next year'],
  ['it renewed', 'one more year'],
  ['it renewed automatically', 'for another year'],
  ['we renewed it on 4 March', '15 April 2027'],
  ['it renewed on 13 March', 'to 15 April 2027'],
  ['the renewal came through', '12 months'],
])(
  '"%s" asks for the new end, and "%s" is it',
  ([renewed, end]) =>
    chat()`${licence}
    > ${renewed}
      How did the licence go on?
    > ${end}
      Moved. The next reminder comes on 20 April 2026
      ... Licence started: 16 April 2026
      ... Licence ends: 15 April 2027
  `,
)

test.for([
  'it was renewed for another year',
  'we renewed it until 15 April 2027',
  'renewed by 12 months',
  'our licence was renewed for one year',
])(
  '"%s" says the new end at once',
  said =>
    chat()`${licence}
      > ${said}
        Moved. The next reminder comes on 20 April 2026
        ... Licence ends: 15 April 2027
    `,
)

test.for([
  'the trial was extended, it now ends 15 May',
  'it was extended by 30 days',
  'extended by a month',
  'we got 30 more days',
  'good news, we got the extension, new end 15 May',
])(
  '"%s" moves the trial, though no reminder of it came yet',
  said =>
    chat()`
    > remind me before our trial ends on 15 April
      Tracked. Your next reminder comes on 24 March 2026
    > ${said}
      Moved. The next reminder comes on 23 April 2026
      ... Trial ends: 15 May 2026
  `,
)

test.for(['good news, we got the extension', 'the extension was approved', 'it was extended', 'trial extended'])(
  '"%s" asks for the new end of the only trial that can be meant',
  said =>
    chat()`
      > remind me before our trial ends on 15 April
        Tracked. Your next reminder comes on 24 March 2026
      > ${said}
        How did the trial go on?
      > 15 May
        Moved. The next reminder comes on 23 April 2026
    `,
)

test('which one was renewed is asked where several can be meant, and told by its name', async () => {
  await chat()`
    > remind me before the licence in Lyon ends on 30 June
      Tracked. Your next reminder comes on 1 May 2026
    > remind me before the licence in Porto ends on 20 June
      Tracked. Your next reminder comes on 21 April 2026
    > Lyon was renewed for another year
      Moved. The next reminder comes on 5 July 2026
      ... For Lyon
    > the licence was renewed
      Which one do you mean?
    > Porto
      How did the licence go on?
      ... Porto
    > another year
      Moved. The next reminder comes on 25 June 2026
      ... For Porto
  `
})

test.for([
  'Microsoft extended its support by 2 years',
  'can it be extended by 30 days?',
  'it was not extended',
  'we hope to get 30 more days',
])('"%s" moves nothing', async said => {
  const transcript = `
      > remind me before our trial ends on 15 April
      > ${said}
    `
  // The answer itself is of no account here.
  const actual = await chat()`${transcript}`.catch((error: { readonly actual: string }) => error.actual)
  expect(actual).not.toMatch(/Moved|Tracked already|How did/)
})

test('another trial that is talked of is not the tracked one', async () => {
  await chat()`
    > remind me before our trial ends on 15 April
      Tracked. Your next reminder comes on 24 March 2026
    > can we extend the trial? it ends 20 April
      Yes, until 5 April 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
    > it was extended by 30 days
      It depends. Try by 5 April 2026: it was extended once already
    > what do you track?
      The next reminder comes on 24 March 2026
      ... Trial ends: 15 April 2026
  `
})

const trial = `
  > remind me before our trial ends on 15 April
    Tracked. Your next reminder comes on 24 March 2026
  > (the next reminder comes)
    7 days left to ask for an extension: 31 March 2026`

test.for(['[Done]', '[Done]\n > [It was extended]', 'done'])(
  'after %s the new end may be typed',
  pressed =>
    chat()`${trial}
    ${pressed
      .split('\n')
      .map(line => `> ${line.replace(/^ *> /, '')}\nHow did the trial go on?`)
      .join('\n')}
    > 15 May
      Moved. The next reminder comes on 23 April 2026
  `,
)

test.for(['It is over', 'We bought a licence', 'it ended', 'we let it lapse'])(
  'after [Done] "%s" is typed like its button',
  said =>
    chat()`${trial}
    > [Done]
      How did the trial go on?
    > ${said}
      Done: no more reminders for this one
  `,
)

test.for(["it wasn't extended", 'not yet', 'Back'])(
  'after [Done] "%s" leaves the reminders as they are',
  said =>
    chat()`${trial}
    > [Done]
      How did the trial go on?
    > ${said}
      7 days left to ask for an extension: 31 March 2026
    > what counts as a device?
      Every IT, OT or IoT device with a network interface counts
  `,
)

test('a press closes the question that a press has opened', async () => {
  await chat()`
    > remind me before our trial ends on 15 April
      Tracked. Your next reminder comes on 24 March 2026
    > (the next reminder comes)
      7 days left to ask for an extension: 31 March 2026
    > [Done]
      How did the trial go on?
    > [Back]
      7 days left to ask for an extension: 31 March 2026
    > what counts as a device?
      Every IT, OT or IoT device with a network interface counts
  `
})

test('what another question asks for is typed for that one', async () => {
  await chat()`
    > remind me before our trial ends on 15 April
      Tracked. Your next reminder comes on 24 March 2026
    > (the next reminder comes)
      7 days left to ask for an extension: 31 March 2026
    > can we get a refund?
      A licence can be given back within 7 days of its start
    > [Done]
      How did the trial go on?
    > 20 March
      Yes, until 27 March 2026
  `
})
