import { expect, test } from 'vitest'
import { understand } from '../../dialogs/understanding/understand.ts'

const read = async (text: string) => {
  const { wishes, band, facts, unreadable } = await understand(text, { today: '2026-03-10' as never, locale: 'en-GB' })
  const sites = (facts.sites ?? []).map(({ name, count, devices }) => `${count ? `${count} x ` : ''}${name ? `${name} ` : ''}${devices}`)
  return { intent: band === 'sure' ? wishes[0].intent : band, sites, unreadable: unreadable.map(({ why }) => why) }
}

test.for([
  // one line
  ['hamburg 450, berlin 1200', ['hamburg 450', 'berlin 1200']],
  ['450 in Hamburg, 1200 in Berlin and 90 in Munich', ['Hamburg 450', 'Berlin 1200', 'Munich 90']],
  ['Hamburg w/ 450, Berlin w/ 1200', ['Hamburg 450', 'Berlin 1200']],
  ['Hamburg approx. 450, Berlin approx. 1200', ['Hamburg 450', 'Berlin 1200']],
  ['Hamburg – 450, Berlin – 1200', ['Hamburg 450', 'Berlin 1200']],
  ['customer Contoso: Hamburg 450, Berlin 1200', ['Hamburg 450', 'Berlin 1200']],
  ['St. Gallen 450, Bad Homburg 90', ['St. Gallen 450', 'Bad Homburg 90']],
  ['New York 450, Los Angeles 1200, La Spezia 90', ['New York 450', 'Los Angeles 1200', 'La Spezia 90']],
  ['2x400, 3x900, 1x6k', ['2 x 400', '3 x 900', '6000']],
  // a line each
  ['* Hamburg – 450\n* Berlin – 1200', ['Hamburg 450', 'Berlin 1200']],
  ['Hamburg -> 450\nBerlin -> 1200', ['Hamburg 450', 'Berlin 1200']],
  ['Hamburg,"1,450"\nBerlin,"1,200"', ['Hamburg 1450', 'Berlin 1200']],
  ['Account: Contoso\nOpportunity: 123456\nClose date: 31 March 2026\nSites:\nHamburg 450\nBerlin 1200', ['Hamburg 450', 'Berlin 1200']],
  // kinds of devices of each site
  ['Hamburg: 300 PLCs, 150 PCs\nBerlin: 800 PLCs, 400 PCs', ['Hamburg 450', 'Berlin 1200']],
  ['Hamburg 300 PLCs, 150 PCs\nBerlin 800 PLCs, 400 PCs', ['Hamburg 450', 'Berlin 1200']],
  ['Hamburg: 450 (300 PLCs, 150 PCs)\nBerlin: 1200 (800 PLCs, 400 PCs)', ['Hamburg 450', 'Berlin 1200']],
  // as many as those behind them, and no sum of theirs
  ['one factory: 300 PLCs, 120 HMIs, 80 switches, 40 cameras', ['540']],
  ['Hamburg\n- 300 PLCs\n- 150 PCs\nBerlin\n- 800 PLCs\n- 400 PCs', ['Hamburg 450', 'Berlin 1200']],
  ['Name: Hamburg\nOT: 300\nIT: 150\n\nName: Berlin\nOT: 1000\nIT: 200', ['Hamburg 450', 'Berlin 1200']],
  ['Hamburg:\nPLCs: 300\nHMIs: 50\nTotal: 350\nBerlin:\nPLCs: 800\nHMIs: 100\nTotal: 900', ['Hamburg 350', 'Berlin 900']],
  ['Site: Hamburg\nOT devices: 300\nIT devices: 150', ['Hamburg 450']],
  // tables
  ['Site\tPLC\tHMI\tServers\tCameras\nHamburg\t200\t50\t100\t100\nBerlin\t800\t100\t100\t200', ['Hamburg 450', 'Berlin 1200']],
  ['Site\tPLCs\tHMIs\tOther devices\nHamburg\t200\t50\t100', ['Hamburg 350']],
  ['Site\t# PLCs\t# HMIs\nHamburg\t20\t50\nBerlin\t20\t60', ['Hamburg 70', 'Berlin 80']],
  ['Site\tDevices\tPLCs\tHMIs\nHamburg\t450\t200\t50\nBerlin\t1200\t800\t100', ['Hamburg 450', 'Berlin 1200']],
  ['Localidade\tDispositivos OT\tDispositivos TI\nLisboa\t300\t150\nPorto\t60\t30', ['Lisboa 450', 'Porto 90']],
  ['Location\tType\tNo. of sites\tDevices per site\nStores\tretail\t40\t60\nDC\tlogistics\t2\t1500', ['40 x Stores 60', '2 x DC 1500']],
  ['Site type\tCount\tAverage devices\nSmall\t40\t60\nDC\t2\t1500', ['40 x Small 60', '2 x DC 1500']],
  // on its side
  ['Plant\tHamburg\tBerlin\nDevices\t450\t1200', ['Hamburg 450', 'Berlin 1200']],
  ['\tHamburg\tBerlin\tTotal\nOT\t300\t1000\t1300\nIT\t150\t200\t350', ['Hamburg 450', 'Berlin 1200']],
  ['Werk\tOT\tIT\nHamburg\t300\t150\nBerlin\t1000\t200', ['Hamburg 450', 'Berlin 1200']],
  ['Vestiging\tAantal apparaten\nRotterdam\t450\nGent\t1.200', ['Rotterdam 450', 'Gent 1200']],
] as const)('%j is sized at once', async ([text, sites]) => {
  expect(await read(text)).toEqual({ intent: 'size-license', sites, unreadable: [] })
})

test.for([
  ['Hamburg: 450 devices, 300 PLCs\nBerlin: 1200 devices, 800 PLCs', 2],
  ['Hamburg 450, Berlin 1200, 10% growth except Berlin', 1],
  ['Hamburg 450 (+10%), Berlin 1200', 1],
  ['3 plants: 400, 900, 6k; 10% growth for all but the last', 1],
  ['3 plants: 400, 900, 6k; 10% growth for the first two', 1],
  ['each of the 6 sites has 2 buildings with 150 devices', 1],
  ['Hamburg has 2 buildings with 150 devices each, Berlin 900', 1],
] as const)('what of %j can not be told is asked', async ([text, lines]) => {
  const { intent, unreadable } = await read(text)
  expect({ intent, lines: unreadable.length }).toEqual({ intent: 'size-license', lines })
})

test.for([
  'room 12, floor 3',
  'windows 300, linux 200',
  'Order 4711\nInvoice 5522',
  'Product\tDevices\nWindows 11\t300\nUbuntu\t320',
  'Qty\tPart number\tDescription\n1\tABC123\tOT Site License - M\n2\tABC124\tOT Site License - XL',
])('%j is no list of sites', async text => {
  expect((await read(text)).intent).not.toBe('size-license')
})

test.for([
  'Site\tDevices\tGrowth\nHamburg\t450\t20%\nBerlin\t1200\t0%',
  'Site\tDevices\tDiscount\nHamburg\t450\t10%\nBerlin\t1200\t15%',
  'Hamburg 450 (+10%), Berlin 1200',
])('a percentage of one row of %j is no growth of all, where sites are asked for', async text => {
  const { facts } = await understand(text, { today: '2026-03-10' as never, locale: 'en-GB', asked: 'sites', topic: 'size-license' })
  expect(facts).toEqual({
    sites: [
      { name: 'Hamburg', devices: 450 },
      { name: 'Berlin', devices: 1200 },
    ],
  })
})
