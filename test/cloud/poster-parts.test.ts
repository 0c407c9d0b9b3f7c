import fc from 'fast-check'
import { existsSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { inflateSync } from 'node:zlib'
import { PNG, type ColorType } from 'pngjs'
import { posterFontFiles, posterPdf } from '../../src/cloud/poster'
import { fit, lineHeight } from '../../src/cloud/poster/fit'
import { outlineOf, type Outline } from '../../src/cloud/poster/outline'
import { printedPng } from '../../src/cloud/poster/png'
import { pngOf } from '../../src/local/openapi/png'
import { posterWords } from '../../src/text/poster'
import { colourAt, renderPdf } from '../support/pdf'
import { aPoster, font, fontFolder, squaresOf } from './support/posters'

describe('the font', () => {
  it.each([
    ['一', 1],
    ['二', 2],
    ['三', 3],
    ['口', 2],
    ['日', 3],
    ['田', 5],
    ['i', 2],
  ])('draws %s with %i closed lines', (letter, lines) => {
    expect(font.glyphOf(letter)?.path.match(/^h$/gm)).toHaveLength(lines)
  })

  it('draws a round line where a glyph names only the corners that pull at it', () => {
    const corners = [
      [0, 0],
      [100, 0],
      [100, 100],
      [0, 100],
    ] as const
    expect(outlineOf(glyphOf(corners), 1000).path.split('\n')).toEqual([
      '0 50 m',
      '0 17 17 0 50 0 c',
      '83 0 100 17 100 50 c',
      '100 83 83 100 50 100 c',
      '17 100 0 83 0 50 c',
      'h',
      '',
    ])
  })

  it('gives a Chinese letter its square, a digit less and a dot still less', () => {
    const [chinese = 0, digit = 0, dot = 0] = Array.from('楼8.').map((letter) => font.glyphOf(letter)?.advance)
    expect(chinese).toBe(1000)
    expect(digit).toBeLessThan(chinese)
    expect(dot).toBeLessThan(digit)
  })

  it.each([
    ['all 3755 everyday letters', 0xb0, 0xd7, 3755, 0],
    ['all but 33 of the 3008 rarer letters', 0xd8, 0xf7, 3008, 33],
  ])('has %s of GB 2312, and draws each inside its box', (_, first, last, count, missing) => {
    const letters = gb2312(first, last)
    expect(letters).toHaveLength(count)
    const glyphs = letters.map((letter) => font.glyphOf(letter)).filter((glyph) => glyph !== null)
    expect(count - glyphs.length).toBe(missing)
    expect(glyphs.filter(({ path: drawn, box }) => sticksOut(drawn, box))).toEqual([])
  })

  it('has every letter of the words on a poster', () => {
    const { code, file, ...fixed } = posterWords
    const words = [...Object.values(fixed), code('0'), file('')].join('').replace(/\s/g, '')
    expect(Array.from(words).filter((letter) => !font.glyphOf(letter))).toEqual([])
  })

  it('needs 4 MB of files beside a function, with its licence among them', () => {
    const files = posterFontFiles(fontFolder)
    expect(files.filter((file) => !existsSync(path.join(fontFolder, file)))).toEqual([])
    const bytes = files.reduce((sum, file) => sum + statSync(path.join(fontFolder, file)).size, 0)
    expect(bytes).toBeLessThan(4_000_000)
    expect(readFileSync(path.join(fontFolder, files[0] ?? ''), 'utf8')).toContain('SIL OPEN FONT LICENSE Version 1.1')
  })
})

/** Whether a point of a line lies outside of its box, by more than what rounding does. */
function sticksOut(drawn: string, [left, bottom, right, top]: Outline['box']): boolean {
  const numbers = (drawn.match(/-?\d+/g) ?? []).map(Number)
  return numbers.some((value, index) =>
    index % 2 ? value < bottom - 1 || value > top + 1 : value < left - 1 || value > right + 1,
  )
}

/** One closed line as the table `glyf` has it, with each point beside the line. */
function glyphOf(points: readonly (readonly [number, number])[]): Buffer {
  const numbers = (values: readonly number[]) => {
    const bytes = Buffer.alloc(values.length * 2)
    values.forEach((value, index) => bytes.writeInt16BE(value, index * 2))
    return bytes
  }
  const steps = (axis: 0 | 1) => points.map((point, index) => point[axis] - (points[index - 1]?.[axis] ?? 0))
  const head = numbers([1, 0, 0, 100, 100, points.length - 1, 0])
  return Buffer.concat([head, Buffer.alloc(points.length), numbers(steps(0)), numbers(steps(1))])
}

/** The letters of 1980 that every Chinese computer has, from row to row of the standard. */
function gb2312(first: number, last: number): string[] {
  const decoder = new TextDecoder('gb18030')
  const rows = Array.from({ length: last - first + 1 }, (_, row) => first + row)
  const columns = Array.from({ length: 0xfe - 0xa1 + 1 }, (_, column) => 0xa1 + column)
  const all = rows.flatMap((row) => columns.map((column) => decoder.decode(Uint8Array.of(row, column))))
  return all.filter((letter) => letter >= '\u4e00' && letter <= '\u9fff')
}

describe('the file', () => {
  it('says truly where each of its objects begins, so that no viewer has to guess', () => {
    const code = readFileSync(path.join(__dirname, 'support/poster/code.jpg'))
    const bytes = Buffer.from(posterPdf([aPoster(), aPoster({ code })], font)).toString('latin1')
    const table = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(bytes)?.[1])
    expect(bytes.slice(table, table + 5)).toBe('xref\n')
    const places = [...bytes.slice(table).matchAll(/^(\d{10}) 00000 n $/gm)].map(([, place]) => Number(place))
    expect(places.length).toBeGreaterThan(10)
    const heads = places.map((place, index) => bytes.startsWith(`${index + 1} 0 obj\n`, place))
    expect(heads).not.toContain(false)
  })

  it('is not made where there is nothing to print', () => {
    expect(() => posterPdf([], font)).toThrow('nothing to print')
  })
})

