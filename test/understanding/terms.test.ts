import { describe, expect, test } from 'vitest'
import { intents } from '../../cards/intents.ts'
import { factsIn, table } from '../support/table.ts'
import { read } from './reading.ts'

const intentOf = (text: string) => intents.find(intent => intent === text) ?? 'extend-trial'

describe('an account or a role that is denied, former, asked about or one of two is none that is held', () => {
  test.for(
    table('intent', 'says', 'facts')`
      extend-trial | We don't have an EA. Can we extend?                      |
      extend-trial | We do not have an Enterprise Agreement; extension?       |
      extend-trial | neither EA nor CSP, extend?                              |
      extend-trial | not through CSP. extend?                                 |
      extend-trial | We haven't got a CSP. extend?                            |
      extend-trial | we don't have MCA but MOSA. extend?                      | billingAccount=MOSA
      extend-trial | used to be CSP, now MCA, extend?                         | billingAccount=MCA
      extend-trial | EA or MCA, not sure which. extend?                       |
      extend-trial | don't know if MCA or MOSA. extend?                       |
      extend-trial | I used to be global admin. can i extend?                 |
      extend-trial | we couldn't find a billing admin, extend?                |
      extend-trial | is it relevant for trial extension if we have EA or MCA? |
      extend-trial | MCA or EA? we have EA. extend?                           | billingAccount=EA
      extend-trial | does it matter whether we're on EA?                      |
      extend-trial | we're EA, not MCA. extend?                               | billingAccount=EA
      extend-trial | We no longer have an EA. Can we extend?                  |
      extend-trial | i was billing admin, now i'm not. extend?                  |
      extend-trial | i was global admin until yesterday. extend?                |
      extend-trial | i was GA last week. extend?                                |
      extend-trial | ex-billing admin here. extend?                             |
      extend-trial | my former role: global admin. extend?                      |
      extend-trial | global admin till recently. extend?                        |
      extend-trial | i should become billing admin soon. extend?                |
      extend-trial | i'll be billing admin then. extend?                        |
      extend-trial | i'm only global admin in another tenant. extend?           |
      extend-trial | i'm global admin at our parent company. extend?            |
      extend-trial | i was billing admin and still am. extend?                  | role=billing-admin
      extend-trial | i was just made global admin. extend?                      | role=global-admin
      extend-trial | i became billing admin last week. extend?                  | role=billing-admin
      extend-trial | i'm global admin. another tenant has one too. extend?      | role=global-admin
      extend-trial | i was helpdesk admin, now i'm global admin. extend?        | role=global-admin
      extend-trial | bought via CSP, can we extend?                           | billingAccount=CSP
    `,
  )('"$says": $facts', ({ intent, says, facts }) => {
    expect(read(says, intentOf(intent)).facts).toEqual(factsIn(facts))
  })
})

