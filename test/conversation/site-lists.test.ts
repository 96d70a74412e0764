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

test('what could not be read stays with the list until it is put right', async () => {
  await chat()`
    > Site\\tDevices\\nLyon\\t400\\nNice\\t90\\nOslo\\t400-450\\nBonn\\ttbd
      1 M, 1 XS
      ... Line 4:
    > [With 20 % growth]
      1 M, 1 S
      ... Line 4:
      ... Line 5:
    > without Nice
      1 M
      ... Line 5:
    > Oslo has 420
      1 L, 1 M
      ... Not counted, please correct:
    > line 5 is 90
      1 L, 1 M, 1 S
  `
})

test('sites in view are changed by their names, however these are written', async () => {
  await chat()`
    > Lyon 400, Marseille 120, Plant 7 80 devices
      1 M, 1 S, 1 XS
    > double lyon
      1 L, 1 S, 1 XS
    > rename Lyon to Lyon North
      1 L, 1 S, 1 XS
      ... Lyon North | 800 | L
    > add 50 to Marseille
      1 L, 1 S, 1 XS
      ... Marseille | 170 | S
    > Marseille and Plant 7 are 300 each
      1 L, 2 M
    > hq is 990
      2 L, 2 M
      ... hq | 990 | L
    > drop the last one
      1 L, 2 M
    > with 20 % growth
      1 L, 2 M
    > no growth
      1 L, 2 M
  `
})

const many = (count: number) =>
  `Site\\tDevices\\n${Array.from({ length: count }, (_, index) => `Plant ${index + 1}\\t${100 + index}`).join('\\n')}`

const play = (script: string) => chat()(Object.assign([script], { raw: [script] }))

test('a list too long for a button is kept for it, with what is left out, when the conversation has faded too', async () => {
  await play(`
    > ${many(520)}\\nOslo\\ttbd
      99 L, 250 M, 150 S, 1 XS
      ... Line 522: "Oslo tbd": no device count yet
      ... Only the first 500 sites are sized here; 20 are left out, from line 502 on.
    > (31 minutes later)
    > [With 20 % growth]
      183 L, 208 M, 109 S
      ... Line 522:
      ... 20 are left out, from line 502 on.
    > without Plant 1
      183 L, 208 M, 108 S
      ... 20 are left out, from line 502 on.
    > (Bob) [With 20 % growth]
      I no longer have that list; paste it again
  `)
})

test('a correction that names none of the sites in view does not take the place of the list', async () => {
  await chat()`
    > Lyon 400, Porto 900, Oslo 5200
      2 XL, 1 L, 1 M
    > Bergen is really 4,800
      Which site has 4,800 devices?
      [Lyon] [Porto] [Oslo] [A further site]
      ... The list has Lyon, Porto, Oslo.
    > Oslo
      1 XL, 1 L, 1 M
      ... Oslo | 4,800 | XL
    > sorry, 1,900
      Which site has 1,900 devices?
    > the second one
      2 XL, 1 M
      ... Porto | 1,900 | XL
    > actually 120
      Which site has 120 devices?
    > [A further site]
      2 XL, 1 M, 1 S
    > no, it is only one site with 700
      1 L
    > actually 1,100
      1 XL
  `
})

test('several sorts of devices at one place count together, and a count of places stays with its devices', async () => {
  await chat()`
    > site has 300 OT and 150 IT devices. what size?
      1 M
    > Lyon 300 OT + 150 IT, Nice 60 OT and 20 IT: sizes?
      1 M, 1 XS
      ... Lyon | 450 | M
    > a dozen stores with 30 cameras and 20 PLCs each
      12 XS
    > 5 sites of 250 and 2 of 251
      2 M, 5 S
    > plant A 300 devices and plant B 150 devices
      1 M, 1 S
  `
})

test('a number of devices with decimals is listed, not left out', async () => {
  await chat()`
    > sites: A=99 B=100 C=450.5
      2 XS
      ... Line 1: "C=450.5": not a whole number
  `
})

test('growth of one site is not listed as a line that could not be read', async () => {
  await chat()`
    > 3 sites: Lyon 1.2k, plant 2 480, depot 99
      1 XL, 1 M, 1 XS
    > plant 2 grows 10%
      1 XL, 1 L, 1 XS
      ... plant 2 | 528 | L
  `
})

test('the rest, halves and parts of what was counted are read as such', async () => {
  await chat()`
    > 4 plants: biggest 3k, others around 200
      1 XL, 3 S
    > 5 sites, 2 with 300, the rest 80: sizes?
      2 M, 3 XS
    > 20 stores, half with 80 and half with 120 devices
      10 S, 10 XS
    > Site A: 250 (incl. 30 IT), Site B: 251
      1 M, 1 S
    > 5 x 100, 3 x 500, 1 x 5000
      1 XL, 3 M, 5 XS
    > 100 devices in Lyon, same in Nice, double in Rome: which licences?
      1 XS
      ... "same in Nice": no number of its own
      ... "double in Rome": no number of its own
  `
})

test('places counted in several lands are added up, and what sites alike have is put right for all of them', async () => {
  await chat()`
    > we've got 3 sites in Germany and 2 in France, each with 150 PLCs
      5 S
    > start over
      Done: I've forgotten what you told me. What would you like to know?
    > I have 12 sites with 80 devices
      12 XS
    > no, 120
      12 S
    > no, only one site with 120
      1 S
    > Lyon 400, Porto 900, Oslo 5200
      2 XL, 1 L, 1 M
    > actually Lyon is closed
      2 XL, 1 L
  `
})

