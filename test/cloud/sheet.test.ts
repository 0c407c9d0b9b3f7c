import fc from 'fast-check'
import { dayWorkbook, type DaySheet } from '../../src/cloud/sheet'
import { all, readWorkbook } from './support/read-workbook'

const aSheet = (more: Partial<DaySheet> = {}): DaySheet => ({
  title: '西街社区诉求登记表',
  subtitle: '2026年11月22日 星期日 · 第一网格',
  columns: ['编号', '地点', '事项'],
  rows: [
    ['1122-001', '3号楼2单元', '下水道堵了'],
    ['1122-002', '5号楼', '楼道灯不亮'],
  ],
  foot: '值班人：____ 网格长：____',
  ...more,
})
const read = async (more: Partial<DaySheet> = {}) => readWorkbook(await dayWorkbook(aSheet(more)))
const attributes = (element: Element | undefined) =>
  Object.fromEntries([...(element?.attributes ?? [])].map(({ name, value }) => [name, value]))

describe('the day’s register', () => {
  it('has its title, the day, the heads, a row with its rank for each, and a line to sign', async () => {
    expect((await read()).rows).toEqual([
      ['西街社区诉求登记表', '', '', ''],
      ['2026年11月22日 星期日 · 第一网格', '', '', ''],
      ['序号', '编号', '地点', '事项'],
      ['1', '1122-001', '3号楼2单元', '下水道堵了'],
      ['2', '1122-002', '5号楼', '楼道灯不亮'],
      ['值班人：____ 网格长：____', '', '', ''],
    ])
  })

  it('says on a quiet day that there was nothing', async () => {
    const { rows, formatOf } = await read({ rows: [] })
    expect(rows.slice(3)).toEqual([
      ['今天没有登记', '', '', ''],
      ['值班人：____ 网格长：____', '', '', ''],
    ])
    expect(formatOf('D4').getAttribute('borderId')).toBe('1')
  })

  it('leaves a missing text empty, and one too many out', async () => {
    const { rows } = await read({ rows: [['1'], ['1', '2', '3', '4']] })
    expect(rows.slice(3, 5)).toEqual([
      ['1', '1', '', ''],
      ['2', '1', '2', '3'],
    ])
  })

  it('is the same file for the same register, whenever it is made', async () => {
    jest.useFakeTimers({ now: Date.UTC(2026, 10, 22) })
    const before = Buffer.from(await dayWorkbook(aSheet()))
    jest.setSystemTime(Date.UTC(2026, 10, 23, 7))
    const after = await dayWorkbook(aSheet())
    jest.useRealTimers()
    expect(before.equals(after)).toBe(true)
  })

  it('merges nothing where there is one column only', async () => {
    const { sheet, rows } = await read({ columns: [], rows: [[]] })
    expect(rows.map((row) => row.length)).toEqual([1, 1, 1, 1, 1])
    expect(all(sheet, 'mergeCell')).toEqual([])
  })

  it('holds no part that tells of when or by whom it was made', async () => {
    expect((await read()).parts).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'xl/workbook.xml',
      'xl/_rels/workbook.xml.rels',
      'xl/worksheets/sheet1.xml',
      'xl/styles.xml',
      'xl/sharedStrings.xml',
    ])
  })

  it('names every part that it holds, and holds every part that it names', async () => {
    const { parts, part } = await read()
    const named = [...part('[Content_Types].xml').querySelectorAll('Override')].map((one) =>
      one.getAttribute('PartName')?.slice(1),
    )
    const linked = [...part('xl/_rels/workbook.xml.rels').querySelectorAll('Relationship')].map(
      (one) => `xl/${one.getAttribute('Target')}`,
    )
    expect(named.sort()).toEqual(parts.filter((name) => name.startsWith('xl/') && name.endsWith('.xml')).sort())
    expect(['xl/workbook.xml', ...linked].sort()).toEqual(named)
  })
})

