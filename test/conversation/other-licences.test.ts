import { test } from 'vitest'
import { chat } from '../support/chat.ts'

const others = [
  'yes, in Oslo until 1 June',
  'Oslo has a licence until 1 June',
  "yes, Oslo's runs until 1 June",
  "another site's licence ends 1 June",
  'there is one in Oslo which ends 1 June',
  'yes, until 1 June',
]

test.for(others)('the end of another licence is no end of this one: "%s"', async said => {
  await chat()`
    > licence ended 1 March, what now?
      Renew by 31 March 2026: you are in the grace period
      ... Does your organisation have another active site licence?
    > ${said}
      This site's licence ended on 1 March 2026. Renew it
  `
})

test('one that has ended too is none, and a correction stays one', async () => {
  await chat()`
    > licence ended 1 March, what now?
      Renew by 31 March 2026: you are in the grace period
    > yes, Oslo ended 1 February
      Renew by 31 March 2026: you are in the grace period
      ... Another active site licence: No
    > sorry, it ends 1 June
      Covered until 1 June 2026. Then 30 days to renew
  `
})

test('of several licences the one that lasts longest is the other active one, and has none itself', async () => {
  await chat()`
    > Two licences: Lyon ended 1 Feb, Oslo ends 1 June. Does the service stop?
      This site's licence ended on 1 February 2026. Renew it
      ... For Lyon
      Covered until 1 June 2026. Then 30 days to renew
      ... For Oslo
    > start over
      Done: I've forgotten what you told me. What would you like to know?
    > Lyon licence ended 1 Feb, Oslo licence runs until 1 June. What happens?
      This site's licence ended on 1 February 2026. Renew it
      Covered until 1 June 2026. Then 30 days to renew
      ... For Oslo
  `
})

test('another licence that one has is active, and its place is not that of the trial', async () => {
  await chat()`
    > trial ended 1 March, but we have another licence at Oslo, data?
      This site's licence ended on 1 March 2026. Renew it
      ... Trial ended: 1 March 2026
  `
})

const inShort = [
  ['yes', "This site's licence ended on 1 March 2026. Renew it"],
  ['sure', "This site's licence ended on 1 March 2026. Renew it"],
  ['no', 'Renew by 31 March 2026: you are in the grace period'],
  ["we don't", 'Renew by 31 March 2026: you are in the grace period'],
  ['just this one', 'Renew by 31 March 2026: you are in the grace period'],
  // No answer at all.
  ['...', "I didn't understand that"],
] as const

test.for(inShort)('whether another licence is active is answered in short: "%s"', async ([said, answered]) => {
  await chat()`
    > licence ended 1 March, what now?
      Renew by 31 March 2026: you are in the grace period
    > ${said}
      ${answered}
  `
})
