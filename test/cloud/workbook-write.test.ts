import fc from 'fast-check'
import { readWorkbook, writeWorkbook } from '../../src/cloud/workbook'
import type { WrittenSheet } from '../../src/domain/directory'
import { all, readWorkbook as readByOthers } from './support/read-workbook'

const aSheet = (more: Partial<WrittenSheet> = {}): WrittenSheet => ({
  name: '住户',
  widths: [12, 10, 16],
  rows: [
    { kind: 'head', cells: ['小区', '房号', '电话'] },
    { kind: 'help', cells: ['和“小区”那一页写得一样', '如 3-2', '手机或座机'] },
    { kind: 'sample', cells: ['示例：西街小区', '3-2', '13900001111'] },
    { kind: 'data', cells: ['西街小区', '3-2', 13900001111] },
  ],
  ...more,
})
const written = (more: Partial<WrittenSheet> = {}) => readByOthers(writeWorkbook([aSheet(more)]))
/** What a cell’s look says, by its attributes and those of its font. */
function lookOf(workbook: ReturnType<typeof written>, cell: string) {
  const look = workbook.formatOf(cell)
  const font = all(workbook.part('xl/styles.xml'), 'font')[Number(look.getAttribute('fontId'))]!
  return {
    format: look.getAttribute('numFmtId'),
    isBold: all(font, 'b').length > 0,
    wraps: all(look, 'alignment')[0]?.getAttribute('wrapText') === '1',
    isQuoted: look.getAttribute('quotePrefix') === '1',
  }
}
const text = '49'

describe('a sheet that is written', () => {
  it('has bold heads, with the help below them, that stay on the screen', () => {
    const workbook = written()
    expect(lookOf(workbook, 'A1')).toMatchObject({ isBold: true, wraps: true })
    expect(lookOf(workbook, 'A2')).toMatchObject({ isBold: false, wraps: true })
    expect(all(workbook.sheet, 'pane').map((one) => [one.getAttribute('ySplit'), one.getAttribute('state')])).toEqual([
      ['2', 'frozen'],
    ])
  })

  it('keeps nothing on the screen where it has words only', () => {
    const workbook = written({ rows: [{ kind: 'words', cells: ['怎么填'] }] })
    expect(all(workbook.sheet, 'pane')).toEqual([])
  })

  it('has its columns’ widths, and room for a text in each cell that nobody has filled yet', () => {
    const columns = all(written().sheet, 'col').map((one) => [
      one.getAttribute('min'),
      one.getAttribute('width'),
      one.getAttribute('style'),
    ])
    const style = columns[0]?.[2]
    expect(columns).toEqual([
      ['1', '12', style],
      ['2', '10', style],
      ['3', '16', style],
    ])
    const looks = [...all(written().part('xl/styles.xml'), 'cellXfs')[0]!.children]
    expect(looks[Number(style)]?.getAttribute('numFmtId')).toBe(text)
  })

  it('keeps rooms and phones as texts, and shows a number with all its digits', () => {
    const workbook = written()
    expect(lookOf(workbook, 'B4').format).toBe(text)
    expect(workbook.rows[3]).toEqual(['西街小区', '3-2', '13900001111'])
    expect(lookOf(workbook, 'C4').format).toBe('1')
  })

  it('has nothing in it that would reckon, whatever somebody wrote', () => {
    const workbook = written({ rows: [{ kind: 'data', cells: ['=HYPERLINK("http://x")', '+86', '@a'] }] })
    expect(all(workbook.sheet, 'f')).toEqual([])
    expect(['A1', 'B1', 'C1'].map((cell) => lookOf(workbook, cell).isQuoted)).toEqual([true, true, true])
  })

  it('writes a day as a day of the calendar', () => {
    const workbook = written({ rows: [{ kind: 'data', cells: [{ date: '2026-11-22' }] }] })
    expect(workbook.rows[0]).toEqual(['46348'])
    const format = all(workbook.part('xl/styles.xml'), 'numFmt')[0]
    expect([lookOf(workbook, 'A1').format, 'yyyy\\-mm\\-dd']).toEqual([
      format?.getAttribute('numFmtId'),
      format?.getAttribute('formatCode'),
    ])
  })

  it('offers what to choose from, below the help, by itself or from another sheet', () => {
    const workbook = written({
      choices: [
        { column: 2, from: ['是', '否'], isOnly: true },
        { column: 1, from: { sheet: '小区', column: 1, firstRow: 3 } },
        { column: 1, row: 5, from: ['有'] },
      ],
    })
    const lists = all(workbook.sheet, 'dataValidation').map((one) => [
      ...['type', 'sqref', 'showErrorMessage'].map((name) => one.getAttribute(name)),
      one.textContent,
    ])
    expect(lists).toEqual([
      ['list', 'B3:B20000', '1', '"是,否"'],
      ['list', 'A3:A20000', null, "'小区'!$A$3:$A$20000"],
      ['list', 'A5', null, '"有"'],
    ])
  })

  it.each([
    ['a list that Excel could not open', [{ choices: [{ column: 1, from: ['长'.repeat(256)] }] }]],
    ['a choice with a comma', [{ choices: [{ column: 1, from: ['a,b'] }] }]],
    ['a name with a colon', [{ name: 'a:b' }]],
    ['a name of 32 characters', [{ name: 'x'.repeat(32) }]],
    ['the same name twice', [{ name: 'a' }, { name: 'A' }]],
    ['no sheets', []],
  ] as const)('is not made with %s', (_, sheets) => {
    expect(() => writeWorkbook(sheets.map(aSheet))).toThrow()
  })

  it('names every part that it holds, and is the same file each time', () => {
    const sheets = [aSheet(), aSheet({ name: '小区' })]
    const bytes = writeWorkbook(sheets)
    const { parts, part } = readByOthers(bytes)
    const named = [...part('[Content_Types].xml').querySelectorAll('Override')].map((one) =>
      one.getAttribute('PartName')?.slice(1),
    )
    expect(named.sort()).toEqual(parts.filter((name) => name.startsWith('xl/') && !name.endsWith('.rels')).sort())
    expect(Buffer.from(writeWorkbook(sheets)).equals(Buffer.from(bytes))).toBe(true)
  })
})

