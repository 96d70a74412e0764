import { test } from 'vitest'
import { chat } from '../support/chat.ts'

test('a list in view is changed by name, by number and by count', async () => {
  await chat()`
    > Lyon 400, Marseille 120, Nice 80 devices
      1 M, 1 S, 1 XS
    > Nice should be 110
      1 M, 2 S
    > add Paris with 2300
      1 XL, 1 M, 2 S
    > without Marseille
      1 XL, 1 M, 1 S
    > actually Lyon has 1,200 devices
      2 XL, 1 S
  `
})

test('a number in view gives way to another', async () => {
  await chat()`
    > 3 sites, 120, 480 and 5200
      2 XL, 1 M, 1 S
    > the 5200 is really 4900
      1 XL, 1 M, 1 S
    > with 20% growth
      2 XL, 1 L, 1 S
    > without growth
      1 XL, 1 M, 1 S
  `
})

test('sites that are alike keep their number, and their devices', async () => {
  await chat()`
    > 10 sites with 100 devices each
      10 XS
    > make it 12 sites
      12 XS
    > sorry, 120 devices each
      12 S
  `
})

test('what can not be read is listed with its line, and the rest is sized', async () => {
  await chat()`
    > Site\\tDevices\\nLyon\\t400\\nOslo\\t400-450\\nBonn\\ttbd\\nTotal\\t1,600
      1 M
      ... Line 3:
      ... Line 4:
  `
})
