import { describe, expect, test } from 'vitest'
import { readMessage } from '../../dialogs/understanding/understand.ts'
import type { Day } from '../../rules/day.ts'
import { table } from '../support/table.ts'
import { read, sitesIn } from './reading.ts'

describe('plants more than those there are', () => {
  test.for(
    table('says', 'sites')`
      400 devices in Leeds and 2 plants more with 90 each   | Leeds 400, 90 x2
      and 2 plants more with 90 each                        | 90 x2
      plus 2 sites extra with 90                            | 90 x2
      400 devices in Leeds plus 3 sites more of 90          | Leeds 400, 90 x3
      400 devices in Leeds, 20 more devices next year       | Leeds 400
    `,
  )('"$says": $sites', ({ says, sites }) => expect(sitesIn(read(says).facts.sites)).toBe(sites))
})

test.for(['both grow 10%', 'plus 10%', 'they are growing 10%'])('"%s" tells a growth, and no site', says => {
  const at = { today: '2026-03-10' as Day, locale: 'en-GB', topic: 'size-license', asked: 'sites' } as const
  expect(readMessage(says, at).unreadable).toEqual([])
})