describe('on paper', () => {
  it('it is A4 across and one page wide, and as long as it takes', async () => {
    const { sheet } = await read()
    expect(attributes(all(sheet, 'pageSetup')[0])).toEqual({
      paperSize: '9',
      orientation: 'landscape',
      fitToWidth: '1',
      fitToHeight: '0',
    })
    expect(all(sheet, 'pageSetUpPr')[0]?.getAttribute('fitToPage')).toBe('1')
  })

  it('the heads stand on every page, and so does the page’s number', async () => {
    const { part, sheet } = await read()
    const names = all(part('xl/workbook.xml'), 'definedName')
    expect(names.map((one) => [one.getAttribute('name'), one.textContent])).toEqual([
      ['_xlnm.Print_Area', "'登记表'!$A$1:$D$6"],
      ['_xlnm.Print_Titles', "'登记表'!$3:$3"],
    ])
    expect(all(sheet, 'oddFooter')[0]?.textContent).toBe('&C第 &P 页，共 &N 页')
  })

  it('the title is large and goes over all columns, as do the day and the line to sign', async () => {
    const { sheet, part, formatOf } = await read()
    expect(all(sheet, 'mergeCell').map((one) => one.getAttribute('ref'))).toEqual(['A1:D1', 'A2:D2', 'A6:D6'])
    const font = all(part('xl/styles.xml'), 'font')[Number(formatOf('A1').getAttribute('fontId'))]!
    expect(all(font, 'sz')[0]?.getAttribute('val')).toBe('20')
  })

  it('every cell of the table has its border and breaks long lines', async () => {
    const { cells, formatOf, part } = await read({ rows: [['1122-001', '', '=1']] })
    const sides = [...(all(part('xl/styles.xml'), 'border')[1]?.children ?? [])].map((side) =>
      side.getAttribute('style'),
    )
    expect(sides).toEqual(['thin', 'thin', 'thin', 'thin', null])
    for (const place of [...cells.keys()].filter((name) => /[34]$/.test(name))) {
      expect([place, formatOf(place).getAttribute('borderId')]).toEqual([place, '1'])
      expect(all(formatOf(place), 'alignment')[0]?.getAttribute('wrapText')).toBe('1')
    }
  })

  const widthsOf = async (more: Partial<DaySheet>) =>
    all((await read(more)).sheet, 'col').map((one) => Number(one.getAttribute('width')))

  it('the columns share the page as they were told to', async () => {
    const [rank, ...others] = await widthsOf({ widths: [1, 1, 2] })
    expect([rank, ...others.map(Math.round)]).toEqual([6, 30, 30, 59])
  })

  it('a column of long texts gets more room, but not the others’', async () => {
    const [, number, place, story] = await widthsOf({ rows: [['1122-001', '3号楼2单元', '堵了'.repeat(500)]] })
    expect(story).toBeGreaterThan(2 * place!)
    expect(Math.min(number!, place!)).toBeGreaterThan(18)
  })

  it('short texts stay in one line, however many long ones there are', async () => {
    const columns = ['编号', '时间', '地点', '事项', '内容', '结果']
    const long = '堵了'.repeat(30)
    const widths = await widthsOf({ columns, rows: [['XJ1122-0001', '上午10点11分', long, long, long, long]] })
    expect(widths[1]).toBeGreaterThan('XJ1122-0001'.length + 1)
    expect(widths[2]).toBeGreaterThan(2 * '上午点分'.length + '1011'.length + 1)
    expect(Math.min(...widths.slice(3))).toBeGreaterThanOrEqual(24)
    expect(widths.reduce((all, width) => all + width, 0)).toBeLessThan(1.26 * 124)
  })

  it('a row is high enough for its longest text', async () => {
    const { sheet } = await read({
      rows: [
        ['1', '2', '3'],
        ['1', '2', '一二三四五'.repeat(30)],
        ['1', '2', '三\n行\n字\n呢'],
      ],
    })
    const heights = all(sheet, 'row').map((row) => Number(row.getAttribute('ht')))
    expect(heights[3]).toBe(24)
    expect(heights[4]).toBeGreaterThan(3 * 15)
    expect(heights[5]).toBeGreaterThan(4 * 15)
  })
})

