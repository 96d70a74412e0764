import { test } from 'vitest'
import { chat } from '../support/chat.ts'

test('an answer that is called wrong stays, with thanks and what to do next', async () => {
  await chat()`
    > can I still extend my trial? it ends 15 April, I'm a global admin
      Yes, until 31 March 2026, if your billing account is MCA or MOSA
      [This is wrong] [Remind me] [Update]
    > [This is wrong]
      Yes, until 31 March 2026, if your billing account is MCA or MOSA
      [Remind me] [Update]
      ... Thank you: it is counted that this answer is wrong
      ... ask a person: Ask sales about licences: https://forms.office.com/
    > the 20th
      Yes, until 5 April 2026, if your billing account is MCA or MOSA
      [This is wrong]
  `
})

test('what is typed is thanked on a card of its own, with the facts to put right', async () => {
  await chat()`
    > can I still extend my trial? it ends 15 April
      Yes, until 31 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
    > That's not right!
      Thank you, I've counted that this answer is wrong
      [Update] [Ask sales about licences ↗]
    > [Update] trialEnd=2026-03-20
      No, that closed on 5 March 2026. Ask sales instead
    > what counts as a device?
      Every IT, OT or IoT device with a network interface counts
    > this is wrong
      Thank you, I've counted that this answer is wrong
      ... Say what is right, ask again in other words, or ask a person.
    > for Lyon?
      You can ask until 15 days before the trial ends
  `
})

test('a correction that says what is right is answered, as ever', async () => {
  await chat()`
    > can I still extend my trial? it ends 15 April, I'm a global admin
      Yes, until 31 March 2026, if your billing account is MCA or MOSA
    > no, that's wrong, it ends on the 20th
      Yes, until 5 April 2026, if your billing account is MCA or MOSA
  `
})

test('without an answer there is nothing to call wrong', async () => {
  await chat()`
    > that is wrong
      I have no answer of mine in mind. Ask again, or press "This is wrong" under the answer's "Why"
  `
})

test('an answer for another day, and a supposed one, stay what they were', async () => {
  await chat()`
    > our trial ends on 15 April and I'm a billing admin on MCA, can we extend it?
      Yes, until 31 March 2026
    > is it still possible on 2 April?
      No, that closed on 31 March 2026. Ask sales instead
      ... As it will be on 2 April 2026.
    > [This is wrong]
      No, that closed on 31 March 2026. Ask sales instead
      ... As it will be on 2 April 2026.
      ... Thank you
    > what if it ended on 20 May?
      Yes, until 5 May 2026
      ... Worked out for what you supposed
    > [This is wrong]
      Yes, until 5 May 2026
      ... Worked out for what you supposed
      ... Thank you
  `
})

test('a reminder that is called wrong is shown as it stands, with thanks', async () => {
  await chat()`
    > remind me before our trial ends on 15 April
      Tracked. Your next reminder comes on 24 March 2026
      [This is wrong]
    > [This is wrong]
      The next reminder comes on 24 March 2026
      ... Thank you
    > (the next reminder comes)
      7 days left to ask for an extension: 31 March 2026
      [This is wrong]
    > [This is wrong]
      7 days left to ask for an extension: 31 March 2026
      [Done] [Tomorrow again]
      ... Thank you
  `
})
