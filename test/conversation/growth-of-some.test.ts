import { describe, expect, test } from 'vitest'
import { chat } from '../support/chat.ts'
import { table } from '../support/table.ts'
import { read, sitesIn } from '../understanding/reading.ts'

describe('a growth of some sites is no growth of all', () => {
  test.for(
    table('says', 'sites')`
      Lyon 400 growing 10%, Metz 950 flat               | Lyon 400, Metz 950
      Lyon 400 growing 10%, Metz 950 stays              | Lyon 400, Metz 950
      Lyon 400, Metz 950, 20% growth in Lyon            | Lyon 400, Metz 950
      Lyon 400, Metz 950 (+10%)                         | Lyon 400, Metz 950
      400/900/6k with 20% growth, except the 6k one     | 400, 900, 6000
    `,
  )('"$says"', ({ says, sites }) => {
    const { facts, unreadable } = read(says)
    expect([sitesIn(facts.sites), facts.growthPercent]).toEqual([sites, undefined])
    expect(unreadable.map(({ why }) => why)).toEqual(['each site with a growth of its own; give the numbers with it'])
  })
})

describe('a growth of all sites, by year or in all', () => {
  test.for(
    table('says', 'percent')`
      Lyon 400, Metz 950, 20% growth                         | 20
      with 20% growth: Lyon 400, Metz 950                    | 20
      Lyon 400, Metz 950, 20% growth in Lyon and Metz        | 20
      400/900/6k (+10%)                                      | 10
      400 devices +20% p.a. over 3 years                     | 72.8
      700 devices growing 20% a year for 3 years             | 72.8
      700 devices, 10% annual growth for 2 years             | 21
      700 devices growing 5% every year for three years      | 15.77
      700 devices growing 20% over 3 years                   | 20
      700 devices growing 20% per year                       | 20
    `,
  )('"$says": $percent', ({ says, percent }) => expect(String(read(says).facts.growthPercent)).toBe(percent))
})

test('growth of one site alone leaves the others as they are', async () => {
  await chat()`
    > Lyon 400, Basel 900
      1 L, 1 M
    > only Lyon grows by 20%
      1 L, 1 M
      ... Basel | 900 | L
      ... Lyon | 480 | M
    > only Lyon with 450
      What is to change in the list?
  `
})

test('the sites that do not grow with the others stay in the list as they are', async () => {
  await chat()`
    > Lyon 400, Metz 950
      1 L, 1 M
    > with 20% growth, except Metz
      1 L, 1 M
      ... Lyon | 480 | M
    > Lyon grows 10%, Metz stays flat
      2 L
      ... Lyon | 528 | L
    > without Metz and with 20% growth
      1 L
      ... Devices of today; sized with 20 % growth.
  `
})
