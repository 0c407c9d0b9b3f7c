import { deflateSync, inflateSync } from 'node:zlib'

/** What a PDF file says of a picture, and its bytes as they go in. */
export interface PrintedPicture {
  readonly width: number
  readonly height: number
  /** Entries of its dictionary but the size. */
  readonly entries: string
  readonly bytes: Uint8Array
}

interface Chunks {
  readonly header: Buffer
  readonly palette: Buffer
  readonly clear: Buffer
  readonly data: Buffer
}

const signature = Buffer.from('89504e470d0a1a0a', 'hex')
const colours = { gray: 0, rgb: 2, palette: 3, grayAlpha: 4, rgbAlpha: 6 } as const
/** How many numbers a pixel has. */
const channels: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }

export const isPng = (bytes: Buffer): boolean => bytes.subarray(0, signature.length).equals(signature)

/**
 * A PNG (https://www.w3.org/TR/png-3/) as PDF takes it. PDF reads the packed pixels of a PNG as they are, so nothing is
 * unpacked; only what lets through what is behind it is laid on white.
 */
export function printedPng(bytes: Buffer): PrintedPicture {
  const { header, palette, clear, data } = chunksOf(bytes)
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)]
  const [depth = 0, colour = 0, , , interlaced] = header.subarray(8)
  const size = { width, height }
  if (interlaced) throw new Error('an interlaced PNG is not printed')
  if (colour === colours.palette) {
    const table = onWhite(palette, clear)
    const space = `[/Indexed/DeviceRGB ${table.length / 3 - 1}<${table.toString('hex')}>]`
    return { ...size, entries: entriesOf(space, { depth, colors: 1, width }), bytes: data }
  }
  if (clear.length) throw new Error('a PNG with one clear colour is not printed')
  if (colour === colours.gray) {
    return { ...size, entries: entriesOf('/DeviceGray', { depth, colors: 1, width }), bytes: data }
  }
  if (colour === colours.rgb) {
    return { ...size, entries: entriesOf('/DeviceRGB', { depth, colors: 3, width }), bytes: data }
  }
  const count = channels[colour]
  if (count === undefined || depth !== 8) throw new Error('a PNG of this kind is not printed')
  const pixels = laidOnWhite(unfiltered(data, { width, height, count }), count)
  const space = count === channels[colours.grayAlpha] ? '/DeviceGray' : '/DeviceRGB'
  return {
    ...size,
    entries: `/ColorSpace${space}/BitsPerComponent 8/Filter/FlateDecode`,
    bytes: deflateSync(pixels),
  }
}

const entriesOf = (space: string, { depth, colors, width }: { depth: number; colors: number; width: number }) =>
  `/ColorSpace${space}/BitsPerComponent ${depth}/Filter/FlateDecode` +
  `/DecodeParms<</Predictor 15/Colors ${colors}/BitsPerComponent ${depth}/Columns ${width}>>`

function chunksOf(bytes: Buffer): Chunks {
  const found = new Map<string, Buffer[]>()
  for (let at = signature.length; at + 12 <= bytes.length;) {
    const length = bytes.readUInt32BE(at)
    const name = bytes.toString('latin1', at + 4, at + 8)
    found.set(name, [...(found.get(name) ?? []), bytes.subarray(at + 8, at + 8 + length)])
    at += 12 + length
  }
  const joined = (name: string) => Buffer.concat(found.get(name) ?? [])
  const header = joined('IHDR')
  // A picture that was cut off would be a poster that nobody can scan.
  if (header.length !== 13 || !found.has('IEND')) throw new Error('the PNG is not whole')
  return { header, palette: joined('PLTE'), clear: joined('tRNS'), data: joined('IDAT') }
}

const overWhite = (value: number, alpha: number) => Math.round((value * alpha + 255 * (255 - alpha)) / 255)

const onWhite = (palette: Buffer, clear: Buffer): Buffer =>
  Buffer.from(palette.map((value, index) => overWhite(value, clear[Math.floor(index / 3)] ?? 255)))

/** Each pixel without its last number, which says how much of it is seen. */
function laidOnWhite(pixels: Buffer, count: number): Buffer {
  const seen = Buffer.alloc((pixels.length / count) * (count - 1))
  for (let from = 0, to = 0; from < pixels.length; from += count) {
    const alpha = pixels[from + count - 1] ?? 255
    for (let part = 0; part < count - 1; part++) seen[to++] = overWhite(pixels[from + part] ?? 0, alpha)
  }
  return seen
}

/** The pixels of eight bits a number: each line was written as what differs from its neighbours. */
function unfiltered(data: Buffer, { width, height, count }: { width: number; height: number; count: number }): Buffer {
  const line = width * count
  const packed = inflateSync(data, { maxOutputLength: height * (line + 1) })
  const pixels = Buffer.alloc(height * line)
  for (let row = 0; row < height; row++) {
    const filter = packed[row * (line + 1)] ?? 0
    for (let at = 0; at < line; at++) {
      const here = row * line + at
      const left = at >= count ? (pixels[here - count] ?? 0) : 0
      const above = row > 0 ? (pixels[here - line] ?? 0) : 0
      const corner = row > 0 && at >= count ? (pixels[here - line - count] ?? 0) : 0
      pixels[here] = (packed[row * (line + 1) + 1 + at] ?? 0) + guess(filter, { left, above, corner })
    }
  }
  return pixels
}

function guess(filter: number, { left, above, corner }: { left: number; above: number; corner: number }): number {
  if (filter === 1) return left
  if (filter === 2) return above
  if (filter === 3) return Math.floor((left + above) / 2)
  if (filter === 4) return nearest(left + above - corner, [left, above, corner])
  return 0
}

/** The first of those that are nearest (Paeth). */
const nearest = (value: number, known: readonly number[]): number =>
  known.reduce((best, one) => (Math.abs(value - one) < Math.abs(value - best) ? one : best))
