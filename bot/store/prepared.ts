import type { Compilable, CompiledQuery } from 'kysely'

/** Runs a query that is built. */
export type Run = <Row>(query: CompiledQuery<Row>) => Promise<readonly Row[]>

/**
 * A query that is built once, for what every turn asks: building one takes longer than running it.
 * @param build gets stand-ins for the arguments, so what it builds can't depend on them
 */
export function prepared<Args extends readonly unknown[], Row>(
  run: Run,
  build: (...args: Args) => Compilable<Row>,
): (...args: Args) => Promise<readonly Row[]> {
  const standIns = Array.from({ length: build.length }, (_, index) => ({ index }))
  let built: { readonly query: CompiledQuery<Row>; readonly places: readonly number[] } | undefined
  return (...args) => {
    built ??= compiled(build(...(standIns as readonly unknown[] as Args)), standIns)
    const { query, places } = built
    return run({ ...query, parameters: query.parameters.map((value, index) => (places[index] === -1 ? value : args[places[index] ?? 0])) })
  }
}

/** With which argument stands in which place; -1 for what is the same every time. */
function compiled<Row>(build: Compilable<Row>, standIns: readonly unknown[]) {
  const query = build.compile()
  return { query, places: query.parameters.map(value => standIns.indexOf(value)) }
}
