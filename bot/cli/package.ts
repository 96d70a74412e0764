import '../runtime.js'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { environment, readPackaging } from '../config.ts'
import { fail } from '../start-faults.ts'

// The Teams app package from `manifest/` and the environment, checked before anything is written.
const project = join(import.meta.dirname, '../..')
if (process.argv.length > 2) fail(['Usage: npm run package. Its values come from the environment.'])
const { given, faults } = environment()
if (faults.length > 0) fail(faults)
const { values, unset } = readPackaging(given)
const { version } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as { version: string }
// What checks a package is not needed to run the bot.
const { packageOf } = await import('../package/package.ts').catch((error: NodeJS.ErrnoException) => {
  if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error
  return fail(["The package is checked with Microsoft's schema, which is not installed; run `npm ci` without --omit=dev."])
})
const made = packageOf(sourcesIn(join(project, 'manifest')), { VERSION: version, ...values })
if ('faults' in made) fail(made.faults)

const isLocal = unset.some(name => name.endsWith('_APP_ID'))
const file = join('dist', isLocal ? 'license-desk-local.zip' : 'license-desk.zip')
mkdirSync('dist', { recursive: true })
writeFileSync(file, made.zip)
process.stdout.write(`${file}: version ${version}, ${made.zip.length.toLocaleString('en')} bytes\n`)
if (unset.length > 0)
  process.stdout.write(
    `It holds placeholders, because these are not set: ${unset.join(', ')}. ${isLocal ? 'Teams needs the ids.' : 'A store needs them all.'}\n`,
  )

function sourcesIn(folder: string): Record<string, Uint8Array> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name => /\.(json|png)$/.test(name))
  return Object.fromEntries(files.map(name => [name.replaceAll('\\', '/'), readFileSync(join(folder, name))]))
}
