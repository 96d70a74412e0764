import { describe, expect, test } from 'vitest'
import { asIfEnded } from '../../dialogs/understanding/unwanted.ts'
import { chat } from '../support/chat.ts'

test('"until when?" is asked of the answer just given', async () => {
  await chat()`
    > can I still extend my trial? it ends 15 April, global admin, MCA
      Yes, until 31 March 2026
    > until when?
      Yes, until 31 March 2026
    > till when
      Yes, until 31 March 2026
    > how much time is left?
      Yes, until 31 March 2026
    > how long?
      Yes, until 31 March 2026
    > when does it end?
      Your trial covers you until 15 April 2026
    > can I get a refund? bought 6 March
      Yes, until 13 March 2026
    > until when?
      Yes, until 13 March 2026
  `
})

test('how long an extension is leads back to it', async () => {
  await chat()`
    > can I still extend my trial? it ends 15 April, global admin, MCA
      Yes, until 31 March 2026
    > how many days do i get
      Yes, until 31 March 2026
    > by how many days?
      Yes, until 31 March 2026
    > and how much longer would we get with it?
      Yes, until 31 March 2026
  `
  await chat()`
    > until when can I extend the trial?
      You can ask until 15 days before the trial ends
    > how many days would we get
      You can ask until 15 days before the trial ends
      ... When does the trial end?
  `
})

test('who does not extend is told what happens when the trial ends', async () => {
  await chat()`
    > what happens if we don't extend the trial?
      At the end of the trial, buy a licence that fits your network
    > can I still extend my trial? it ends 15 April, global admin, MCA
      Yes, until 31 March 2026
    > what happens if we don't extend the trial?
      Your trial covers you until 15 April 2026
    > can we still extend?
      Yes, until 31 March 2026
    > what happens if it isn't extended?
      Your trial covers you until 15 April 2026
  `
  await chat()`
    > trial ends 15 April, what happens if we don't extend?
      Your trial covers you until 15 April 2026
  `
})

describe('not extending is asked about as the end', () => {
  test.for([
    ['what happens if we don’t extend the trial?', 'what happens when the trial ends?'],
    ['what if I do not extend my trial', 'what happens when the trial ends'],
    ['what happens to the data if our trial is not extended in time', 'what happens to the data when the trial ends'],
    ['if we let the trial run out without extending it, what then?', 'if we let the trial run out, what then?'],
  ] as const)('"%s"', ([says, asked]) => expect(asIfEnded(says)).toBe(asked))

  test.for([
    'what happens if we extend the trial?',
    'can I use it without an extension?',
    "what if we can't extend the trial?",
    'what happens if we do not renew the licence',
    "we don't want to extend, how do we buy?",
  ])('but not "%s"', says => expect(asIfEnded(says)).toBe(undefined))
})
