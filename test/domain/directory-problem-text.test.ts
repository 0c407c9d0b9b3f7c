import { cellName, type Problem, type ProblemCode, type ProblemParams } from '../../src/domain/directory'
import { problemLine, problemsHead, problemText } from '../../src/text/directory-problems'
import { directoryWords } from '../../src/text/directory-sheets'
import { agencies, places, read, sheet } from './support/directory'

const head = '电话'
/** One of each. */
const params: { readonly [Code in ProblemCode]: ProblemParams[Code] } = {
  'no-sheets': { names: ['小区', '楼栋'] },
  'sheet-unknown': { nearest: '楼栋' },
  'sheet-twice': { other: '小区' },
  'heads-missing': { heads: ['小区名称'] },
  'head-missing': { head },
  'head-twice': { head, other: 'B1' },
  missing: { head },
  formula: { head },
  merged: { head },
  'error-here': { head, value: '#N/A' },
  'digits-lost': { head },
  'date-here': { head },
  'number-here': { head, value: '5' },
  'logic-here': { head },
  'not-a-number': { head, value: '很高' },
  'out-of-range': { head, least: 1, most: 60 },
  'too-long': { head, most: 40 },
  'unknown-name': { kind: 'buildings', name: '3栋', nearest: null },
  'ambiguous-name': { name: '1号楼' },
  'unknown-choice': { head, value: '楼长', nearest: null, choices: ['网格长', '志愿者'] },
  duplicate: { name: '1号楼', other: 'B3' },
  'duplicate-code': { code: 'A1', other: 'B3' },
  'duplicate-unit': { name: '甲单元' },
  'other-estate': { code: 'A1', name: '1号楼' },
  'too-many': { kind: 'agencies', most: 150 },
  'units-unclear': { value: '好几个' },
  'one-a-row': { value: '1-5号楼' },
  'unit-needed': { building: '1号楼', units: ['1单元', '2单元'] },
  'phone-unclear': { value: '139' },
  'phone-no-area-code': { value: '68001234' },
  'phone-lost-zero': { value: '37168001234', meant: '0371-68001234' },
  'hours-blank': {},
  'hours-unclear': { part: '看情况' },
  'hours-no-days': { part: '8:00-18:00' },
  'hours-other-days': { part: '周六' },
  'hours-backwards': { part: '9:00-5:00', meant: '09:00-17:00' },
  'date-unclear': { value: '上个月' },
  'date-ahead': { value: '2027-01-01' },
  'date-over': { value: '2025-01-01' },
  'no-consent': { head },
  'place-needed': { role: 'grid-leader', kind: 'grids' },
  'place-unwanted': { role: 'secretary' },
  'area-blank': { agency: '和苑物业' },
  'area-gone': { agency: '和苑物业' },
  'no-phone': { agency: '和苑物业' },
}
const problemOf = (code: ProblemCode): Problem =>
  // The table pairs each code with its own params.
  ({ code, params: params[code], sheet: '电话', cell: 'B7', stops: true }) as Problem
const codes = Object.keys(params) as ProblemCode[]

describe('the sentence for a problem', () => {
  it.each(codes)('is plain, kind and whole: %s', (code) => {
    const text = problemText(problemOf(code))
    expect(text).toMatch(/[。？]$/)
    expect(text).not.toMatch(/[!！]|undefined|null|错误的|非法|无效/)
    expect([...text].length).toBeLessThanOrEqual(80)
  })

  it.each(codes.filter((code) => code !== 'sheet-unknown'))('says what to do: %s', (code) => {
    expect(problemText(problemOf(code))).toMatch(/请|可以填|是不是/)
  })

  it('says where it is', () => {
    expect(problemLine(problemOf('missing'))).toBe('电话 B7：“电话”没有填。请补上。')
    expect(problemLine({ ...problemOf('no-sheets'), sheet: null, cell: null })).toMatch(/^这份文件/)
  })

  it('asks whether the nearest name was meant', () => {
    const phone = sheet('电话', ['单位', '电话', '时间'], ['和园物业', '12345', '24小时'])
    const [problem] = read([...places, agencies, phone]).problems
    expect(problem && problemLine(problem)).toBe('电话 A2：“责任单位”表里没有“和园物业”。是不是“和苑物业”？')
  })
})

describe('the words above the problems', () => {
  it.each([
    [0, 0, '没有发现问题'],
    [3, 3, '一共3处要看'],
    [300, 200, '一共300处要看，先列出200处'],
  ])('for %d, of which %d are shown', (found, shown, words) => expect(problemsHead(found, shown)).toBe(words))
})

describe('the words of the workbook', () => {
  it('give each sheet and each column of a sheet a name of its own', () => {
    const sheets = Object.values(directoryWords.sheets)
    const names = sheets.flatMap(({ name, also = [] }) => [name, ...also])
    expect(new Set(names).size).toBe(names.length)
    for (const { columns } of sheets) {
      const heads = Object.values(columns).flatMap(({ head: word, also = [] }) => [word, ...also])
      expect(new Set(heads).size).toBe(heads.length)
    }
  })

  it.each([
    [0, 'A1'],
    [25, 'Z1'],
    [26, 'AA1'],
    [51, 'AZ1'],
    [52, 'BA1'],
    [701, 'ZZ1'],
    [702, 'AAA1'],
  ])('call column %d as Excel does: %s', (column, name) => expect(cellName(column, 1)).toBe(name))
})
