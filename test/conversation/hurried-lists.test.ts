import { describe, expect, test } from 'vitest'
import { understand } from '../../dialogs/understanding/understand.ts'
import { chat } from '../support/chat.ts'
import { table } from '../support/table.ts'
import { today } from '../support/verdicts.ts'
import { read, sitesIn } from '../understanding/reading.ts'

test('what is said in a few words of the list in view changes it, and never takes its place', async () => {
  await chat()`
    > Lyon 400, Porto 900
      1 L, 1 M
    > lyon has another 150
      2 L
    > undo
      1 L, 1 M
    > forgot 150 IT in lyon
      2 L
    > undo
      1 L, 1 M
    > thats OT only, add 100 IT each
      1 L, 1 M
      ... Porto | 1,000 | L
    > 2 more with 80
      1 L, 1 M, 2 XS
  `
  await chat()`
    > Lyon 400, Porto 900
      1 L, 1 M
    > add leeds
      One licence per site, sized by its devices
      ... For leeds
    > 80
      1 L, 1 M, 1 XS
      ... leeds | 80 | XS
    > drop lyon add bath 300
      1 L, 1 M, 1 XS
      ... bath | 300 | M
  `
  await chat()`
    > 400 devices
      1 M
    > 3 such sites
      3 M
  `
})

describe('what a list tells beside its counts is not left out', () => {
  test.for(
    table('says', 'sites', 'growth', 'unread')`
      cust has 12 plants, 90 dev ea, 2 of them 300                 | 90 x10, 300 x2      | - | -
      450 today, 600 next yr, which lic?                           | 450                 | 33.33 | -
      15 to 20 sites with 60 devices each                          |                     | - | 15 to 20 sites with 60 devices
      15+ sites with 60 devices each                               |                     | - | 15+ sites with 60 devices
      at least 15 sites with 60 each                               |                     | - | at least 15 sites with 60
      hq 2300 and 3 branches 80 90 120                             | 2300, 80            | - | 90 120, 3 branches
      HQ 2300 + 6 branches á 80                                    | 2300, 80 x6         | - | -
      one campus, 4 buildings: 300, 200, 150, 90                   | 740                 | - | -
      1 plant with 400 and 3 buildings with 90 each                | 400, 90 x3          | - | -
      2 plants next to each other 400 and 300                      | 400, 300            | - | -
      1200 devices but only 900 OT                                 | 1200                | - | 900 OT
      Lyon has 400, Porto 500 more                                 | Lyon 400            | - | Porto 500 more
      Lyon 400, Porto twice as many                                | Lyon 400            | - | Porto twice as many
      3 sites:\nLyon 400\nPorto 900                                | Lyon 400, Porto 900 | - | 3 sites
      2 sites:\nLyon 400\nPorto 900                                | Lyon 400, Porto 900 | - | -
      Site\t2024\t2025\nLyon\t300\t400\nPorto\t800\t900            | Lyon 400, Porto 900 | - | -
      Site\tDevices\tGrowth\nLyon\t480\t10%\nPorto\t950\t10%       | Lyon 480, Porto 950 | 10 | -
      Site\tDevices\tGrowth\nLyon\t480\t10%\nPorto\t950\t20%       | Lyon 480, Porto 950 | - | Site Devices Growth
    `,
  )('"$says"', ({ says, sites, growth, unread }) => {
    const { facts, unreadable } = read(says.replaceAll('\\n', '\n').replaceAll('\\t', '\t'))
    expect(sitesIn(facts.sites)).toBe(sites)
    expect(String(facts.growthPercent ?? '-')).toBe(growth)
    expect(unreadable.map(({ text }) => text.replaceAll('\t', ' ')).join(', ') || '-').toBe(unread)
  })
})

test.each([
  ['3x400=1200', '3 M'],
  ['3 x 400 = 1,200', '3 M'],
  ['3x400=1200, 2x90=180', '3 M, 2 XS'],
  ['2x1k=2k and 90', '2 L, 1 XS'],
])('"%s": what it comes to is no further count', async (said, sizes) => {
  await chat()`
    > ${said}
      ${sizes}
  `
})

test.each(['Call me 0170 1234567', 'Tel 0123 456789', 'Mobile 07700 900123', 'John 0170 1234567'])(
  '"%s" below a list is no site',
  async said => {
    await chat()`
      > Paris 900\\nLyon 400\\n${said}
        1 L, 1 M
        ... 1,300 devices, 2 sites
    `
  },
)

test.each([
  'cost for paris 900, lyon 400',
  'price of paris 900 and lyon 400?',
  'quote paris 900, lyon 400',
  "what's the cost for paris 900, lyon 400?",
  'licences for paris: 900, lyon: 400',
])('"%s" names the sites', async said => {
  await chat()`
    > ${said}
      1 L, 1 M
      ... paris | 900 | L
  `
})

test.each([
  'paris 900, lyon 400, nice tbd',
  'nice unknown, paris 900, lyon 400',
  'paris 900, lyon 400, nice ?',
  'paris 900, nice not counted yet, lyon 400',
])('"%s": the site without a count is told', async said => {
  await chat()`
      > ${said}
        1 L, 1 M
        ... no device count
      > nice 95
        1 L, 1 M, 1 XS
    `
})

test.each([
  ['paris 900 lyon 400 warehouse 60', '1 L, 1 M, 1 XS', 'warehouse | 60 | XS'],
  ['new york 900 los angeles 400', '1 L, 1 M', 'los angeles | 400 | M'],
  ['site a 400 site b 900', '1 L, 1 M', 'site b | 900 | L'],
  ['plant 1 400 plant 2 900', '1 L, 1 M', 'plant 2 | 900 | L'],
  ['cameras 40 plcs 300', '1 M', '340 devices, 1 site'],
])('names and numbers in turn: "%s"', async (said, sizes, on) => {
  await chat()`
    > ${said}
      ${sizes}
      ... ${on}
  `
})

test.each(['oh and bonn 1.2k', '+ bonn 1.2k', 'and bonn 1,200 too', 'dont forget bonn, 1.2k'])(
  '"%s" comes to sites with names',
  async said => {
    await chat()`
    > paris 900, lyon 400
      1 L, 1 M
    > ${said}
      1 XL, 1 L, 1 M
      ... bonn | 1,200 | XL
  `
  },
)

test.each(['oh and growth 20', 'and switches 20'])('"%s" is no site', async said => {
  await chat()`
    > paris 900, lyon 400
      1 L, 1 M
    > ${said}
      What is to change in the list?
  `
})

test('"w/o", "w/" and a possessive change a list as the long words do', async () => {
  await chat()`
    > paris 900 lyon 400 warehouse 60
      1 L, 1 M, 1 XS
    > w/o the warehouse
      1 L, 1 M
    > lyon's 450 not 400
      1 L, 1 M
      ... lyon | 450 | M
    > replace lyon w/ bonn 90
      1 L, 1 XS
  `
})

test('"and IT 200" is a sort of devices of one of them', async () => {
  await chat()`
    > paris 900, lyon 400
      1 L, 1 M
    > and IT 200
      Which site has 200 more devices?
  `
})

test.each(['bought 900 refund 300', 'hq 2500 branches 80', 'we have 400 they have 300'])('"%s" names no two sites', async said => {
  const { facts } = await understand(said, { today, locale: 'en-GB' })
  expect(facts.sites?.filter(({ name }) => name).length ?? 0).toBeLessThan(2)
})
