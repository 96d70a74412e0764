import { describe, expect, test } from 'vitest'
import { asksToBeForgotten, isForgetMe } from '../../dialogs/phrases.ts'
import { chat } from '../support/chat.ts'

test('who wants to be forgotten in other words is told the words that do it, and nothing is lost', async () => {
  await chat()`
    > remind me, our trial ends 15 April
      Tracked. Your next reminder comes on 24 March 2026
    > erase everything you know about me
      Write "forget me": that deletes everything about you, at once and for good. "Start over" only forgets what was said here, "stop reminders" only ends reminders.
    > can we still extend?
      Yes, until 31 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
    > forget me
      Done: everything about you is deleted, with all reminders of this chat.
    > what do you know about me?
      I know nothing about you at the moment
  `
})

test('data of the product are none of the person', async () => {
  await chat()`
    > remind me, our trial ends 15 April
      Tracked. Your next reminder comes on 24 March 2026
    > delete our data after the trial
      Your trial covers you until 15 April 2026
    > what do you track for me?
      The next reminder comes on 24 March 2026
  `
})

describe('is deleted at once', () => {
  test.for(['forget me', 'Forget me please', 'delete my data', 'please delete all our data now', 'erase me', 'delete everything about me'])(
    '"%s"',
    says => expect(isForgetMe(says)).toBe(true),
  )
  test.for([
    'delete my data in Defender',
    'delete our data after the trial',
    'delete our data retention?',
    'forget me not',
    "don't forget me",
  ])('but not "%s"', says => expect([isForgetMe(says), asksToBeForgotten(says)]).toEqual([false, false]))
})

test.for([
  'can you delete my data?',
  'forget everything you know about me',
  'please remove all information about me',
  'wipe my data',
  'I want my data deleted',
  'how do I delete my data?',
  'delete everything you have on me',
  'how can I make you forget me',
])('"%s" is told how', says => expect(asksToBeForgotten(says)).toBe(true))

test.for([
  'when is my data deleted?',
  'do you delete our data when the licence ends?',
  'remove me from the reminders',
  'delete everything you told me',
  'forget what I said about Lyon',
  'what happens to my data',
  'clear',
  'remove the second site',
])('"%s" is something else', says => expect(asksToBeForgotten(says)).toBe(false))
