import '../runtime.js'
import { mkdirSync, writeFileSync } from 'node:fs'
import { galleryPage } from '../gallery/page.ts'
import { states } from '../gallery/states.ts'
import { print } from './lines.ts'

// Every card in every state that matters: as a page to look at, or as JSON, a card a line.
const [option, ...others] = process.argv.slice(2)
if (others.length > 0 || (option !== undefined && option !== '--jsonl')) {
  process.stderr.write('Usage: npm run gallery, or npm run --silent gallery -- --jsonl\n')
  process.exitCode = 1
} else if (option === '--jsonl') {
  for (const { card } of states()) await print(card.content)
} else {
  const all = states()
  mkdirSync('.gallery', { recursive: true })
  writeFileSync('.gallery/index.html', galleryPage(all))
  process.stdout.write(`.gallery/index.html: ${all.length} cards\n`)
}
