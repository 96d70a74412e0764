import { readFileSync } from 'node:fs'
import { PNG } from 'pngjs'
import { distance, isInside, type Point, pointsOf } from './path.ts'

type Colour = readonly [red: number, green: number, blue: number]
type Paint = (at: Point) => Colour | undefined

/** Points on each side of a pixel that are looked at to smooth an edge. */
const FINE = 8
const white: Colour = [255, 255, 255]

/** The coloured icon, 192 by 192, as a PNG: the mark on a solid square. Teams crops it, so the mark keeps to the middle half. */
export function colorIcon(): Buffer {
  const { ground, page, fold, tick } = mark()
  const { toMark } = fitted(page.points, 192, 96)
  return drawn(192, at => {
    const point = toMark(at)
    if (distance(point, tick.points) <= tick.width / 2) return tick.colour
    return [fold, page].find(({ points }) => isInside(point, points))?.colour ?? ground
  })
}

/** The outline icon, 32 by 32, as a PNG: the lines of the mark, white on nothing, from edge to edge. */
export function outlineIcon(): Buffer {
  const { page, fold, tick } = mark()
  const { toMark, scale } = fitted(page.points, 32, 32)
  const edge = [...page.points, ...page.points.slice(0, 1)]
  const isNear = (point: Point, line: readonly Point[], pixels: number) => distance(point, line) * scale <= pixels
  return drawn(32, at => {
    const point = toMark(at)
    // The fold is too small for lines.
    const isLine = isNear(point, edge, 2) || isInside(point, fold.points) || isNear(point, tick.points, 1.6)
    return isLine && isInside(point, page.points) ? white : undefined
  })
}

/** The parts of `icon.svg`, which the chat page shows as it is. */
function mark() {
  const svg = readFileSync(new URL('../bot/playground/page/icon.svg', import.meta.url), 'utf8')
  const colours = [...svg.matchAll(/#(?:[\da-f]{6}|[\da-f]{3})\b/gi)].map(([hex]) => colourOf(hex))
  const paths = [...svg.matchAll(/<path d="([^"]+)"/g)].map(([, path = '']) => pointsOf(path))
  const part = (index: number) => ({
    points: paths[index] ?? [],
    colour: colours[index + 1] ?? white,
    width: Number(/stroke-width="([\d.]+)"/.exec(svg)?.[1]),
  })
  return { ground: colours[0], page: part(0), fold: part(1), tick: part(2) }
}

function colourOf(hex: string): Colour {
  const digits = hex.length === 4 ? hex.replace(/[\da-f]/gi, '$&$&') : hex
  const part = (at: number) => Number.parseInt(digits.slice(at, at + 2), 16)
  return [part(1), part(3), part(5)]
}

/** How the mark comes into the middle of a square picture, so high, with its sides on whole pixels. */
function fitted(points: readonly Point[], size: number, height: number) {
  const [left, right, top, bottom] = [0, 1].flatMap(axis => {
    const values = points.map(point => point[axis] ?? 0)
    return [Math.min(...values), Math.max(...values)]
  }) as [number, number, number, number]
  const scale = height / (bottom - top)
  const scaleX = (2 * Math.round(((right - left) * scale) / 2)) / (right - left)
  const toMark = ([x, y]: Point): Point => [(left + right) / 2 + (x - size / 2) / scaleX, (top + bottom) / 2 + (y - size / 2) / scale]
  return { scale, toMark }
}

function drawn(size: number, paint: Paint): Buffer {
  const picture = new PNG({ width: size, height: size })
  for (let pixel = 0; pixel < size * size; pixel++) picture.data.set(blended(pixel % size, Math.floor(pixel / size), paint), pixel * 4)
  return PNG.sync.write(picture)
}

/** A pixel's red, green, blue and alpha: the mean of the points in it. What is transparent is white as well. */
function blended(left: number, top: number, paint: Paint): number[] {
  // Nothing of the mark is smaller than a pixel: one with the same colour in its corners has no other.
  const isEven = new Set(grid(left, top, 2, 1).map(point => paint(point)?.join())).size === 1
  const points = isEven ? grid(left, top, 1, 0) : grid(left, top, FINE, 0)
  const seen = points.map(paint).filter(colour => colour !== undefined)
  const channel = (at: number) =>
    seen.length === 0 ? 255 : Math.round(seen.reduce((sum, colour) => sum + (colour[at] ?? 0), 0) / seen.length)
  return [channel(0), channel(1), channel(2), Math.round((255 * seen.length) / points.length)]
}

/** Points of a pixel, so many on a side: in the middle of equal parts, or with `edge` 1 from corner to corner. */
function grid(left: number, top: number, side: number, edge: 0 | 1): Point[] {
  const at = (index: number) => (edge === 1 ? index / (side - 1) : (index + 0.5) / side)
  return Array.from({ length: side * side }, (_, index): Point => [left + at(index % side), top + at(Math.floor(index / side))])
}
