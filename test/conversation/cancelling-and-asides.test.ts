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
      > how do I know which billing account we have?
        A billing account is the agreement under which you buy from Microsoft
      > so, can I extend it?
        Yes, until 31 March 2026, if your billing account is MCA or MOSA
      > MCA
        Yes, until 31 March 2026
    `
  })
})
