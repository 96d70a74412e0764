import { expect, test } from 'vitest'
import { formerIn, subjectIn, subjectOfThingIn } from '../../dialogs/subjects.ts'
import { chat } from '../support/chat.ts'

const untilEndOfMarch = "Yes, until 31 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA"

test.for([
  'same for Porto, it ends 20 March',
  'and the one in Porto ends 20 March',
  'and the one in Porto ends on 20 March?',
  'Porto ends 20 March',
  "Porto's ends on 20 March",
  'and Porto 20/3',
  'and Porto: 20 March?',
  'what about Porto? 20 March',
  'our trial in Porto ends 20 March',
  'we have another one in Porto, it ends 20 March',
  'and the Porto trial, which ends 20 March?',
  'Porto, on the other hand, ends on 20 March',
])(
  'after the question of a first site, "%s" is the same of a second one',
  said =>
    chat()`
    > can we extend the trial in Lyon? it ends 15 April
      ${untilEndOfMarch}
    > ${said}
      No, that closed on 5 March 2026. Ask sales instead
      ... For Porto
    > and Lyon again?
      ${untilEndOfMarch}
      ... For Lyon
    > remind me
      Tracked. Your next reminder comes on 24 March 2026
      ... For Lyon
  `,
)

test('names written in small letters are names, where only a name can stand or it was said before', async () => {
  await chat()`
    > can we extend the trial in Lyon? it ends 15 April
      Yes, until 31 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
    > same for porto, ends 20 march
      No, that closed on 5 March 2026. Ask sales instead
      ... For porto
    > and lyon?
      Yes, until 31 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
      ... Trial ends: 15 April 2026
    > the porto one ends 3 may
      Yes, until 18 April 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
      ... For porto
  `
})

test.for(['in fact it ends 20 March', 'and maybe 20 march?', 'for us it ends 20 March', 'Sorry, 20 March', 'and then 20 March?'])(
  '"%s" is of no other site',
  said =>
    chat()`
      > can we extend the trial in Lyon? it ends 15 April
        ${untilEndOfMarch}
      > ${said}
        No, that closed on 5 March 2026. Ask sales instead
      > and Lyon?
        No, that closed on 5 March 2026. Ask sales instead
        ... For Lyon
    `,
)

test('what is supposed of another site is not kept of it', async () => {
  await chat()`
    > can we extend the trial in Lyon? it ends 15 April
      Yes, until 31 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
    > what if Porto ended on 1 April?
      Yes, until 17 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
      ... Worked out for what you supposed
    > and Lyon?
      Yes, until 31 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
    > and Porto?
      You can ask until 15 days before the trial ends
      ... For Porto
  `
})

test('a licence and a refund are gone back to by the name of their site', async () => {
  await chat()`
    > Lyon's licence ended 20 February, what now?
      Renew by 22 March 2026: you are in the grace period
      ... For Lyon
    > same for Porto, ended 1 December 2025
      The data may be gone since 1 March 2026. Act today
      ... For Porto
    > and Lyon?
      Renew by 22 March 2026: you are in the grace period
      ... For Lyon
  `
  await chat()`
    > can we get a refund? Lyon's licence started 5 March
      Yes, until 12 March 2026
    > and Porto: 1 March
      No, that closed on 8 March 2026
      ... For Porto
    > and Lyon?
      Yes, until 12 March 2026
      ... For Lyon
  `
})

test.for(["and Porto's?", 'same for Porto', 'same question for Porto', 'and the one in Porto?', 'and the Porto trial?', 'And Porto too?'])(
  '"%s" asks the same of another site',
  said =>
    chat()`
      > can we extend the trial in Lyon? it ends 15 April
        ${untilEndOfMarch}
      > ${said}
        You can ask until 15 days before the trial ends
        ... For Porto
      > 28 March
        Yes, until 13 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
        ... For Porto
      > and Lyon?
        ${untilEndOfMarch}
    `,
)

test.for([
  'and Porto: 20 April',
  'and Porto on 20 April',
  'same for Porto, 20 April',
  'also Porto, 20 April',
  'another one in Porto ends 20 April',
  'the Porto one ends 20 April',
  'Porto ends 20 April',
  'and Porto 20 april',
])(
  '"%s" tracks another trial beside the first',
  said =>
    chat()`
    > remind me: trial in Lyon ends 15 April
      Tracked. Your next reminder comes on 24 March 2026
    > ${said}
      Tracked. Your next reminder comes on 29 March 2026
      ... For Porto
    > what do you track?
      2 are tracked here
      ... Lyon: Trial until 15 April 2026
      ... Porto: Trial until 20 April 2026
  `,
)

