import { describe, expect, test } from 'vitest'
import { read } from './reading.ts'

describe('what is asked of a trial that was extended already', () => {
  test.for([
    'trial ends 2 May, already extended once. again?',
    'trial until 02.05., extended once. extend?',
    'trial ends 2 May (extended already), can we extend',
    'trial ends 14 April after one extension',
    'trial ends 2 May, this is already the extension. more?',
    "trial ends 2 May, we've used our extension",
    'Can I extend for a second time? trial ends 2 May',
    'a 2nd extension of our trial, possible? it ends 14 April',
    'trial ends 14 April. can we extend it once more?',
    'trial originally ended 14 March, extended to 13 April. more possible?',
    'this would be our second extension',
    'can our trial be extended one more time? ends 14 April',
  ])('"%s"', says => expect(read(says, 'extend-trial').facts.extended).toBe(true))

  test.for([
    'can a trial be extended twice?',
    'how often can it be extended?',
    'can it be extended a second time after that?',
    'if we extend now, can we extend again later?',
    'trial ends 2 May. can it be extended?',
    'trial ends 2 May, never extended before',
    'I ask again: can we extend the trial? ends 14 April',
    'is a second extension possible in general?',
  ])('but not "%s"', says => expect(read(says, 'extend-trial').facts.extended).toBeUndefined())
})
