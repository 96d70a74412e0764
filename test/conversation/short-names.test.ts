import { expect, test } from 'vitest'
import { chat } from '../support/chat.ts'
import { table } from '../support/table.ts'
import { read, sitesIn } from '../understanding/reading.ts'

test.for(
  table('says', 'sizes')`
    what if Nord doubles? | 2 XL, 1 S
    Nord is 1,200         | 2 XL, 1 S
    and without Süd       | 1 L, 1 S
    plant nord has 400    | 1 XL, 1 M, 1 S
    Süden has 300         | 1 XL, 1 L, 1 M, 1 S
  `,
)('a site in view may be called by its name in short: $says', async ({ says, sizes }) => {
  await chat()`> HQ 120 devices, Plant Nord 900, Plant Süd 2,500\n1 XL, 1 L, 1 S\n> ${says}\n${sizes}`
})

test('a letter is the name in short where it is named, and two of one short name have to be named in full', async () => {
  await chat()`
    > Plant A 400, Plant B 900
      1 L, 1 M
    > B is 1,200
      1 XL, 1 M
  `
  await chat()`
    > Lyon plant 400, Lyon warehouse 100
      1 M, 1 XS
    > Lyon warehouse has 150
      1 M, 1 S
  `
})

test.for(
  table('says', 'sites')`
    licence for 900 devices but now we have 1,300, what do we do? | 1300
    bought for 900 devices, have 1300                             | 1300
    we bought for 250, but have 320 devices                       | 320
    licence for 400 devices and another for 900                   | 400, 900
    bought a licence for 400 devices and now need one for 900     | 400, 900
  `,
)('what a licence was bought for is no site: $says', ({ says, sites }) => {
  expect(sitesIn(read(says).facts.sites)).toBe(sites)
})

test.for(
  table('says', 'answer')`
    the trial became paid yesterday, we want to go back                  | Yes, until 16 March 2026
    trial turned into a paid licence on 5 March, we didn't want that     | Yes, until 12 March 2026
    we converted our trial to a paid licence by accident                 | A licence can be given back within 7 days of its start
    our trial was converted to a paid licence yesterday, can we undo that? | A licence can be given back within 7 days of its start
    can the trial be converted to a paid licence?                        | At the end of the trial, buy a licence that fits your network
  `,
)('"$says" $answer', async ({ says, answer }) => {
  await chat()`> ${says}\n${answer}`
})
