export type Point = readonly [x: number, y: number]

/** The corners of an SVG path of straight lines. */
export function pointsOf(path: string): Point[] {
  const points: Point[] = []
  let at: Point = [0, 0]
  for (const [, command = '', rest = ''] of path.matchAll(/([mlhv])([^a-z]*)/gi)) {
    const numbers = [...rest.matchAll(/-?\d*\.?\d+/g)].map(Number)
    const [x0, y0] = command === command.toLowerCase() ? [1, 1] : [0, 0]
    for (const [x, y] of steps(command.toLowerCase(), numbers)) {
      at = [x === undefined ? at[0] : x0 * at[0] + x, y === undefined ? at[1] : y0 * at[1] + y]
      points.push(at)
    }
  }
  return points
}

/** Where each step of a command leads; undefined: no move on that axis. */
function steps(command: string, numbers: readonly number[]): (readonly [number | undefined, number | undefined])[] {
  if (command === 'h') return numbers.map(x => [x, undefined])
  if (command === 'v') return numbers.map(y => [undefined, y])
  return numbers.flatMap((x, index) => (index % 2 === 0 ? [[x, numbers[index + 1]] as const] : []))
}

/** Whether a point lies inside a polygon. */
export function isInside([x, y]: Point, corners: readonly Point[]): boolean {
  let inside = false
  for (const [[x1, y1], [x2, y2]] of sides([...corners, ...corners.slice(0, 1)]))
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside
  return inside
}

/** How far a point is from a line through these points. */
export const distance = ([x, y]: Point, line: readonly Point[]): number =>
  Math.min(
    ...sides(line).map(([[x1, y1], [x2, y2]]) => {
      const [dx, dy] = [x2 - x1, y2 - y1]
      const along = Math.min(1, Math.max(0, ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy || 1)))
      return Math.hypot(x - x1 - along * dx, y - y1 - along * dy)
    }),
  )

const sides = (points: readonly Point[]) => points.slice(1).map((to, index) => [points[index] ?? to, to] as const)
