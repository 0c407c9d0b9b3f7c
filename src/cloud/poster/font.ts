import { readFileSync } from 'node:fs'
import path from 'node:path'
import { glyphNumbersIn, type GlyphNumbers } from './cmap'
import { outlineOf, type Outline } from './outline'
import { tableOf, tablesOf } from './woff'

export interface Glyph extends Outline {
  /** How far the next letter is, in thousandths of the size. */
  readonly advance: number
}

/** A font to draw posters with. It reads its files as letters are asked for. */
export interface PosterFont {
  /** null: the font has no such letter. */
  glyphOf(letter: string): Glyph | null
}

/** Bold: a sign is read from two metres. */
const weight = 700
const indexFile = 'unicode.json'
/** Letters of other scripts than a place in China is written in: not taken along. */
const foreign = ['cyrillic', 'vietnamese', 'latin-ext']

/**
 * The files of the package `@fontsource/noto-sans-sc` (OFL-1.1) that a function needs beside it, relative to the
 * package's folder. The licence wants to lie with them. About 3 MB.
 */
export const posterFontFiles = (folder: string): string[] => [
  'LICENSE',
  indexFile,
  ...Object.keys(slicesIn(folder)).map(fileOf),
]

/**
 * Noto Sans SC out of a folder with `posterFontFiles`. It lies there in some hundred slices; a poster opens the few
 * that its letters are in.
 */
export function openPosterFont(folder: string): PosterFont {
  const sliceOf = sliceByLetter(slicesIn(folder))
  const slices = new Map<string, Slice>()
  const glyphs = new Map<string, Glyph | null>()
  const open = (name: string) => {
    const slice = slices.get(name) ?? readSlice(readFileSync(path.join(folder, fileOf(name))))
    slices.set(name, slice)
    return slice
  }
  return {
    glyphOf(letter) {
      const known = glyphs.get(letter)
      if (known !== undefined) return known
      const point = letter.codePointAt(0) ?? 0
      const name = sliceOf.get(point)
      const glyph = name === undefined ? null : open(name)(point)
      glyphs.set(letter, glyph)
      return glyph
    },
  }
}

/** The letters of each slice as CSS writes them: `U+4e00-4e03,U+4e07`. */
function slicesIn(folder: string): Record<string, string> {
  const all = JSON.parse(readFileSync(path.join(folder, indexFile), 'utf8')) as Record<string, string>
  return Object.fromEntries(Object.entries(all).filter(([name]) => !foreign.includes(name)))
}

const fileOf = (slice: string) => `files/noto-sans-sc-${slice.replace(/[[\]]/g, '')}-${weight}-normal.woff`

function sliceByLetter(slices: Readonly<Record<string, string>>): Map<number, string> {
  const found = new Map<number, string>()
  for (const [name, ranges] of Object.entries(slices)) {
    for (const range of ranges.split(',')) {
      const [first = 0, last = first] = range
        .trim()
        .slice(2)
        .split('-')
        .map((hex) => parseInt(hex, 16))
      for (let point = first; point <= last; point++) found.set(point, name)
    }
  }
  return found
}

type Slice = (point: number) => Glyph | null

function readSlice(woff: Buffer): Slice {
  const tables = tablesOf(woff)
  const numbers: GlyphNumbers = glyphNumbersIn(tableOf(tables, 'cmap'))
  const unitsPerEm = tableOf(tables, 'head').readUInt16BE(18)
  const glyf = tableOf(tables, 'glyf')
  const begins = beginsOf(tableOf(tables, 'loca'), tableOf(tables, 'head').readInt16BE(50) === 1)
  const advances = advancesOf(tableOf(tables, 'hmtx'), tableOf(tables, 'hhea').readUInt16BE(34))
  return (point) => {
    const number = numbers.get(point)
    if (number === undefined) return null
    const outline = outlineOf(glyf.subarray(begins(number), begins(number + 1)), unitsPerEm)
    return { ...outline, advance: Math.round((advances(number) * 1000) / unitsPerEm) }
  }
}

const beginsOf = (loca: Buffer, areLong: boolean) => (number: number) =>
  areLong ? loca.readUInt32BE(number * 4) : loca.readUInt16BE(number * 2) * 2

/** The last one listed holds for all that follow. */
const advancesOf = (hmtx: Buffer, listed: number) => (number: number) =>
  hmtx.readUInt16BE(Math.min(number, listed - 1) * 4)
