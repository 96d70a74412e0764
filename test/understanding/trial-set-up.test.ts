import { expect, test } from 'vitest'
import { understand } from '../../dialogs/understanding/understand.ts'
import { today } from '../support/verdicts.ts'

const at = { today, locale: 'en-GB' }

test.for([
  ['my colleague set the trial up on 1 March, can we extend?', { trialStart: '2026-03-01' }],
  ['the trial was set up on 1 March. extend?', { trialStart: '2026-03-01' }],
  ['trial was created 1 March, can we extend', { trialStart: '2026-03-01' }],
  ['please set up a reminder, the trial ends 30 April', { trialEnd: '2026-04-30' }],
] as const)('%s', async ([text, facts]) => {
  expect((await understand(text, at)).facts).toMatchObject(facts)
})
