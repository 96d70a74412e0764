import { expect, test } from 'vitest'
import { listChange } from '../../dialogs/sites/list-change.ts'
import { chat } from '../support/chat.ts'

test('a further site comes to the one in view, and is never pooled with it', async () => {
  await chat()`
    > we have one plant with 480 devices
      1 M
    > there's another one with 90
      1 M, 1 XS
    > we also have one with 240
      1 M, 1 S, 1 XS
    > oh, we forgot one with 6000
      2 XL, 1 M, 1 S, 1 XS
    > 2 more sites with 90 each
      2 XL, 1 M, 1 S, 3 XS
  `
})

test('"the second site" after one is a further one, and keeps the growth', async () => {
  await chat()`
    > which size for 480 devices?
      1 M
    > with 10% growth
      1 L
    > and for the second site 90 devices
      1 L, 1 XS
      ... Devices of today; sized with 10 % growth.
    > the third site has 900
      2 L, 1 XS
    > the fifth has 90
      Which site has 90 devices?
      [Site 1] [A further site]
  `
})

test('"there\'s a second one" is no name', async () => {
  await chat()`
    > Lyon 480
      1 M
    > there's also Porto, 90 devices
      1 M, 1 XS
      ... Porto | 90 | XS
    > there's a third one with 95
      1 M, 2 XS
      ... Site 3 | 95 | XS
    > the other one has 100
      Which site has 100 devices?
  `
})

test('more devices are of the only site in view; of several it is asked which', async () => {
  await chat()`
    > which size for 1000 devices?
      1 L
    > and with 2 switches more
      1 XL
      ... Site 1 | 1,002 | XL
    > there are 30 more
      1 XL
      ... Site 1 | 1,032 | XL
    > and a second one with 90
      1 XL, 1 XS
    > and 20 devices more
      Which site has 20 more devices?
    > the second one
      1 XL, 1 S
      ... Site 2 | 110 | S
  `
})

test('sites without a name are called by their place, with a noun or without', async () => {
  await chat()`
    > we have 3 plants: 400, 900 and 6k
      2 XL, 1 L, 1 M
    > change the second to 1,100
      3 XL, 1 M
    > the third one is 4,900
      2 XL, 1 M
      ... Site 3 | 4,900 | XL
    > set the 2nd at 1000
      1 XL, 1 L, 1 M
    > number 1 has 90
      1 XL, 1 L, 1 XS
    > add 50 to the second
      2 XL, 1 XS
    > the first two have 100
      1 XL, 2 XS
    > the biggest is 6k
      2 XL, 2 XS
    > the second and the third are 300
      2 M, 1 XS
    > drop the first one
      2 M
  `
})

test('one of several sites grows alone', async () => {
  await chat()`
    > 400, 900 and 1200
      1 XL, 1 L, 1 M
    > what if the second grows 20%?
      2 XL, 1 M
      ... Worked out for what you supposed
      ... Site 1 | 400 | M
    > what if the last doubles?
      2 XL, 1 M
      ... Site 3 | 2,400 | XL
  `
})

test('one of many alike stands apart from the others', async () => {
  await chat()`
    > 20 sites of 80
      20 XS
    > one of them has 300
      1 M, 19 XS
  `
})

test('a site that is asked about comes to the list with its devices', async () => {
  await chat()`
    > which licence for Lyon 400
      1 M
    > and Porto 900
      1 L, 1 M
    > and Graz?
      One licence per site, sized by its devices
      ... For Graz
    > what is a device?
      Every IT, OT or IoT device with a network interface counts
      One licence per site, sized by its devices
    > 6000
      2 XL, 1 L, 1 M
      ... Graz | 6,000 | 2 XL
    > total?
      2 XL, 1 L, 1 M
    > and Porto?
      1 L
    > and Linz?
      One licence per site, sized by its devices
    > Linz has 300, Graz 90
      1 L, 2 M, 1 XS
  `
})

test('what is no place in the list changes none of its sites', async () => {
  await chat()`
    > Lyon 400, Porto 900
      1 L, 1 M
    > what about the first year?
      A licence runs for one year
    > plant 2 has 90
      1 L, 1 M, 1 XS
      ... plant 2 | 90 | XS
  `
})

test('places told one after the other have a number each, the further ones behind the last', async () => {
  await chat()`
    > 400 and 900
      1 L, 1 M
    > the second has 90 and the third 60
      1 M, 2 XS
    > move 50 from the first to the second
      1 M, 1 S, 1 XS
      ... Site 1 | 350 | M
    > what if the last closes?
      1 M, 1 S
      ... Worked out for what you supposed
  `
})

test('a further site that is only supposed, or asked about, comes to the list as well', async () => {
  await chat()`
    > Lyon 400, Porto 900
      1 L, 1 M
    > what if we open a third one with 90?
      1 L, 1 M, 1 XS
      ... Worked out for what you supposed
    > how about another one with 240?
      1 L, 1 M, 1 S, 1 XS
  `
})

test('"two more: " adds to the list', () => {
  const said = [
    { name: 'Milan', devices: 300 },
    { name: 'Rome', devices: 700 },
  ]
  expect(listChange([{ name: 'Lyon', devices: 400 }], said, 'two more: Milan 300 and Rome 700').sites).toHaveLength(3)
})

test.for(['great, now add Milan with 300', 'perfect. One more site: Milan, 300 devices', 'insert Milan 300'])(
  '"%s" adds to the list',
  async says => {
    await chat()`
    > Lyon 400, Basel 900
      1 L, 1 M
    > ${says}
      1 L, 2 M
  `
  },
)

test('devices that may be at the site in view or elsewhere are asked about, and sites without devices listed', async () => {
  await chat()`
    > we have one plant with 480 devices
      1 M
    > we also have 20 cameras
      Which site has 20 more devices?
      [Site 1] [A further site]
    > [Site 1]
      1 M
      ... Site 1 | 500 | M
    > and 2 more sites
      1 M
      ... "and 2 more sites": no device count yet
  `
})
