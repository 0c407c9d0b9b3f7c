import { readWorkbook, type SheetCell, type Workbook } from '../../src/cloud/workbook'
import type { Sheet } from '../../src/domain/directory/sheet'
import {
  main,
  makeWorkbook,
  makeZip,
  parts,
  relationships,
  sharedTexts,
  styles,
  workbookPart,
  worksheet,
  zipOf,
} from '../../src/tools/support/workbooks/make-workbook'

function opened(bytes: Uint8Array): Workbook {
  const read = readWorkbook(bytes)
  if ('refused' in read) throw new Error(JSON.stringify(read))
  return read
}
const sheetOf = (...workbook: Parameters<typeof makeWorkbook>) => opened(makeWorkbook(...workbook)).sheets[0]!
/** The one cell of a workbook whose first row is this. */
function cellOf(cell: string, others: Parameters<typeof makeWorkbook>[1] = {}): SheetCell {
  return sheetOf(`<row r="1">${cell}</row>`, others).rows[0]!.cells[0]!
}
const valueOf = (cell: string, others: Parameters<typeof makeWorkbook>[1] = {}) => {
  const { type, value } = cellOf(cell, others)
  return { type, value }
}
const number = (text: string, look = '') => valueOf(`<c r="A1"${look}><v>${text}</v></c>`)

describe('a cell', () => {
  it('has its place: the column counted from A, the row as the spreadsheet shows it', () => {
    const { rows } = sheetOf('<row r="7"><c r="B7"><v>1</v></c><c r="AN7"><v>2</v></c></row>')
    expect(rows.map((row) => [row.number, ...row.cells.map(({ column }) => column)])).toEqual([[7, 2, 40]])
  })

  it('goes on counting where the program that wrote it tells no places', () => {
    const { rows } = sheetOf('<row><c><v>1</v></c><c/><c><v>3</v></c></row><row r="5"/><row><c><v>9</v></c></row>')
    expect(rows.map((row) => [row.number, ...row.cells.map(({ column }) => column)])).toEqual([
      [1, 1, 3],
      [6, 1],
    ])
  })

  it.each([
    ['a shared text', '<c r="A1" t="s"><v>1</v></c>', '乙'],
    ['a text of its own', '<c r="A1" t="inlineStr"><is><t>丙</t></is></c>', '丙'],
    [
      'a text of its own in two looks',
      '<c r="A1" t="inlineStr"><is><r><t>丙</t></r><r><rPr/><t>丁</t></r></is></c>',
      '丙丁',
    ],
    ['a text as WPS writes it', '<c r="A1" t="str"><v>戊</v></c>', '戊'],
    ['marks', '<c r="A1" t="str"><v>&lt;&amp;&gt;&#x4E01;&#20008;</v></c>', '<&>丁丨'],
    ['a text behind CDATA', '<c r="A1" t="str"><v><![CDATA[a<b&c]]></v></c>', 'a<b&c'],
    ['a break of lines as Excel writes it', '<c r="A1" t="str"><v>a_x000D_\nb</v></c>', 'a\r\nb'],
    ['what only looks like such a break', '<c r="A1" t="str"><v>a_x005F_x000D_</v></c>', 'a_x000D_'],
  ])('reads %s', (_, cell, value) => {
    expect(valueOf(cell)).toEqual({ type: 'text', value })
  })

  it('leaves out the sounds above the characters', () => {
    const texts = sharedTexts(
      '<si><r><t>西</t></r><r><t>街</t></r><rPh sb="0" eb="1"><t>xī jiē</t></rPh><phoneticPr/></si>',
    )
    expect(valueOf('<c r="A1" t="s"><v>0</v></c>', { 'xl/sharedStrings.xml': texts })).toEqual({
      type: 'text',
      value: '西街',
    })
  })

  it.each([
    ['13900001111', '13900001111'],
    ['1.3900001111E10', '13900001111'],
    ['1.3900001111E+10', '13900001111'],
    ['010', '10'],
    ['-0.5', '-0.5'],
    ['.5', '0.5'],
    ['999999999999999', '999999999999999'],
  ])('keeps every digit of the number %s', (text, digits) => {
    const { type, value } = number(text)
    expect([type, JSON.stringify(value)]).toEqual(['number', digits])
  })

  it('says where a number is too long for Excel to have kept its last digits', () => {
    expect(number('1.10105194912310E+17').type).toBe('long-number')
  })

  it.each(['1,5', 'NaN', 'Infinity', '0x10', '1e999', '十二', '1 2'])('says that %s is no number', (text) => {
    expect(number(text)).toEqual({ type: 'error', value: text })
  })

  it.each([
    ['true', '<c r="A1" t="b"><v>1</v></c>', { type: 'boolean', value: true }],
    ['false', '<c r="A1" t="b"><v>0</v></c>', { type: 'boolean', value: false }],
    ['an error', '<c r="A1" t="e"><v>#N/A</v></c>', { type: 'error', value: '#N/A' }],
    [
      'a day of a strict file',
      '<c r="A1" t="d"><v>2026-11-22T08:30:00Z</v></c>',
      { type: 'date', value: { date: '2026-11-22', time: '08:30' } },
    ],
    ['a time of a strict file', '<c r="A1" t="d"><v>08:30:00</v></c>', { type: 'time', value: '08:30' }],
    ['a number whose look is left empty', '<c r="A1" s=""><v>7</v></c>', { type: 'number', value: 7 }],
    [
      'the 31st of a month without one',
      '<c r="A1" t="d"><v>2026-02-31</v></c>',
      { type: 'error', value: '2026-02-31' },
    ],
  ])('reads %s', (_, cell, value) => {
    expect(valueOf(cell)).toEqual(value)
  })

  it('is not there where it is empty or only formatted or has nothing but spaces', () => {
    const cells = [
      '<c r="A1"/>',
      '<c r="B1" t="s"/>',
      '<c r="C1"><v></v></c>',
      '<c r="D1" t="str"><v> \n</v></c>',
      '<c r="E1" t="inlineStr"><is><t/></is></c>',
    ]
    expect(sheetOf(`<row r="1">${cells.join('')}</row>`).rows).toEqual([])
  })
})

