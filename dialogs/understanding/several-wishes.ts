import type { Reading, SaidAt, Wish } from '../ports.ts'
import { type Entities, readEntities } from './entities.ts'

/** Several wishes; what is to be bought for sites in the same message is a matter of their sizes. */
export function severalWishes(
  wishes: readonly [Wish, ...Wish[]],
  text: string,
  entities: Entities,
  { today, locale }: Pick<SaidAt, 'today' | 'locale'>,
): Omit<Reading, 'orElse'> {
  const buys = ({ intent, aspect }: Wish) => intent === 'size-license' || (intent === 'buy-license' && aspect !== 'price')
  const sized = wishes.some(buys) ? readEntities(text, { today, locale, intent: 'size-license' }) : undefined
  const { sites, growthPercent } = sized?.facts ?? {}
  if (!sized || !sites) return { ...entities, wishes, band: 'sure' }
  const [first, ...others] = wishes.map(wish => (buys(wish) ? ({ intent: 'size-license', sure: wish.sure } as const) : wish))
  const facts = { ...entities.facts, sites, ...(growthPercent === undefined ? {} : { growthPercent }) }
  return { ...entities, facts, unreadable: sized.unreadable, wishes: [first ?? wishes[0], ...others], band: 'sure' }
}
