import { deflateRawSync } from 'node:zlib'
import { bad, badSheet, many, fine, megabytes, type BadWorkbook, type HarmlessWorkbook } from './bad-workbook'
import { main, makeWorkbook, makeZip, parts, sharedTexts, workbookPart, worksheet, zipOf } from './make-workbook'

/** More than is read. */
export const tooMuch: readonly BadWorkbook[] = [
  bad('20 MB', () => megabytes(20), 'too-large'),
  badSheet('a bomb in one sheet', () => makeWorkbook('', { 'xl/worksheets/sheet1.xml': megabytes(45) }), 'zip-bomb'),
  badSheet(
    'a bomb that says it is small',
    () =>
      makeZip(
        Object.entries(parts('')).map(([name, content]) => ({
          name,
          ...(name.endsWith('sheet1.xml') ? { content: megabytes(40), size: 1000 } : { content }),
        })),
      ),
    'zip-bomb',
  ),
  bad(
    'a bomb in the texts',
    () => makeWorkbook(fine, { 'xl/sharedStrings.xml': sharedTexts(`<si><t>${' '.repeat(30e6)}</t></si>`) }),
    'zip-bomb',
  ),
  bad('a bomb in the relationships', () => makeWorkbook(fine, { '_rels/.rels': ' '.repeat(30e6) }), 'zip-bomb'),
  bad(
    'a bomb of very many files',
    () => makeZip(Array.from({ length: 3000 }, (_, index) => ({ name: `${index}`, content: 'x' }))),
    'zip-bomb',
  ),
  bad(
    'a zip within a zip',
    () => zipOf({ 'inner.zip': zipOf({ 'inner.zip': zipOf({ a: megabytes(5) }) }) }),
    'not-excel',
  ),
  badSheet(
    '60 MB of rows that are not alike',
    () =>
      makeWorkbook(
        many(1_000_000, (row) => `<row r="${row + 1}" spans="1:9" s="1" customFormat="1" ht="20" customHeight="1"/>`),
      ),
    'too-large',
  ),
  bad(
    'texts of 10,000,000 characters',
    () =>
      makeWorkbook(fine, {
        'xl/sharedStrings.xml': sharedTexts(
          many(1000, (index) => `<si><t>${many(2000, (other) => `${other % 90}号${index} `)}</t></si>`),
        ),
      }),
    'too-large',
  ),
  bad(
    '21 sheets',
    () =>
      makeWorkbook(fine, {
        'xl/workbook.xml': workbookPart(
          many(21, (index) => `<sheet name="${index}" sheetId="${index + 1}" r:id="rId1"/>`),
        ),
      }),
    'too-many-sheets',
  ),
  badSheet(
    '25,000 rows',
    () => makeWorkbook(many(25_000, (index) => `<row r="${index + 1}"><c r="A${index + 1}"><v>${index}</v></c></row>`)),
    'too-many-rows',
  ),
  bad(
    'a value in the 41st column',
    () => makeWorkbook('<row r="3"><c r="A3"><v>1</v></c><c r="AO3"><v>1</v></c></row>'),
    'too-many-columns',
    'AO3',
  ),
  bad(
    'a value in the last cell of all',
    () => makeWorkbook('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
    'too-many-columns',
    'XFD1048576',
  ),
  bad(
    '400,000 empty texts',
    () =>
      makeWorkbook(fine, {
        'xl/sharedStrings.xml': sharedTexts(
          many(400_000, (index) => `<si>${index % 7 ? '' : `<t>${index * 7919}</t>`}</si>`),
        ),
      }),
    'too-large',
  ),
  bad(
    '380,000 values',
    () =>
      makeWorkbook(
        many(10_000, (row) => `<row>${many(38, (index) => `<c><v>${(row * 38 + index) * 7919}</v></c>`)}</row>`),
      ),
    'too-large',
    'G5264',
  ),
  badSheet(
    'a text longer than a cell can hold',
    () => makeWorkbook(`<row r="1"><c r="A1" t="inlineStr"><is><t>${'长'.repeat(40_000)}</t></is></c></row>`),
    'too-large',
  ),
  badSheet(
    '20,000 merged ranges',
    () =>
      makeWorkbook(
        fine,
        {},
        `<mergeCells>${many(20_000, (index) => `<mergeCell ref="A${index * 2 + 1}:A${index * 2 + 2}"/>`)}</mergeCells>`,
      ),
    'too-large',
  ),
]

/** A bomb made by hand: so many stored blocks that say nothing, each five bytes. */
const emptyBlocks = (count: number) =>
  Buffer.concat([
    Buffer.alloc(count * 5, Buffer.from([0, 0, 0, 0xff, 0xff])),
    deflateRawSync(Buffer.from(worksheet(''))),
  ])

export const harmlessWorkbooks: readonly HarmlessWorkbook[] = [
  {
    name: 'as much as is allowed, each text another one',
    rows: 5500,
    bytes: () =>
      makeWorkbook(
        many(5500, (row) => `<row>${many(36, (column) => `<c t="s"><v>${row * 36 + column}</v></c>`)}</row>`),
        {
          'xl/sharedStrings.xml': sharedTexts(many(198_000, (index) => `<si><t>户${index}号，二十四个字以内</t></si>`)),
        },
      ),
  },

  {
    name: '100,000 empty rows of 9 formatted cells',
    rows: 0,
    bytes: () =>
      makeWorkbook(
        many(
          100_000,
          (row) =>
            `<row r="${row + 1}" ht="20" customHeight="1">${many(9, (index) => `<c r="${String.fromCharCode(65 + index)}${row + 1}" s="0"/>`)}</row>`,
        ),
      ),
  },
  {
    name: '1,000,000 empty rows',
    rows: 0,
    bytes: () => makeWorkbook(many(1_000_000, (row) => `<row r="${row + 1}" s="0" ht="20"/>`)),
  },
  {
    name: '20,000 rows of 9 texts',
    rows: 20_000,
    bytes: () =>
      makeWorkbook(
        many(
          20_000,
          (row) =>
            `<row r="${row + 1}">${many(9, (index) => `<c r="${String.fromCharCode(65 + index)}${row + 1}" t="inlineStr"><is><t>文字${row * 10 + index}</t></is></c>`)}</row>`,
        ),
      ),
  },
  {
    name: 'a bomb that no cell needs',
    rows: 1,
    bytes: () => makeWorkbook(fine, { 'xl/media/image1.png': megabytes(60) }),
  },
  {
    name: 'names that lead out of the folder',
    rows: 1,
    bytes: () => makeWorkbook(fine, { '../../etc/passwd': 'x', '/absolute': 'y', 'C:\\windows\\x': 'z' }),
  },
  {
    name: 'wrong content types',
    rows: 1,
    bytes: () =>
      makeWorkbook(fine, {
        '[Content_Types].xml': '<Types><Override PartName="/xl/workbook.xml" ContentType="image/png"/></Types>',
      }),
  },
  {
    name: 'a size that is told wrongly inside the sheet',
    rows: 1,
    bytes: () =>
      makeWorkbook('', {
        'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><dimension ref="A1:XFD1048576"/><sheetData>${fine}</sheetData></worksheet>`,
      }),
  },
  {
    name: 'very many blocks with nothing in them',
    rows: 0,
    bytes: () =>
      makeZip(
        Object.entries(parts(worksheet(''))).map(([name, content]) => ({
          name,
          content,
          ...(name.endsWith('sheet1.xml') ? { packed: emptyBlocks(900_000) } : {}),
        })),
      ),
  },
]
