import type { Choices } from '../../domain/directory/sheet'
import { columnName } from '../sheet/grid'
import { xmlText } from '../sheet/words'
import { workbookBounds } from './types'

/** Excel opens no file with a longer list. */
const longestList = 255
const lastRow = workbookBounds.rows

/** A text inside a formula: a quote is doubled. */
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`

function source({ from }: Choices): string {
  if ('sheet' in from) {
    const column = columnName(from.column - 1)
    return `'${from.sheet.replaceAll("'", "''")}'!$${column}$${from.firstRow}:$${column}$${lastRow}`
  }
  const list = from.join(',')
  // A fault of ours, not of the people's: Excel would offer to repair the file.
  if (list.length > longestList || from.some((word) => word.includes(','))) throw new Error('choices.too-long')
  return quoted(list)
}

/** The lists of a sheet, from `firstRow` down. */
export function choicesXml(choices: readonly Choices[], firstRow: number): string {
  if (!choices.length) return ''
  const lists = choices.map((one) => {
    const column = columnName(one.column - 1)
    const strict = one.isOnly ? ' showErrorMessage="1"' : ''
    const range = one.row === undefined ? `${column}${firstRow}:${column}${lastRow}` : `${column}${one.row}`
    return `<dataValidation type="list" allowBlank="1"${strict} sqref="${range}"><formula1>${xmlText(source(one))}</formula1></dataValidation>`
  })
  return `<dataValidations count="${lists.length}">${lists.join('')}</dataValidations>`
}
