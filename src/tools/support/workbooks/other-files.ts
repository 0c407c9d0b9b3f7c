import { randomBytes } from 'node:crypto'
import { bad, bytesOf, withEntry, type BadWorkbook } from './bad-workbook'
import { contentTypes, makeZip, relationships, zipOf } from './make-workbook'

/** The container of old Office files, with these names in its directory. */
function compound(...names: readonly string[]): Uint8Array {
  const file = Buffer.alloc(512 * 4)
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(file)
  names.forEach((name, index) => file.write(`${name}\0`, 1024 + index * 128, 'utf16le'))
  return new Uint8Array(file)
}

/** No .xlsx, whatever the name of the file says. */
export const noExcel: readonly BadWorkbook[] = [
  bad('a file with nothing in it', () => new Uint8Array(0), 'empty'),
  bad(
    'a picture',
    () => new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ...randomBytes(500)]),
    'not-excel',
  ),
  bad('a photo', () => new Uint8Array([0xff, 0xd8, 0xff, 0xe0, ...new Uint8Array(500)]), 'not-excel'),
  bad('a PDF', () => bytesOf('%PDF-1.7\n1 0 obj, <</Type/Catalog>>\n'), 'not-excel'),
  bad('a web page', () => bytesOf('<!DOCTYPE html><html><body>通知, 各位居民</body></html>'), 'not-excel'),
  bad(
    'a web page with a table, called .xls',
    () => bytesOf('<html><table><tr><td>房号</td></tr></table>'),
    'old-excel',
  ),
  bad(
    'a letter',
    () =>
      zipOf({
        '[Content_Types].xml': contentTypes,
        '_rels/.rels': relationships({ officeDocument: 'word/document.xml' }),
        'word/document.xml': '<w:document xmlns:w="x"><w:body/></w:document>',
      }),
    'not-excel',
  ),
  bad('a zip of photos', () => zipOf({ 'a.jpg': 'x', 'b.jpg': 'y' }), 'not-excel'),
  bad('a zip with nothing in it', () => new Uint8Array([0x50, 0x4b, 5, 6, ...new Uint8Array(18)]), 'not-excel'),
  bad('a table with commas, called .xlsx', () => bytesOf('小区,楼栋,房号\r\n西街,3号楼,301\r\n'), 'csv'),
  bad(
    'a table with commas in GBK',
    () => new Uint8Array([0xd0, 0xa1, 0xc7, 0xf8, 0x2c, 0xc2, 0xa5, 0x0d, 0x0a]),
    'csv',
  ),
  bad('a table with tabs in UTF-16', () => new Uint8Array(Buffer.from('\ufeff小区\t楼栋\r\n', 'utf16le')), 'csv'),
  bad('an .xls', () => compound('Root Entry', 'Workbook'), 'old-excel'),
  bad('an .xls of Excel 5', () => compound('Root Entry', 'Book'), 'old-excel'),
  bad('an .xls that writes its names large', () => compound('Root Entry', 'WORKBOOK'), 'old-excel'),
  bad('an old letter', () => compound('Root Entry', 'WordDocument'), 'not-excel'),
  bad(
    'an XML of Excel 2003',
    () => bytesOf('<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?><Workbook/>'),
    'old-excel',
  ),
  bad(
    'an .xlsb',
    () =>
      zipOf({
        '[Content_Types].xml': contentTypes,
        '_rels/.rels': relationships({ officeDocument: 'xl/workbook.bin' }),
        'xl/workbook.bin': 'x',
      }),
    'old-excel',
  ),
  bad(
    'an .ods',
    () =>
      makeZip([
        { name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet', method: 0 },
        { name: 'content.xml', content: '<x/>' },
      ]),
    'old-excel',
  ),
  bad('a table of Numbers', () => zipOf({ 'Index/Document.iwa': 'x' }), 'old-excel'),
  bad('a workbook with a password', () => compound('Root Entry', 'EncryptionInfo', 'EncryptedPackage'), 'encrypted'),
  bad(
    'a zip with a password',
    withEntry(() => ({ flags: 1 })),
    'encrypted',
  ),
]
