import { describe, test } from 'vitest'
import { chat } from '../support/chat.ts'

const contoso = `
  > track the Contoso licence until 30 June 2026
    Tracked. Your next reminder comes on 1 May 2026`

describe('what went on is told of somebody who is not tracked: it is asked, and nobody else moves', () => {
  test.each([
    ['northwind renewed until 30 june 2027', "northwind isn't tracked here. Shall I track it until 30 June 2027?"],
    ['we extended the oslo trial until 15 may', "oslo isn't tracked here. Shall I track it until 15 May 2026?"],
    ['Northwind renewed', "I don't track that one. These are tracked here"],
    ['northwind has been renewed', "I don't track that one. These are tracked here"],
    ['Bakker Foods was renewed for another year', "I don't track that one. These are tracked here"],
  ])('%s', async (said, answer) => {
    await chat()`${contoso}
      > ${said}
        ${answer}
      > what do you track?
        The next reminder comes on 1 May 2026
        ... For Contoso
    `
  })
})

test('where it may be a trial or a licence it is asked again after another question, and no date of the talk is taken for its own', async () => {
  await chat()`${contoso}
    > northwind extended until 15 may
      northwind isn't tracked here. Shall I track it until 15 May 2026?
    > what do you track?
      The next reminder comes on 1 May 2026
      ... For Contoso
      What ends on 15 May 2026: a trial or a paid licence?
    > trial
      Tracked. Your next reminder comes on 23 April 2026
      ... For northwind
  `
})

test('what is agreed to is tracked under its name and kind', async () => {
  await chat()`${contoso}
    > we renewed Oslo until 30 June 2027
      Oslo isn't tracked here. Shall I track it until 30 June 2027?
    > yes
      Tracked. Your next reminder comes on 1 May 2027
      ... For Oslo
    > northwind extended until 15 may
      northwind isn't tracked here. Shall I track it until 15 May 2026?
    > trial
      Tracked. Your next reminder comes on 23 April 2026
      ... For northwind
  `
})

test.each(['Contoso renewed until 30 June 2027', 'automatically renewed until 30 june 2027', 'the customer renewed until 30 june 2027'])(
  'the one that is tracked still moves: %s',
  async said => {
    await chat()`${contoso}
      > ${said}
        Moved. The next reminder comes on 5 July 2026
    `
  },
)

test('a reminder that waits for its day never takes that of another one, whatever is asked in between', async () => {
  await chat()`
    > track contoso licence until 30 june 2026
      Tracked. Your next reminder comes on 1 May 2026
    > remind me of Oslo 15 may
      I remind you before each date that closes a door
    > what do you track?
      The next reminder comes on 1 May 2026
      I remind you before each date that closes a door
      ... Oslo
  `
})
