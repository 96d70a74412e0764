import { test } from 'vitest'
import { chat } from '../support/chat.ts'

const play = (script: string) => chat()(Object.assign([script], { raw: [script] }))

test.for(['trial', "it's a trial", 'we only had a trial'])('"%s" tells which end is asked for', said =>
  play(`
    > when does data get deleted
      The data is kept for 90 days. Count them from the licence's end
    > ${said}
      At the end of the trial, buy a licence that fits your network
      ... When does the trial end?
    > it ended 1 feb
      The data may be gone since 4 March 2026. Act today
      ... Trial ended: 1 February 2026
  `),
)

test("the end of a trial answers where a licence's was asked for", async () => {
  await chat()`
    > when does data get deleted
      The data is kept for 90 days. Count them from the licence's end
    > it's a trial, ended 1 feb
      The data may be gone since 4 March 2026. Act today
      ... Trial ended: 1 February 2026
  `
})

test('a trial told of before is not the licence that is asked about', async () => {
  await chat()`
    > trial ends 15 april, extend?
      Yes, until 31 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
    > what happens when our paid licence expires
      After the end you have 30 days to renew. Then the service stops
    > we're MCA
      After the end you have 30 days to renew. Then the service stops
      ... When does the licence end?
  `
})

test("what is said of one's own after a supposition is said, and can be tracked", async () => {
  await chat()`
    > what if the trial ended on 20 april
      Your trial covers you until 20 April 2026
      ... nothing of it is kept
    > and ours ends 1 april
      Your trial covers you until 1 April 2026
    > remind me
      Tracked. Your next reminder comes on 14 March 2026
      ... Trial ends: 1 April 2026
  `
})