describe('a number that is a day', () => {
  const looks = [0, 14, 20, 22, 31, 49, 164, 165, 166, 167, 168, 169, 170]
  const formats = [
    ...[
      'yyyy"年"m"月"d"日"',
      '[$-804]aaaa',
      '0.00" m"',
      '[Red]#,##0.00E+00',
      'yyyy\\-mm\\-dd;@',
      'h"时"mm"分"',
      '[h]:mm:ss',
    ],
  ].map((format, index) => `<numFmt numFmtId="${164 + index}" formatCode="${format.replaceAll('"', '&quot;')}"/>`)
  const dated = (serial: string, format: number, properties = '') =>
    valueOf(`<c r="A1" s="${looks.indexOf(format)}"><v>${serial}</v></c>`, {
      'xl/styles.xml': styles(formats.join(''), looks),
      'xl/workbook.xml': workbookPart('<sheet name="住户" sheetId="1" r:id="rId1"/>', properties),
    })

  it.each([
    ['1', '1900-01-01'],
    ['59', '1900-02-28'],
    ['61', '1900-03-01'],
    ['45658', '2025-01-01'],
    ['2958465', '9999-12-31'],
  ])('counts %s from 1900, with the day too many that Excel has there', (serial, date) => {
    expect(dated(serial, 14)).toEqual({ type: 'date', value: { date } })
  })

  it.each(['60', '0', '-1', '2958466', '1e300'])('says that %s is no day', (serial) => {
    expect(dated(serial, 14)).toEqual({ type: 'error', value: serial })
  })

  it.each([
    ['0', '1904-01-01'],
    ['44196', '2025-01-01'],
  ])('counts %s from 1904 where the workbook says so', (serial, date) => {
    expect(dated(serial, 14, '<workbookPr date1904="1"/>')).toEqual({ type: 'date', value: { date } })
  })

  it.each([
    ['a Chinese day by its number', 31, 'date'],
    ['a Chinese day by its text', 164, 'date'],
    ['a day of the week', 165, 'date'],
    ['metres', 166, 'number'],
    ['a red number with a power of ten', 167, 'number'],
    ['a day with dashes', 168, 'date'],
    ['a Chinese time', 169, 'time'],
    ['hours that were counted together', 170, 'number'],
    ['a text', 49, 'number'],
    ['nothing', 0, 'number'],
  ])('is told by its format: %s', (_, format, type) => {
    expect(dated('45658', format).type).toBe(type)
  })

  it('keeps the time of a day, and a time without a day', () => {
    expect(dated('45658.99998', 22)).toEqual({ type: 'date', value: { date: '2025-01-01', time: '23:59' } })
    expect(dated('0.354166666666667', 20)).toEqual({ type: 'time', value: '08:30' })
    expect(dated('45658.5', 20)).toEqual({ type: 'time', value: '12:00' })
  })

  it('does not slip into the next day by what a computer cannot count', () => {
    expect(dated('45657.9999999999', 14)).toEqual({ type: 'date', value: { date: '2025-01-01' } })
  })
})

