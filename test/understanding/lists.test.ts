import { describe, expect, test } from 'vitest'
import { understand } from '../../dialogs/understanding/understand.ts'
import type { Day } from '../../rules/day.ts'
import { read, sitesIn, unreadableIn } from './reading.ts'

interface Pasted {
  readonly what: string
  readonly text: string
  readonly sites: string
  readonly unreadable?: readonly string[]
}

const tables: readonly Pasted[] = [
  {
    what: 'tabs, several columns of counts, a total row, notes and a signature',
    text: 'Hi, see below:\n\nSite\tCountry\tOT devices\tIT devices\tTotal\tPeople\nLeeds\tUK\t400\t30\t430\t85\nHull\tUK\ttbd\t\t\t\nGoole\tUK\t1,200\t100\t1,300\t200\nTotal\t\t1,600\t130\t1,730\t285\n\nThanks\nAnna\n+44 20 7946 0958',
    sites: 'Leeds 430, Goole 1300',
    unreadable: ['5: no device count'],
  },
  {
    what: 'OT and IT without a total are added',
    text: 'Location\tOT\tIoT\tIT\nRiga\t40\t12\t5\nTartu\t100\t\t20',
    sites: 'Riga 57, Tartu 120',
  },
  {
    what: 'commas, quoted fields and thousands',
    text: 'name,address,devices\n"Leeds, Main","12 High Street","1,430"\nYork,3 Low Road,120',
    sites: 'Leeds, Main 1430, York 120',
  },
  {
    what: 'commas with spaces and thousands without quotes',
    text: 'Leeds, 1,430\nYork, 120\nCork, 85',
    sites: 'Leeds 1430, York 120, Cork 85',
  },
  {
    what: 'thousands at the start of each line',
    text: '1,200 devices\n2,400 devices\n900',
    sites: '1200, 2400, 900',
  },
  {
    what: 'thousands that number the lines by chance',
    text: '1,120\n2,500\n3,480',
    sites: '1120, 2500, 3480',
  },
  {
    what: 'a column of numbers below words',
    text: 'Id,Devices\n1,120\n2,500\n3,480',
    sites: '120, 500, 480',
  },
  {
    what: 'thousands without quotes beside a number without',
    text: 'Lyon,1,200\nLeeds,2,500\nYork,800',
    sites: 'Lyon 1200, Leeds 2500, York 800',
  },
  {
    what: 'thousands or two columns',
    text: 'Lyon,1,200\nLeeds,2,500',
    sites: '',
    unreadable: ['1: two numbers, not one', '2: two numbers, not one'],
  },
  {
    what: 'bare numbers, the last one as many as the others together',
    text: '1,000\n2,000\n3,000',
    sites: '1000, 2000',
    unreadable: ['3: as many as those above together: a site of its own, or their total?'],
  },
  {
    what: 'semicolons, area and year beside the count',
    text: 'Site;Employees;m²;OT assets;Year\nOslo;120;4 500;1 040;1998\nTromsø;12;600;<50;2015\nStavanger;40;1 800;n.a.;1987\nSum;172;6 900;1 040;',
    sites: 'Oslo 1040',
    unreadable: ['3: more or less than a number, not one number', '4: no device count yet'],
  },
  {
    what: 'Markdown with a numbering',
    text: '| # | Site | Device count |\n|---|:---|---:|\n| 1 | **Linz** | 275 |\n| 2 | Steyr | ? |\n| 3 | Wels | 1 100 |\n| | Sum | 1375 |',
    sites: 'Linz 275, Wels 1100',
    unreadable: ['4: no device count yet'],
  },
  {
    what: 'aligned spaces in a quoted mail',
    text: '> Plant A   400-450\n> Plant B   120\n> Plant C   -5\n> Plant D   0\n> Plant E   1.200\n> Plant F   12,5',
    sites: 'Plant B 120, Plant E 1200',
    unreadable: ['1: a range, not one number', '3: a negative number', '4: zero devices', '6: not a whole number'],
  },
  {
    what: 'a column of how many sites',
    text: 'Type;Sites;Devices per site\nStore;20;80\nDC;2;340\nHQ;1;1.250',
    sites: 'Store 80 x20, DC 340 x2, HQ 1250',
  },
  { what: 'the name in the last column', text: 'Devices\tSite\n400\tLeeds\n120\tYork', sites: 'Leeds 400, York 120' },
  {
    what: 'the latest of two years',
    text: 'Site\tDevices 2024\tDevices 2025\nLeeds\t400\t430\nYork\t100\t120',
    sites: 'Leeds 430, York 120',
  },
  {
    what: 'no header, sections and subtotals',
    text: 'North region |\nLeeds | 400\nYork | 300\nSubtotal | 700\nSouth region |\nKent | 90\nGrand total | 790',
    sites: 'Leeds 400, York 300, Kent 90',
  },
]

