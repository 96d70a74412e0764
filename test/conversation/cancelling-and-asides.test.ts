import { describe, test } from 'vitest'
import { chat } from '../support/chat.ts'

describe('cancelling', () => {
  test('is told with both places, however it is asked', async () => {
    await chat()`
      > how do I cancel my plan?
        To cancel, do both: the admin center, then Plans and pricing
      > deactivate the plan in the Azure portal please
        To cancel, do both: the admin center, then Plans and pricing
      > where can a subscription be cancelled?
        To cancel, do both: the admin center, then Plans and pricing
      > We want to terminate our licence
        To cancel, do both: the admin center, then Plans and pricing
      > should I cancel the plan or the licence?
        To cancel, do both: the admin center, then Plans and pricing
      > what's the process to cancel a Defender for IoT plan?
        To cancel, do both: the admin center, then Plans and pricing
    `
  })

  test('of a trial tells what follows, of renewal how it comes back', async () => {
    await chat()`
      > cancel the trial
        At the end of the trial, buy a licence that fits your network
        ... With recurring billing on, the trial turns into a paid subscription by itself. Turn it off if you do not want that.
      > end our trial please, it ends on 15 April
        Your trial covers you until 15 April 2026
      > turn on renewal again
        Turn recurring billing on again in the Microsoft 365 admin center
      > how can we re-enable auto-renewal?
        Turn recurring billing on again in the Microsoft 365 admin center
      > turn off auto renewal
        Turn off recurring billing. The licence then ends by itself
    `
  })

  test('of anything else is what it was', async () => {
    await chat()`
      > cancel that
        OK, dropped. What would you like to know?
      > cancel the reminder
        Nothing is tracked here
      > cancel the legacy plan
        From the legacy Azure plan: buy site licences, then move each site
      > can a billing admin cancel the licence?
        A Billing admin can buy, extend and cancel
      > cancel the licence and get the money back
        A licence can be given back within 7 days of its start
      > cancel
        OK, dropped. What would you like to know?
    `
  })
})

describe('billing accounts', () => {
  test('that are asked about are explained, and are none of the person', async () => {
    await chat()`
      > trial ends 15 April, I'm a billing admin
        Yes, until 31 March 2026, if your billing account is MCA or MOSA
      > what is MOSA?
        A billing account is the agreement under which you buy from Microsoft
        ... MOSA: Microsoft Online Subscription Agreement
      > what does EA mean?
        A billing account is the agreement under which you buy from Microsoft
      > which types of billing accounts can extend a trial?
        A billing account is the agreement under which you buy from Microsoft
      > how do I know which billing account we have?
        A billing account is the agreement under which you buy from Microsoft
      > so, can I extend it?
        Yes, until 31 March 2026, if your billing account is MCA or MOSA
      > MCA
        Yes, until 31 March 2026
    `
  })

  test('that somebody else may have serve one answer', async () => {
    await chat()`
      > trial ends 15 April, I'm a billing admin
        Yes, until 31 March 2026, if your billing account is MCA or MOSA
      > does it work with EA?
        No, not in the admin center with an Enterprise Agreement. Ask sales
        ... Worked out for what you supposed
      > so, can I extend it?
        Yes, until 31 March 2026, if your billing account is MCA or MOSA
    `
  })
})

test('a role that is only asked about is none of the person, the day beside it is', async () => {
  await chat()`
    > can a Global Reader extend the trial? trial ends 15 April
      Yes, until 31 March 2026, if a Global or Billing admin asks and your billing account is MCA or MOSA
      ... Worked out for what you supposed
    > global admin
      Yes, until 31 March 2026, if your billing account is MCA or MOSA
  `
})

describe('what follows the end of a trial', () => {
  test('is told with its dates, where the end follows from the start and the length', async () => {
    await chat()`
      > Trial began on 15 Jan for 90 days. global admin, MOSA. Extension?
        Yes, until 30 March 2026
      > and what happens after it ends?
        Your trial covers you until 14 April 2026
      > and the data?
        From 15 May 2026 on the data may be deleted. Act before
    `
  })

  test('is what a few words mean after a dated answer', async () => {
    await chat()`
      > trial ends 15 April, MCA, billing admin. extend?
        Yes, until 31 March 2026
      > and afterwards?
        Your trial covers you until 15 April 2026
      > what happens to the data?
        From 16 May 2026 on the data may be deleted. Act before
    `
    await chat()`
      > trial ends 15 April, MCA, billing admin. extend?
        Yes, until 31 March 2026
      > what if it ended on 20 March?
        No, that closed on 5 March 2026. Ask sales instead
      > and after that?
        Your trial covers you until 20 March 2026
        ... Worked out for what you supposed
    `
  })

  test('is asked where it has ended', async () => {
    await chat()`
      > our evaluation was over on Sunday, what can we do?
        The trial is over. Buy by 7 April 2026 to keep its data
      > start over
        Done: I've forgotten what you told me. What would you like to know?
      > Trial ran out on 28 February, do I have some days of grace?
        The trial is over. Buy by 30 March 2026 to keep its data
    `
  })
})

