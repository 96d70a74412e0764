import { isDeepStrictEqual } from 'node:util'
import { type FactKey, type Facts, factKeys } from '../../rules/facts.ts'

/** A labelled message and what was understood of it. */
export interface Scored {
  readonly truth: string
  readonly intent: string
  readonly sure: boolean
  readonly wanted: Facts
  readonly entities: Facts
}

/** Accuracy per intent and per entity, the worst confusions, and as the last line the shares as JSON. */
export function scoreTable(rows: readonly Scored[]): string {
  return [
    ...section('intent', [...Map.groupBy(rows, ({ truth }) => truth)], ({ truth, intent }) => truth === intent),
    '',
    ...section(
      'entity',
      factKeys.map(key => [key, rows.filter(row => row.wanted[key] !== undefined || row.entities[key] !== undefined)] as const),
      (row, key) => isDeepStrictEqual(row.wanted[key as FactKey], row.entities[key as FactKey]),
    ),
    '',
    ...confusions(rows),
    '',
    JSON.stringify(shares(rows)),
  ].join('\n')
}

function section(
  title: string,
  groups: readonly (readonly [string, readonly Scored[]])[],
  isRight: (row: Scored, key: string) => boolean,
): string[] {
  const lines = groups
    .filter(([, rows]) => rows.length > 0)
    .map(([key, rows]) => {
      const right = rows.filter(row => isRight(row, key)).length
      return `${key.padEnd(20)}${String(right).padStart(5)} of ${String(rows.length).padEnd(5)}${percent(right / rows.length)}`
    })
  return [title.padEnd(20), ...lines.sort()]
}

function confusions(rows: readonly Scored[]): string[] {
  const wrong = rows.filter(({ truth, intent }) => truth !== intent)
  const pairs = [...Map.groupBy(wrong, ({ truth, intent }) => `${truth} taken for ${intent}`)]
  return [
    'confusions',
    ...pairs
      .sort((a, b) => b[1].length - a[1].length)
      .slice(0, 15)
      .map(([pair, of]) => `${String(of.length).padStart(5)}  ${pair}`),
  ]
}

function shares(rows: readonly Scored[]): object {
  const n = rows.length
  const share = (isCounted: (row: Scored) => boolean) => Math.round((rows.filter(isCounted).length / Math.max(1, n)) * 10_000) / 10_000
  const intentRight = ({ truth, intent }: Scored) => truth === intent
  const entitiesRight = ({ wanted, entities }: Scored) => isDeepStrictEqual(wanted, entities)
  return {
    n,
    intent: share(intentRight),
    entities: share(entitiesRight),
    both: share(row => intentRight(row) && entitiesRight(row)),
    sure: share(({ sure }) => sure),
    sureWrong: share(row => row.sure && !intentRight(row)),
  }
}

const percent = (value: number) => `${(value * 100).toFixed(1).padStart(6)} %`