const lists: readonly Pasted[] = [
  {
    what: 'colons, words around it and a total',
    text: 'Hello,\nLocations:\nLeeds: 430\nYork: about 120 devices\nHull: 80 (mostly PLCs)\nGoole: 400-450\nTotal: 630\n\nBR\nJo',
    sites: 'Leeds 430, York 120, Hull 80',
    unreadable: ['6: a range, not one number'],
  },
  {
    what: 'numbers, words as counts and a line without one',
    text: '1) Aarhus: 505 devices\n2) Odense - one hundred and forty\n3) Esbjerg 2,6k\n4) Vejle\n5) Kolding: ask Mette',
    sites: 'Aarhus 505, Odense 140, Esbjerg 2600',
    unreadable: ['4: no device count', '5: no device count yet'],
  },
  {
    what: 'brackets, a misread figure at the end',
    text: '- Turin (312 devices)\n- Genoa (about 1,100 devices)\n- Bari (devices unknown)\n- Rome 12O',
    sites: 'Turin 312, Genoa 1100',
    unreadable: ['3: no device count yet', '4: not a number'],
  },
  { what: 'whole phrases', text: 'we have\n- 4 depots with 45 devices each\n- 1 plant with 2300\n- HQ: 12', sites: '45 x4, 2300, HQ 12' },
  {
    what: 'labels of one kind with values of every kind',
    text: 'Site A: 100\nSite B: 1OO\nSite C: 2 50\nSite D: 3000\nSite E:',
    sites: 'Site A 100, Site D 3000',
    unreadable: ['2: not a number', '3: not a number', '5: no device count'],
  },
  {
    what: 'dots and a total',
    text: 'Leeds ....... 430\nHull ........ tbd\nYork ........ 1,200\nTotal ....... 1,630',
    sites: 'Leeds 430, York 1200',
    unreadable: ['2: no device count yet'],
  },
  { what: 'times', text: 'Depots: 14 x 60\nHQ: 1,100', sites: 'Depots 60 x14, HQ 1100' },
  { what: 'the count first', text: '430 Leeds\n120 York', sites: 'Leeds 430, York 120' },
  { what: 'numbered plants', text: 'Plant 1 200\nPlant 2 350', sites: 'Plant 1 200, Plant 2 350' },
  { what: 'name and count on lines of their own', text: 'Leeds\n430\nYork\n120', sites: 'Leeds 430, York 120' },
  { what: 'only counts', text: '400\n900\n6k\nwhat sizes?', sites: '400, 900, 6000' },
  {
    what: 'a form',
    text: 'Site name: Teesport\nOT assets: 1,275\nSite name: Hull\nOT assets: 80-90',
    sites: 'Teesport 1275',
    unreadable: ['4: a range, not one number'],
  },
  { what: 'OT and IT in one line', text: 'Leeds 430 OT + 20 IT\nYork 120 OT + 5 IT', sites: 'Leeds 450, York 125' },
  {
    what: 'a forwarded mail',
    text: 'FW: counts\nFrom: Bob\nSent: 9 March\n\nLyon - 320\r\nNantes - 85\r\nLille - 1,450',
    sites: 'Lyon 320, Nantes 85, Lille 1450',
  },
]

describe.for([
  { kind: 'table', pasted: tables },
  { kind: 'list', pasted: lists },
])('a pasted $kind accounts for every line:', ({ pasted }) => {
  test.for(pasted)('$what', ({ text, sites, unreadable = [] }) => {
    const entities = read(text)
    expect(sitesIn(entities.facts.sites)).toBe(sites)
    expect(unreadableIn(entities)).toEqual(unreadable)
  })
})

test('a list of 700 sites is read whole, the rest of the message too', () => {
  const rows = Array.from({ length: 700 }, (_, at) => `Site ${at}\t${at + 1}`).join('\n')
  const { facts } = read(`Site\tDevices\n${rows}\nwith 20% growth please, we are on an EA`)
  expect(facts.sites).toHaveLength(700)
  expect([facts.growthPercent, facts.billingAccount]).toEqual([20, 'EA'])
})

test.for([
  ['Lyon 400', [{ name: 'Lyon', devices: 400 }], []],
  ['hq 990', [{ name: 'hq', devices: 990 }], []],
  ['12 x 80', [{ devices: 80, count: 12 }], []],
  ['about 400', [{ devices: 400 }], []],
  ['Plant 3 tbd', undefined, ['Plant 3 tbd']],
  ['Lyon 400-450', undefined, ['Lyon 400-450']],
  ['15 April', undefined, []],
] as const)('"%s", where sites are asked for, is a list of one line or none', async ([text, sites, unreadable]) => {
  const reading = await understand(text, { asked: 'sites', topic: 'size-license', today: '2026-03-10' as Day, locale: 'en-GB' })
  expect(reading.facts.sites).toEqual(sites)
  expect(reading.unreadable.map(line => line.text)).toEqual(unreadable)
})

test('a time in the words around a list is no site', () => {
  const list = 'following up on our call at 10:30, here the list:\n\n* Graz - 310 devices\n* Linz - 95 devices (phase 2, 2027)'
  expect(sitesIn(read(list).facts.sites)).toBe('Graz 310, Linz 95')
})
