import { readSheets, type Directory, type Known, type ReadSheets, type Sheet } from '../../domain/directory'
import { knowledge } from '../../knowledge'
import { directoryWords } from '../../text/directory-sheets'
import { workbookFault } from '../../text/directory-import'
import { readWorkbook, workbookBounds, type RefusalCode, type Workbook } from '../workbook'

/** What a community's workbook is written and read with. */
export const workbookKnown = {
  words: directoryWords,
  roles: Object.values(knowledge.roles).filter(({ person }) => !person),
  settings: knowledge.settings,
} satisfies Partial<Known>

/** The rules count columns from 0, the reader of workbooks as people do. */
const sheetsOf = ({ sheets }: Workbook): Sheet[] =>
  sheets.map(({ name, rows }) => ({
    name,
    rows: rows.map(({ number, cells }) => ({
      number,
      cells: cells.map((cell) => ({ ...cell, column: cell.column - 1 })),
    })),
  }))

/** The sentence for each reason why a file cannot be read. A new reason does not compile without one. */
const faults: Readonly<Record<RefusalCode, string>> = workbookFault

/** With the sheets, so that a cell can be named later. */
export type ReadFile = ReadSheets & { readonly sheets: readonly Sheet[] }

/** What a file says, or a sentence that says why it cannot be read. May take seconds. */
export function readFile(
  bytes: Uint8Array,
  { communityId, now, before }: { readonly communityId: string; readonly now: number; readonly before: Directory },
): ReadFile | { readonly fault: string } {
  const workbook = readWorkbook(bytes, workbookBounds)
  if ('refused' in workbook) {
    const where = [workbook.sheet, workbook.cell].filter(Boolean).join(' ')
    return { fault: where === '' ? faults[workbook.refused] : `${where}：${faults[workbook.refused]}` }
  }
  const sheets = sheetsOf(workbook)
  return { ...readSheets(sheets, { communityId, now, before, ...workbookKnown }), sheets }
}