describe('a trial or a licence', () => {
  test('that is to be extended is asked for, where nobody said which', async () => {
    await chat()`
      > can i extend the licence? it ends 15 April
        Is it a trial or a paid licence?
        [Trial] [Paid licence]
      > it's a trial
        Yes, until 31 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
    `
    await chat()`
      > is it possible to prolong our subscription? It runs until 15 April
        Is it a trial or a paid licence?
      > [Paid licence]
        Covered until 15 April 2026. Then 30 days to renew
    `
    await chat()`
      > can we extend the trial licence? it ends 15 April
        Yes, until 31 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
    `
  })

  test('that was told as the other keeps its end', async () => {
    await chat()`
      > licence ends 31 March
        Covered until 31 March 2026. Then 30 days to renew
      > actually it is a trial
        Your trial covers you until 31 March 2026
      > no, a paid licence
        Covered until 31 March 2026. Then 30 days to renew
      > and afterwards?
        From 29 June 2026 on the data may be deleted. Act before
    `
    await chat()`
      > licence bought 5 March, refund?
        Yes, until 12 March 2026
      > it's not a licence, it's a trial
        No, a trial costs nothing, so there is nothing to refund
    `
  })
})

describe('a time that is no day', () => {
  test('is named when the day is asked for, and the question stays open', async () => {
    await chat()`
      > can I get a refund?
        A licence can be given back within 7 days of its start
      > I bought it last week
        I need the day: which one is "last week"?
      > Thursday
        Yes, until 12 March 2026
    `
    await chat()`
      > can I extend my trial?
        You can ask until 15 days before the trial ends
      > mid April
        I need the day: which one is "mid April"?
      > what counts as a device?
        Every IT, OT or IoT device with a network interface counts
        You can ask until 15 days before the trial ends
      > 15 April
        Yes, until 31 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
    `
  })

  test('is known better by a paper', async () => {
    await chat()`
      > can I get a refund?
        A licence can be given back within 7 days of its start
      > don't know, invoice says 5 March
        Yes, until 12 March 2026
    `
    await chat()`
      > can I get a refund?
        A licence can be given back within 7 days of its start
      > no idea, the order confirmation is dated 3/4/2026
        Which day is "3/4/2026"?
        [4 March 2026]
    `
  })
})

describe('plain words', () => {
  test('give a licence back that is to be exchanged, while there is time', async () => {
    await chat()`
      > licence bought 5 March. can I cancel and buy bigger size?
        Yes, until 12 March 2026
        ... If you need another size, buy it first.
      > we own an M and need a bigger size, what now?
        The size can't change before renewal. Protection goes on
    `
  })

  test('about a day are answered whatever role is named beside it', async () => {
    await chat()`
      > I'm security admin, bought 6 March, refund?
        Yes, until 13 March 2026
    `
    await chat()`
      > my role is Billing administrator and Security Admin, trial ends 15 April, MOSA
        Yes, until 31 March 2026
    `
  })

  test('of a headset, of leave or of passwords are none of ours', async () => {
    await chat()`
      > I want to return the headset I ordered on Monday, refund please
        That's outside what I know. I answer licence questions about Microsoft Defender for IoT, and nothing else
      > extend my leave until 20 March
        That's outside what I know. I answer licence questions about Microsoft Defender for IoT, and nothing else
      > can a global admin reset MFA for another user?
        That's outside what I know. I answer licence questions about Microsoft Defender for IoT, and nothing else
      > can we extend until the holidays? trial ends 1 April
        Yes, until 17 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
    `
  })

  test('that complain or speak of data ask nothing more', async () => {
    await chat()`
      > Where's the button for extending? Can't find it anywhere in the admin center
        You can ask until 15 days before the trial ends
      > never mind
        OK, dropped. What would you like to know?
      > how long do you keep alerts & inventory after a paid one runs out, and do we get them back if we resubscribe
        The data is kept for 90 days. Count them from the licence's end
    `
  })

  test('need no "did you mean"', async () => {
    await chat()`
      > is M okay if i have 501
        1 L
      > Is it month-to-month or annual?
        A licence runs for one year
      > we like what we saw in the trial, how do we turn it into the real thing
        At the end of the trial, buy a licence that fits your network
    `
    await chat()`
      > what if during the year the number of devices becomes less then the license we paid
        The size can't change before renewal. Protection goes on
    `
  })
})
