import { describe, expect, test } from 'vitest'
import { answered, day } from '../../bot/gallery/answered.ts'
import type { Card } from '../../cards/card.ts'
import { ofType } from '../support/card-parts.ts'
import { chat } from '../support/chat.ts'

const inputs = (card: Card) => Object.fromEntries(ofType(card, /^Input/).map(({ id, value }) => [id, value]))

describe('a press on an old card', () => {
  test('is answered for the dates of the card, whatever site the talk has turned to', async () => {
    await chat()`
      > our licence was bought on 3 March 2025, what happens after it ends?
        Renew by 1 April 2026: you are in the grace period
      > and for Lyon? its licence ends on 20 June 2026
        Covered until 20 June 2026. Then 30 days to renew
        ... For Lyon
      > (card 1) [Update] otherActiveLicense=false
        Renew by 1 April 2026: you are in the grace period
        ... Another active site licence: No
      > (card 2) [Update] otherActiveLicense=false
        Covered until 20 June 2026. Then 30 days to renew
        ... For Lyon
    `
  })

  test('does not turn a yes into a no of another site', async () => {
    await chat()`
      > can I extend? our trial started on 10 February 2026 for 60 days
        Yes, until 26 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
      > and for Lyon? its trial ends on 12 March 2026
        No, that closed on 25 February 2026. Ask sales instead
      > (card 1) [Update] role=global-admin
        Yes, until 26 March 2026, if your billing account is MCA or MOSA
        ... Trial ends: 10 April 2026 (31 days left)
    `
  })

  test('is not answered with what was said of another site', async () => {
    await chat()`
      > can I extend? trial ends 15 April, global admin, MCA
        Yes, until 31 March 2026
      > and for Lyon? ends 20 June, it was extended already
        It depends. Try by 5 June 2026: it was extended once already
      > (card 1) [Update] trialEnd=2026-04-16
        Yes, until 1 April 2026
    `
  })

  test('is not answered with what was said of another customer', async () => {
    await chat()`
      > can I extend? trial ends 15 April, global admin, MCA
        Yes, until 31 March 2026
      > what about a customer in GCC High, can they extend a trial?
        No, not in the admin center. In GCC High it is part of your plan
      > (card 1) [Update] trialEnd=2026-04-16
        Yes, until 1 April 2026
    `
  })

  test('sizes the list of the card, with its own growth', async () => {
    await chat()`
      > 400 900 6k
        2 XL, 1 L, 1 M
      > start over
        Done: I've forgotten what you told me. What would you like to know?
      > Lyon 100, Leeds 250 with 50% growth
        1 M, 1 S
      > (card 1) [This is wrong]
        2 XL, 1 L, 1 M
        ... Thank you
      > (card 1) [With 20 % growth]
        3 XL, 1 M
    `
  })

  test('is of a paid licence where the card is, though a trial was talked of since', async () => {
    await chat()`
      > can I get a refund? bought 5 March
        Yes, until 12 March 2026
      > it's a trial
        No, a trial costs nothing, so there is nothing to refund
      > (card 1) [Update] licenseStart=2026-03-06
        Yes, until 13 March 2026
    `
  })

  test('uses what the person said of themselves since, and of the same case the billing account', async () => {
    await chat()`
      > can I extend? our trial ends on 15 April
        Yes, until 31 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
      > I'm a billing admin
        Yes, until 31 March 2026, if your billing account is MCA or MOSA
      > (card 1) [Update] billingAccount=MCA
        Yes, until 31 March 2026
      > start over
        Done: I've forgotten what you told me. What would you like to know?
      > can I extend? the trial ends 20 June, EA
        No, not in the admin center with an Enterprise Agreement. Ask sales
      > (card 1) [Update] role=global-admin
        Yes, until 31 March 2026, if your billing account is MCA or MOSA
    `
  })

  test('goes on with the case of the card in words, and finds the other one again', async () => {
    await chat()`
      > can I extend? our trial ends on 15 April
        Yes, until 31 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
      > and for Lyon? its trial ends on 20 June
        Yes, until 5 June 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
      > (card 1) [Update] role=global-admin
        Yes, until 31 March 2026, if your billing account is MCA or MOSA
      > MCA
        Yes, until 31 March 2026
      > and for Lyon?
        Yes, until 5 June 2026
        ... For Lyon
    `
  })

  test('reminds of its own trial, and moves no reminder of another site', async () => {
    await chat()`
      > our trial ends 15 April, can we extend it?
        Yes, until 31 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
      > and for Lyon? its trial ends on 20 June
        Yes, until 5 June 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
      > (card 2) [Remind me]
        Tracked. Your next reminder comes on 29 May 2026
        ... For Lyon
      > (card 1) [Remind me]
        Tracked. Your next reminder comes on 24 March 2026
      > what do you track for me?
        2 are tracked here
        ... Trial: until 15 April 2026
        ... Lyon: Trial until 20 June 2026
    `
  })

  test('stays with the day that was asked about', async () => {
    await chat()`
      > is it still possible on 5 April? the trial ends 15 April
        No, that closed on 31 March 2026. Ask sales instead
        ... As it will be on 5 April 2026.
      > [Update] trialEnd=2026-04-25
        Yes, until 10 April 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
        ... As it will be on 5 April 2026.
      > [Update] role=global-admin
        Yes, until 10 April 2026, if your billing account is MCA or MOSA
        ... As it will be on 5 April 2026.
    `
  })
})

