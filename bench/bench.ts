import '../bot/runtime.js'
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { benchDelivery } from './delivery.ts'
import { type Figures, lines } from './figures.ts'
import { benchStore } from './store.ts'
import { benchTurns } from './turns.ts'
import { benchUnderstand } from './understand.ts'

/** Every measurement, by the name under which it can be asked for. Each returns numbers by what they say. */
const benches = { turns: benchTurns, understand: benchUnderstand, store: benchStore, delivery: benchDelivery } as const
type Name = keyof typeof benches

const { values } = parseArgs({ options: { only: { type: 'string' }, json: { type: 'string' } } })
if (values.only !== undefined && !(values.only in benches)) {
  process.stderr.write(`--only: "${values.only}" is none; use one of ${Object.keys(benches).join(', ')}\n`)
  process.exit(1)
}
const names = values.only === undefined ? (Object.keys(benches) as Name[]) : [values.only as Name]
const results: Partial<Record<Name, Figures>> = {}
for (const name of names) {
  const result = await benches[name]()
  results[name] = result
  process.stdout.write(`${[name, ...lines(result)].join('\n')}\n`)
}
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(results, undefined, 2)}\n`)
process.exit()
