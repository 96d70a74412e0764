import '../bot/runtime.js'
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { benchDelivery } from './delivery.ts'
import { type Figures, lines } from './figures.ts'
import { benchStore } from './store.ts'
import { benchTurns } from './turns.ts'
import { benchUnderstand } from './understand.ts'

/** Every measurement, by the name under which it can be asked for. Each returns numbers by what they say. */
const benches = { turns: () => benchTurns(minutes), understand: benchUnderstand, store: benchStore, delivery: benchDelivery } as const
type Name = keyof typeof benches

const { values } = parseArgs({ options: { only: { type: 'string' }, json: { type: 'string' }, minutes: { type: 'string', default: '0' } } })
const minutes = Number(values.minutes)
if (!/^\d{1,3}$/.test(values.minutes)) {
  process.stderr.write(`--minutes: "${values.minutes}" can't be used; give a whole number, such as 10, to watch the memory of the turns\n`)
  process.exit(1)
}
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
