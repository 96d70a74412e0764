import { crc32, deflateSync } from 'node:zlib'
import { PNG } from 'pngjs'

/** A picture: four bytes a pixel, red, green, blue and alpha. */
export interface Picture {
  readonly width: number
  readonly height: number
  readonly data: Buffer
}

export const readPng = (file: Buffer): Picture => PNG.sync.read(file)

/** The part of a picture between two lines. */
export function band({ width, data }: Picture, top: number, height: number): Picture {
  return { width, height, data: data.subarray(top * width * 4, (top + height) * width * 4) }
}

/** As a PNG of at most 256 colours, a fraction of the size of one in full colour; nothing that an eye would see is lost. */
export function writePng(picture: Picture): Buffer {
  const { width, height, data } = picture
  const { colours, indexes } = palette(data)
  const lines = Buffer.alloc((width + 1) * height)
  for (let line = 0; line < height; line++) lines.set(indexes.subarray(line * width, (line + 1) * width), line * (width + 1) + 1)
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  // Eight bits a pixel, of a palette.
  header.set([8, 3], 8)
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
  const rest = [chunk('PLTE', Buffer.from(colours)), chunk('IDAT', deflateSync(lines, { level: 9 })), chunk('IEND', Buffer.alloc(0))]
  return Buffer.concat([signature, chunk('IHDR', header), ...rest])
}

/** The finest rounding of the colours that leaves 256 of them at most. */
function palette(data: Buffer): { colours: number[]; indexes: Uint8Array } {
  for (let step = 1; ; step *= 2) {
    const known = new Map<number, number>()
    const indexes = new Uint8Array(data.length / 4)
    for (let pixel = 0; pixel < indexes.length; pixel++) {
      const colour = [0, 1, 2].reduce((sum, channel) => sum * 256 + rounded(data[pixel * 4 + channel] ?? 0, step), 0)
      const index = known.get(colour) ?? known.size
      if (index === known.size) known.set(colour, index)
      indexes[pixel] = index
    }
    if (known.size <= 256)
      return { colours: [...known.keys()].flatMap(colour => [colour >> 16, (colour >> 8) & 255, colour & 255]), indexes }
  }
}

const rounded = (value: number, step: number) => Math.min(255, Math.round(value / step) * step)

function chunk(type: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), content])
  const sizes = Buffer.alloc(8)
  sizes.writeUInt32BE(content.length, 0)
  sizes.writeUInt32BE(crc32(named), 4)
  return Buffer.concat([sizes.subarray(0, 4), named, sizes.subarray(4)])
}
