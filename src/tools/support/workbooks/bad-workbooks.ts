import { bad, badSheet, many, fine, inSheetPart, type BadWorkbook } from './bad-workbook'
import { makeWorkbook, makeZip, parts, relationships, styles, workbookPart, worksheet } from './make-workbook'
import { tooMuch } from './large-workbooks'
import { noExcel } from './other-files'

const brokenZip: readonly BadWorkbook[] = [
  bad('a workbook broken off in the middle', () => makeWorkbook(fine).slice(0, 600), 'damaged'),
  bad('a workbook broken off near its end', () => makeWorkbook(fine).slice(0, -30), 'damaged'),
  badSheet('a sum that is wrong', inSheetPart({ crc: 12345 })),
  badSheet('a length that is too small', inSheetPart({ size: 10 })),
  badSheet('a length that is too large', inSheetPart({ size: 4_000_000_000 })),
  badSheet('a zipped length beyond the file', inSheetPart({ packedSize: 4_000_000_000 })),
  badSheet('a zipped length that is too small', inSheetPart({ packedSize: 10 })),
  badSheet('a way of packing that nobody has', inSheetPart({ method: 14 })),
  badSheet('packed bytes that are none', inSheetPart({ packed: new Uint8Array(500).fill(0xa7) })),
  badSheet('another name in front of the file', inSheetPart({ localName: 'xl/worksheets/sheet2.xml' })),
  bad(
    'the same file twice',
    () =>
      makeZip(
        [...Object.entries(parts(worksheet(fine))), ['xl/Worksheets/sheet1.xml', 'x'] as const].map(
          ([name, content]) => ({ name, content }),
        ),
      ),
    'damaged',
  ),
]

const brokenParts: readonly BadWorkbook[] = [
  bad('no relationships', () => makeWorkbook(fine, { '_rels/.rels': undefined }), 'damaged'),
  bad('relationships to nothing', () => makeWorkbook(fine, { 'xl/workbook.xml': undefined }), 'damaged'),
  bad(
    'relationships that leave the file',
    () => makeWorkbook(fine, { '_rels/.rels': relationships({ officeDocument: '../../../etc/passwd' }) }),
    'damaged',
  ),
  bad(
    'relationships in a circle',
    () => makeWorkbook(fine, { '_rels/.rels': relationships({ officeDocument: '_rels/.rels' }) }),
    'not-excel',
  ),
  badSheet('a sheet that is not there', () => makeWorkbook(fine, { 'xl/worksheets/sheet1.xml': undefined })),
  badSheet('a sheet that nothing leads to', () => makeWorkbook(fine, { 'xl/_rels/workbook.xml.rels': undefined })),
  badSheet('a sheet on another computer', () =>
    makeWorkbook(fine, {
      'xl/_rels/workbook.xml.rels': relationships({ worksheet: 'worksheets/sheet1.xml' }).replace(
        '/>',
        ' TargetMode="External"/>',
      ),
    }),
  ),
  badSheet('a sheet that is another part', () => makeWorkbook(fine, { 'xl/worksheets/sheet1.xml': styles('', [0]) })),
  bad('no sheets', () => makeWorkbook(fine, { 'xl/workbook.xml': workbookPart('') }), 'no-sheets'),
  bad(
    'a chart only',
    () => makeWorkbook(fine, { 'xl/_rels/workbook.xml.rels': relationships({ chartsheet: 'worksheets/sheet1.xml' }) }),
    'no-sheets',
  ),
  bad(
    'no texts, and a cell that has one',
    () =>
      makeWorkbook(fine, {
        'xl/sharedStrings.xml': undefined,
        'xl/_rels/workbook.xml.rels': relationships({ worksheet: 'worksheets/sheet1.xml' }),
      }),
    'damaged',
    'A1',
  ),
  bad('texts that are named and not there', () => makeWorkbook(fine, { 'xl/sharedStrings.xml': undefined }), 'damaged'),
  bad('the 9th of two texts', () => makeWorkbook('<row r="2"><c r="B2" t="s"><v>9</v></c></row>'), 'damaged', 'B2'),
  bad('text -1', () => makeWorkbook('<row r="2"><c r="B2" t="s"><v>-1</v></c></row>'), 'damaged', 'B2'),
  bad('a look that is not there', () => makeWorkbook('<row r="2"><c r="B2" s="7"><v>1</v></c></row>'), 'damaged', 'B2'),
  bad(
    'a kind of cell that nobody has',
    () => makeWorkbook('<row r="1"><c r="A1" t="xyz"><v>1</v></c></row>'),
    'damaged',
    'A1',
  ),
]

