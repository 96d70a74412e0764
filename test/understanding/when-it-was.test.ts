import { describe, expect, test } from 'vitest'
import { readMessage } from '../../dialogs/understanding/understand.ts'
import { table } from '../support/table.ts'
import { today } from '../support/verdicts.ts'
import { datesIn } from './reading.ts'

const datesOf = (text: string) => datesIn(readMessage(text, { today, locale: 'en-GB' }))

describe('the end of a licence told of in the present tense is the nearest that fits', () => {
  test.for(
    table('says', 'means')`
      Lic exp 3 Feb. Still covered? Y/N                                      | licenseEnd=2026-02-03
      license expiry 15 Jan, service dead?                                   | licenseEnd=2026-01-15
      paid lic valid till 20 Feb, service stop when                          | licenseEnd=2026-02-20
      license end march 8, not renewed yet, is service cut?                  | licenseEnd=2026-03-08
      the licence ends 20 February and we forgot to renew, what now          | licenseEnd=2026-02-20
      licence until 20 Feb. What now?                                        | licenseEnd=2026-02-20
      paid licence till 28 february, can i still renew?                      | licenseEnd=2026-02-28
      licence lapses 1 feb, is data still there                              | licenseEnd=2026-02-01
      licence ends 12 december and we forgot to renew                        | licenseEnd=2025-12-12
      licence ends 15 may and we have not renewed yet, what happens then     | licenseEnd=2026-05-15
      our licence ends 1 december, what happens then                         | licenseEnd=2026-12-01
      our licence will end on 1 march, how long is the data kept             | licenseEnd=2027-03-01
      remind me when the licence ends on 20 february                         | licenseEnd=2027-02-20
      the licence was renewed until 15 April, data safe?                     | licenseEnd=2026-04-15
      our trial was approved until 15 April, can we extend it?               | trialEnd=2026-04-15
      the trial had been granted until 20 March                              | trialEnd=2026-03-20
      the trial was activated until 28 February, can we extend?              | trialEnd=2026-02-28
      we just renewed until 28 february, data safe?                          | licenseEnd=2027-02-28
      our licence expires on 31 january each year, what happens to the data  | licenseEnd=2027-01-31
      new licence valid until 5 march, what happens after that               | licenseEnd=2027-03-05
      bought 5 march 2026, ends 4 march. what happens then?                  | licenseStart=2026-03-05 licenseEnd=2027-03-04
      how many days until our licence ends on 1 february                     | licenseEnd=2027-02-01
      paid licence is expired on 15 May, what will happen after that         | licenseEnd=2026-05-15
      license is expired 15 december what happens to our data                | licenseEnd=2025-12-15
      licence expired 15 may, what happens to our data                       | licenseEnd=2025-05-15
      trial license which is getting expired on 6th April, can it be extended | trialEnd=2026-04-06
      trial gets expired on 20 april, extend?                                | trialEnd=2026-04-20
      trial is expired on 6 march, extend?                                   | trialEnd=2026-03-06
    `,
  )('$says', ({ says, means }) => {
    expect(datesOf(says)).toBe(means)
  })
})

describe('a purchase that is only supposed or planned may lie ahead', () => {
  test.for(
    table('says', 'means')`
      If we bought the licence on 1 April and cancelled on 5 April, would we get money back? | licenseStart=2026-04-01
      We buy on 20 March. Refund until when?                                 | licenseStart=2026-03-20
      suppose we purchase on 2 april, refund until when?                     | licenseStart=2026-04-02
      if we bought it on 5 march, would we get money back?                   | licenseStart=2026-03-05
      we bought on 20 march, refund?                                         | licenseStart=2025-03-20
    `,
  )('$says', ({ says, means }) => {
    expect(datesOf(says)).toBe(means)
  })
})

describe('a day since which a trial or licence is held is its start', () => {
  test.for(
    table('says', 'means')`
      We are testing since 20. February with the trial, can we extend?  | trialStart=2026-02-20
      trial since 20 february, extension?                               | trialStart=2026-02-20
      Since 20 February we are in trial. Extension?                     | trialStart=2026-02-20
      trial is active since Feb 20, can we prolong?                     | trialStart=2026-02-20
      we use the trial since 20.02.2026. How can we extend?             | trialStart=2026-02-20
      we have a 60-day trial since 20 Feb, can we extend it?            | trialStart=2026-02-20
      on trial since a month, can we extend?                            | trialStart=2026-02-10
      three weeks into the trial, can it be extended?                   | trialStart=2026-02-17
      free licence assigned 20 feb, extension?                          | trialStart=2026-02-20
      trial was opened at 20 feb, can we extend it?                     | trialStart=2026-02-20
      got the trial 20 feb, extend?                                     | trialStart=2026-02-20
      we received our 60-day trial on 20 feb, can we extend it?         | trialStart=2026-02-20
      90 days trial, day one was 1 March, can it be extended            | trialStart=2026-03-01
      first day of the trial was 20 feb, extend?                        | trialStart=2026-02-20
      we have it since 14 January 2025, what happens when it ends?      | licenseStart=2025-01-14
      licence since 1 June 2025, don't want it to renew                 | licenseStart=2025-06-01
      trial expired since 20 february, extension possible?              | trialEnd=2026-02-20
      our trial is over since 1 march, extend?                          | trialEnd=2026-03-01
      licence overdue since 3 March. consequences?                      | licenseEnd=2026-03-03
      trial got expired on 28 Feb, can we extend it?                    | trialEnd=2026-02-28
      we received the trial reminder on 3 March, it ends 12 April, extend? | trialEnd=2026-04-12
      we are customers since 1 May 2020, our trial ends 12 April, extend? | trialEnd=2026-04-12
      we got the trial extended until 12 April, possible again?         | trialEnd=2026-04-12
      We had a trial two years ago. Are we entitled to a fresh one?     |
    `,
  )('$says', ({ says, means }) => {
    expect(datesOf(says)).toBe(means)
  })
})

