/** Which glyph draws which letter (code point), as a font's table `cmap` says. */
export type GlyphNumbers = ReadonlyMap<number, number>

/** The one subtable for all of Unicode if there is one, else that for its first 65,536 letters. */
const wanted = [
  { platform: 3, encoding: 10, format: 12, read: readFormat12 },
  { platform: 3, encoding: 1, format: 4, read: readFormat4 },
] as const

/** https://learn.microsoft.com/typography/opentype/spec/cmap */
export function glyphNumbersIn(cmap: Buffer): GlyphNumbers {
  const subtables = Array.from({ length: cmap.readUInt16BE(2) }, (_, index) => {
    const entry = 4 + index * 8
    const table = cmap.subarray(cmap.readUInt32BE(entry + 4))
    return {
      platform: cmap.readUInt16BE(entry),
      encoding: cmap.readUInt16BE(entry + 2),
      format: table.readUInt16BE(0),
      table,
    }
  })
  for (const { read, ...wish } of wanted) {
    const found = subtables.find(
      ({ platform, encoding, format }) =>
        platform === wish.platform && encoding === wish.encoding && format === wish.format,
    )
    if (found) return read(found.table)
  }
  throw new Error('the font says for no letter how it is drawn')
}

function readFormat12(table: Buffer): GlyphNumbers {
  const numbers = new Map<number, number>()
  for (let group = 0; group < table.readUInt32BE(12); group++) {
    const at = 16 + group * 12
    const first = table.readUInt32BE(at)
    const glyph = table.readUInt32BE(at + 8)
    for (let letter = first; letter <= table.readUInt32BE(at + 4); letter++) numbers.set(letter, glyph + letter - first)
  }
  return numbers
}

function readFormat4(table: Buffer): GlyphNumbers {
  const numbers = new Map<number, number>()
  // Four lists of this many bytes follow each other, with two bytes of nothing behind the first.
  const length = table.readUInt16BE(6)
  for (let at = 14; at < 14 + length; at += 2) {
    const last = table.readUInt16BE(at)
    const first = table.readUInt16BE(at + length + 2)
    const delta = table.readUInt16BE(at + 2 * length + 2)
    const rangeAt = at + 3 * length + 2
    const range = table.readUInt16BE(rangeAt)
    for (let letter = first; letter <= last && letter < 0xffff; letter++) {
      const listed = range === 0 ? letter : table.readUInt16BE(rangeAt + range + 2 * (letter - first))
      const glyph = listed === 0 ? 0 : (listed + delta) & 0xffff
      if (glyph !== 0) numbers.set(letter, glyph)
    }
  }
  return numbers
}
