import { describe, expect, test } from 'vitest'
import { read } from './reading.ts'

describe('an extension that was given', () => {
  test.for([
    'MS already gave us an extension once. Second one possible?',
    'Microsoft gave us a 30-day extension, trial ends 12 April',
    'sales granted us an extension in January, can we get one more?',
    'our extension ends 12 April, another one?',
  ])('"%s"', says => expect(read(says, 'extend-trial').facts.extended).toBe(true))

  test.for([
    'we got no extension. trial ends 12 April. Can we?',
    'MS gave us no extension. Trial ends 12 April',
    'MS gave us a link for the extension, trial ends 12 April',
    'a colleague gave me the hint that an extension is possible, ends 12 April',
    'if MS gave us an extension, how long would it be',
    'We asked for 30 more days',
    'it can be extended by 30 days',
    'we ask for an extension, ends 12 April',
    'please advise on the extension. Ends 12 April',
  ])('but not "%s"', says => expect(read(says, 'extend-trial').facts.extended).toBeUndefined())
})
