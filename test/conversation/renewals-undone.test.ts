import { describe, expect, test } from 'vitest'
import { undoesRenewal } from '../../dialogs/understanding/days/renewal-undone.ts'
import { chat } from '../support/chat.ts'

test('who wants out of a renewal is told of the days that it has started again', async () => {
  await chat()`
    > can we still cancel? our license renewed on 6 March
      Yes, until 13 March 2026
    > start over
      Done: I've forgotten what you told me. What would you like to know?
    > auto-renewal got charged yesterday, we want it back
      Yes, until 16 March 2026
    > start over
      Done: I've forgotten what you told me. What would you like to know?
    > renewal went through on 2 March but we don't want it
      No, that closed on 9 March 2026
    > start over
      Done: I've forgotten what you told me. What would you like to know?
    > can we cancel our licence? it started 6 March 2025
      It depends. If it renewed on 6 March 2026: yes, until 13 March 2026
  `
})

test('a renewal without its day is asked for it', async () => {
  await chat()`
    > it auto-renewed last week by mistake, can it be undone?
      A licence can be given back within 7 days of its start
      ... When did the licence start?
    > 5 March
      Yes, until 12 March 2026
  `
})

test('a renewal to come, or the next one, is stopped instead', async () => {
  await chat()`
    > our license renews on 6 April, can we cancel the renewal?
      Turn off recurring billing. The licence then ends by itself
    > our license renewed on 6 March, how do I cancel the next renewal?
      Turn off recurring billing. The licence then ends by itself
  `
})

test('what comes back is worked out for the day on which it is given back', async () => {
  await chat()`
    > 8.9k EUR paid 6 March, if we pull out now what do we get back
      Yes, until 13 March 2026. Estimate: 8,802.47 back today
    > start over
      Done: I've forgotten what you told me. What would you like to know?
    > 8.9k EUR paid 6 March, if we pull out tomorrow what do we get back
      Yes, until 13 March 2026. Estimate: 8,778.08 back on that day
    > start over
      Done: I've forgotten what you told me. What would you like to know?
    > 9k paid 6 March, if we back out what comes back
      Yes, until 13 March 2026. Estimate: 8,901.37 back today
  `
})

describe('a renewal is undone', () => {
  test.for([
    'our license renewed on 6 March, can I still cancel?',
    'it auto-renewed on 6 March, can we still get out?',
    "our subscription renewed 6 March and we don't want it anymore",
    'licence renewed yesterday by mistake, can I cancel it',
    'license renewed 6 March, is it too late to cancel?',
    "we were charged for another year on 8 March, we'd like it back",
    'auto renew hit our card 7 March, reverse it?',
    'they billed us for another year on 5 March, can I reverse that?',
    'renewed 6 March. want out.',
    'the partner renewed us on 6 March without asking, can we undo it?',
    'we were billed for the renewal, is that refundable',
  ])('"%s"', says => expect(undoesRenewal(says)).toBe(true))

  test.for([
    'we have not renewed, can we cancel?',
    'can we cancel before it gets renewed?',
    'cancel the subscription before it is renewed on 15 April',
    'do we have to cancel or is it renewed automatically',
    'we got charged for renewal but want to stop it next year',
    'we renewed on 6 March, can we change the size?',
    'our license renewed on 6 March, when does it end?',
    "auto-renewal charges next week, we don't want it",
    'how do I cancel auto-renewal',
    'our support contract renewed on 6 March, can we cancel?',
  ])('but not in "%s"', says => expect(undoesRenewal(says)).toBe(false))
})
