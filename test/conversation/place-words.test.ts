import { test } from 'vitest'
import { chat } from '../support/chat.ts'

// Whatever people call the places where their devices are, a list in view is changed in the same words.
const kinds = [
  ['plant', 'plants'],
  ['hospital', 'hospitals'],
  ['campus', 'campuses'],
  ['mill', 'mills'],
  ['branch', 'branches'],
  ['facility', 'facilities'],
  ['warehouse', 'warehouses'],
] as const

test.for(kinds)('the %s of a list', async ([place, places]) => {
  await chat()`
    > Lyon 400, Porto 900, Ghent 60
      1 L, 1 M, 1 XS
    > the second ${place} has 300
      2 M, 1 XS
    > the Ghent ${place} has 200
      2 M, 1 S
    > every ${place} has 90
      3 XS
    > 20 more devices at each ${place}
      3 S
    > drop the last ${place}
      2 S
    > the first two ${places} have 700
      2 L
  `
})