describe('a day that is denied gives way to the one behind "but"', () => {
  test.for(
    table('says', 'means')`
      We didn't buy on 2 March but on 4 March. refund ok?                     | licenseStart=2026-03-04
      it wasn't 2 march we bought but 6 march. refund?                        | licenseStart=2026-03-06
      Our licence didn't end on 10 Feb but on 20 Feb. Are we in grace?        | licenseEnd=2026-02-20
      trial doesn't end on 10 April but 20 April. extend?                     | trialEnd=2026-04-20
      we bought yesterday, sorry: bought it on 5 March. Money back?           | licenseStart=2026-03-05
      bought on 6 march, not on 2 march. refund?                              | licenseStart=2026-03-06
      trial started 1 March but ends on 20 April, extend?                     | trialStart=2026-03-01 trialEnd=2026-04-20
      we haven't used it: started on 1 March but ends on 20 April, extend trial? | trialStart=2026-03-01 trialEnd=2026-04-20
    `,
  )('$says', ({ says, means }) => {
    expect(datesOf(says)).toBe(means)
  })
})

describe('a day stands in the place that its words give it', () => {
  test.for(
    table('says', 'means')`
      go-live is planned for 1 June but trial ends 20 April. More time?   | trialEnd=2026-04-20
      we went live with the trial on 20 feb, extend?                      | trialStart=2026-02-20
      trial expires tomorrow week, can i still extend                     | trialEnd=2026-03-18
      trial ends tomorrow, can i still extend                             | trialEnd=2026-03-11
      we paid 450 a month since 7 march, refund?                          | licenseStart=2026-03-07
      bought 2 licences a week ago, refund?                               | licenseStart=2026-03-03
      paid 3600 a week ago, refund?                                       | licenseStart=2026-03-03
      I need a licence for 300 devices from 1 April 2026                  |
      trial from 1 to 30 march, can we get an extension?                  | trialStart=2026-03-01 trialEnd=2026-03-30
      trial from 1 April to 30 April, extend?                             | trialStart=2026-04-01 trialEnd=2026-04-30
      invoice dated 4 March. can we still return the licence?             | licenseStart=2026-03-04
      invoice from 4 March 2026, EUR 3600, refund please                  | licenseStart=2026-03-04
      invoice due 4 april, refund?                                        |
      invoice dated 4 March but we bought on 2 March, refund?             | licenseStart=2026-03-02
      reminder trial 6 may                                                | trialEnd=2026-05-06
      remind me: licence 1 december                                       | licenseEnd=2026-12-01
      licence renew date 1 Dec 2026, pls inform me 1 month before         | licenseEnd=2026-12-01
      remind me about the plan meeting 6 may                              |
      We didn't renew on 15 Dec. Is the data still there?                 | licenseEnd=2025-12-15
      purchased the licence before 6 days only, refund?                   | licenseStart=2026-03-04
    `,
  )('$says', ({ says, means }) => {
    expect(datesOf(says)).toBe(means)
  })
})

describe('a day with two readings that is said again in full is plain', () => {
  test.for(
    table('says', 'means')`
      we began our evaluation on 01/03/2026... I mean 1 March. Extension? | trialStart=2026-03-01
      £499.99 taken on 06/03/2026... 6 march. refund amount?              | licenseStart=2026-03-06
      purchased on 06-03-2026 i.e. 6th March, refund                      | licenseStart=2026-03-06
      trial ends 4/5 (5 April), extend?                                   | trialEnd=2026-04-05
      trial ends 4 May (4/5), extend?                                     | trialEnd=2026-05-04
      trial finishes Friday in 5 weeks, i.e. 17 April                     | trialEnd=2026-04-17
      trial started 3/2 (3 feb) and ends 4/5 (4 may), extend              | trialStart=2026-02-03 trialEnd=2026-05-04
    `,
  )('$says', ({ says, means }) => {
    expect(datesOf(says)).toBe(means)
  })
})

describe('a day written in one piece', () => {
  test.for(
    table('says', 'means')`
      trial ends 15APR26, extend?        | trialEnd=2026-04-15
      bought 06MAR2026, refund?          | licenseStart=2026-03-06
      trial ends apr15, extend?          | trialEnd=2026-04-15
      trial ends 5apr, extend?           | trialEnd=2026-04-05
      trial ends 2026年4月11日, extend?   | trialEnd=2026-04-11
    `,
  )('$says', ({ says, means }) => {
    expect(datesOf(says)).toBe(means)
  })
})

test.for([
  ['trial got expired on 28 Feb, extension possible?', undefined],
  ['trial got extended? no! ends 12 April, can we extend?', undefined],
  ['our trial was extended already, ends 12 April, can we extend again?', true],
  ['we got an extension in February, trial ends 12 April. again?', true],
] as const)('%s', ([text, extended]) => {
  expect(readMessage(text, { today, locale: 'en-GB' }).facts.extended).toBe(extended)
})