const brokenXml: readonly BadWorkbook[] = [
  badSheet('a doctype with entities in entities', () =>
    makeWorkbook('', {
      'xl/worksheets/sheet1.xml': `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>${worksheet('<row r="1"><c t="str"><v>&b;</v></c></row>')}`,
    }),
  ),
  badSheet('an entity from a file', () =>
    makeWorkbook('', {
      'xl/worksheets/sheet1.xml': `<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>${worksheet('')}`,
    }),
  ),
  badSheet('an entity of its own', () => makeWorkbook('<row r="1"><c t="str"><v>&own;</v></c></row>')),
  badSheet('a sheet in UTF-16', () =>
    makeWorkbook('', { 'xl/worksheets/sheet1.xml': Buffer.from(`\ufeff${worksheet(fine)}`, 'utf16le') }),
  ),
  badSheet('a sheet that says it is GBK', () =>
    makeWorkbook('', { 'xl/worksheets/sheet1.xml': `<?xml version="1.0" encoding="gb2312"?>${worksheet(fine)}` }),
  ),
  badSheet('bytes that are no UTF-8', () =>
    makeWorkbook('', {
      'xl/worksheets/sheet1.xml': Buffer.concat([
        Buffer.from('<worksheet>'),
        Buffer.from([0xff, 0xc0]),
        Buffer.from('</worksheet>'),
      ]),
    }),
  ),
  badSheet('a character that XML lacks', () => makeWorkbook('<row r="1"><c t="str"><v>&#0;</v></c></row>')),
  badSheet('tags that do not close', () => makeWorkbook('<row r="1"><c r="A1">')),
  badSheet('tags that cross', () => makeWorkbook('<row r="1"><c r="A1"></row></c>')),
  badSheet('tags inside each other, all too deep', () => makeWorkbook('<row>'.repeat(99) + '</row>'.repeat(99))),
  badSheet('a tag without an end', () => makeWorkbook(`<row r="1" x="${many(20_000, (index) => `${index * 7919}`)}`)),
  badSheet('nothing where the sheet should be', () => makeWorkbook('', { 'xl/worksheets/sheet1.xml': '' })),
]

const absurdPlaces: readonly BadWorkbook[] = [
  bad('a column before A', () => makeWorkbook('<row r="1"><c r="-A1"><v>1</v></c></row>'), 'damaged', 'A1'),
  bad('a column beyond XFD', () => makeWorkbook('<row r="1"><c r="XFE1"><v>1</v></c></row>'), 'damaged', 'A1'),
  bad('row 0', () => makeWorkbook('<row r="0"><c><v>1</v></c></row>'), 'damaged', 'A1'),
  bad('a row beyond the last', () => makeWorkbook('<row r="1048577"><c><v>1</v></c></row>'), 'damaged', 'A1'),
  bad('a cell of another row', () => makeWorkbook('<row r="2"><c r="A3"><v>1</v></c></row>'), 'damaged', 'A2'),
  bad(
    'the same cell twice',
    () => makeWorkbook('<row r="2"><c r="A2"><v>1</v></c><c r="A2"><v>2</v></c></row>'),
    'damaged',
    'B2',
  ),
  bad('the same row twice', () => makeWorkbook('<row r="2"/><row r="2"/>'), 'damaged', 'A3'),
  badSheet('a merge that is none', () => makeWorkbook(fine, {}, '<mergeCells><mergeCell ref="B9:A1"/></mergeCells>')),
  bad(
    'two merges over each other',
    () => makeWorkbook(fine, {}, '<mergeCells><mergeCell ref="A1:C2"/><mergeCell ref="B1:B9"/></mergeCells>'),
    'damaged',
    'B1',
  ),
]

export const badWorkbooks: readonly BadWorkbook[] = [
  ...noExcel,
  ...tooMuch,
  ...brokenZip,
  ...brokenParts,
  ...brokenXml,
  ...absurdPlaces,
]
