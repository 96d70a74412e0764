import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { findBrowser, noBrowser, startBrowser } from '../support/browser.ts'
import { difference } from './compare.ts'
import { browserFile, kept, keptMajor, majorOf, references, takeAll } from './pictures.ts'
import { writePng } from './png.ts'

// `npm run pictures`: writes each picture that is new or looks different, and removes those of cards that are gone.
const found = findBrowser()
if (!found) {
  process.stderr.write(`${noBrowser}\n`)
  process.exit(1)
}
const browser = await startBrowser(found)
const shots = await takeAll(browser)
const other = majorOf(browser) !== keptMajor()
await browser.close()

let written = 0
for (const { file, picture } of shots) {
  if (!other && !difference(picture, kept(file))) continue
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, writePng(picture))
  process.stdout.write(`${file}\n`)
  written += 1
}
for (const name of readdirSync(references).filter(name => name.endsWith('.png') && !shots.some(({ file }) => file === references + name))) {
  rmSync(references + name)
  process.stdout.write(`${references}${name} removed\n`)
}
writeFileSync(browserFile, `${majorOf(browser)}\n`)
process.stdout.write(`${written} of ${shots.length} pictures written. Look at each before you commit it.\n`)
