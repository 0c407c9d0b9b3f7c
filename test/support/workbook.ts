import { writeWorkbook } from '../../src/cloud/workbook'
import type { CellValue } from '../../src/domain/directory'

export type Rows = readonly (readonly CellValue[])[]

/** A workbook of these sheets; the first row of each holds its heads. */
export const workbookOf = (sheets: Readonly<Record<string, Rows>>): Buffer =>
  Buffer.from(
    writeWorkbook(
      Object.entries(sheets).map(([name, rows]) => ({
        name,
        widths: rows[0]?.map(() => 12) ?? [],
        rows: rows.map((cells, at) => ({ kind: at === 0 ? 'head' : 'data', cells })),
      })),
    ),
  )
