import { test } from 'vitest'
import { chat } from '../support/chat.ts'

test('a day gone by replaces no start unasked', async () => {
  await chat()`
    > can I get a refund? bought on 6 March
      Yes, until 13 March 2026
    > and yesterday?
      Is "yesterday" that day itself, or only the day on which you ask?
      [9 March 2026] [6 March 2026]
    > [6 March 2026]
      Yes, until 13 March 2026
    > what about yesterday?
      Is "yesterday" that day itself, or only the day on which you ask?
    > it started yesterday
      Yes, until 16 March 2026
    > and on 4 March?
      Is "4 March" that day itself, or only the day on which you ask?
    > the second one
      Yes, until 16 March 2026
    > 2 days ago?
      Is "2 days ago" that day itself, or only the day on which you ask?
  `
})

test('nor an end, of a trial or a licence', async () => {
  await chat()`
    > can I still extend? it ends 15 April
      Yes, until 31 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
    > and yesterday?
      Is "yesterday" that day itself, or only the day on which you ask?
      [9 March 2026] [15 April 2026]
    > 15 April
      Yes, until 31 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
    > what happens when our licence ends? it ends 1 April
      Covered until 1 April 2026. Then 30 days to renew
    > and last Friday?
      Is "last Friday" that day itself, or only the day on which you ask?
  `
})

test('what says that it is the day is taken', async () => {
  await chat()`
    > can I get a refund? bought on 6 March
      Yes, until 13 March 2026
    > sorry, yesterday
      Yes, until 16 March 2026
    > what about 4 March?
      Yes, until 11 March 2026
    > and if it was yesterday?
      Yes, until 16 March 2026
      ... Worked out for what you supposed
  `
})

test('a day that is added while the end is asked for is not taken for it', async () => {
  await chat()`
    > can we extend?
      You can ask until 15 days before the trial ends
      ... When does the trial end?
    > and tomorrow?
      Is "tomorrow" that day itself, or only the day on which you ask?
      [11 March 2026]
      ... When does the trial end?
    > 15 April
      Yes, until 31 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
    > and tomorrow?
      Yes, until 31 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
      ... As it will be on 11 March 2026
  `
  await chat()`
    > can I get a refund?
      A licence can be given back within 7 days of its start
      ... When did the licence start?
    > and on 20 March?
      Is "20 March" that day itself, or only the day on which you ask?
    > 5 March
      Yes, until 12 March 2026
  `
  await chat()`
    > can we extend?
      You can ask until 15 days before the trial ends
    > what about tomorrow?
      Is "tomorrow" that day itself, or only the day on which you ask?
    > it ends tomorrow
      No, that closed on 24 February 2026. Ask sales instead
  `
})

test('an answer is one, however it begins', async () => {
  await chat()`
    > can we extend?
      You can ask until 15 days before the trial ends
    > ok, tomorrow
      No, that closed on 24 February 2026. Ask sales instead
  `
  await chat()`
    > can I get a refund?
      A licence can be given back within 7 days of its start
    > yesterday
      Yes, until 16 March 2026
  `
})
