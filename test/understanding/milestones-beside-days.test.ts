import { expect, test } from 'vitest'
import { readMessage } from '../../dialogs/understanding/understand.ts'
import { today } from '../support/verdicts.ts'
import { datesIn } from './reading.ts'

// A day of the licence stays one where the message speaks of grace, service, data or a deadline as well.

test.for([
  ['We are in the grace period now I think (ended 24 Feb), how many days left?', 'licenseEnd=2026-02-24'],
  ['data kept how long after end of contract on 30 June', 'licenseEnd=2026-06-30'],
  ['Portal shows "Disabled" for the subscription that finished on 10 February. Can we still get at our alerts?', 'licenseEnd=2026-02-10'],
  ['What day would the service be turned off for a licence that ended on 5 March?', 'licenseEnd=2026-03-05'],
  ['Notify me when the grace period of the licence that lapsed last Friday comes to its close', 'licenseEnd=2026-03-06'],
  ['Refund deadline for an order from 5 March?', 'licenseStart=2026-03-05'],
  ['Put the refund deadline into your calendar: ordered yesterday afternoon', 'licenseStart=2026-03-09'],
  ['We paid up to and incl. 30 June. On 1 July, lights out?', 'licenseEnd=2026-06-30'],
  ['ordered 1 March. project killed this morning. am i stuck with the bill?', 'licenseStart=2026-03-01'],
] as const)('"%s": %s', ([says, means]) => expect(datesIn(readMessage(says, { today, locale: 'en-GB' }))).toBe(means))

test.for([
  'bought fri, return on mon, ok?',
  'wrong tenant! ordered this morning. refund?',
  'bought five days ago, money back?',
  'bought march 5, refund?',
])('"%s" speaks of our licence', says => expect(readMessage(says, { today, locale: 'en-GB' }).otherProduct).toBeUndefined())
