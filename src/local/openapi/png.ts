import { deflateSync } from 'node:zlib'

/** A picture of squares in two colours, as its lines of dark squares say. */
export interface Squares {
  /** How many squares a side has. */
  readonly side: number
  readonly isDark: (row: number, column: number) => boolean
}

export interface Look {
  /** Pixels; the squares are as large as fit, with the edge of four squares that readers need. */
  readonly width: number
  /** Red, green and blue, 0 to 255. */
  readonly dark: readonly number[]
  /** Whether the light squares let through what is behind them. */
  readonly clear: boolean
}

const edge = 4

/** Writes the picture as PNG with one bit for each pixel. https://www.w3.org/TR/png-3/ */
export function pngOf({ side, isDark }: Squares, { width, dark, clear }: Look): Buffer {
  const size = Math.floor(width / (side + 2 * edge))
  const start = Math.floor((width - side * size) / 2)
  const at = (pixel: number) => Math.floor((pixel - start) / size)
  const line = (row: number) => {
    // Each line begins with the number of its filter: none.
    const bytes = Buffer.alloc(1 + Math.ceil(width / 8))
    if (row < 0 || row >= side) return bytes
    for (let x = start; x < start + side * size; x++) {
      if (isDark(row, at(x))) bytes[1 + (x >> 3)] = (bytes[1 + (x >> 3)] ?? 0) | (0x80 >> (x & 7))
    }
    return bytes
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(width, 4)
  // One bit for each pixel, which counts in the palette.
  header.set([1, 3], 8)
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from([255, 255, 255, ...dark])),
    ...(clear ? [chunk('tRNS', Buffer.from([0, 255]))] : []),
    chunk('IDAT', deflateSync(Buffer.concat(Array.from({ length: width }, (_, y) => line(at(y)))))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(checksum(body))
  return Buffer.concat([length, body, sum])
}

/** CRC-32; Node's own came after the oldest Node that we run on. */
function checksum(bytes: Buffer): number {
  let sum = 0xffffffff
  for (const byte of bytes) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1
  }
  return (sum ^ 0xffffffff) >>> 0
}
