import {
  emptyDirectory,
  type CellValue,
  type Directory,
  type Known,
  type Problem,
  readSheets,
  type Sheet,
  type SheetCell,
  type WrittenSheet,
} from '../../../src/domain/directory'
import { knowledge } from '../../../src/knowledge'
import { directoryWords } from '../../../src/text/directory-sheets'

export const now = Date.parse('2026-11-22T10:00:00+08:00')

/** What a workbook of the community "lane" is read with. */
export const aKnown = (over: Partial<Known> = {}): Known => ({
  communityId: 'lane',
  now,
  before: emptyDirectory,
  words: directoryWords,
  roles: Object.values(knowledge.roles).filter(({ person }) => !person),
  settings: knowledge.settings,
  ...over,
})

export type Typed = CellValue | Partial<SheetCell>

const isCell = (typed: Typed): typed is Partial<SheetCell> =>
  typeof typed === 'object' && typed !== null && !('date' in typed)

function cellAt(typed: Typed, column: number): readonly SheetCell[] {
  const cell = { column, value: null, formula: false, merged: false, ...(isCell(typed) ? typed : { value: typed }) }
  return cell.value === null && !cell.formula && !cell.merged ? [] : [cell]
}

/** A sheet as the reader of workbooks gives it: the first row stands in row 1; empty cells are left out. */
export const sheet = (name: string, ...rows: readonly (readonly Typed[])[]): Sheet => ({
  name,
  rows: rows.map((cells, at) => ({ number: at + 1, cells: cells.flatMap(cellAt) })),
})

export const formula = (value: CellValue): Typed => ({ value, formula: true })
export const merged = (value: CellValue): Typed => ({ value, merged: true })

/** Sheets that were written, as they would be read again. */
export const readAgain = (sheets: readonly WrittenSheet[]): readonly Sheet[] =>
  sheets.map(({ name, rows }) => sheet(name, ...rows.map(({ cells }) => cells)))

export const estates = sheet('小区', ['小区名称', '地址'], ['和苑小区', '和平路8号'], ['柳园', '柳园路2号'])
export const grids = sheet('网格', ['网格名称'], ['第一网格'], ['第二网格'])
export const buildings = sheet(
  '楼栋',
  ['小区', '楼栋', '网格', '单元', '层数', '每层户数'],
  ['和苑小区', '1号楼', '第一网格', 2, 6, 2],
  ['和苑小区', '2号楼', '第一网格', 1, 6, 2],
  ['柳园', '甲楼', '第二网格'],
)
export const agencies = sheet(
  '责任单位',
  ['单位', '负责什么', '服务范围'],
  ['和苑物业', '物业服务中心', '和苑小区'],
  ['市自来水公司', '供水公司'],
)
export const phones = sheet(
  '电话',
  ['单位', '电话', '说明', '时间', '核实日期'],
  ['和苑物业', '0371-68001234', '前台', '每天 8:00-18:00', { date: '2026-11-02' }],
  ['市自来水公司', '0371-68005678', '抢修', '24小时'],
)
export const places = [estates, grids, buildings] as const

export const read = (sheets: readonly Sheet[], over: Partial<Known> = {}) => readSheets(sheets, aKnown(over))

/** A directory as the sheets say it; they must be right. */
export function directoryOf(sheets: readonly Sheet[], over: Partial<Known> = {}): Directory {
  const { directory, stopping, problems } = read(sheets, over)
  if (stopping > 0) throw new Error(`the sheets of the test are wrong: ${JSON.stringify(problems)}`)
  return directory
}

/** "电话 B7 missing", in the order in which they are said. */
export const said = (problems: readonly Problem[]): readonly string[] =>
  problems.map(({ sheet: name, cell, code }) => [name, cell, code].filter(Boolean).join(' '))
