import { test } from 'vitest'
import { chat } from '../support/chat.ts'

// Facts of several trials or customers are kept apart: nothing spreads from one to another unless it is said of both.

const yesIf = (day: string) => `Yes, until ${day} 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA`

test.for([
  'Contoso: trial started 20 Feb\\nFabrikam: trial started 1 March, 90 days\\nextend?',
  'Contoso: trial started 20 Feb. Fabrikam: trial started 1 March, 90 days. Deadlines?',
])(
  'the length of one trial is not that of another: "%s"',
  said =>
    chat()`
    > ${said}
      It depends. For a 30-day trial it closed on 6 March 2026; yours may be longer
      ... For Contoso
      ${yesIf('14 May')}
      ... Trial length: 90 days
  `,
)

test.for([
  'Contoso trial ends 14 April. Fabrikam trial ends 2 May, extended before. extend?',
  'Contoso: trial until 14.04.\\nFabrikam: trial until 02.05., extended once\\nextend?',
  'Contoso trial ends 14 April, Fabrikam trial ends 2 May (already extended). extend?',
])(
  'nor is its extension: "%s"',
  said =>
    chat()`
    > ${said}
      ${yesIf('30 March')}
      ... For Contoso
      It depends. Try by 17 April 2026: it was extended once already
      ... For Fabrikam
  `,
)

test.for([
  'trial in Contoso ends 14 April and in Fabrikam 2 May, EA only for Fabrikam. extend?',
  'Contoso trial ends 14 April, Fabrikam trial ends 2 May (EA). extend?',
  'Contoso trial ends 14 April, Fabrikam trial ends 2 May, EA. extend?',
])(
  'nor its account: "%s"',
  said =>
    chat()`
    > ${said}
      ${yesIf('30 March')}
      ... For Contoso
      No, not in the admin center with an Enterprise Agreement. Ask sales
      ... For Fabrikam
  `,
)

test.for([
  "Contoso trial ends 14 April, Fabrikam trial ends 2 May. I'm global admin on MCA. extend?",
  'Contoso trial ends 14 April, Fabrikam trial ends 2 May, both on MCA, I am billing admin. extend?',
])(
  'what is said of both, or of whoever speaks, holds for both: "%s"',
  said =>
    chat()`
    > ${said}
      Yes, until 30 March 2026
      Yes, until 17 April 2026
  `,
)

test.for([
  'Customer A is on EA, trial ends 14 April. Customer B is on MCA, trial ends 14 April. Who can extend?',
  'Ulm trial of 60 days from 1 March, Bonn trial from 15 Feb. Which can be extended?',
])(
  'where they can not be told apart, none is left out: "%s"',
  said =>
    chat()`
    > ${said}
      Those are several with a day each, and I can't tell all of them apart. Ask me about one at a time
  `,
)

test.for(['EA', 'on EA', 'CSP', 'GCC High'])("one customer's account or cloud (%s) decides no other customer's answer", async told => {
  await chat()`
    > Contoso trial ends 14 April, extend?
      ${yesIf('30 March')}
    > Fabrikam: trial until 20 April, ${told}
      ${
        {
          CSP: 'No, not in the admin center with a partner (CSP). Ask sales',
          'GCC High': 'No, not in the admin center. In GCC High it is part of your plan',
        }[told] ?? 'No, not in the admin center with an Enterprise Agreement. Ask sales'
      }
    > and Contoso?
      ${yesIf('30 March')}
    > and Bakker, ends 2 May?
      ${yesIf('17 April')}
  `
})

test('nor does what was pressed for one', async () => {
  await chat()`
    > Contoso trial ends 14 April, extend?
      ${yesIf('30 March')}
    > [Update] role=global-admin
      Yes, until 30 March 2026, if your billing account is MCA or MOSA
    > [Update] billingAccount=MCA
      Yes, until 30 March 2026
    > and Fabrikam, ends 2 May?
      ${yesIf('17 April')}
  `
})

test('another tenant is another one, also without a name', async () => {
  await chat()`
    > trial ends 14 April, EA. extend?
      No, not in the admin center with an Enterprise Agreement. Ask sales
    > and my second tenant? ends 2 May
      ${yesIf('17 April')}
  `
  await chat()`
    > trial started 1 March, 60 days. extend?
      ${yesIf('14 April')}
    > other tenant started 20 Feb
      It depends. For a 30-day trial it closed on 6 March 2026; yours may be longer
  `
})
