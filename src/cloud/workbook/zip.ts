import { damaged, Unreadable } from './refusal'

/** A file inside the zip, as the directory at the zip's end tells of it. Its sizes are checked, not believed. */
export interface ZipEntry {
  readonly name: string
  readonly packed: Uint8Array
  readonly isDeflated: boolean
  readonly size: number
  readonly crc: number
}

const endSignature = 0x06054b50
const entrySignature = 0x02014b50
const localSignature = 0x04034b50
const longestComment = 65_535
/** Stands for a size that is told in the extra field of large zips; some programs write it in small ones too. */
const toldElsewhere = 0xffffffff

/** How a part is looked up: Office knows no case, and a few programs write backslashes. */
export const partName = (name: string) => name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase()

/**
 * The files of a zip by name, found the way Excel finds them: by the directory at its end. A name is only compared,
 * never written anywhere. The directory and the files' own heads have to agree.
 */
export class Zip {
  private readonly places = new Map<string, number>()
  private readonly view: DataView

  constructor(
    private readonly bytes: Uint8Array,
    most: number,
  ) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
    const end = this.findEnd()
    const count = this.view.getUint16(end + 10, true)
    if (count > most) throw new Unreadable('zip-bomb')
    this.listEntries(this.view.getUint32(end + 16, true), end, count)
  }

  has(name: string): boolean {
    return this.places.has(partName(name))
  }

  find(name: string): ZipEntry | undefined {
    const at = this.places.get(partName(name))
    return at === undefined ? undefined : this.entry(at)
  }

  private findEnd(): number {
    const last = this.bytes.length - 22
    for (let at = last; at >= Math.max(0, last - longestComment); at -= 1) {
      if (this.view.getUint32(at, true) === endSignature && at + 22 + this.view.getUint16(at + 20, true) <= last + 22) {
        return at
      }
    }
    throw damaged()
  }

  private listEntries(start: number, end: number, count: number): void {
    let at = start
    for (let left = count; left > 0; left -= 1) {
      if (at + 46 > end || this.view.getUint32(at, true) !== entrySignature) throw damaged()
      const next = at + 46 + this.lengths(at, [28, 30, 32])
      if (next > end) throw damaged()
      const name = partName(this.name(at + 46, this.view.getUint16(at + 28, true)))
      if (this.places.has(name)) throw damaged()
      this.places.set(name, at)
      at = next
    }
    if (at !== end && !this.isLarge(at)) throw damaged()
  }

  /** Between the directory and the end a large zip has two more records. */
  private isLarge(at: number): boolean {
    return at + 4 <= this.bytes.length && this.view.getUint32(at, true) === 0x06064b50
  }

  private lengths(at: number, offsets: readonly number[]): number {
    return offsets.reduce((sum, offset) => sum + this.view.getUint16(at + offset, true), 0)
  }

  private name(start: number, length: number): string {
    return new TextDecoder().decode(this.bytes.subarray(start, start + length))
  }

  private entry(at: number): ZipEntry {
    const { view } = this
    const method = view.getUint16(at + 10, true)
    if (view.getUint16(at + 8, true) & 1) throw new Unreadable('encrypted')
    if (method !== 0 && method !== 8) throw damaged()
    const nameLength = view.getUint16(at + 28, true)
    const { size, packedSize, local } = this.told(at, nameLength)
    if (local + 30 > at || view.getUint32(local, true) !== localSignature) throw damaged()
    const name = this.name(at + 46, nameLength)
    if (this.name(local + 30, view.getUint16(local + 26, true)) !== name) throw damaged()
    const start = local + 30 + this.lengths(local, [26, 28])
    if (start + packedSize > this.bytes.length) throw damaged()
    const packed = this.bytes.subarray(start, start + packedSize)
    return { name, packed, size, isDeflated: method === 8, crc: view.getUint32(at + 16, true) }
  }

  /** The sizes and the place of a file; those that do not stand in the entry stand in its extra field, in this order. */
  private told(at: number, nameLength: number) {
    const extra = this.largeField(at + 46 + nameLength, this.view.getUint16(at + 30, true))
    let next = 0
    const number = (offset: number) => {
      const value = this.view.getUint32(at + offset, true)
      if (value !== toldElsewhere) return value
      if (!extra || next + 8 > extra.byteLength) throw damaged()
      const large = Number(extra.getBigUint64(next, true))
      next += 8
      return large
    }
    const size = number(24)
    const packedSize = number(20)
    return { size, packedSize, local: number(42) }
  }

  private largeField(start: number, length: number): DataView | undefined {
    let at = start
    while (at + 4 <= start + length) {
      const size = this.view.getUint16(at + 2, true)
      if (at + 4 + size > start + length) return undefined
      if (this.view.getUint16(at, true) === 1)
        return new DataView(this.view.buffer, this.view.byteOffset + at + 4, size)
      at += 4 + size
    }
    return undefined
  }
}