describe('in a channel, a press on the card of somebody else', () => {
  test('is answered for the dates of the card and the role of whoever pressed, and is no fact of theirs', async () => {
    await chat({ place: 'channel' })`
      > can I extend? trial ends 15 April, I am a global admin
        Yes, until 31 March 2026, if your billing account is MCA or MOSA
      > (Bob) our trial started 1 March, EA account
        No, not in the admin center with an Enterprise Agreement. Ask sales
      > (Bob) (card 1) [Update] billingAccount=MCA
        Yes, until 31 March 2026, if you're a Global or Billing admin
      > (Bob) [Update] role=billing-admin
        Yes, until 31 March 2026
      > (Bob) can I extend?
        No, not in the admin center with an Enterprise Agreement. Ask sales
        ... Trial started: 1 March 2026
    `
  })

  test('reminds of the dates of the card, not under the name of a site of theirs', async () => {
    await chat({ place: 'channel' })`
      > our trial ends on 15 April, can we extend it?
        Yes, until 31 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
      > (Bob) can we extend the trial? it ends 20 June
        Yes, until 5 June 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
      > (Bob) and for Lyon? it ends 30 June
        Yes, until 15 June 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
      > (Bob) (card 1) [Remind me]
        Tracked. The next reminder comes here on 24 March 2026
      > (Bob) (card 3) [Remind me]
        Tracked. The next reminder comes here on 8 June 2026
      > what do you track here?
        2 are tracked here
    `
  })

  test("shows no one's role", () => {
    const facts = { trialEnd: day('2026-04-15'), role: 'global-admin', billingAccount: 'MCA' } as const
    const [own] = answered('', 'extend-trial', facts)
    const [shared] = answered('', 'extend-trial', facts, { by: 'Robin' })
    expect(own?.card.text).toContain('Your role: Global admin')
    expect(shared?.card.text).toContain('Yes, until 31 March 2026')
    expect(shared?.card.text).not.toContain('Your role')
    expect(inputs(shared!.card)).toMatchObject({ trialEnd: '2026-04-15', role: undefined })
  })

  test("leaves that one's role out, which the person's own press still counts", async () => {
    await chat({ place: 'channel' })`
      > can I extend? trial ends 15 April, I am a global admin
        Yes, until 31 March 2026, if your billing account is MCA or MOSA
      > [Update] billingAccount=MCA
        Yes, until 31 March 2026
      > (Bob) (card 1) [This is wrong]
        Yes, until 31 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
        ... Thank you
    `
  })
})
