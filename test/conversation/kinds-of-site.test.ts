import { test } from 'vitest'
import { chat } from '../support/chat.ts'

// So many sites of each of several kinds, and what each kind has.

test.each([
  ['5 stores and a dc', 'stores 60 each, dc 900', '1 L, 5 XS'],
  ['two plants and a warehouse', 'plants 800, warehouse 90', '2 L, 1 XS'],
  ['we have 3 offices, 1 factory', 'factory 1200 and offices 50 each', '1 XL, 3 XS'],
  ['5 stores and a dc', '60 each', '6 XS'],
  ['1 hq and 4 branches', 'hq 2500, branches 80', '1 XL, 4 XS'],
])('"%s", "%s": each kind is as many as it was', async (kinds, devices, sizes) => {
  await chat()`
    > ${kinds}
      One licence per site, sized by its devices
    > ${devices}
      ${sizes}
  `
})

test.each(['3 offices, 1 factory: offices 50 each, factory 1200', '3 offices and a factory. offices have 50 each, the factory has 1200'])(
  'all in one message: "%s"',
  async said => {
    await chat()`
      > ${said}
        1 XL, 3 XS
    `
  },
)

test('a kind after the other, with something else between them', async () => {
  await chat()`
    > 3 offices, 1 factory
      One licence per site, sized by its devices
    > how long is a licence valid?
      A licence runs for one year
      One licence per site, sized by its devices
    > offices 50 each
      3 XS
      ... "factory": no device count
    > factory 1200
      1 XL, 3 XS
    > and Bonn 90
      1 XL, 4 XS
  `
})

test('kinds beside a list in view change nothing for certain', async () => {
  await chat()`
    > Paris 900, Lyon 400
      1 L, 1 M
    > 2 stores and a dc
      What is to change in the list?
  `
})
