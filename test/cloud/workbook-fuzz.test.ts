import fc from 'fast-check'
import { readWorkbook } from '../../src/cloud/workbook'
import { parts, styles, worksheet, zipOf } from '../../src/tools/support/workbooks/make-workbook'

const rows = [
  '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>45658</v></c><c r="C1" t="b"><v>1</v></c></row>',
  '<row r="3" hidden="1"><c r="A3" t="inlineStr"><is><r><t>丙&amp;</t></r></is></c><c r="D3"><f t="array" ref="D3:E4">X</f><v>1e3</v></c></row>',
]
const sheet = worksheet(rows.join(''), '<mergeCells count="1"><mergeCell ref="A3:B5"/></mergeCells>')
const files = parts(sheet, { 'xl/styles.xml': styles('<numFmt numFmtId="170" formatCode="[h]:mm"/>', [0, 14, 170]) })
const whole = zipOf(files)
const names = Object.keys(files)

/** What a reader may say of any bytes: rows, or why not; never a fault, never a number that is none. */
function answersWell(bytes: Uint8Array): boolean {
  const read = readWorkbook(bytes)
  if ('refused' in read) return true
  const cells = read.sheets.flatMap((one) => one.rows.flatMap((row) => row.cells))
  return cells.every(
    ({ column, value }) => column >= 1 && column <= 40 && (typeof value !== 'number' || Number.isFinite(value)),
  )
}

describe('any bytes at all', () => {
  it('are answered: a workbook with some bytes changed', () => {
    const change = fc.tuple(fc.nat({ max: whole.length - 1 }), fc.nat({ max: 255 }))
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 8 }), (changes) => {
        const bytes = whole.slice()
        for (const [at, byte] of changes) bytes[at] = byte
        return answersWell(bytes)
      }),
      { numRuns: 2000 },
    )
  })

  it('are answered: a workbook of which a piece is gone', () => {
    fc.assert(
      fc.property(fc.nat({ max: whole.length }), fc.nat({ max: 60 }), (at, length) =>
        answersWell(new Uint8Array(Buffer.concat([whole.subarray(0, at), whole.subarray(at + length)]))),
      ),
      { numRuns: 500 },
    )
  })

  it('are answered: a part that says something else than it should', () => {
    const pieces = [
      '',
      '0',
      '-1',
      '99999999999',
      'A1',
      'XFD1048576',
      '<row>',
      '</row>',
      '<c>',
      '"',
      '&',
      'NaN',
      'x:',
      '[[',
      '__proto__',
    ]
    const change = fc.tuple(fc.constantFrom(...names), fc.nat(), fc.nat({ max: 12 }), fc.constantFrom(...pieces))
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), (changes) => {
        const changed: Record<string, string | Uint8Array> = { ...files }
        for (const [name, at, length, piece] of changes) {
          const text = String(changed[name])
          const start = at % (text.length + 1)
          changed[name] = text.slice(0, start) + piece + text.slice(start + length)
        }
        return answersWell(zipOf(changed))
      }),
      { numRuns: 2000 },
    )
  })

  it('are answered: attributes with other values', () => {
    const value = fc.oneof(
      fc.integer().map(String),
      fc.constantFrom('', 'A0', 'a1', '$B$2', 'A1:XFD1048576', '1e3', '１', '9'.repeat(400)),
    )
    const count = [...sheet.matchAll(/="/g)].length
    fc.assert(
      fc.property(fc.nat({ max: count - 1 }), value, (which, other) => {
        let seen = -1
        const changed = sheet.replace(/="[^"]*"/g, (old) => {
          seen += 1
          return seen === which ? `="${other}"` : old
        })
        return answersWell(zipOf({ ...files, 'xl/worksheets/sheet1.xml': changed }))
      }),
      { numRuns: 500 },
    )
  })

  it('are answered: packed bytes by chance', () => {
    const zipHead = Buffer.from('PK\u0003\u0004')
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => answersWell(new Uint8Array([...zipHead, ...bytes]))),
    )
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), answersWell))
  })
})
