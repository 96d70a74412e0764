import { PNG } from 'pngjs'
import type { Fault } from './fault.ts'

const COLOR = 192
const OUTLINE = 32
const white = [255, 255, 255]

/** The pixels of a picture: red, green, blue and alpha each. */
interface Picture {
  readonly width: number
  readonly height: number
  readonly data: Uint8Array
}

/** The icon of 192 by 192 on a square of one colour, or on nothing. */
export function colorIconFaults(file: string, content: Uint8Array): Fault[] {
  return faultsOf(file, content, COLOR, picture => {
    const edge = edgeOf(picture)
    const [first = []] = edge
    const isSquare =
      edge.every(pixel => (pixel[3] === 0 && first[3] === 0) || pixel.join() === first.join()) && (first[3] === 0 || first[3] === 255)
    return isSquare ? [] : ['has an edge of several colours; draw it on a square of one.']
  })
}

/** The icon of 32 by 32: white, on nothing, with no space around it. */
export function outlineIconFaults(file: string, content: Uint8Array): Fault[] {
  return faultsOf(file, content, OUTLINE, picture => {
    const pixels = Array.from({ length: OUTLINE * OUTLINE }, (_, index) => pixelOf(picture, index))
    const seen = pixels.flatMap(([red, green, blue, alpha = 0], index) =>
      alpha === 0 ? [] : [{ isWhite: [red, green, blue].join() === white.join(), x: index % OUTLINE, y: Math.floor(index / OUTLINE) }],
    )
    const spans = (axis: 'x' | 'y') => seen.some(pixel => pixel[axis] === 0) && seen.some(pixel => pixel[axis] === OUTLINE - 1)
    return [
      ...(seen.every(({ isWhite }) => isWhite) ? [] : ['has colours; draw it in white on nothing.']),
      ...(seen.length < pixels.length ? [] : ['has no transparent pixel; draw it in white on nothing.']),
      ...(spans('x') || spans('y') ? [] : ['has space around the mark; draw it from edge to edge.']),
    ]
  })
}

function faultsOf(file: string, content: Uint8Array, size: number, check: (picture: Picture) => string[]): Fault[] {
  const at = { file, path: '' }
  let picture: Picture
  try {
    picture = PNG.sync.read(Buffer.from(content))
  } catch {
    return [{ ...at, what: 'is no PNG that can be read; draw it again with `npm run icons`.' }]
  }
  const { width, height } = picture
  if (width !== size || height !== size) return [{ ...at, what: `is ${width}x${height} pixels; it must be ${size}x${size}.` }]
  return check(picture).map(what => ({ ...at, what }))
}

const pixelOf = ({ data }: Picture, index: number) => [...data.subarray(index * 4, index * 4 + 4)]

function edgeOf(picture: Picture): number[][] {
  const { width, height } = picture
  const isEdge = (index: number) => index < width || index >= width * (height - 1) || index % width === 0 || index % width === width - 1
  return Array.from({ length: width * height }, (_, index) => index)
    .filter(isEdge)
    .map(index => pixelOf(picture, index))
}