test('sites of a list become one, several or others', async () => {
  await chat()`
    > Graz 310, Linz 95
      1 M, 1 XS
    > Graz and Linz are one site
      1 M
      ... Graz + Linz | 405 | M
    > start over
      Done: I've forgotten what you told me. What would you like to know?
    > Graz 310, Linz 95
      1 M, 1 XS
    > swap them
      1 M, 1 XS
      ... Linz | 310 | M
    > it's the other way round
      1 M, 1 XS
      ... Graz | 310 | M
    > move 50 from Graz to Linz
      1 M, 1 S
      ... Graz | 260 | M
      ... Linz | 145 | S
    > half of Graz moves to Linz
      1 M, 1 S
      ... Graz | 130 | S
      ... Linz | 275 | M
    > split Linz into 200 and 75
      2 S, 1 XS
      ... Linz 2 | 75 | XS
    > split Graz in two
      2 S, 1 XS
      ... "split Graz in two": no number for each part
    > replace Graz by Steyr with 120
      2 S, 1 XS
      ... Steyr | 120 | S
    > remove everything except Steyr and Linz 1
      2 S
      ... 320 devices, 2 sites
    > merge them
      1 M
      ... Steyr + Linz 1 | 320 | M
  `
})

test('a change names its site in any order of words, and its years are no devices', async () => {
  await chat()`
    > Graz 310, Linz 95
      1 M, 1 XS
    > change Linz to 950
      1 L, 1 M
      ... Linz | 950 | L
    > Linz goes to 90
      1 M, 1 XS
    > Linz 300 in 2 years
      2 M
    > Linz grows to 260 in 2027
      2 M
      ... Linz | 260 | M
    > both have 400
      2 M
      ... 800 devices
    > 20 more devices at each site
      2 M
      ... 840 devices
    > add 2 more sites with 60 devices each
      2 M, 2 XS
    > and with 600?
      What is to change in the list?
  `
})

test('how many sites there are is remembered until their devices are known', async () => {
  await chat()`
    > how many licences for 37 sites?
      One licence per site, sized by its devices
    > 100 each
      37 XS
    > start over
      Done: I've forgotten what you told me. What would you like to know?
    > 10 sites, 1000 devices in total
      One licence per site, sized by its devices
      ... "1000 devices": no number for each of the 10 sites
    > it is 120 at each site
      10 S
  `
})

test('nothing of one customer is used for the next', async () => {
  await chat()`
    > Graz 310, Linz 95
      1 M, 1 XS
    > double everything
      1 L, 1 S
      ... sized with 100 % growth
    > now for customer B: Rome 90 and Pisa 600
      1 L, 1 XS
      ... Rome | 90 | XS
    > customer B: add Bari with 40
      1 L, 2 XS
    > with 20% growth
      1 L, 1 S, 1 XS
    > forget that: 80 devices at Siena
      1 XS
      ... Siena | 80 | XS
    > different customer. 5 sites, 80 each
      5 XS
    > next customer
      Done: I've forgotten what you told me. What would you like to know?
    > trial ends 15 April, can we extend? I am billing admin on MCA
      Yes, until 31 March 2026
    > another client: ends 20 April
      Yes, until 5 April 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
  `
})

test('an aside about trials leaves out the sites that were sized before', async () => {
  await chat()`
    > Graz 310, Linz 95
      1 M, 1 XS
    > what is a trial?
      A trial covers one site with up to 1,000 devices for at least 30 days
    > without Linz
      1 M
  `
})

test('sites without a number are told until they have one', async () => {
  await chat()`
    > 3 of 12 sites have 400 devices
      3 M
      ... "3 of 12 sites": no device count for 9 of them
    > the other 9 have 80
      3 M, 9 XS
    > and the total?
      3 M, 9 XS
      ... 1,920 devices, 12 sites, 12 licences
    > start over
      Done: I've forgotten what you told me. What would you like to know?
    > customer with 3 sites, Lyon has 400 devices, what size?
      1 M
      ... "3 sites": no device count for 2 of them
    > add Nice with 90
      1 M, 1 XS
      ... "3 sites": no device count for 1 of them
  `
})

test('what is added to a site, taken from it or counted by sorts is its own', async () => {
  await chat()`
    > Graz 310, Linz 95
      1 M, 1 XS
    > Graz minus 20
      1 M, 1 XS
      ... Graz | 290 | M
    > plus 20 in Linz
      1 M, 1 S
      ... Linz | 115 | S
    > Graz: 480 OT + 40 IT
      1 L, 1 S
      ... Graz | 520 | L
    > no, not 520 but 420 in Graz
      1 M, 1 S
      ... Graz | 420 | M
  `
})

test('short words that other languages have too make a message no foreign one', async () => {
  await chat()`
    > 1 site w/ 4999, 1 w/ 5000, 1 w/ 5001 dvcs
      4 XL
      ... 5,001 | 2 XL
    > start over
      Done: I've forgotten what you told me. What would you like to know?
    > Kunde hat 3 Standorte mit je 200 Geräten
      I only read English. Please ask in English
  `
})
