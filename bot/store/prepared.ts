import type { Compilable, CompiledQuery, Kysely } from 'kysely'
import type { Tables } from './schema.ts'

/**
 * A query that is built once, for what every turn asks: building one takes longer than running it.
 * @param build gets stand-ins for the arguments, so what it builds can't depend on them
 */
export function prepared<Args extends readonly unknown[], Row>(
  database: Kysely<Tables>,
  build: (...args: Args) => Compilable<Row>,
): (...args: Args) => Promise<readonly Row[]> {
  const standIns = Array.from({ length: build.length }, (_, index) => ({ index }))
  let built: CompiledQuery<Row> | undefined
  return async (...args) => {
    built ??= build(...(standIns as readonly unknown[] as Args)).compile()
    const parameters = built.parameters.map(value => {
      const standIn = standIns.find(each => each === value)
      return standIn ? args[standIn.index] : value
    })
    const query: CompiledQuery<Row> = { ...built, parameters }
    return (await database.executeQuery<Row>(query)).rows
  }
}
