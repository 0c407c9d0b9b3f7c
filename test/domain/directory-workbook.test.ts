import fc from 'fast-check'
import { readWorkbook, writeWorkbook } from '../../src/cloud/workbook'
import { emptyDirectory, readSheets, sheetsOf, templateSheets, type WrittenSheet } from '../../src/domain/directory'
import { directories } from './support/directories'
import { aKnown } from './support/directory'

/** Through a real .xlsx file. */
function throughFile(sheets: readonly WrittenSheet[]) {
  const workbook = readWorkbook(writeWorkbook(sheets))
  if ('refused' in workbook) throw new Error(workbook.refused)
  return workbook.sheets
}

describe('a workbook as a file', () => {
  it('gives the directory back that was exported into it', () => {
    fc.assert(
      fc.property(directories, (before) => {
        const { directory, problems } = readSheets(throughFile(sheetsOf(before, aKnown())), aKnown({ before }))
        expect(problems.filter(({ stops }) => stops)).toEqual([])
        expect(directory).toEqual(before)
      }),
      { numRuns: 30 },
    )
  })

  it('says nothing when it is the template as it was fetched', () => {
    const { directory, problems } = readSheets(throughFile(templateSheets(aKnown())), aKnown())
    expect(problems).toEqual([])
    expect(directory).toEqual(emptyDirectory)
  })
})