test('two more sites in one message are of the kind that is spoken of', async () => {
  await chat()`
    > remind me: trial in Lyon ends 15 April
      Tracked. Your next reminder comes on 24 March 2026
    > Porto ends 20 April and Berlin ends 3 May
      Tracked. Your next reminder comes on 29 March 2026
      Tracked. Your next reminder comes on 11 April 2026
    > what do you track?
      3 are tracked here
      ... Berlin: Trial until 3 May 2026
      ... Porto: Trial until 20 April 2026
  `
})

test('another site takes over no dates of the first one', async () => {
  await chat()`
    > remind me: trial in Lyon ends 15 April
      Tracked. Your next reminder comes on 24 March 2026
    > and in Porto 5 days before
      I remind you before each date that closes a door
      ... When does the trial end?
    > 20 April
      Tracked. Your next reminder comes on 29 March 2026
      ... For Porto
  `
})

test.for(['Porto now ends on 22 April', 'porto ends 22 April, not 20', 'the trial in Porto ends 22 April', 'Porto: 22 April'])(
  '"%s" moves the one that is tracked under that name',
  said =>
    chat()`
      > remind me: trial in Lyon ends 15 April
        Tracked. Your next reminder comes on 24 March 2026
      > remind me: trial in Porto ends 20 April
        Tracked. Your next reminder comes on 29 March 2026
      > change Lyon to 17 April
        Moved. The next reminder comes on 26 March 2026
        ... For Lyon
      > ${said}
        Moved. The next reminder comes on 31 March 2026
        ... For Porto
        ... It was: Trial until 20 April 2026
      > what do you track?
        2 are tracked here
        ... Lyon: Trial until 17 April 2026
    `,
)

test('a supposed end of a tracked trial is answered, and moves nothing', async () => {
  await chat()`
    > remind me: trial in Lyon ends 15 April
      Tracked. Your next reminder comes on 24 March 2026
    > remind me: trial in Porto ends 20 April
      Tracked. Your next reminder comes on 29 March 2026
    > what if Porto ended on 1 April?
      Yes, until 17 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
      ... For Porto
      ... Worked out for what you supposed
    > what do you track?
      2 are tracked here
      ... Porto: Trial until 20 April 2026
  `
})

test('where a trial and a licence have one name, neither is moved unasked', async () => {
  await chat()`
    > remind me: Lyon trial ends 15 April, Lyon licence ends 30 June
      Tracked. Your next reminder comes on 24 March 2026
      Tracked. Your next reminder comes on 1 May 2026
    > Lyon now ends on 22 April
      Which one do you mean?
      ... Lyon: Trial until 15 April 2026
    > the Lyon trial now ends on 22 April
      Moved. The next reminder comes on 31 March 2026
  `
})

test('what is no name of a site is taken for none', () => {
  for (const text of ['and the data?', 'and for both?', 'same for us', 'and in fact?', 'what about the price?', 'and for the licence?'])
    expect([text, subjectIn(text)]).toEqual([text, undefined])
  expect(subjectOfThingIn('and the Porto trial?', false)).toBeUndefined()
  expect(formerIn('and what if Lyon ended?', ['Lyon'])).toBeUndefined()
  expect(formerIn('back to lyon', ['Lyon'])).toBe('Lyon')
})

test.for([
  "Lyon's trial ends on 15 April, Porto's on 20 March. Can we extend both?",
  'Trial in Lyon ends 15 April and in Porto 20 March, can we extend them?',
  'can we extend the trials? Lyon 15 April, Porto 20 March',
  'Our trials end on 15 April (Lyon) and 20 March (Porto). Extend?',
  "Lyon's trial ends 15 April, Porto's trial ends 20 March - can both be extended?",
  'Customer Lyon: trial ends 15 April. Customer Porto: trial ends 20 March. Can they extend?',
  'can we extend the Lyon trial that ends 15 April and the Porto one that ends 20 March?',
  'We have two trials: Lyon (15 April) and Porto (20 March). Can we extend?',
  "what if Lyon's trial ended 15 April and Porto's 20 March, could we extend?",
])(
  '"%s" gets an answer for each',
  said =>
    chat()`
    > ${said}
      ${untilEndOfMarch}
      ... For Lyon
      No, that closed on 5 March 2026. Ask sales instead
      ... For Porto
  `,
)

test('each of several sites can be gone back to', async () => {
  await chat()`
    > can we extend?
      You can ask until 15 days before the trial ends
    > Lyon ends 15 April, Porto 20 March
      Yes, until 31 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
      ... For Lyon
      No, that closed on 5 March 2026. Ask sales instead
      ... For Porto
    > and the other one?
      Yes, until 31 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
      ... For Lyon
    > global admin, MCA
      Yes, until 31 March 2026
      ... For Lyon
    > and Porto?
      No, that closed on 5 March 2026. Ask sales instead
      ... For Porto
  `
})

