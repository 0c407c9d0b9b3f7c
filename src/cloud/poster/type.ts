import type { Glyph, PosterFont } from './font'
import { decimal, reference, type ObjectId, type PdfFile } from './pdf'

/** How many letters one font of a PDF file can hold. */
const perFont = 256

/** Where a letter stands that the font does not have: an empty square, to be filled in by hand. */
const emptySquare: Glyph = {
  advance: 1000,
  path: '80 -80 m\n920 -80 l\n920 760 l\n80 760 l\nh\n110 -50 m\n110 730 l\n890 730 l\n890 -50 l\nh\n',
  box: [80, -80, 920, 760],
}

/** The letters of a text as they can be printed: composed, blanks as one blank, nothing that draws nothing. */
export const lettersOf = (text: string): string[] =>
  Array.from(text.normalize('NFC').replace(/\s+/g, ' ')).filter((letter) => !/[\p{Cc}\p{Cf}\p{Mn}]/u.test(letter))

/** The letters of texts that the font does not have, each once. On a poster they are empty squares. */
export const unprintableIn = (texts: readonly string[], font: PosterFont): string[] => [
  ...new Set(texts.flatMap(lettersOf).filter((letter) => !font.glyphOf(letter))),
]

/**
 * Sets type into a PDF file. Each letter that is used goes into the file once, as its outline (a font of type 3): no
 * viewer has to understand or to replace a font, and the text can still be searched for and read out.
 */
export class Type {
  private readonly letters: string[] = []
  private readonly codes = new Map<string, number>()

  constructor(private readonly font: PosterFont) {}

  /** How wide a text is, in its size. */
  width(text: string): number {
    return lettersOf(text).reduce((sum, letter) => sum + this.glyph(letter).advance, 0) / 1000
  }

  /** Operators that set a text from (x, y), its base line; lengths in points. */
  set(text: string, { size, x, y }: { readonly size: number; readonly x: number; readonly y: number }): string {
    const runs: { font: number; hex: string }[] = []
    for (const letter of lettersOf(text)) {
      const code = this.codeOf(letter)
      const font = Math.floor(code / perFont)
      const hex = (code % perFont).toString(16).padStart(2, '0')
      const last = runs.at(-1)
      if (last?.font === font) last.hex += hex
      else runs.push({ font, hex })
    }
    const shown = runs.map(({ font, hex }) => `/F${font} ${decimal(size)} Tf <${hex}> Tj\n`).join('')
    return `BT 1 0 0 1 ${decimal(x)} ${decimal(y)} Tm\n${shown}ET\n`
  }

  /** Writes the fonts once all is set; answers the dictionary in which pages find them. */
  finish(file: PdfFile): string {
    const fonts: string[] = []
    for (let first = 0; first < this.letters.length; first += perFont) {
      fonts.push(`/F${fonts.length} ${reference(this.addFont(file, this.letters.slice(first, first + perFont)))}`)
    }
    return `<<${fonts.join('')}>>`
  }

  private glyph(letter: string): Glyph {
    return this.font.glyphOf(letter) ?? emptySquare
  }

  private codeOf(letter: string): number {
    const known = this.codes.get(letter)
    if (known !== undefined) return known
    this.codes.set(letter, this.letters.length)
    return this.letters.push(letter) - 1
  }

  private addFont(file: PdfFile, letters: readonly string[]): ObjectId {
    const glyphs = letters.map((letter) => this.glyph(letter))
    const drawings = glyphs.map((glyph, code) => `/g${code} ${reference(addGlyph(file, glyph))}`)
    const names = glyphs.map((_, code) => `/g${code}`)
    const unicode = reference(file.addDrawing(unicodeMap(letters)))
    return file.add(
      [
        '<</Type/Font/Subtype/Type3/FontMatrix[0.001 0 0 0.001 0 0]',
        `/FontBBox[${boxAround(glyphs).join(' ')}]/Resources<<>>`,
        `/FirstChar 0/LastChar ${letters.length - 1}/Widths[${glyphs.map(({ advance }) => advance).join(' ')}]`,
        `/Encoding<</Type/Encoding/Differences[0${names.join('')}]>>`,
        `/CharProcs<<${drawings.join('')}>>/ToUnicode ${unicode}>>`,
      ].join(''),
    )
  }
}

const addGlyph = (file: PdfFile, { advance, box, path }: Glyph): ObjectId =>
  file.addDrawing(`${advance} 0 ${box.join(' ')} d1\n${path}${path ? 'f\n' : ''}`)

const boxAround = (glyphs: readonly Glyph[]): number[] =>
  [Math.min, Math.min, Math.max, Math.max].map((most, side) => most(...glyphs.map(({ box }) => box[side] ?? 0)))

/** At most so many lines in one block of such a map. */
const perBlock = 100

/** Which letter each code means, for whoever searches or reads out. */
function unicodeMap(letters: readonly string[]): string {
  const lines = letters.map((letter, code) => {
    const unicode = Buffer.from(letter, 'utf16le').swap16().toString('hex')
    return `<${code.toString(16).padStart(2, '0')}> <${unicode}>`
  })
  const blocks: string[] = []
  for (let first = 0; first < lines.length; first += perBlock) {
    const block = lines.slice(first, first + perBlock)
    blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`)
  }
  return [
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap',
    '/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def',
    '/CMapName /Adobe-Identity-UCS def /CMapType 2 def',
    '1 begincodespacerange\n<00> <ff>\nendcodespacerange',
    ...blocks,
    'endcmap CMapName currentdict /CMap defineresource pop end end',
  ].join('\n')
}