describe('a place’s name', () => {
  const room = { width: 480, height: 116, largest: 92, comfortable: 72 }
  /** As the font is: Chinese letters are squares, digits a little more than half of one. */
  const width = (text: string) => Array.from(text).reduce((sum, letter) => sum + (letter > '\u2e7f' ? 1 : 0.6), 0)

  it.each([
    [['5号楼', '3单元'], ['5号楼 3单元'], 72],
    [['12号楼'], ['12号楼'], 92],
    [['红星家园12号楼', '东3单元'], ['红星家园12号楼', '东3单元'], 48],
    [['甲区物资局家属院东侧临街商住综合楼'], ['甲区物资局家属院东', '侧临街商住综合楼'], 48],
  ])('%j is set as %j, in %i points or more', (parts, lines, size) => {
    const fitted = fit(parts, room, width)
    expect(fitted.lines).toEqual(lines)
    expect(fitted.size).toBeGreaterThanOrEqual(size)
  })

  it('never sticks out of its room, and keeps all its letters', () => {
    const part = fc.string({ unit: fc.constantFrom(...'楼单元甲乙丙东西A1 9-'), maxLength: 60 })
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 3 }), (parts) => {
        const { lines, size } = fit(parts, room, width)
        for (const line of lines) expect(width(line) * size).toBeLessThanOrEqual(room.width + 1e-6)
        expect(lines.length * size * lineHeight).toBeLessThanOrEqual(room.height + 1e-6)
        expect(size).toBeLessThanOrEqual(room.largest)
        expect(lines.join('').replace(/ /g, '')).toBe(parts.join('').replace(/ /g, ''))
      }),
    )
  })
})

const pixel = fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255), fc.constantFrom(0, 100, 255))
const picture = fc
  .integer({ min: 1, max: 9 })
  .chain((side) => fc.array(pixel, { minLength: side * side, maxLength: side * side }))

describe('a picture of a code', () => {
  const colours: [string, ColorType][] = [
    ['colours', 2],
    ['grey with clear parts', 4],
    ['colours with clear parts', 6],
  ]

  it.each(['1', '2', '3', '4'])('that lets through what is behind it lies on white, with filter %s', (filter) => {
    fc.assert(
      fc.property(picture, (pixels) => {
        const side = Math.sqrt(pixels.length)
        const png = new PNG({ width: side, height: side })
        png.data = Buffer.from(pixels.flat())
        const { bytes } = printedPng(PNG.sync.write(png, { colorType: 6, filterType: Number(filter) }))
        const expected = pixels.flatMap(([red, green, blue, seen]) =>
          [red, green, blue].map((value) => Math.round((value * seen + 255 * (255 - seen)) / 255)),
        )
        expect([...inflateSync(bytes)]).toEqual(expected)
      }),
    )
  })

  it.each(colours)('is printed as it is: a PNG in %s', async (_, colorType) => {
    const png = new PNG({ width: 40, height: 40 })
    for (let at = 0; at < 1600; at++) png.data.set(quarter(at % 40 < 20, at < 800), at * 4)
    const code = PNG.sync.write(png, { colorType, filterType: 4 })
    const [page] = await renderPdf(posterPdf([aPoster({ code })], font), 20)
    const seen = [0.4, 0.6].flatMap((across) => [0.5, 0.65].map((down) => colourAt(page!, across, down)))
    // Left above and below, right above and below; what is clear is white.
    const clear = [255, 255, 255]
    expect(seen).toEqual([[10, 10, 10], [90, 90, 90], [90, 90, 90], clear])
  })

  it('is printed on white where its light squares are clear', async () => {
    const look = { width: 280, dark: [15, 91, 102], clear: true }
    const [page] = await renderPdf(posterPdf([aPoster({ code: pngOf(squaresOf('A'), look) })], font), 72)
    // The edge of the code, and a corner of its first large square.
    expect(colourAt(page!, 0.2, 0.6)).toEqual([255, 255, 255])
  })

  const whole = pngOf(squaresOf('A'), { width: 280, dark: [0, 0, 0], clear: false })
  const interlaced = Buffer.from(whole)
  interlaced[28] = 1
  const jpeg = readFileSync(path.join(__dirname, 'support/poster/code.jpg'))
  const fourColours = Buffer.from(jpeg)
  const frame = jpeg.indexOf(Buffer.from([0xff, 0xc0]))
  fourColours[frame + 9] = 4

  it.each([
    ['no picture', Buffer.from('{"errcode":41030}')],
    ['nothing', Buffer.alloc(0)],
    ['a PNG that was cut off', whole.subarray(0, whole.length - 20)],
    ['an interlaced PNG', interlaced],
    ['a JPEG that was cut off', jpeg.subarray(0, jpeg.length - 400)],
    ['a JPEG of nothing but its beginning', jpeg.subarray(0, 12)],
    ['a JPEG in the four colours of a printing house', fourColours],
  ])('is refused where it would be a poster that nobody can scan: %s', (_, code) => {
    expect(() => posterPdf([aPoster({ code })], font)).toThrow(/PNG|JPEG/)
  })
})

/** Dark on the left above, clear on the right below, and grey. */
function quarter(isLeft: boolean, isAbove: boolean): number[] {
  if (isLeft && isAbove) return [10, 10, 10, 255]
  return isLeft || isAbove ? [90, 90, 90, 255] : [200, 200, 200, 0]
}
