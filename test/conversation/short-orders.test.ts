import { test } from 'vitest'
import { chat } from '../support/chat.ts'

test.for([
  ['change 900 to 950', '2 XL, 1 L, 1 M', '950 | L'],
  ['900 -> 950', '2 XL, 1 L, 1 M', '950 | L'],
  ['replace 900 with 950', '2 XL, 1 L, 1 M', '950 | L'],
  ['make the 900 a 950', '2 XL, 1 L, 1 M', '950 | L'],
  ['the 900 becomes 1100', '3 XL, 1 M', '1,100 | XL'],
  ['and if the 900 becomes 1100?', '3 XL, 1 M', 'Worked out for what you supposed; nothing of it is kept.'],
  ['the 900 grows 20%', '3 XL, 1 M', '1,080 | XL'],
  ['split the 6k into 3000 and 3000', '2 XL, 1 L, 1 M', '7,300 devices, 4 sites, 4 licences'],
  ['merge the last two', '2 XL, 1 M', '6,900 | 2 XL'],
  ['only the first two', '1 L, 1 M', '1,300 devices, 2 sites, 2 licences'],
  ['each 100 more', '2 XL, 1 L, 1 M', '7,600 devices, 3 sites, 4 licences'],
  ['100 more for each', '2 XL, 1 L, 1 M', '7,600 devices, 3 sites, 4 licences'],
  ['2 closed', '2 XL, 1 L, 1 M', 'which of the sites?'],
  ['the other two are 500 each', '2 XL, 1 L, 1 M', 'which of the sites?'],
  ['the 400', '2 XL, 1 L, 1 M', 'what is to change there?'],
  ['one more depot', '2 XL, 1 L, 1 M', 'no device count yet'],
] as const)('"%s" changes the list in view', async ([order, headline, line]) => {
  await chat()`
    > 3 plants: 400, 900 and 6k
      2 XL, 1 L, 1 M
    > ${order}
      ${headline}
      ... ${line}
  `
})

test.for(['520', 'and 520?', 'use 520', 'back to 520'])('"%s" of several sites may be of any of them', async said => {
  await chat()`
    > 3 plants: 400, 900 and 6k
      2 XL, 1 L, 1 M
    > ${said}
      Which site has 520 devices?
    > the second
      2 XL, 1 L, 1 M
      ... 520 | L
  `
})

test('some of so many plants close', async () => {
  await chat()`
    > 5 plants with 800 each
      5 L
    > 2 closed
      3 L
    > one of them closes
      2 L
  `
})

test('what is told of groups without names is asked back', async () => {
  await chat()`
    > 12 stores with 40 each, 2 DCs with 1,800 each
      2 XL, 12 XS
    > 14 stores
      2 XL, 12 XS
      ... which of the groups?
    > the DCs have 2000
      2 XL, 12 XS
      ... which of the groups?
  `
})

test('a list grows by a name and a number', async () => {
  await chat()`
    > Hamburg 450, Berlin 1200
      1 XL, 1 M
    > Munich 90
      1 XL, 1 M, 1 XS
    > another plant
      1 XL, 1 M, 1 XS
      ... no device count yet
    > it has 300
      1 XL, 2 M, 1 XS
    > what was the list again?
      1 XL, 2 M, 1 XS
  `
})

test('the list of one customer is not shown as that of another', async () => {
  await chat()`
    > Contoso: 700 and 3000
      1 XL, 1 L
      ... For Contoso
    > and for Fabrikam: 4 plants with 200 each
      4 S
      ... For Fabrikam
    > and for Contoso?
      1 XL, 1 L
      ... For Contoso
    > back to Fabrikam
      4 S
      ... For Fabrikam
  `
})

test('a list that is gone is asked for, not made up', async () => {
  await chat()`
    > 2 plants 700 and 3000
      1 XL, 1 L
    > another customer: 4 plants with 200 each
      4 S
    > back to the first one
      I no longer have that list; paste it again
    > and 30% growth
      4 M
  `
})
