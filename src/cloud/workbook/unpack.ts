import { Inflate } from 'fflate'
import type { Budget } from './budget'
import { damaged, Unreadable } from './refusal'
import { XmlReader, type XmlHandler } from './xml'
import type { ZipEntry } from './zip'

/** Zipped bytes at a time: of a bomb they become 8 MB at most before somebody counts. */
const step = 8192

const crcTable = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1
  return value
})

function crcOf(bytes: Uint8Array, before: number): number {
  let crc = ~before
  for (const byte of bytes) crc = (crcTable[(crc ^ byte) & 255] ?? 0) ^ (crc >>> 8)
  return ~crc >>> 0
}

/** Gives a file of the zip piece by piece. Only what really comes out counts: for the bounds, the length and the sum. */
export function unpack(entry: ZipEntry, budget: Budget, take: (piece: Uint8Array) => void): void {
  let size = 0
  let crc = 0
  const count = (piece: Uint8Array) => {
    if (!piece.length) return
    budget.unzip(piece.length, size, entry.packed.length)
    size += piece.length
    crc = crcOf(piece, crc)
    take(piece)
  }
  if (entry.isDeflated) inflate(entry.packed, count)
  else inPieces(entry.packed, count)
  if (size !== entry.size || crc !== entry.crc) throw damaged()
}

function inPieces(bytes: Uint8Array, take: (piece: Uint8Array, isLast: boolean) => void): void {
  for (let at = 0; at < bytes.length; at += step) take(bytes.subarray(at, at + step), at + step >= bytes.length)
}

function inflate(packed: Uint8Array, take: (piece: Uint8Array) => void): void {
  // What a taker throws passes through fflate, which has no use for it any more.
  const stream = new Inflate((piece) => take(piece))
  try {
    inPieces(packed, (piece, isLast) => stream.push(piece, isLast))
  } catch (fault) {
    if (fault instanceof Unreadable) throw fault
    throw isZipFault(fault) ? damaged() : fault
  }
}

/** fflate marks its own faults with a number; one number out of range, in a hostile tree of codes, it does not see. */
const isZipFault = (fault: unknown) =>
  fault instanceof RangeError || (fault instanceof Error && 'code' in fault && typeof fault.code === 'number')

/** Reads a part as XML, without ever holding it as a whole. */
export function readXml(entry: ZipEntry, budget: Budget, handler: XmlHandler): void {
  const reader = new XmlReader(handler)
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const decode = (piece?: Uint8Array) => {
    try {
      return piece ? decoder.decode(piece, { stream: true }) : decoder.decode()
    } catch {
      // UTF-16 too: a spreadsheet's parts are UTF-8.
      throw damaged()
    }
  }
  unpack(entry, budget, (piece) => reader.push(decode(piece)))
  reader.push(decode())
  reader.end()
}
