import { describe, expect, test } from 'vitest'
import { read } from './reading.ts'

describe('an extension that was given', () => {
  test.for([
    'MS already gave us an extension once. Second one possible?',
    'Microsoft gave us a 30-day extension, trial ends 12 April',
    'sales granted us an extension in January, can we get one more?',
    'our extension ends 12 April, another one?',
    'trial ends april 14. we did extend already',
    'trial ends april 14 (extended). again possible?',
    'trial ends april 14, extended. extend?',
    'trial ends april 14 after extension',
    'trial ends april 14 incl. an extension, extend?',
    'trial ends april 14, this is already the extended date. extend?',
    'april 14 is the end of the extended trial. extend?',
    'we got 30 extra days, trial now ends april 14. more?',
    'they gave us 30 more days, trial ends april 14. extend?',
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
    'trial ends april 14, did we extend already?',
    'if we did extend, when would it end? trial ends april 14',
    'trial ends april 14 (not extended). extend?',
    'trial ends april 14 (extension needed)',
    'trial ends april 14, how long after an extension?',
    'can we get 30 extra days? trial ends april 14',
    "we've got 30 more days, trial ends 9 April. extend?",
  ])('but not "%s"', says => expect(read(says, 'extend-trial').facts.extended).toBeUndefined())
})
