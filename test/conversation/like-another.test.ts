import { test } from 'vitest'
import { chat } from '../support/chat.ts'

test.each([
  'another one like Lyon',
  'one more like lyon',
  'add another site like Lyon please',
  'Bonn is the same as Lyon',
  'bonn same as lyon',
])('"%s" is a further site with as many devices', async said => {
  await chat()`
      > Liege 400, Lyon 900
        1 L, 1 M
      > ${said}
        2 L, 1 M
        ... Lyon | 900 | L
    `
})

test.each(['2 more like Liege', 'two more plants like Liege', 'another two like Liege'])('"%s" are two further ones', async said => {
  await chat()`
    > Liege 400, Lyon 900
      1 L, 1 M
    > ${said}
      1 L, 3 M
      ... 2 sites | 400 each | 2 M
  `
})

test('a site in view gets the number of another', async () => {
  await chat()`
    > Liege 400, Lyon 900
      1 L, 1 M
    > Liege is the same as Lyon
      2 L
      ... Liege | 900 | L
  `
})

test('"same again for Bonn" is plain where all sites have as many', async () => {
  await chat()`
    > we have 400 devices in Liege
      1 M
    > same again for Bonn
      2 M
      ... Bonn | 400 | M
    > Ulm 90
      2 M, 1 XS
    > same again for Metz
      One licence per site, sized by its devices
  `
})
