import { expect, test } from 'vitest'
import { table } from '../support/table.ts'
import { read } from './reading.ts'

test.for(
  table('says', 'account')`
    we were on MCA, now EA                                | EA
    changed from MCA to EA                                | EA
    we moved to EA from MCA                               | EA
    EA (moving to MCA)                                    | EA
    we switch from EA to MCA next year                    | EA
    bought through CSP, now MCA                           | MCA
    we're on MCA, previously EA                           | MCA
    we used to be on EA but are MCA now                   | MCA
    MCA until last year, then an enterprise agreement     | EA
    not MCA but EA                                        | EA
    we arent csp, mosa                                    | MOSA
    wasnt mca, now mosa                                   | MOSA
    we pay through a reseller                             | CSP
    billing through partner                               | CSP
    trial via our partner                                 | CSP
    reseller invoice, GA                                  | CSP
    can we pay through a reseller?                        |
    can the trial be extended through a partner?          |
    our partner told us to extend the trial               |
    I'm a CSP partner. Customer has MOSA                  | MOSA
    I'm a CSP partner                                     | CSP
    can I buy from our CSP?                               | CSP
    the trial was on MCA                                  | MCA
    an enterprise agreement (EA)                          | EA
    both an EA and an MCA                                 |
    MCA/EA                                                |
    EA or MCA, not sure which                             |
    we're moving to MCA                                   |
  `,
)('of several billing accounts the one that is used now: "$says"', ({ says, account }) => {
  expect(read(says, 'extend-trial').facts.billingAccount ?? '').toBe(account)
})