describe('formulas', () => {
  it('are marked, with the value that was shown last', () => {
    expect(cellOf('<c r="A1"><f>SUM(B1:B9)</f><v>3</v></c>')).toMatchObject({ value: 3, formula: true })
  })

  it('are marked where they were never reckoned', () => {
    expect(cellOf('<c r="A1"><f>1+1</f></c>')).toEqual({
      column: 1,
      value: null,
      type: 'empty',
      formula: true,
      merged: false,
    })
  })

  it('are marked in each cell that shares one or is filled by one', () => {
    const rows = [
      '<row r="1"><c r="A1"><f t="shared" ref="A1:A2" si="0">B1</f><v>1</v></c><c r="C1"><f t="array" ref="C1:C2">X</f><v>2</v></c></row>',
      '<row r="2"><c r="A2"><f t="shared" si="0"/><v>1</v></c><c r="C2"><v>2</v></c><c r="D2"><v>3</v></c></row>',
    ]
    const marks = sheetOf(rows.join('')).rows.map((row) => row.cells.map(({ formula }) => formula))
    expect(marks).toEqual([
      [true, true],
      [true, true, false],
    ])
  })
})

describe('merged cells', () => {
  const rows = '<row r="2"><c r="A2"><v>1</v></c><c r="D2"><v>4</v></c></row><row r="3"><c r="B3"><v>2</v></c></row>'
  const merged = (...ranges: readonly string[]) =>
    sheetOf(rows, {}, `<mergeCells>${ranges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`)

  it('are marked, the empty ones among them too', () => {
    const cells = merged('A2:A3').rows.map((row) =>
      row.cells.map(({ column, value, merged }) => ({ column, value, merged })),
    )
    expect(cells).toEqual([
      [
        { column: 1, value: 1, merged: true },
        { column: 4, value: 4, merged: false },
      ],
      [
        { column: 1, value: null, merged: true },
        { column: 2, value: 2, merged: false },
      ],
    ])
  })

  it('are told with their range where they touch a row that is not empty', () => {
    expect(merged('A2:A3', 'A8:C9', 'C2:AZ2').merged).toEqual(['A2:A3', 'C2:AZ2'])
  })

  it('make no cells in rows that are empty, however far they reach', () => {
    expect(merged('A4:XFD1048576').rows.map((row) => row.cells.length)).toEqual([2, 1])
  })
})

