/** A measure that was taken several times. */
export interface Spread {
  readonly median: number
  readonly min: number
  readonly max: number
}

export type Figure = number | Spread
/** What a measurement found, by what it says; where several were compared, by their names. */
export type Figures = Readonly<Record<string, Figure | Readonly<Record<string, Figure>>>>

export function spreadOf(numbers: readonly number[]): Spread {
  const sorted = [...numbers].sort((a, b) => a - b)
  return { median: share(sorted, 0.5), min: sorted[0] ?? 0, max: sorted.at(-1) ?? 0 }
}

/** The number below which so large a share of sorted numbers lies. */
export function share(sorted: readonly number[], part: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0
}

/** The figures as lines to read. */
export function lines(figures: Figures): string[] {
  return Object.entries(figures).flatMap(([what, figure]) =>
    isFigure(figure) ? [line(what, figure, 2)] : [`  ${what}`, ...Object.entries(figure).map(([name, each]) => line(name, each, 4))],
  )
}

const isFigure = (figure: Figures[string]): figure is Figure => typeof figure === 'number' || 'median' in figure

function line(what: string, figure: Figure, indent: number): string {
  const text = typeof figure === 'number' ? round(figure) : `${round(figure.median)}  (${round(figure.min)} to ${round(figure.max)})`
  return `${' '.repeat(indent)}${what.padEnd(60 - indent)} ${text}`
}

function round(number: number): string {
  return Number.isInteger(number) ? String(number) : number.toFixed(Math.abs(number) < 10 ? 2 : 1)
}
