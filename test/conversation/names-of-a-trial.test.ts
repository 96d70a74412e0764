import { expect, test } from 'vitest'
import { kindNamed, subjectOf } from '../../dialogs/understanding/days/subject-words.ts'
import { chat } from '../support/chat.ts'

// A trial and a licence are the same thing by each of their names, wherever one is read.

test.for([
  ['our eval ends 15 April', 'trial'],
  ['the PoC was extended', 'trial'],
  ['a demo', 'trial'],
  ['the proof of concept', 'trial'],
  ['the test licence ends', 'trial'],
  ['our trial licence', 'trial'],
  ['the contract ends', 'paid'],
  ['the plan ends', 'paid'],
  ['it renews in May', 'paid'],
  ['not a trial but the subscription', 'paid'],
  ['we plan to go on', undefined],
  ['remind me to test the sensors', undefined],
  ['it ends 15 April', undefined],
] as const)('"%s" names: %s', ([text, kind]) => {
  expect(kindNamed(text)).toBe(kind)
})

test.for(['trials', 'evals', "poc's", 'demo', 'tests'])('"%s" is a trial', word => {
  expect(subjectOf(word)).toBe('trial')
})

test.for(['POC', 'PoC', 'eval', 'pilot', 'demo'])('"Lyon %s ends 20 April" moves the trial in Lyon', async word => {
  await chat()`
    > remind me: trial in Lyon ends 15 April
      Tracked. Your next reminder comes on 24 March 2026
    > Lyon ${word} ends 20 April
      Moved. The next reminder comes on 29 March 2026
      ... For Lyon
      ... Trial ends: 20 April 2026
  `
})

test.for(['sub', 'subscription', 'contract', 'plan'])('"Lyon %s ends 20 April" moves the licence in Lyon', async word => {
  await chat()`
    > remind me: licence in Lyon ends 15 April
      Tracked. Your next reminder comes on 16 March 2026
    > Lyon ${word} ends 20 April
      Moved. The next reminder comes on 21 March 2026
      ... For Lyon
      ... Licence ends: 20 April 2026
  `
})

test('each trial of a list is one by any of its names', async () => {
  await chat()`
    > track Lyon eval 20 April and Porto POC 25 April
      Tracked. Your next reminder comes on 29 March 2026
      ... For Lyon
      Tracked. Your next reminder comes on 3 April 2026
      ... For Porto
    > stop the Porto pilot
      Stopped: no more reminders for this one
      ... Porto: Trial until 25 April 2026
  `
})

test('what could be either is asked back by each of its names', async () => {
  await chat()`
    > can I extend the contract? it ends 15 April
      Is it a trial or a paid licence?
      [Trial] [Paid licence]
  `
})
