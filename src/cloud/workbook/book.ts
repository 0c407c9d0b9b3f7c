import type { Budget } from './budget'
import type { OfficePackage } from './package'
import { damaged, Unreadable } from './refusal'

export interface NamedSheet {
  readonly name: string
  readonly hidden: boolean
  readonly part: string
}

export interface Book {
  readonly sheets: readonly NamedSheet[]
  /** Days are counted from 1904, as Excel on old Macs did. */
  readonly isFrom1904: boolean
  /** Absent where no cell refers to them. */
  readonly styles: string | undefined
  readonly texts: string | undefined
}

/** Excel's own limit; a longer one could only be somebody's trick. */
const longestName = 255

/** Which sheets a workbook has, in the order of their tabs. Sheets without cells (charts, dialogues) are left out. */
export function readBook(office: OfficePackage, main: string, budget: Budget): Book {
  const listed: { name: string; hidden: boolean; id: string }[] = []
  let isFrom1904 = false
  let section = ''
  office.read(main, {
    open: (name, attributes, depth) => {
      if (depth === 0 && name !== 'workbook') throw new Unreadable('not-excel')
      if (depth === 1) section = name
      if (depth === 1 && name === 'workbookPr') isFrom1904 = /^(1|true|on)$/.test(attributes.get('date1904') ?? '')
      if (depth !== 2 || section !== 'sheets' || name !== 'sheet') return
      const sheet = { name: attributes.get('name') ?? '', id: attributes.get(':id') ?? '' }
      if (sheet.name.length > longestName) throw damaged()
      if (listed.length >= budget.bounds.sheets) throw new Unreadable('too-many-sheets')
      listed.push({ ...sheet, hidden: /hidden/i.test(attributes.get('state') ?? '') })
    },
  })
  const related = office.relationships(main)
  const part = (kind: string) => related.find((one) => one.kind === kind)?.target
  const sheets = listed.flatMap(({ name, hidden, id }) => {
    const found = related.find((one) => one.id === id)
    if (!found) throw damaged().within(name)
    return found.kind === 'worksheet' ? [{ name, hidden, part: found.target }] : []
  })
  if (!sheets.length) throw new Unreadable('no-sheets')
  return { sheets, isFrom1904, styles: part('styles'), texts: part('sharedStrings') }
}
