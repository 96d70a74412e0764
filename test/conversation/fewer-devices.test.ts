import { test } from 'vitest'
import { chat } from '../support/chat.ts'

test('a percentage of devices that go makes the sites of the list smaller', async () => {
  await chat()`
    > Lyon 400, Metz 900
      1 L, 1 M
    > Metz -20%
      1 L, 1 M
      ... Metz | 720 | L
    > undo
      1 L, 1 M
      ... Metz | 900 | L
    > 10% fewer everywhere
      1 L, 1 M
      ... Metz | 810 | L
      ... Lyon | 360 | M
    > undo
      1 L, 1 M
    > minus 50%
      1 M, 1 S
      ... Metz | 450 | M
    > undo
      1 L, 1 M
    > reduce Metz to 50%
      2 M
      ... Metz | 450 | M
    > undo
      1 L, 1 M
    > +20%
      1 XL, 1 M
  `
})

test('of what is not in view it is nothing', async () => {
  await chat()`
    > Lyon 400, Metz 900
      1 L, 1 M
    > and with 10% less growth
      1 L, 1 M
      ... Metz | 900 | L
    > 10% off Metz
      1 L, 1 M
      ... Metz | 810 | L
    > is there a 10% discount?
      Prices are on the plans and pricing page
  `
})