test('of several sites, what is said of all holds for all, and what of one for that one', async () => {
  await chat()`
    > can we extend both trials? Lyon ends 15 April and Paris 20 April, I'm global admin on MCA
      Yes, until 31 March 2026
      Yes, until 5 April 2026
  `
  await chat()`
    > Contoso trial ends 15 April, MCA, Fabrikam trial ends 25 March, EA. Which can I extend?
      Yes, until 31 March 2026, if you're a Global or Billing admin
      ... For Contoso
      No, not in the admin center with an Enterprise Agreement. Ask sales
      ... For Fabrikam
  `
})

test('several licences are answered for, and several refunds', async () => {
  await chat()`
    > Lyon's licence ended 20 February and Porto's on 1 December 2025. what now?
      Renew by 22 March 2026: you are in the grace period
      ... For Lyon
      The data may be gone since 1 March 2026. Act today
      ... For Porto
    > can we get a refund? Lyon's licence was bought 5 March, Porto's on 1 March
      Yes, until 12 March 2026
      ... For Lyon
      No, that closed on 8 March 2026
      ... For Porto
  `
})

test('more sites than are read in one go are not answered in part', async () => {
  await chat()`
    > can we extend? Lyon 15 April, Porto 20 March, Graz 1 May, Linz 2 May, Wels 3 May, Bonn 4 May
      Those are 6 at once. Ask me about up to 5 in one message, so that none is left out
  `
})

test.for([
  'can we extend? Lyon 15 April, Porto 20 March, and for Graz it is over by 1 May I think',
  'Lyon trial 3/4/2026, Paris trial 20 April, can we extend?',
  'our trials in Lyon and Porto end 15 April and 20 March. extend?',
])(
  '"%s" can not be told apart, and gets no verdict for one of them',
  said =>
    chat()`
    > ${said}
      Those are several with a day each, and I can't tell all of them apart. Ask me about one at a time
  `,
)

test('of trials without a name it is asked which is meant', async () => {
  await chat()`
    > can we extend our two trials? one ends 15 April, the other 20 March
      Which day is "15 April or 20 March"?
  `
})

test("a customer's account and roles are no other customer's", async () => {
  await chat()`
    > Contoso: trial ends 15 April, MCA, I'm global admin. Can they extend?
      Yes, until 31 March 2026
      ... For Contoso
    > Fabrikam: trial ends 20 April. Can they extend?
      Yes, until 5 April 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
      ... For Fabrikam
    > and Contoso?
      Yes, until 31 March 2026
      ... For Contoso
    > and Bakker Foods? ends 20 April
      Yes, until 5 April 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
  `
})

test('an account and a role hold for all sites of the own organisation', async () => {
  await chat()`
    > our trial in Lyon ends 15 April, billing admin, MCA, extend?
      Yes, until 31 March 2026
    > Porto: trial ends 20 April. extend?
      Yes, until 5 April 2026
      ... For Porto
  `
})

test('a seller has no role with any customer', async () => {
  await chat()`
    > Contoso: trial ends 15 April, MCA, I'm a partner. Can they extend?
      Yes, until 31 March 2026, by a Global or Billing admin
    > and Fabrikam? ends 20 April, MOSA
      Yes, until 5 April 2026, by a Global or Billing admin
      ... For Fabrikam
  `
})

test.for(['Question: trial ends 15 April, extend?', 'Update: trial ends 15 April, extend?', 'FYI: our trial ends 15 April, extend?'])(
  '"%s" is headed by no name',
  said =>
    chat()`
      > ${said}
        ${untilEndOfMarch}
      > remind me
        Tracked. Your next reminder comes on 24 March 2026
      > remind me: trial ends 16 April
        Moved. The next reminder comes on 25 March 2026
    `,
)

test('the day after a name is none of its letters', async () => {
  await chat()`
    > track the Basel licence until 30 June
      Tracked. Your next reminder comes on 1 May 2026
    > and Lyon 31 July
      Tracked. Your next reminder comes on 1 June 2026
      ... For Lyon
  `
})

test('"Lyon too" is of the kind that was tracked just before', async () => {
  await chat()`
    > track the Basel trial until 15 April
      Tracked. Your next reminder comes on 24 March 2026
    > remind me of Lyon too, 20 April
      Tracked. Your next reminder comes on 29 March 2026
      ... For Lyon
  `
})

test('another site that only devices were told of is asked for its own day', async () => {
  await chat()`
    > we have Hamburg 450 and Munich 2,300
      Did you mean ...?
    > Hamburg's trial ends 5 April. can it be extended?
      Yes, until 21 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
    > and Munich's?
      You can ask until 15 days before the trial ends
      ... For Munich
    > 28 March
      Yes, until 13 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
    > and Hamburg?
      Yes, until 21 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
  `
})