describe('what is written', () => {
  const words = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 20 }),
    fc.constantFrom('=1+1', '_x000D_', '0532-8888', '  空格 ', '<&>"', 'a\nb', ']]>', '_x005F_', '\u00a0甲'),
  )
  const day = fc
    .date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('9999-12-31T00:00:00Z'), noInvalidDate: true })
    .map((date) => ({ date: date.toISOString().slice(0, 10) }))
  const value = fc.oneof(
    words,
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.integer(),
    fc.boolean(),
    day,
    fc.constant(null),
  )
  const kind = fc.constantFrom('head' as const, 'help' as const, 'sample' as const, 'data' as const, 'words' as const)
  const row = fc.record({ kind, cells: fc.array(value, { maxLength: 40 }) })
  const name = fc
    .string({ unit: fc.constantFrom(...'小区楼栋ab& <\'".'), minLength: 1, maxLength: 12 })
    .map((one) => `a${one}z`)
  const sheets = fc.uniqueArray(
    fc.record({
      name,
      rows: fc.array(row, { maxLength: 8 }),
      widths: fc.array(fc.integer({ min: 1, max: 300 }), { maxLength: 5 }),
    }),
    { minLength: 1, maxLength: 4, selector: (one) => one.name.toLowerCase() },
  )
  type Value = WrittenSheet['rows'][number]['cells'][number]

  /** What cannot stand in a cell comes back as what can. */
  function comesBack(one: Value): Value {
    if (typeof one === 'string')
      return one.replace(/\r\n?/g, '\n').replace(/[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    return typeof one === 'number' && Math.abs(one) >= 1e15 ? String(one) : typeof one === 'number' ? one + 0 : one
  }
  const isSomething = (one: Value) => one !== null && (typeof one !== 'string' || one.trim() !== '')
  const filled = (cells: readonly Value[]) =>
    cells.map(comesBack).flatMap((one, index) => (isSomething(one) ? [{ column: index + 1, value: one }] : []))

  it('is read back the same', () => {
    fc.assert(
      fc.property(sheets, (written) => {
        const read = readWorkbook(writeWorkbook(written))
        const found =
          'refused' in read
            ? read
            : read.sheets.map((sheet) => ({
                name: sheet.name,
                rows: sheet.rows.map((one) => [
                  one.number,
                  one.cells.map(({ column, value }) => ({ column, value: value === 0 ? 0 : value })),
                ]),
              }))
        expect(found).toEqual(
          written.map((sheet) => ({
            name: sheet.name,
            rows: sheet.rows.flatMap(({ cells }, index) => (filled(cells).length ? [[index + 1, filled(cells)]] : [])),
          })),
        )
      }),
      { numRuns: 150 },
    )
  })

  it('is read back with 5,000 rows before anybody gets tired of waiting', () => {
    const rows = Array.from({ length: 5000 }, (_, index) => ({
      kind: 'data' as const,
      cells: [
        '西街小区',
        `${index % 40}号楼`,
        '1',
        `${index}`,
        '3',
        `住户${index}`,
        `139${String(index).padStart(8, '0')}`,
        '60岁以上、独居',
        '是',
      ],
    }))
    const bytes = writeWorkbook([aSheet({ rows })])
    const before = performance.now()
    const read = readWorkbook(bytes)
    console.info(
      `5,000 rows, ${Math.round(bytes.length / 1024)} KB: read in ${Math.round(performance.now() - before)} ms`,
    )
    expect('refused' in read ? read : read.sheets[0]?.rows.length).toBe(5000)
  })
})
