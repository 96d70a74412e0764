import { trouble } from '../cards/words/en/trouble.ts'
import type { Reply } from '../dialogs/turn.ts'
import type { Credentials } from './credentials.ts'
import { conversationKey, tenantOf } from './inbound.ts'
import type { Incoming } from './incoming.ts'
import { forgetting, keptKey } from './once.ts'

const REMEMBERED = 10_000

/** The tenants whose people are answered. */
export interface Tenants {
  serves(activity: Incoming): boolean
  /** What people of another tenant are told: one sentence a conversation, then nothing. Undefined for whom the bot serves. */
  refusal(activity: Incoming): Reply | undefined
}

/** Whether a tenant is on the list. */
export const isServed = (tenants: Credentials['tenants'], tenant: string) => tenants === '*' || tenants.includes(tenant)

export function createTenants(tenants: Credentials['tenants']): Tenants {
  const told = new Set<string>()
  const forgetOldest = forgetting(told, REMEMBERED)
  const serves = (activity: Incoming) => isServed(tenants, tenantOf(activity))
  return {
    serves,
    refusal(activity) {
      if (serves(activity)) return undefined
      const conversation = keptKey(conversationKey(activity))
      if (told.has(conversation)) return { kind: 'nothing' }
      told.add(conversation)
      forgetOldest()
      return { kind: 'say', text: trouble.notForThisTenant }
    },
  }
}
