import { test } from 'vitest'
import { chat } from '../support/chat.ts'

test('a name alone, where devices are asked for, is that of the number that comes next', async () => {
  await chat()`
    > which licence?
      One licence per site, sized by its devices
    > Leeds
      One licence per site, sized by its devices
      ... For Leeds
    > 350
      1 M
      ... Leeds | 350 | M
    > and Porto?
      One licence per site, sized by its devices
    > 900
      1 L, 1 M
      ... Porto | 900 | L
  `
  await chat()`
    > which size do I need?
      One licence per site, sized by its devices
    > the Leeds plant
      One licence per site, sized by its devices
      ... For Leeds
    > 400 devices
      1 M
      ... Leeds | 400 | M
  `
})

test('a name of the list alone shows that site, and the list stays', async () => {
  await chat()`
    > Lyon 400, Porto 900
      1 L, 1 M
    > Porto?
      1 L
      ... For Porto
    > which licence does Lyon need?
      1 M
      ... For Lyon
    > Lyon
      1 M
    > and Bath with 80
      1 L, 1 M, 1 XS
    > Perfect
      Glad to help.
    > Ghent?
      One licence per site, sized by its devices
      ... For Ghent
    > 300
      1 L, 2 M, 1 XS
  `
})

test('how much room the licences leave', async () => {
  await chat()`
    > Lyon 400, Bruges 900
      1 L, 1 M
    > How much room is left in Bruges?
      Bruges: 900 devices, L, room for 100 more devices
    > with 20% growth
      1 XL, 1 M
    > how many more devices can we add in Lyon?
      Lyon: 400 → 480 devices, M, room for 20 more devices
      Devices of today; sized with 20 % growth.
  `
  await chat()`
    > 5 sites with 100 devices each
      5 XS
    > any room left?
      5 sites: 100 devices each, 5 XS, full at each
  `
})
