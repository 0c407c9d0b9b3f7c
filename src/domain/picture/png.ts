import { codes, joined, keep, standsAt, uint32, type Piece, type PictureRefusal } from './bytes'
import { orientationBlock, orientationIn } from './orientation'
import type { Stripped } from './strip'

const signature = [0x89, ...codes('PNG'), 0x0d, 0x0a, 0x1a, 0x0a]
/** Length, type and check sum around the data of each chunk. */
const frameBytes = 12
/** The signature, then the header, which has to be the first chunk. */
const headerEnd = signature.length + frameBytes + 13

/**
 * What a still picture is drawn with, colours included. Texts, times, EXIF and all that is unknown is left out; so
 * are the further frames of an animation: what was checked is what is seen.
 */
const drawn = ['PLTE', 'IDAT', 'IEND', 'tRNS', 'cHRM', 'gAMA', 'iCCP', 'sRGB', 'sBIT', 'cICP', 'bKGD', 'pHYs']
const numberOf = (type: string) => uint32(Uint8Array.from(codes(type)), 0)
const isDrawn = new Set(drawn.map(numberOf))
const [header, data, end, exif] = ['IHDR', 'IDAT', 'IEND', 'eXIf'].map(numberOf)

export const isPng = (bytes: Uint8Array): boolean => standsAt(bytes, 0, signature)

/** A PNG without what it tells beside the picture. What follows its end is left out too. */
export function stripPng(bytes: Uint8Array): Stripped | PictureRefusal {
  const kept: Piece[] = []
  let orientation = 1
  let hasData = false
  let at = signature.length
  if (uint32(bytes, at) !== 13 || uint32(bytes, at + 4) !== header) return { refused: 'broken' }
  for (let type: number | undefined; type !== end;) {
    const next = at + frameBytes + uint32(bytes, at)
    if (!(next <= bytes.length)) return { refused: 'broken' }
    type = uint32(bytes, at + 4)
    if (type === data) hasData = true
    if (type === exif && orientation === 1) orientation = orientationIn(bytes, { start: at + 8, end: next - 4 })
    if (isDrawn.has(type) && at >= headerEnd) keep(kept, { start: at, end: next })
    at = next
  }
  const [width, height] = [uint32(bytes, 16), uint32(bytes, 20)]
  if (!hasData || !isSize(width) || !isSize(height)) return { refused: 'broken' }
  const turned = orientation === 1 ? [] : [chunk('eXIf', orientationBlock(orientation))]
  const pieces = [{ start: 0, end: headerEnd }, ...turned, ...kept]
  return { kind: 'png', bytes: joined(bytes, pieces), width, height }
}

const isSize = (value: number) => value > 0 && value < 2 ** 31

function chunk(type: string, data: Uint8Array): Uint8Array {
  const checked = Uint8Array.of(...codes(type), ...data)
  return Uint8Array.of(0, 0, 0, data.length, ...checked, ...big(checkSum(checked)))
}

const big = (value: number) => [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255]

/** PNG's CRC-32, bit by bit: only ever of a few bytes. */
function checkSum(bytes: Uint8Array): number {
  let rest = 0xffffffff
  for (const byte of bytes) {
    rest ^= byte
    for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1
  }
  return (rest ^ 0xffffffff) >>> 0
}
