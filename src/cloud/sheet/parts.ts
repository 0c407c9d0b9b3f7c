import { xmlText } from './words'

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

export const contentTypesXml = [
  `<Types xmlns="${packages}/content-types">`,
  `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`,
  '<Default Extension="xml" ContentType="application/xml"/>',
  `<Override PartName="/xl/workbook.xml" ContentType="${kind}.sheet.main+xml"/>`,
  `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${kind}.worksheet+xml"/>`,
  `<Override PartName="/xl/styles.xml" ContentType="${kind}.styles+xml"/>`,
  `<Override PartName="/xl/sharedStrings.xml" ContentType="${kind}.sharedStrings+xml"/>`,
  '</Types>',
].join('')

const relationships = (targets: Readonly<Record<string, string>>) => {
  const items = Object.entries(targets).map(
    ([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${office}/${type}" Target="${target}"/>`,
  )
  return `<Relationships xmlns="${packages}/relationships">${items.join('')}</Relationships>`
}

export const rootRelationshipsXml = relationships({ officeDocument: 'xl/workbook.xml' })
export const workbookRelationshipsXml = relationships({
  worksheet: 'worksheets/sheet1.xml',
  styles: 'styles.xml',
  sharedStrings: 'sharedStrings.xml',
})

/** What the workbook holds: one sheet, whose row `headRow` every printed page begins with. */
export function workbookXml(name: string, headRow: number, lastCell: string): string {
  const sheet = xmlText(name)
  const defined = (what: string, range: string) =>
    `<definedName name="_xlnm.${what}" localSheetId="0">'${sheet}'!${range}</definedName>`
  return [
    `<workbook xmlns="${main}" xmlns:r="${office}">`,
    '<bookViews><workbookView activeTab="0"/></bookViews>',
    `<sheets><sheet name="${sheet}" sheetId="1" r:id="rId1"/></sheets>`,
    `<definedNames>${defined('Print_Area', `$A$1:${lastCell}`)}${defined('Print_Titles', `$${headRow}:$${headRow}`)}</definedNames>`,
    '</workbook>',
  ].join('')
}
