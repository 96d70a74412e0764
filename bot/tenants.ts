import { trouble } from '../cards/words/en/trouble.ts'
import type { Reply, Turn } from '../dialogs/turn.ts'
import type { Credentials } from './credentials.ts'
import { forgetOldest } from './once.ts'

const REMEMBERED = 10_000

/** What people of a tenant that is not on the list are told: one sentence a conversation, then nothing. Undefined for all others. */
export function refusalFor(tenants: Credentials['tenants']): (turn: Turn) => Reply | undefined {
  const told = new Set<string>()
  return ({ conversation, person }) => {
    if (tenants === '*' || tenants.includes(person.tenant)) return undefined
    if (told.has(conversation)) return { kind: 'nothing' }
    told.add(conversation)
    forgetOldest(told, REMEMBERED)
    return { kind: 'say', text: trouble.notForThisTenant }
  }
}
