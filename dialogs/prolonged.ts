import type { Reminding } from '../cards/actions.ts'
import type { Facts } from '../rules/facts.ts'
import { endOf } from '../rules/license-lifecycle.ts'
import { daysMeant } from './day-meant.ts'
import { isQuestion, MAX_PHRASE } from './phrases.ts'
import type { Scene } from './scene.ts'

const prolonging = /\b(extended|renewed|prolonged)\b.*?\b(?:to|till|until|through|new end(?: is| on)?)\s+((?:the )?[\w .,-]{3,30}?)\W*$/i
const supposing = /\b(if|would|could|can|should|not|never|haven't|hasn't|isn't|wasn't)\b/i

/** What is tracked got a later end: "we extended the trial to 15 May", "renewed until 30 June 2027". */
export interface Prolonged {
  readonly said: Facts
  readonly reminding: Reminding
}

/** Undefined where a message says no such thing, or nothing that is tracked here can be meant, or several can. */
export async function prolongedIn({ turn, desk }: Scene, text: string): Promise<Prolonged | undefined> {
  const [, , words] = text.length <= MAX_PHRASE ? (prolonging.exec(text) ?? []) : []
  if (!words || isQuestion(text) || supposing.test(text)) return undefined
  const all = (await desk.store.trackedIn(turn.thread.key)).map(({ tracked }) => tracked)
  const trials = /\b(trial|evaluation|pilot|poc)\b/i.test(text)
  const licenses = /\b(licen[cs]e|subscription|renewed)\b/i.test(text)
  const ofKind = all.filter(({ kind }) => (trials ? kind === 'trial' : licenses ? kind === 'paid' : true))
  const named = ofKind.filter(({ name }) => name !== '' && text.toLowerCase().includes(name.toLowerCase()))
  const [item, another] = named.length > 0 ? named : ofKind
  if (!item || another) return undefined
  const { kind, name, facts } = item
  const [end, orEnd] = await daysMeant({ turn, desk }, words)
  const former = kind === 'trial' ? facts.trialEnd : endOf(facts)
  if (!end || orEnd || !former || end <= former) return undefined
  const renewed = kind === 'paid' && /\brenewed\b/i.test(text)
  return {
    said: { kind, [kind === 'trial' ? 'trialEnd' : 'licenseEnd']: end },
    reminding: { kind, ...(name ? { name } : {}), ...(renewed ? { goesOn: true } : {}) },
  }
}
