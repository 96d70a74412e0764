// Plain JavaScript on purpose: an older Node stops at a TypeScript file before any of its lines run.
// The npm scripts load this file first (`node --import ./bot/runtime.js ...`).
import module from 'node:module'
import process from 'node:process'

const NEEDED = [22, 18]

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < NEEDED[0] || (major === NEEDED[0] && minor < NEEDED[1])) {
  process.stderr.write(
    `License Desk needs Node ${NEEDED.join('.')} or newer and runs on ${process.versions.node}.\n` +
      'The package "node" brings one along: run `npm ci` again with install scripts allowed, or install a newer Node.\n',
  )
  process.exit(1)
}

// A quarter off the start. The cache is written at an orderly exit, to the system's temporary folder.
module.enableCompileCache?.()

// Node 22 calls its own SQLite experimental. Nobody who runs the desk can do anything about that.
const emitWarning = process.emitWarning
process.emitWarning = (warning, ...rest) => {
  if (!String(warning).startsWith('SQLite is an experimental feature')) emitWarning.call(process, warning, ...rest)
}
