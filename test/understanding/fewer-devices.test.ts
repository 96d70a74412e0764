import { describe, expect, test } from 'vitest'
import { table } from '../support/table.ts'
import { read, sitesIn, unreadableIn } from './reading.ts'

const SHRINKS = '1: fewer devices, no growth; give their number'

describe('a percentage of devices that go is no growth: it is told', () => {
  test.for([
    '400 devices -20%',
    '400 devices, minus 25%',
    '400 devices, shrinks by 20 %',
    '400 devices, will drop 20% next year',
    '400 devices, we expect a decline of 10 percent',
    '400 devices, 10% down next year',
    '400 devices with a growth of -20%',
    '400 devices, 20% will be scrapped',
    'the plant will shrink from 400 devices by 20%',
    '400 devices - 20 %',
  ])('"%s"', says => {
    const { facts, ...rest } = read(says)
    expect([sitesIn(facts.sites), facts.growthPercent, unreadableIn({ facts, ...rest })]).toEqual(['400', undefined, [SHRINKS]])
  })

  test('and in a list as well', () => {
    const { facts, unreadable } = read('Lyon 400 -10%\nMetz 900')
    expect([sitesIn(facts.sites), facts.growthPercent, unreadable[0]?.text]).toEqual(['Metz 900', undefined, 'Lyon 400 -10%'])
  })
})

describe('growth stays growth', () => {
  test.for(
    table('says', 'growth')`
      400 devices +20%                              | 20
      400 devices - 20% growth                      | 20
      400 devices, 20% more                         | 20
      cut costs: 400 devices grow by 20%            | 20
      400 devices, growing more or less 20%         | 20
    `,
  )('"$says": $growth', ({ says, growth }) => {
    const { facts, unreadable } = read(says)
    expect([facts.growthPercent, unreadable]).toEqual([Number(growth), []])
  })
})
