import { test } from 'vitest'
import { chat } from '../support/chat.ts'

const alike = 'IT and OT devices of any kind count alike, so nothing changes.'
const order = `${alike}
      Defender for IoT site licences: 1 L, 1 M
      Paris: 900 devices, L
      Lyon: 400 devices, M
      Total: 1,300 devices, 2 sites, 2 licences`

test.each([
  'of the 900, 200 are IT',
  'of those 900, 200 are IT devices',
  '200 of those are IT',
  '200 of the Paris ones are IT',
  'half of them are cameras',
  '20% of them are laptops and printers',
  'btw most of those are PLCs',
])('"%s" changes nothing, and says so', async said => {
  await chat()`
    > Paris 900, Lyon 400
      1 L, 1 M
    > ${said}
      ${order}
    > and Bonn 90
      1 L, 1 M, 1 XS
  `
})

test.each(['of the 900, 200 are gone', 'of the 900, 950 are IT', '200 of those are IT and don’t count'])(
  '"%s" is asked back, and no site gets that number',
  async said => {
    await chat()`
      > Paris 900, Lyon 400
        1 L, 1 M
      > ${said}
        What is to change in the list?
    `
  },
)

test.each(['OT 600, IT 300 at Paris', '600 OT and 300 IT at Paris', 'Paris: 600 OT + 300 IT', 'what size for ot 600 it 300'])(
  '"%s" is one site with one licence',
  async said => {
    await chat()`
      > ${said}
        1 L
        ... 900 devices, 1 site, 1 licence
    `
  },
)
