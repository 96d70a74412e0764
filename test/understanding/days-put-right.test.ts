import { describe, expect, test } from 'vitest'
import { read } from './reading.ts'

const end = (says: string) => read(says, 'extend-trial')

describe('the second of two days wins where it puts the first right', () => {
  test.for([
    ['trial ends 15 April, no wait, 16. extend?', '2026-04-16'],
    ['trial ends 15 April, sorry, the 16th. extend?', '2026-04-16'],
    ['trial ends 15 April - no, May! extend?', '2026-05-15'],
    ['trial ends 15 March -- I mean April. extend?', '2026-04-15'],
    ["trial doesn't end on 15 April, it ends on 25 April. extend?", '2026-04-25'],
    ["trial no longer ends 15 April, now it's 15 May. extend?", '2026-05-15'],
    ["I thought the trial ends 15 April but it's 15 May. extend?", '2026-05-15'],
    ['the trial end was 14 March, now 13 April. extend?', '2026-04-13'],
    ['our trial end date was 14 march, it is 13 april now. extend?', '2026-04-13'],
    ['trial was until 14 March and now until 13 April. extend?', '2026-04-13'],
    ['trial originally ended 14 March, now ends 13 April. extend?', '2026-04-13'],
    ['trial expiry 14 march before, 13 april now. extend?', '2026-04-13'],
    ['trial ends 15 April. No 2 sites are the same. extend?', '2026-04-15'],
    ['trial was not extended and ends 15 April, it started 1 March', '2026-04-15'],
  ] as const)('"%s" -> %s', ([says, day]) => expect(end(says).facts.trialEnd).toBe(day))
})

describe('a day of another thing is not the one that is meant', () => {
  test.for([
    ['our M365 E5 trial ends 20 March, the D4IoT one 14 April. extend?', '2026-04-14'],
    ['The Intune trial ended 1 March but the IoT trial ends 20 April, can we extend?', '2026-04-20'],
    ['Today is 10 March and the trial has 36 days left. extend?', '2026-04-15'],
    ['as of today, 10 March, 36 days are left in our trial. extend?', '2026-04-15'],
    ['trial ends next month on the 20th, extend?', '2026-04-20'],
    ['trial ends on the 20th, next month. extend?', '2026-04-20'],
    ['trial ends the month after next, on the 3rd. extend?', '2026-05-03'],
  ] as const)('"%s" -> %s', ([says, day]) => expect(end(says).facts.trialEnd).toBe(day))

  test.for(['is 14 days before the end too late for the extension?', 'is 16 days before the end early enough to extend?'])(
    '"%s" asks for the rule',
    says => expect(end(says)).toMatchObject({ facts: {}, unclear: [] }),
  )
})

describe('a day is asked back', () => {
  test.for(['trial ends Tuesday 15 April', 'trial ends Tue, Apr 15', 'trial ends Thu 1 May'])('whose weekday is another: "%s"', says => {
    expect(end(says).facts.trialEnd).toBeUndefined()
    expect(end(says).unclear[0]?.readings).toHaveLength(2)
  })

  test.for([
    'two weeks ago the trial had 30 days left. extend?',
    'yesterday it said 20 days left in the trial. extend?',
    'last Friday the portal said 20 days left of the trial. extend?',
    '36 days left (as of 5 March) in the trial. extend?',
  ])('that was counted on another day than today: "%s"', says => {
    expect(end(says).facts.trialEnd).toBeUndefined()
    expect(end(says).unclear).toHaveLength(1)
  })

  test.for([
    'trial should have ended on 14 March but we got an extra 30 days. can we extend again?',
    'trial was going to end on 14 March, we got 30 days more. extend?',
  ])('that was put off by a length: "%s"', says => {
    expect(end(says).facts.trialEnd).toBeUndefined()
    expect(end(says).unclear[0]?.readings).toEqual(['2026-04-13', '2026-03-14'])
  })

  test.for([
    'trial ends in less than 3 weeks, extend?',
    'our trial has less than 3 weeks left, extend?',
    'trial ends in more than 20 days',
  ])('of which only a bound is told: "%s"', says => expect(end(says).facts.trialEnd).toBeUndefined())

  test('that is called the start behind it', () => {
    expect(end("trial ends 15 April, wait, that's the start. extend?").facts.trialEnd).toBeUndefined()
  })
})

test.for([
  ['two week trial started 1 March, extend?', 14],
  ['trial started 1 March for 8 weeks, extend?', 56],
  ['trial started 1 March, 6 weeks. extend?', 42],
] as const)('a length in weeks is one: "%s"', ([says, days]) => expect(end(says).facts.trialDays).toBe(days))