describe('what a message says beside dates and sites', () => {
  test.for(
    table('intent', 'says', 'facts')`
      admin-roles       | do i have to be global admin to buy it                       | role=global-admin
      admin-roles       | is a company administrator enough?                           | role=global-admin
      admin-roles       | is billing admin enough to cancel?                           | role=billing-admin
      admin-roles       | can a Global Reader extend?                                  | role=other
      admin-roles       | our Global Admin has quit, who else may renew?               |
      admin-roles       | is the plant manager entitled to cancel?                     | role=other
      government-cloud  | does it run in Fairfax?                                      | cloud=azure-government
      government-cloud  | usgov virginia                                               | cloud=azure-government
      government-cloud  | moving from commercial to GCC-H                              | cloud=gcc-high
      government-cloud  | commercial licence in a GCC tenant?                          | cloud=gcc
      government-cloud  | GCC vs GCC High                                              |
      government-cloud  | we're IL5                                                    |
      extend-trial      | EXTENDED IT ONCE. NEED IT AGAIN                              | extended=true
      extend-trial      | we've burned our one extension                               | extended=true
      extend-trial      | two weeks ago we got thirty days on top                      | extended=true
      extend-trial      | nobody has extended it yet                                   |
      extend-trial      | has it been extended before?                                 |
      admin-roles       | I'm only a Security Admin                                    | role=other
      extend-trial      | I'm billing admin, our global admin is on leave              | role=billing-admin
      extend-trial      | which admin must extend it?                                  |
      extend-trial      | We're under the Microsoft Online Subscription Agreement      | billingAccount=MOSA
      extend-trial      | Microsoft Customer Agreement                                 | billingAccount=MCA
      extend-trial      | not MCA but EA                                               | billingAccount=EA
      extend-trial      | we bought through a reseller                                 | billingAccount=CSP
      extend-trial      | We have an MPSA contract                                     | billingAccount=other
      buy-license       | can we order through our reseller?                           |
      government-cloud  | GCCH licensing??                                             | cloud=gcc-high
      government-cloud  | city government on gcc                                       | cloud=gcc
      government-cloud  | is it in Azure Government by default?                        | cloud=azure-government
      government-cloud  | a government body but in commercial Azure                    | cloud=commercial
      government-cloud  | not sure if GCC or GCC High                                  |
      government-cloud  | government customer, how do we start                         |
      extend-trial      | We already extended the trial once                           | extended=true
      extend-trial      | the extension we got in January is used up                   | extended=true
      extend-trial      | can a trial be extended twice                                |
      extend-trial      | can it be extended again?                                    |
      extend-trial      | we have never extended it                                    |
      refund-window     | cost us €12 500                                              | price=12500
      refund-window     | we paid 4.200,00 EUR                                         | price=4200
      refund-window     | paid 980 bucks                                               | price=980
      refund-window     | R$ 12.500 charged to card                                    | price=12500
      refund-window     | paid two thousand four hundred dollars                       | price=2400
      refund-window     | it was 12k USD                                               | price=12000
      refund-window     | GIVE BACK THE 5400 WE PAID                                   | price=5400
      extend-trial      | our 60-day trial is too short                                | trialDays=60
      extend-trial      | trial started 1 January 2026, 90 days. extend?               | trialStart=2026-01-01 trialDays=90
      extend-trial      | our trial started on 1 February (60 days)                    | trialStart=2026-02-01 trialDays=60
      license-lifecycle | one of our five licences expired, the other four are active  | otherActiveLicense=true
      license-lifecycle | Nice ended 1 March, Lyon runs until August                   | licenseEnd=2026-03-01 otherActiveLicense=true
      license-lifecycle | the one for Nice expired on 1 March, Lyon's is valid until 31 August| licenseEnd=2026-03-01 otherActiveLicense=true
      license-lifecycle | it ended on 1 March. Monitoring runs until when?             | licenseEnd=2026-03-01
      license-lifecycle | the last paid licence in our tenant                          | otherActiveLicense=false
      set-reminder      | track our trial                                              | kind=trial
      set-reminder      | track our licence                                            | kind=paid
    `,
  )('$intent: "$says"', ({ intent, says, facts }) => {
    expect(read(says, intentOf(intent)).facts).toEqual(factsIn(facts))
  })

  test.for(
    table('says', 'percent')`
      870 devices and 15% growth       | 15
      460 devices, +10% /yr            | 10
      230 devices, will grow 20 percent | 20
      2,050 devices that will double   | 100
      410 devices, 25% once line 4 opens | 25
      540 devices, half as many again  | 50
      288 devices, an expansion of a quarter | 25
      now 340 devices, in two years we expect 510 | 50
    `,
  )('growth: "$says" is $percent percent', ({ says, percent }) => {
    expect(read(says).facts.growthPercent).toBe(Number(percent))
  })
})

describe('what is only supposed', () => {
  test('is marked', () => {
    expect(read('what if it ended on 20 April?', 'extend-trial')).toMatchObject({ facts: { trialEnd: '2026-04-20' }, supposed: true })
    expect(read('and if it were 12,000?')).toMatchObject({ facts: { sites: [{ devices: 12000 }] }, supposed: true })
    expect(read('can a Global Reader extend?', 'admin-roles').supposed).toBe(true)
  })

  test('is not what somebody says of themselves', () => {
    expect(read("I'm a security admin, may I extend?", 'admin-roles').supposed).toBe(false)
    expect(read('our trial ends on 20 April', 'extend-trial').supposed).toBe(false)
  })
})

test('a message without a wish for the desk has no facts', () => {
  expect(read('Adobe refund, paid 900 EUR on 5 March for 40 devices', 'out-of-scope').facts).toEqual({})
  expect(read('hello, 15 April', 'greeting').facts).toEqual({})
})

test('mentions, entities, quoting and signatures are no part of what is said', () => {
  expect(read('<at>License Desk 500</at>&nbsp;90 devices\r\n\r\nKind regards,\r\nAnna Berg\r\nTel 030 1234 567').facts).toEqual({
    sites: [{ devices: 90 }],
  })
})