describe('what people wrote', () => {
  const wrote = async (text: string) => {
    const { rows, cells, formatOf } = await read({ rows: [[text, '', '']] })
    return { text: rows[3]?.[1], cell: cells.get('B4')!, format: formatOf('B4') }
  }

  it.each(['=1+1', '+8613', '-2', '@SUM(A1)', '\t=1', '\r=1', '＝1+1', '=HYPERLINK("http://x","y")'])(
    'never becomes a formula: %j',
    async (text) => {
      const { text: seen, cell, format } = await wrote(text)
      expect(seen).toBe(text.replace('\r', '\n'))
      expect([cell.getAttribute('t'), all(cell, 'f').length]).toEqual(['s', 0])
      expect(format.getAttribute('quotePrefix')).toBe('1')
    },
  )

  it('is not marked where it looks like no formula', async () => {
    expect((await wrote('3号楼 = 三号楼')).format.getAttribute('quotePrefix')).toBeNull()
  })

  it('stays what it was, whatever it is', async () => {
    const marks = fc.constantFrom(...'&<>"\'_ \n\t=中😀', '\r\n', '_x000D_')
    const written = fc.array(fc.string({ unit: fc.oneof(marks, fc.string({ unit: 'grapheme' })) }), { minLength: 1 })
    await fc.assert(
      fc.asyncProperty(written, async (texts) => {
        const { rows } = await read({ rows: texts.map((text) => [text]) })
        const seen = rows.slice(3, -1).map(([, text]) => text)
        expect(seen).toEqual(texts.map((text) => text.replace(/\r\n?/g, '\n')))
      }),
      { numRuns: 50 },
    )
  })

  it('loses only what no XML holds', async () => {
    expect((await wrote('a\0b\u001fc\ud800d\uffffe')).text).toBe('abcde')
  })

  it('is cut where a spreadsheet would call the file damaged', async () => {
    expect((await wrote('字'.repeat(40_000))).text).toHaveLength(32_767)
  })

  it('may stand in the title, the day, the heads and the foot as well', async () => {
    const { rows } = await read({ title: '=1', subtitle: '<b>', columns: ['&'], rows: [], foot: '"' })
    expect(rows.map(([first]) => first)).toEqual(['=1', '<b>', '序号', '今天没有登记', '"'])
  })
})

describe('a long day', () => {
  /** Texts that pack badly, the same each time. */
  const story = (seed: number, length: number) =>
    Array.from({ length }, (_, at) => String.fromCharCode(0x4e00 + ((seed * 7919 + at * at * 104_729) % 20_000))).join(
      '',
    )
  const rows = Array.from({ length: 2_000 }, (_, at) => [`1122-${at}`, `${at % 40}号楼`, story(at, 100)])

  it('of 2,000 entries has them all, in less than 1 MB as the phone gets it', async () => {
    const bytes = await dayWorkbook(aSheet({ rows }))
    expect(Buffer.from(bytes).toString('base64').length).toBeLessThan(1_000_000)
    const seen = readWorkbook(bytes).rows
    expect(seen.slice(3, -1)).toEqual(rows.map((row, at) => [String(at + 1), ...row]))
  })

  it('of more columns than letters names them as a spreadsheet does', async () => {
    const columns = Array.from({ length: 30 }, (_, at) => `第${at}列`)
    const { cells } = await read({ columns, rows: [columns] })
    expect([...cells.keys()].slice(-31)).toContain('AE5')
    expect([...cells.keys()].filter((name) => name.endsWith('4')).slice(25)).toEqual([
      'Z4',
      'AA4',
      'AB4',
      'AC4',
      'AD4',
      'AE4',
    ])
  })
})
