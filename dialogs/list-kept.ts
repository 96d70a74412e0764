import { bytesOf } from '../cards/fitting.ts'
import { isAllUsed, type Unused } from '../cards/unused.ts'
import { type Facts, MAX_SITES } from '../rules/facts.ts'
import type { Conversation, FormerList } from './ports.ts'
import type { Scene } from './scene.ts'
import { unusedOf } from './topic.ts'

// The list of sites in view: how much of it is sized at once, what it was before, and where it is kept when no button can carry it.

/** No more sites than are sized at once, and how many are left out. */
export function sizedAtOnce(facts: Facts): { readonly facts: Facts; readonly leftOut: number } {
  const { sites = [] } = facts
  const leftOut = Math.max(0, sites.length - MAX_SITES)
  return { facts: leftOut > 0 ? { ...facts, sites: sites.slice(0, MAX_SITES) } : facts, leftOut }
}

/** Longer lists are not kept for an undo; in bytes. */
const MAX_FORMER = 8192

/** The list before the one that is known now. */
export function formerListOf({ facts, unused, formerList }: Conversation, now: Facts): FormerList | undefined {
  const { sites, growthPercent } = facts
  if (!sites || !now.sites) return undefined
  if (isSame(sites, now.sites) && growthPercent === now.growthPercent) return formerList
  const former = { sites, ...(growthPercent ? { growthPercent } : {}), ...(unused ? { unused } : {}) }
  return bytesOf(former) <= MAX_FORMER ? former : undefined
}

const isSame = (one: Facts['sites'], other: Facts['sites']) => one === other || JSON.stringify(one) === JSON.stringify(other)

/** Larger facts are stashed, and buttons carry their id; in bytes. */
const MAX_CARRIED = 2048

export async function stashLarge({ turn, desk }: Scene, { sites }: Facts, unused: Unused | undefined): Promise<string | undefined> {
  if (!sites || bytesOf({ sites, unused }) <= MAX_CARRIED) return undefined
  return desk.store.stash(turn.conversation, { sites, ...(unused && !isAllUsed(unused) ? { unused: unusedOf(unused) } : {}) })
}
