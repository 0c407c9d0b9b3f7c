import type { SheetId } from '../domain/directory/layout'

/** What the sheets of the workbook are called. */
export const sheetNames = {
  estates: '小区',
  grids: '网格',
  buildings: '楼栋',
  households: '住户',
  agencies: '责任单位',
  phones: '电话',
  members: '成员',
  settings: '设置',
} as const satisfies Record<SheetId, string>

/** The head above the places that an agency serves. */
export const areaHead = '服务范围'

/** The head above a household's consent. */
export const consentHead = '同意登记'
