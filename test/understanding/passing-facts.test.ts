import { describe, expect, test } from 'vitest'
import { intents } from '../../cards/intents.ts'
import type { Day } from '../../rules/day.ts'
import { factsIn, table } from '../support/table.ts'
import { read } from './reading.ts'

const intentOf = (text: string) => intents.find(intent => intent === text) ?? 'extend-trial'

describe('what a message says of its facts in passing', () => {
  test.for(
    table('intent', 'says', 'facts')`
      extend-trial      | trial has 30 days, began 5 Feb. extend?                              | trialStart=2026-02-05 trialDays=30
      extend-trial      | Did my trial end already? it began at 5 February and has 30 days     | trialStart=2026-02-05 trialDays=30
      extend-trial      | trial started 1 March with 45 days, extend?                          | trialStart=2026-03-01 trialDays=45
      extend-trial      | trial started 5 Feb and lasts 30 days, still extendable?             | trialStart=2026-02-05 trialDays=30
      extend-trial      | trial began 5 Feb, length: 60 days. extend?                          | trialStart=2026-02-05 trialDays=60
      extend-trial      | can we extend our trial, it started 1 March for 60 days              | trialStart=2026-03-01 trialDays=60
      extend-trial      | can we extend our trial for 30 days? it started 1 March              | trialStart=2026-03-01
      extend-trial      | our trial started 1 March, can we extend for 30 days?                | trialStart=2026-03-01
      extend-trial      | need a 30 day trial extension, started 1 March                       | trialStart=2026-03-01
      extend-trial      | trial started 1 March and still has 20 days                          | trialStart=2026-03-01 trialEnd=2026-03-30
      extend-trial      | the trial will have ended by 31 March, can I extend?                 | trialEnd=2026-03-31
      license-lifecycle | our licence will have run out by 31 March. what then?                | licenseEnd=2026-03-31
      license-lifecycle | it'll have expired by 28 February, our licence                       | licenseEnd=2027-02-28
      license-lifecycle | our licence would have ended on 1 March, what now?                   | licenseEnd=2026-03-01
      refund-window     | how much back if we paid 300 per month, bought 5 March, refund?      | licenseStart=2026-03-05
      refund-window     | bought 5 March for €300/month, how much back?                        | licenseStart=2026-03-05
      refund-window     | bought 5 March, billed monthly, 300 EUR. how much back?              | licenseStart=2026-03-05
      refund-window     | bought 5 March, paid 3600 eur, that's 300 eur per month              | licenseStart=2026-03-05 price=3600
      refund-window     | we paid 3600 EUR a week ago. how much do we get back?                | licenseStart=2026-03-03 price=3600
      extend-trial      | trial ends in 12 working days, extend?                               | trialEnd=2026-03-26
      extend-trial      | trial ends in 12 weekdays, extend?                                   | trialEnd=2026-03-26
      extend-trial      | trial ends 4 business days from now                                  | trialEnd=2026-03-16
      extend-trial      | only 10 working days left on the trial                               | trialEnd=2026-03-24
      refund-window     | bought 7 working days ago, refund?                                   | licenseStart=2026-02-27
      extend-trial      | I am not an admin. can I extend?                                     | role=other
      extend-trial      | MCA, neither global nor billing admin. extend?                       | role=other billingAccount=MCA
      extend-trial      | I'm not a global or billing admin. extend?                           | role=other
      extend-trial      | I don't have admin rights. extend?                                   | role=other
      extend-trial      | I have admin rights. extend?                                         |
      license-lifecycle | licence at site A ended 1 march, site B runs until december            | licenseEnd=2026-03-01 otherActiveLicense=true
      license-lifecycle | licence ended 1 march. site B has a licence until december             | licenseEnd=2026-03-01 otherActiveLicense=true
      license-lifecycle | licence ended 1 march, rest of our sites are licensed. grace?          | licenseEnd=2026-03-01 otherActiveLicense=true
      license-lifecycle | licence ended 1 march, the remaining sites are covered                 | licenseEnd=2026-03-01 otherActiveLicense=true
      license-lifecycle | licence ended 1 march and there's another valid licence in the tenant  | licenseEnd=2026-03-01 otherActiveLicense=true
      license-lifecycle | licence ended 1 march but our other plant still has one                | licenseEnd=2026-03-01 otherActiveLicense=true
      license-lifecycle | licence ended 1 march and we have 2 other sites licensed               | licenseEnd=2026-03-01 otherActiveLicense=true
      license-lifecycle | licence ended 1 march, we still have a licence for another site        | licenseEnd=2026-03-01 otherActiveLicense=true
      license-lifecycle | licence ended 1 march, the rest of our sites are not licensed          | licenseEnd=2026-03-01
      license-lifecycle | licence ended 1 march, are the rest of our sites licensed?             | licenseEnd=2026-03-01
      license-lifecycle | licence ended 1 march. site B has no licence                           | licenseEnd=2026-03-01
      license-lifecycle | licence ended 1 march, site A runs until when?                         | licenseEnd=2026-03-01
      license-lifecycle | licence ended 1 march but our other plant had one                      | licenseEnd=2026-03-01
      extend-trial      | not the global admin but billing admin. extend?                      | role=billing-admin
      extend-trial      | there is no admin who knows. I'm billing admin                       | role=billing-admin
      extend-trial      | we are a reseller, customer trial, can I extend for them?            | role=other
      extend-trial      | we are a reseller, can we extend our own trial?                      |
      extend-trial      | I'm the CSP partner of the customer, not their admin                 | role=other billingAccount=CSP
      extend-trial      | i am partner of the customer                                         | role=other
      extend-trial      | I'm the customer's partner and billing admin in their tenant         | role=billing-admin
      extend-trial      | we bought it via our partner, extend?                                | billingAccount=CSP
      admin-roles       | do billing profile contributors get to purchase?                     | role=other
      license-lifecycle | licence ends, other sites still have a licence                       | otherActiveLicense=true
      license-lifecycle | there is another active licence for other plant                      | otherActiveLicense=true
      license-lifecycle | we have a second site with active licence                            | otherActiveLicense=true
      license-lifecycle | the second plant is still licensed                                   | otherActiveLicense=true
      license-lifecycle | MOSA, only this licence. what then?                                  | otherActiveLicense=false billingAccount=MOSA
      license-lifecycle | we only have this one licence                                        | otherActiveLicense=false
      license-lifecycle | no other site has a licence                                          | otherActiveLicense=false
      license-lifecycle | what if we renew only this licence?                                  |
      license-lifecycle | does it matter if there is another active licence?                   |
      license-lifecycle | there is another active licence, but that one has expired            |
      license-terms     | do we need only one licence?                                         |
      set-reminder      | ping me when Karlstad's site needs renewing (25 Nov)                 | licenseEnd=2026-11-25 kind=paid
      set-reminder      | remind us that the licence must be renewed by 25 Nov                 | licenseEnd=2026-11-25 kind=paid
      set-reminder      | remind me of Karlstad's licence (25 Nov)                             | licenseEnd=2026-11-25 kind=paid
      set-reminder      | remind me of the board meeting (25 Nov)                              |
      extend-trial      | our trial ends 15 April and licence of other site started 5 March    | trialEnd=2026-04-15 licenseStart=2026-03-05
      extend-trial      | our trial ends 15 April, trial licence started 16 March 2026         | trialEnd=2026-04-15 trialStart=2026-03-16
      extend-trial      | trial ends 15 April, started 1 March                                 | trialEnd=2026-04-15 trialStart=2026-03-01
      refund-window     | refund on 16 March?                                                  |
      refund-window     | how much back if I cancel on 12 March, bought 6 March                | licenseStart=2026-03-06
      refund-window     | bought 4 March 2025, renewed on 6 March 2026, refund?                | licenseStart=2026-03-06
      refund-window     | want a refund of the licence bought on 6 March                       | licenseStart=2026-03-06
      extend-trial      | can I extend it on 1 April? trial ends 15 April                      | trialEnd=2026-04-15
      extend-trial      | trial started 1 March for thirty days, extend?                       | trialStart=2026-03-01 trialDays=30
      extend-trial      | I work for a reseller, can I extend the customer's trial?            | role=other
      license-lifecycle | our other plant in Lyon is licensed until August                     | otherActiveLicense=true
      license-lifecycle | we have three other active licences                                  | otherActiveLicense=true
    `,
  )('$says: $facts', ({ intent, says, facts }) => {
    expect(read(says, intentOf(intent)).facts).toEqual(factsIn(facts))
  })
})

test('working days are counted from a weekend too', () => {
  const at = { today: '2026-03-14' as Day }
  expect(read('trial ends in 5 working days', 'extend-trial', at).facts).toEqual({ trialEnd: '2026-03-20' })
  expect(read('trial ends in 6 working days', 'extend-trial', at).facts).toEqual({ trialEnd: '2026-03-23' })
  expect(read('bought 5 working days ago', 'refund-window', at).facts).toEqual({ licenseStart: '2026-03-09' })
})

test.for(
  table('says', 'supposed')`
    trial end 31.3., role globaladmin, MCA  | false
    role: billing admin, MOSA               | false
    is the role global admin enough?        | true
    can a Global Reader extend?             | true
  `,
)('$says: $supposed', ({ says, supposed }) => {
  expect(read(says, 'admin-roles').supposed).toBe(supposed === 'true')
})
