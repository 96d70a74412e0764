import type { Day } from './day.ts'

export interface Site {
  readonly devices: number
  readonly count?: number
  readonly name?: string
}

/** What a person can be known to have said. A fact that is unknown is left out. */
export interface Facts {
  readonly sites?: readonly Site[]
  readonly growthPercent?: number
  readonly trialEnd?: Day
  readonly trialStart?: Day
  readonly trialDays?: number
  readonly licenseStart?: Day
  readonly licenseEnd?: Day
  readonly role?: 'global-admin' | 'billing-admin' | 'other'
  readonly billingAccount?: 'MCA' | 'MOSA' | 'EA' | 'CSP' | 'other'
  readonly cloud?: 'commercial' | 'gcc' | 'gcc-high' | 'dod' | 'azure-government'
  readonly extended?: boolean
  readonly price?: number
  readonly kind?: 'paid' | 'trial'
  readonly otherActiveLicense?: boolean
}

export type FactKey = keyof Facts
