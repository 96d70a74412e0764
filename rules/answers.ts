import type { SourceId } from './sources.ts'

/** An answer without arithmetic: what it stands on. Its words and links live with the cards. */
interface PlainAnswer {
  readonly sources: readonly [SourceId, ...SourceId[]]
  readonly notes?: readonly AnswerNote[]
}

export type AnswerNote = 'trial-may-be-withdrawn' | 'not-in-dated-copy' | 'documents-disagree' | 'retention-two-readings'

export const answers = {
  'trial-terms': { sources: ['D4IOT-LIC'] },
  'trial-over-limit': { sources: ['D4IOT-LIC'] },
  'trial-start': { sources: ['D4IOT-START'], notes: ['trial-may-be-withdrawn'] },
  'trial-after': { sources: ['D4IOT-LIC', 'M365-END'] },
  'extension-rule': { sources: ['D4IOT-LIC', 'D4IOT-PLANS', 'M365-TRIAL'], notes: ['documents-disagree'] },
  'refund-rule': { sources: ['D4IOT-LIC', 'M365-CANCEL'] },
  'grace-rule': { sources: ['D4IOT-LIC', 'D4IOT-RETENTION', 'M365-END'] },
  'retention-rule': { sources: ['D4IOT-LIC', 'D4IOT-RETENTION', 'M365-END'], notes: ['retention-two-readings'] },
  cancel: { sources: ['M365-CANCEL', 'D4IOT-PLANS'] },
  'stop-renewal': { sources: ['M365-RENEW'] },
  'renewal-on': { sources: ['M365-RENEW'] },
  buy: { sources: ['D4IOT-PLANS', 'D4IOT-PRICING'] },
  sizes: { sources: ['D4IOT-LIC', 'D4IOT-PRICING'] },
  'one-license-per-site': { sources: ['D4IOT-LIC'] },
  term: { sources: ['D4IOT-LIC'] },
  e5: { sources: ['D4IOT-LIC', 'D4IOT-EIOT'] },
  'change-size': { sources: ['D4IOT-SITE', 'D4IOT-LIC'], notes: ['not-in-dated-copy'] },
  'count-devices': { sources: ['D4IOT-BILLING', 'D4IOT-SITE'] },
  'find-device-count': { sources: ['D4IOT-BILLING'] },
  hardware: { sources: ['D4IOT-LIC'] },
  migrate: { sources: ['D4IOT-PLANS', 'D4IOT-LIC'] },
  government: { sources: ['D4IOT-LIC', 'D4IOT-START'] },
  roles: { sources: ['D4IOT-PLANS', 'M365-ROLES', 'M365-BILLING'] },
  'billing-accounts': { sources: ['D4IOT-LIC', 'M365-BILLING'] },
  'contact-sales': { sources: ['D4IOT-LIC'] },
} as const satisfies Record<string, PlainAnswer>

export type AnswerCode = keyof typeof answers

/** The sources of a plain answer, and the notes that hold with it. */
export function plainAnswer(code: AnswerCode): PlainAnswer {
  return answers[code]
}
