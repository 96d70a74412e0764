import { test } from 'vitest'
import { chat } from '../support/chat.ts'

// However many there are, in words or in figures: they come to the list in view.
test.for([
  ['two', 2],
  ['3', 3],
  ['seven', 7],
  ['ten', 10],
  ['eleven', 11],
  ['twelve', 12],
  ['fifteen', 15],
  ['twenty-one', 21],
  ['thirty', 30],
] as const)('%s more sites', async ([many, count]) => {
  await chat()`
    > Lyon 400, Porto 900
      1 L, 1 M
    > ${many} more sites with 80
      1 L, 1 M, ${count} XS
    > and ${many} plants with 200 each
      1 L, 1 M, ${count} S, ${count} XS
  `
  await chat()`
    > ${count + 2} sites with 90 devices each
      ${count + 2} XS
    > ${many} of them have 450
      ${count} M, 2 XS
  `
})
