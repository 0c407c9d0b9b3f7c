import type { PrintedPicture } from './png'

/** The markers that begin a picture's frame, which tells its size; those between them mean something else. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)

const spaces: Readonly<Record<number, string>> = { 1: '/DeviceGray', 3: '/DeviceRGB' }

export const isJpeg = (bytes: Buffer): boolean => bytes[0] === 0xff && bytes[1] === 0xd8

/** A JPEG as PDF takes it: as it is. */
export function printedJpeg(bytes: Buffer): PrintedPicture {
  const frame = frameOf(bytes)
  const space = spaces[frame.readUInt8(5)]
  if (space === undefined) throw new Error('a JPEG of these colours is not printed')
  // A picture that was cut off would be a poster that nobody can scan.
  if (bytes.lastIndexOf(Buffer.of(0xff, 0xd9)) < 0) throw new Error('the JPEG is not whole')
  return {
    height: frame.readUInt16BE(1),
    width: frame.readUInt16BE(3),
    entries: `/ColorSpace${space}/BitsPerComponent ${frame.readUInt8(0)}/Filter/DCTDecode`,
    bytes,
  }
}

/** What a frame says: bits, height, width, how many colours. */
function frameOf(bytes: Buffer): Buffer {
  for (let at = 2; at + 4 <= bytes.length;) {
    const marker = bytes.readUInt8(at + 1)
    if (isFrame(marker)) return bytes.subarray(at + 4)
    at += 2 + bytes.readUInt16BE(at + 2)
  }
  throw new Error('the JPEG says nothing of its size')
}
