import { describe, test } from 'vitest'
import { chat } from '../support/chat.ts'

describe('what was tracked is called wrong, without what is right: it is asked, and nothing is changed', () => {
  test.each([
    "that's wrong",
    'wrong date',
    'no, not that one',
    "no that's the wrong date",
    'the date is wrong',
    'sorry, wrong day',
    'not correct',
    'no, wrong',
    'no',
  ])('%s', async said => {
    await chat()`
      > track the Lyon trial until 15 April
        Tracked. Your next reminder comes on 24 March 2026
      > ${said}
        What is wrong? Say the right day, or stop it. As it is tracked now:
      > it's 20 April
        Moved. The next reminder comes on 29 March 2026
    `
  })
})

test('a change that is called wrong is put back, and of two the last one is spoken of', async () => {
  await chat()`
    > track the Lyon trial until 15 April
      Tracked. Your next reminder comes on 24 March 2026
    > move it to 20 April
      Moved. The next reminder comes on 29 March 2026
    > that's wrong
      Moved. The next reminder comes on 24 March 2026
    > track the Oslo trial until 15 May
      Tracked. Your next reminder comes on 23 April 2026
    > wrong one
      What is wrong? Say the right day, or stop it. As it is tracked now:
    > stop it
      Stopped: no more reminders for this one
    > what do you track?
      The next reminder comes on 24 March 2026
  `
})
