/** The bot as the people at the page know it. */
export const bot = { id: '28:license-desk', name: 'License Desk' } as const

export const tenant = { id: '11111111-2222-4333-8444-555555555555' } as const

/** The team whose channel the page shows. */
export const team = {
  id: '19:playground-team@thread.tacv2',
  name: 'OT Security',
  aadGroupId: '22222222-3333-4444-8555-666666666666',
} as const

/** Who sits at the page. The ids have the form of Teams', and are nobody's. */
export const people = {
  ada: { id: '29:1-playground-person-ada', aadObjectId: '66666666-7777-4888-9999-aaaaaaaaaaaa', name: 'Ada Novak' },
  ravi: { id: '29:1-playground-person-ravi', aadObjectId: '77777777-8888-4999-aaaa-bbbbbbbbbbbb', name: 'Ravi Menon' },
} as const

export type PersonKey = keyof typeof people
