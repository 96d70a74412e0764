import { test } from 'vitest'
import { chat } from '../support/chat.ts'
import { table } from '../support/table.ts'

test.for(
  table('says', 'headline')`
    our trial ends two days before 1 May         | Yes, until 14 April 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
    our trial ends 5 days prior to 1 May         | Yes, until 11 April 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
    our licence ended the day before yesterday   | Renew by 7 April 2026: you are in the grace period
    track our trial, it ends 2 days before 1 May | Tracked. Your next reminder comes on 7 April 2026
  `,
)('a "before" that counts the day asks for no reminder by itself: "$says"', async ({ says, headline }) => {
  await chat()`
    > ${says}
      ${headline}
  `
})
