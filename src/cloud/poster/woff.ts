import { inflateSync } from 'node:zlib'

/** The tables of a font by their four letters. */
export type FontTables = ReadonlyMap<string, Buffer>

const headerLength = 44
const entryLength = 20

/** Opens a WOFF file: a font's tables, each deflated. https://www.w3.org/TR/WOFF/ */
export function tablesOf(woff: Buffer): FontTables {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('not a WOFF file')
  const tables = Array.from({ length: woff.readUInt16BE(12) }, (_, index) => {
    const entry = headerLength + index * entryLength
    const offset = woff.readUInt32BE(entry + 4)
    const packed = woff.readUInt32BE(entry + 8)
    const length = woff.readUInt32BE(entry + 12)
    const data = woff.subarray(offset, offset + packed)
    return [woff.toString('latin1', entry, entry + 4), packed < length ? inflateSync(data) : data] as const
  })
  return new Map(tables)
}

export function tableOf(tables: FontTables, name: string): Buffer {
  const table = tables.get(name)
  if (!table) throw new Error(`the font has no table ${name}`)
  return table
}
