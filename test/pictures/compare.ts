import pixelmatch from 'pixelmatch'
import type { Picture } from './png.ts'

/** So many of a picture's pixels may differ. */
const MOST = 0.005

/** How a picture differs from the kept one, in words and with the differing pixels marked; undefined where it is the same to the eye. */
export function difference(now: Picture, before: Picture | undefined): { said: string; marked: Picture } | undefined {
  if (!before) return { said: 'has no reference picture yet', marked: now }
  const { width, height } = now
  if (width !== before.width || height !== before.height)
    return { said: `is ${width} by ${height} pixels, the reference picture ${before.width} by ${before.height}`, marked: now }
  const marked = { width, height, data: Buffer.alloc(width * height * 4) }
  const pixels = pixelmatch(now.data, before.data, marked.data, width, height)
  return pixels > MOST * width * height
    ? { said: `differs in ${((100 * pixels) / (width * height)).toFixed(1)} % of its pixels`, marked }
    : undefined
}
