import { codes, joined, keep, standsAt, uint16, type Piece, type PictureRefusal, type Range } from './bytes'
import { orientationBlock, orientationIn } from './orientation'
import type { Stripped } from './strip'

/** The second bytes of markers; the first one is always 0xFF. ITU T.81, table B.1. */
const startOfImage = 0xd8
const endOfImage = 0xd9
const startOfScan = 0xda
const app0 = 0xe0
const app1 = 0xe1
const app2 = 0xe2
const app14 = 0xee

const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
const isRestart = (marker: number) => marker >= 0xd0 && marker <= 0xd7
/** Tables that a picture is drawn with: Huffman, arithmetic, quantisation, number of lines, restart interval. */
const isTable = (marker: number) => [0xc4, 0xcc, 0xdb, 0xdc, 0xdd].includes(marker)
/** Application data, extensions and comments: left out, but for what colours and the upright stand need. */
const isSpeech = (marker: number) => marker >= app0 && marker <= 0xfe

export const isJpeg = (bytes: Uint8Array): boolean => standsAt(bytes, 0, [0xff, startOfImage, 0xff])

interface Found {
  readonly header: Piece[]
  readonly picture: Piece[]
  orientation: number
  width: number
  height: number
  hasScan: boolean
}

/** A JPEG without what it tells beside the picture. What follows its end, such as a film, is left out too. */
export function stripJpeg(bytes: Uint8Array): Stripped | PictureRefusal {
  const found: Found = { header: [], picture: [], orientation: 1, width: 0, height: 0, hasScan: false }
  let at = 2
  for (;;) {
    const marker = markerAt(bytes, at)
    if (marker === null) return { refused: 'broken' }
    if (marker.code === endOfImage) return whole(bytes, found)
    const { code, end: begin } = marker
    const end = begin + uint16(bytes, begin)
    if (!(end >= begin + 2 && end <= bytes.length)) return { refused: 'broken' }
    const data = { start: begin + 2, end }
    if (code === startOfScan) {
      at = endOfScan(bytes, end)
      found.hasScan = true
      keep(found.picture, { start: begin - 2, end: at })
      continue
    }
    if (!take(bytes, code, data, found)) return { refused: 'broken' }
    at = end
  }
}

/** The next marker; any number of 0xFF may stand before its code. */
function markerAt(bytes: Uint8Array, at: number): { code: number; end: number } | null {
  if (bytes[at] !== 0xff) return null
  let next = at + 1
  while (bytes[next] === 0xff) next++
  const code = bytes[next]
  return code === undefined ? null : { code, end: next + 1 }
}

/** Where the drawn data after a scan's header ends: at the next marker that is not part of it. */
function endOfScan(bytes: Uint8Array, from: number): number {
  let at = from
  while (at < bytes.length) {
    at = bytes.indexOf(0xff, at)
    if (at < 0) return bytes.length
    const next = bytes[at + 1]
    // 0xFF 0x00 stands for the byte 0xFF; of several 0xFF the last one counts.
    if (next === 0 || (next !== undefined && isRestart(next))) at += 2
    else if (next === 0xff) at += 1
    else return at
  }
  return at
}

/** Keeps or drops one segment; false where it cannot stand here. */
function take(bytes: Uint8Array, code: number, data: Range, found: Found): boolean {
  const segment = { start: data.start - 4, end: data.end }
  if (isFrame(code)) {
    // One picture has one frame; height and width stand after the precision.
    if (found.width > 0) return false
    found.height = uint16(bytes, data.start + 1)
    found.width = uint16(bytes, data.start + 3)
    keep(found.picture, segment)
    return data.end - data.start >= 6 && found.width > 0 && found.height > 0
  }
  if (isTable(code)) {
    keep(found.picture, segment)
    return true
  }
  if (!isSpeech(code)) return false
  const kept = wordsToKeep(bytes, code, data)
  if (kept) found.header.push(kept)
  if (code === app1 && found.orientation === 1 && standsAt(bytes, data.start, exif)) {
    found.orientation = orientationIn(bytes, { start: data.start + exif.length, end: data.end })
  }
  return true
}

const exif = [...codes('Exif'), 0, 0]
const jfif = [...codes('JFIF'), 0]
const iccProfile = [...codes('ICC_PROFILE'), 0]
const adobe = codes('Adobe')

/** Without JFIF, the colour profile and Adobe's transform a picture may get other colours. */
function wordsToKeep(bytes: Uint8Array, code: number, data: Range): Piece | null {
  const length = data.end - data.start
  if (code === app0 && standsAt(bytes, data.start, jfif) && length >= 14) {
    // Version, unit and density; then the size of a thumbnail, which may show what was cut away.
    return Uint8Array.of(0xff, app0, 0, 16, ...bytes.subarray(data.start, data.start + 12), 0, 0)
  }
  if (code === app2 && standsAt(bytes, data.start, iccProfile)) return { start: data.start - 4, end: data.end }
  if (code === app14 && standsAt(bytes, data.start, adobe) && length >= 12) {
    return Uint8Array.of(0xff, app14, 0, 14, ...bytes.subarray(data.start, data.start + 12))
  }
  return null
}

function whole(bytes: Uint8Array, { header, picture, orientation, width, height, hasScan }: Found) {
  if (!hasScan || width === 0) return { refused: 'broken' } as const
  const turned = orientation === 1 ? [] : [orientationSegment(orientation)]
  const start = Uint8Array.of(0xff, startOfImage)
  const end = Uint8Array.of(0xff, endOfImage)
  // JFIF demands to be the first; readers find the orientation after it too.
  return { kind: 'jpeg', bytes: joined(bytes, [start, ...header, ...turned, ...picture, end]), width, height } as const
}

function orientationSegment(orientation: number): Uint8Array {
  const block = orientationBlock(orientation)
  return Uint8Array.of(0xff, app1, 0, 2 + exif.length + block.length, ...exif, ...block)
}
