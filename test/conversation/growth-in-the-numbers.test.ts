import { describe, expect, test } from 'vitest'
import { chat } from '../support/chat.ts'
import { table } from '../support/table.ts'
import { read, sitesIn, unreadableIn } from '../understanding/reading.ts'

describe('a growth that is in the numbers is not added once more', () => {
  test.for(
    table('says')`
      Lyon 480, Paris 360 (incl. 20 % growth)
      Lyon 480 and Paris 360, those numbers include 20% growth
      Lyon 480 and Paris 360 including 20% growth
      Lyon 480, Paris 360, 20% growth included
      Lyon 480, Paris 360, the 20% growth is already in there
      Lyon 480, Paris 360, 20% headroom already factored in
    `,
  )('"$says"', ({ says }) => {
    const entities = read(says)
    expect([sitesIn(entities.facts.sites).replace(/[^\d,]/g, ''), entities.facts.growthPercent]).toEqual(['480,360', undefined])
    expect(unreadableIn(entities)).toEqual([expect.stringMatching(/in the numbers already/u)])
  })

  test.for(table('says')`
    please include 20% growth: Lyon 480, Paris 360
    Lyon 480, Paris 360, plus 20% growth
    Lyon 480, Paris 360, growing 20 pc
  `)('"$says" adds it', ({ says }) => expect(read(says).facts.growthPercent).toBe(20))
})

describe('PCs are devices', () => {
  test.for(
    table('says', 'sites')`
      Lyon 120 PC, 90 PLC                                  | Lyon 210
      Lyon: 120 pc 90 plc                                  | Lyon 210
      Paris 50 pc, 30 PLC, 20 HMI                          | Paris 100
      Lyon: 400 PLC, 120 PC, 30 cam; Paris: 90 PLC         | Lyon 550, Paris 90
    `,
  )('"$says": $sites', ({ says, sites }) => {
    const { facts } = read(says)
    expect([sitesIn(facts.sites), facts.growthPercent]).toEqual([sites, undefined])
  })
})

test('a tab parts the numbers beside it', () => {
  const { facts, unreadable } = read('Lyon: 400\nParis\t30\t200\nMetz: 40')
  expect([sitesIn(facts.sites), unreadable.map(({ why }) => why)]).toEqual(['Lyon 400, Metz 40', ['two numbers, not one']])
  expect(sitesIn(read('size Lyon\t30\t200 please').facts.sites)).not.toContain('30200')
})

describe('growth of the list in view', () => {
  test.for(
    table('says', 'order', 'line')`
      8 % per year over three years              | 1 L, 1 M | 400 → 504
      10% growth p.a., 3 years                   | 1 L, 1 M | 400 → 533
      they grow 10% every year, plan for 2 years | 2 M      | 400 → 484
      growth of 5% a year for 3 years            | 2 M      | 400 → 464
    `,
  )('"$says" is that of all the years', async ({ says, order, line }) => {
    await chat()`
      > Lyon 400, Paris 300
        2 M
      > ${says}
        ${order}
        ... Lyon | ${line}
    `
  })

  test('is taken off, and a share of the devices is none', async () => {
    await chat()`
      > Lyon 400, Paris 300
        2 M
      > growth 20%
        2 M
        ... Lyon | 400 → 480 | M
      > w/o growth
        2 M
        ... Lyon | 400 | M
      > 90% of Lyon is OT
        What is to change in the list?
    `
  })
})
