export { readWorkbook } from './read'
export {
  workbookBounds,
  type Bounds,
  type CellType,
  type CellValue,
  type RefusalCode,
  type SheetCell,
  type SheetRow,
  type Workbook,
  type WorkbookRefusal,
  type WorkbookSheet,
} from './types'
export { writeWorkbook } from './write'
