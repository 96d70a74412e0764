import type { Reminding } from '../../cards/actions.ts'
import { endOfItem } from '../../cards/item.ts'
import type { Refused } from '../../cards/tracked.ts'
import { addDays, daysBetween, weekdayOf } from '../../rules/day.ts'
import type { At } from '../../rules/verdict.ts'
import { type Plannable, planned } from './planning.ts'

/** The own days of an item, and what of the wish can't be. */
export interface AskedDays {
  readonly ownDays: readonly number[]
  readonly refused: readonly Refused[]
}

/** What a message wants of the days of a person's own: some more, and some no longer. Those that an item has stay. */
export function askedDays(
  item: Plannable,
  { days = [], on = [], weekdays = [], without = [] }: Reminding,
  { today, policy }: At,
  now: Date,
): AskedDays {
  const end = endOfItem(item)
  if (!end) return { ownDays: item.ownDays, refused: [] }
  const asked = [
    ...days.map(before => addDays(end, -before)),
    ...on,
    ...weekdays.map(each => addDays(end, -((weekdayOf(end) - each + 7) % 7 || 7))),
  ]
  const fits = asked.filter(day => day >= today && day <= end)
  const standard = without.length === 0 ? [] : planned({ ...item, ownDays: [] }, { policy, now })
  const isStandard = (before: number) => standard.some(({ day }) => day === addDays(end, -before))
  const own = [...new Set([...item.ownDays, ...fits.map(day => daysBetween(day, end))])]
  return {
    ownDays: own.filter(before => !without.includes(before)).sort((a, b) => b - a),
    refused: [
      ...asked.filter(day => day > end).map(day => ({ why: 'after-end', day, end }) as const),
      ...asked.filter(day => day < today).map(day => ({ why: 'past', day }) as const),
      ...without.filter(isStandard).map(before => ({ why: 'standard', before }) as const),
      ...without.filter(before => !isStandard(before) && !own.includes(before)).map(before => ({ why: 'none', before }) as const),
    ],
  }
}
