import { codes, standsAt, type Range } from './bytes'

/** How a picture has to be turned to stand upright, as EXIF counts: 1 to 8. 1: it stands already. */
export type Orientation = number

const orientationTag = 0x0112
const shortType = 3
const entryBytes = 12

/**
 * The orientation in an EXIF block (a TIFF header and its first directory); 1 where there is none or it makes no
 * sense. Nothing else of the block is looked at.
 */
export function orientationIn(bytes: Uint8Array, { start, end }: Range): Orientation {
  const isLittle = standsAt(bytes, start, codes('II'))
  if (!isLittle && !standsAt(bytes, start, codes('MM'))) return 1
  const byte = (at: number) => (at >= start && at < end ? (bytes[at] ?? 0) : NaN)
  const short = (at: number) => (isLittle ? byte(at) + byte(at + 1) * 256 : byte(at) * 256 + byte(at + 1))
  const long = (at: number) => (isLittle ? short(at) + short(at + 2) * 65_536 : short(at) * 65_536 + short(at + 2))

  const directory = start + long(start + 4)
  const count = short(directory)
  // NaN ends the loop at once, as a count does that points past the block.
  for (let i = 0; i < count; i++) {
    const entry = directory + 2 + i * entryBytes
    if (!(entry + entryBytes <= end)) return 1
    if (short(entry) === orientationTag && short(entry + 2) === shortType) return known(short(entry + 8))
  }
  return 1
}

const known = (value: number): Orientation => (value >= 2 && value <= 8 ? value : 1)

/** The smallest EXIF block that turns a picture, and says nothing else. */
export const orientationBlock = (orientation: Orientation): Uint8Array =>
  Uint8Array.of(
    ...codes('MM'),
    ...[0, 42, 0, 0, 0, 8],
    // One entry: the tag, a short, one of it, its value, padding.
    ...[0, 1, 0x01, 0x12, 0, shortType, 0, 0, 0, 1, 0, orientation, 0, 0],
    // No further directory.
    ...[0, 0, 0, 0],
  )
