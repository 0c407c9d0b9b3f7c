import { strToU8, zipSync } from 'fflate'
import type { WrittenSheet } from '../../domain/directory/sheet'
import { SharedTexts, xmlText } from '../sheet/words'
import { sheetXml } from './write-sheet'
import { stylesXml } from './write-styles'

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
/** Of every file, so that the same sheets give the same bytes. By its parts: a zip knows no time zones. */
const zipDate = new Date(2000, 0, 1)

/**
 * Sheets as an .xlsx file (ECMA-376). Heads are bold and stay on the screen; texts are texts, so that nothing that
 * somebody wrote becomes a formula. The same sheets give the same bytes. Excel refuses names of sheets beyond 31
 * characters, with `[]:*?/\` or twice the same; so does this.
 */
export function writeWorkbook(sheets: readonly WrittenSheet[]): Uint8Array {
  checkNames(sheets.map(({ name }) => name))
  const texts = new SharedTexts()
  const parts = sheets.map((sheet, index) => [
    `xl/worksheets/sheet${index + 1}.xml`,
    sheetXml(sheet, texts, index === 0),
  ])
  return packed({
    '[Content_Types].xml': contentTypesXml(sheets.length),
    '_rels/.rels': relationshipsXml([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': workbookXml(sheets),
    'xl/_rels/workbook.xml.rels': relationshipsXml([
      ...sheets.map((_, index) => ['worksheet', `worksheets/sheet${index + 1}.xml`] as const),
      ['styles', 'styles.xml'],
      ['sharedStrings', 'sharedStrings.xml'],
    ]),
    ...(Object.fromEntries(parts) as Record<string, string>),
    'xl/styles.xml': stylesXml(),
    'xl/sharedStrings.xml': texts.xml(),
  })
}

function checkNames(names: readonly string[]): void {
  const isFine = (name: string) => name !== '' && name.length <= 31 && !/[[\]:*?/\\]|^'|'$/.test(name)
  const isOnce = new Set(names.map((name) => name.toLowerCase())).size === names.length
  if (!names.length || !names.every(isFine) || !isOnce) throw new Error('sheets.names')
}

function contentTypesXml(count: number): string {
  const override = (part: string, what: string) =>
    `<Override PartName="/xl/${part}" ContentType="${kind}.${what}+xml"/>`
  return [
    `<Types xmlns="${packages}/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    override('workbook.xml', 'sheet.main'),
    ...Array.from({ length: count }, (_, index) => override(`worksheets/sheet${index + 1}.xml`, 'worksheet')),
    override('styles.xml', 'styles'),
    override('sharedStrings.xml', 'sharedStrings'),
    '</Types>',
  ].join('')
}

function relationshipsXml(targets: readonly (readonly [type: string, target: string])[]): string {
  const items = targets.map(
    ([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${office}/${type}" Target="${target}"/>`,
  )
  return `<Relationships xmlns="${packages}/relationships">${items.join('')}</Relationships>`
}

function workbookXml(sheets: readonly WrittenSheet[]): string {
  const listed = sheets.map(
    ({ name }, index) => `<sheet name="${xmlText(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  )
  return [
    `<workbook xmlns="${main}" xmlns:r="${office}">`,
    '<bookViews><workbookView activeTab="0"/></bookViews>',
    `<sheets>${listed.join('')}</sheets>`,
    '</workbook>',
  ].join('')
}

function packed(files: Readonly<Record<string, string>>): Uint8Array {
  const parts = Object.entries(files).map(([name, xml]) => [name, strToU8(declaration + xml)] as const)
  return zipSync(Object.fromEntries(parts), { level: 6, mtime: zipDate })
}
