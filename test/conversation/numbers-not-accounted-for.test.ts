import { describe, expect, test } from 'vitest'
import { readMessage } from '../../dialogs/understanding/understand.ts'
import { chat } from '../support/chat.ts'
import { table } from '../support/table.ts'
import { today } from '../support/verdicts.ts'
import { read, sitesIn, unreadableIn } from '../understanding/reading.ts'

describe('how many sites there are', () => {
  test.for(
    table('says', 'sites')`
      5 sites in total, 3 have 200 and the others 600               | 200 x3, 600 x2
      total of 5 sites: three w/ 200, remaining two w/ 600          | 200 x3, 600 x2
      biggest site has 6k, the other 4 are 300 each                 | 6000, 300 x4
      2 sites have 1200, the other 3 80                             | 1200 x2, 80 x3
      6 plants, 3 in France 200 each, 3 in Spain 600 each           | 200 x3, 600 x3
      12 sites, all around 480                                      | 480 x12
      14 factories, every one around 65                             | 65 x14
      9 chemical plants, each one 300 devices                       | 300 x9
      A museum with 31 cameras and a BMS, all in all 44 devices     | 44
      120 PLCs plus other gear, all told 180 devices                | 180
      school with 40 cameras, in all about 65 devices               | 65
    `,
  )('"$says": $sites', ({ says, sites }) => {
    const entities = read(says)
    expect([sitesIn(entities.facts.sites), unreadableIn(entities)]).toEqual([sites, []])
  })

  test.for(
    table('says', 'sites', 'told')`
      one 6k and four 300                                | 6000              | four 300
      3 French plants at 200, 3 Spanish at 600           | 200 x3            | 3 Spanish at 600
      Lyon 400, the two others 90 each                   | Lyon 400          | two others 90
      Lyon and Paris together 1300                       |                   | 1300
      Lyon, Paris, Metz 400                              | Metz 400          | Lyon; Paris
      Site A has 55 devices, Site B four times as many   | Site A 55         | Site B four times as many
      York has 55 devices, Leeds three times that        | York 55           | Leeds three times that
      Lyon has 400 and Paris double that                 | Lyon 400          | Paris double that
      we have hall 1 with 100 devices, hall 2 has half as many | hall 1 100  | has half as many
    `,
  )('"$says" leaves "$told" to be told', ({ says, sites, told }) => {
    const { facts, unreadable } = read(says)
    expect([sitesIn(facts.sites), facts.growthPercent]).toEqual([sites, undefined])
    expect(unreadable.map(({ text }) => text).join('; ')).toBe(told)
  })
})

describe('so many sites of so many devices, with a question behind', () => {
  test.for(['sizes?', 'which licences do we need?', 'what does the bill of materials look like', 'what do I order please'])(
    '"%s"',
    asked => {
      const { wishes, band, facts } = readMessage(`4x90 + 1x700, ${asked}`, { today, locale: 'en-GB' })
      expect([wishes[0].intent, band, sitesIn(facts.sites)]).toEqual(['size-license', 'sure', '90 x4, 700'])
    },
  )
})

test('a number of all devices is none of one of the sites that were told of', async () => {
  await chat()`
    > we have 4 sites
      One licence per site, sized by its devices
    > 1000 devices in total
      One licence per site, sized by its devices
      ... no number for each of the 4 sites
    > 250 each
      4 S
  `
})

describe('the growth of some sites is not that of all', () => {
  test.for([
    'the warehouses double',
    'and if the warehouses double?',
    'only the plants grow by 20 %',
    'the small ones grow by 30 %',
    'if the big ones will grow by 10%',
  ])('"%s"', async says => {
    await chat()`
      > 3 plants with 900 and 5 warehouses with 80
        3 L, 5 XS
      > ${says}
        3 L, 5 XS
        ... Not counted, please correct
    `
  })

  test.for(['the sites grow by 20 %', 'all plants grow by 20 %', 'we grow by 20 %', 'they grow by 20 %'])(
    '"%s" is that of all',
    async says => {
      await chat()`
      > 3 plants with 900 and 5 warehouses with 80
        3 L, 5 XS
      > ${says}
        3 XL, 5 XS
    `
    },
  )

  test.for(['Lyon 400\nParis 300\nLyon will grow by 50% next year', 'Lyon 400, Paris 300. Lyon will double next year'])('"%s"', says => {
    const { facts, unreadable } = read(says)
    expect([sitesIn(facts.sites), facts.growthPercent, unreadable.length]).toEqual(['Lyon 400, Paris 300', undefined, 1])
  })
})
