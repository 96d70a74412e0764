import { test } from 'vitest'
import { chat } from '../support/chat.ts'

test.each(['2026 400\\n2027 600\\n2028 900', 'year\\tdevices\\n2026\\t400\\n2027\\t600', '2026: 400\\n2027: 600'])(
  'the devices of one site by year are no sites: %s',
  async list => {
    await chat()`
      > ${list}
        One licence per site, sized by its devices
        ... the devices of a year; of which year are they to be sized?
    `
  },
)

test('years behind the names of sites are a part of the names', async () => {
  await chat()`
    > Paris 2026\\t400\\nLyon 2026\\t900
      1 L, 1 M
  `
})

test('licences by size are no sites', async () => {
  await chat()`
    > License\\tQty\\nM\\t2\\nXL\\t1
      One licence per site, sized by its devices
      ... Line 2: "M 2": licences of a size; send the devices at each site
  `
})

test('a table says in its heading that it counts thousands', async () => {
  await chat()`
    > Site\\tDevices (in thousands)\\nParis\\t0.4\\nLyon\\t6
      2 XL, 1 M
      ... Paris | 400 | M
  `
})

test.each(['growing to 500/1000/7k', 'growing to 500, 1000 and 7k'])(
  'what several sites grow to are no further sites: %s',
  async growth => {
    await chat()`
    > 3 sites: 400, 900, 6k ${growth} next year
      2 XL, 1 L, 1 M
      ... Line 1: "${growth}": what they grow to, of several sites; send the numbers to size with
  `
  },
)

test('a margin on top is growth, of one site as of all', async () => {
  await chat()`
    > Paris 400, Lyon 900, 15% margin on top
      1 XL, 1 M
    > (Bob) Paris 400, Lyon 900, 15% margin on top for lyon only
      1 L, 1 M
      ... Line 1: "15%": each site with a growth of its own; give the numbers with it
    > (Eve) Paris 400, Lyon 900, 15% discount on top
      1 L, 1 M
  `
})

test('a range beside no other number is not sized as two sites', async () => {
  await chat()`
    > between 400 and 600 devices
      One licence per site, sized by its devices
      ... Line 1: "between 400 and 600 devices": a range, not one number
  `
})

test.each([
  ['Paris 400\\nLyon 900\\nTotal 1400', 'Total 1400'],
  ['Paris\\t400\\nLyon\\t900\\nTotal\\t1400', 'Total 1400'],
])('a total that its sites do not come to is told: %s', async (list, line) => {
  await chat()`
    > ${list}
      1 L, 1 M
      ... Line 3: "${line}": the sites come to 1,300 devices
  `
})

test.each(['Total 1300', 'Total: 2', 'Total sites 2', 'Subtotal 1300\\nTotal 1300'])('one that they come to is not: %s', async total => {
  await chat()`
    > Paris 400\\nLyon 900\\n${total}
      1 L, 1 M
  `
})