describe('a workbook', () => {
  it('has its sheets in their order, the hidden ones marked, charts left out', () => {
    const sheets = [
      '<sheet name="说明" r:id="rId2"/>',
      '<sheet name="图" r:id="rId3"/>',
      '<sheet name="住户" state="hidden" r:id="rId1"/>',
    ]
    const related = {
      worksheet1: '/xl/worksheets/sheet1.xml',
      worksheet2: '../xl/worksheets/sheet2.xml',
      chartsheet: 'chartsheets/sheet1.xml',
    }
    const { sheets: read } = opened(
      makeWorkbook('<row r="1"><c r="A1"><v>1</v></c></row>', {
        'xl/workbook.xml': workbookPart(sheets.join('')),
        'xl/_rels/workbook.xml.rels': relationships(related),
        'xl/worksheets/sheet2.xml': worksheet(''),
      }),
    )
    expect(read.map(({ name, hidden, rows }) => [name, hidden, rows.length])).toEqual([
      ['说明', false, 0],
      ['住户', true, 1],
    ])
  })

  it('is what the rules of the directory take', () => {
    const sheets: readonly Sheet[] = opened(makeWorkbook('<row r="1"><c r="A1"><v>1</v></c></row>')).sheets
    expect(sheets[0]?.rows[0]?.cells[0]).toMatchObject({ column: 1, value: 1, formula: false, merged: false })
  })

  it('reads hidden rows, and says that they are', () => {
    const { rows } = sheetOf('<row r="1" hidden="1"><c><v>1</v></c></row><row r="2"><c><v>2</v></c></row>')
    expect(rows.map(({ hidden }) => hidden)).toEqual([true, false])
  })

  it('may have any prefix before its names, and foreign names among them', () => {
    const named = (xml: string) =>
      xml
        .replace(/<(\/?)(\w)/g, '<$1x:$2')
        .replace('xmlns=', 'xmlns:x=')
        .replaceAll('r:id', 'd:id')
    const sheet = worksheet(
      '<row r="1"><c r="A1" q:r="Z9" t="s"><v>1</v></c></row>',
      '<extLst><ext><sheetData><row r="1"><c><v>9</v></c></row></sheetData></ext></extLst>',
    )
    const files = parts(sheet)
    const prefixed = Object.entries(files).map(([name, xml]) => [
      name,
      name.startsWith('xl/') && !name.endsWith('.rels') ? named(String(xml)) : xml,
    ])
    expect(opened(zipOf(Object.fromEntries(prefixed) as Record<string, string>)).sheets[0]?.rows).toMatchObject([
      { number: 1, cells: [{ value: '乙' }] },
    ])
  })

  it('may be a strict one', () => {
    const strict = 'http://purl.oclc.org/ooxml'
    const files = Object.entries(parts(worksheet('<row r="1"><c r="A1" t="s"><v>1</v></c></row>'))).map(
      ([name, xml]) => [
        name,
        String(xml)
          .replaceAll(main, `${strict}/spreadsheetml/main`)
          .replaceAll('http://schemas.openxmlformats.org/officeDocument/2006', `${strict}/officeDocument`),
      ],
    )
    expect(opened(zipOf(Object.fromEntries(files) as Record<string, string>)).sheets[0]?.rows).toMatchObject([
      { cells: [{ value: '乙' }] },
    ])
  })

  it('may begin each part with a mark of UTF-8 and hold comments', () => {
    const sheet = `\ufeff<?xml version="1.0" encoding="utf-8"?><!-- <row> --><worksheet><sheetData><!--x--><row><c><v>1</v></c></row></sheetData></worksheet>`
    expect(sheetOf('', { 'xl/worksheets/sheet1.xml': sheet }).rows).toHaveLength(1)
  })

  it('may have macros, which are not looked at', () => {
    expect(sheetOf('<row><c><v>1</v></c></row>', { 'xl/vbaProject.bin': 'x' }).rows).toHaveLength(1)
  })

  it('may have no styles and no texts', () => {
    const related = relationships({ worksheet: 'worksheets/sheet1.xml' })
    const others = {
      'xl/_rels/workbook.xml.rels': related,
      'xl/styles.xml': undefined,
      'xl/sharedStrings.xml': undefined,
    }
    expect(sheetOf('<row><c s="4"><v>1</v></c></row>', others).rows).toHaveLength(1)
  })

  it('may be zipped in the ways of programs that stream, store or write backslashes', () => {
    const entries = Object.entries(parts(worksheet('<row><c><v>1</v></c></row>'))).map(([name, content], index) => ({
      ...{ name: name.replaceAll('/', '\\').toUpperCase(), content },
      ...(index % 2 ? { isLarge: true } : { method: 0 }),
    }))
    expect(opened(makeZip(entries)).sheets[0]?.rows).toHaveLength(1)
  })
})
