import { test } from 'vitest'
import { chat } from '../support/chat.ts'

test('of two days that read both ways one is asked after the other', async () => {
  await chat()`
    > trial started 01/02/2026 and ends 05/04/2026, extend?
      Which day is "01/02/2026"?
      ... [1 February 2026]
    > [1 February 2026]
      Which day is "05/04/2026"?
      ... [5 April 2026]
    > [5 April 2026]
      Yes, until 21 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
      ... Trial started: 1 February 2026
  `
})

test('and all that was asked is answered once they are told', async () => {
  await chat()`
    > trial ends 04/05/2026. Licence bought 03/04/2025. Extend and refund?
      Which day is "04/05/2026"?
    > 4 May
      Which day is "03/04/2025"?
    > the first
      Yes, until 19 April 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
      No, that closed on 10 April 2025
  `
})

test('two questions of one sentence are both answered', async () => {
  await chat()`
    > extend trial ending 15 April and refund licence bought 5 March
      Yes, until 31 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
      Yes, until 12 March 2026
    > no, 6 March
      Yes, until 13 March 2026
  `
})

test('an account in brackets hides no second trial', async () => {
  await chat()`
    > Contoso (MCA) trial ends 15 April, Fabrikam (EA) trial ends 20 April: extend?
      Which day is "15 April or 20 April"?
  `
})

test('a question in between is answered, and the same is asked again', async () => {
  await chat()`
    > trial ends 04/05/2026, extend?
      Which day is "04/05/2026"?
    > what are the sizes?
      Five sizes, by devices at a site: XS 100, S 250, M 500, L 1,000, XL 5,000
      Which day is "04/05/2026"?
    > first
      Yes, until 19 April 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
  `
})
