import { sizeLicenseCard } from '../cards/size-license.ts'
import { sizeLicense } from '../rules/size-license.ts'
import { ruled } from './topic.ts'

export const sizeLicenseTopic = ruled({
  rule: sizeLicense,
  bare: 'sites',
  card: (verdict, facts, view, question) => sizeLicenseCard(verdict, facts, view, question),
})
