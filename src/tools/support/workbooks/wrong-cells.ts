import { makeWorkbook, makeZip, parts, workbookPart, relationships, worksheet } from './make-workbook'

/** A workbook that can be read, and says something wrong. */
export interface WrongCells {
  readonly name: string
  readonly bytes: () => Uint8Array
  /** Where it is wrong; null: the sheet, or the file as a whole. */
  readonly cell: string | null
  /** What the sentence must speak of. */
  readonly says: RegExp
}

const text = (place: string, words: string) => `<c r="${place}" t="inlineStr"><is><t>${words}</t></is></c>`
const rowOf = (number: number, cells: Readonly<Record<string, string>>) =>
  `<row r="${number}">${Object.keys(cells)
    .sort()
    .map((column) => cells[column] ?? '')
    .join('')}</row>`

const heads = ['小区', '楼栋', '单元', '房号', '楼层', '称呼', '电话', '需要关注', '同意登记']
const columns = 'ABCDEFGHI'
const head = rowOf(1, Object.fromEntries(heads.map((word, at) => [columns[at] ?? '', text(`${columns[at]}1`, word)])))

/** A room of the demo that is as it should be. */
const fineRoom = (number: number, room: string) => ({
  A: text(`A${number}`, '和苑小区'),
  B: text(`B${number}`, '1号楼'),
  C: text(`C${number}`, '1单元'),
  D: text(`D${number}`, room),
})

/** One room with these cells in place of its own. */
const room = (cells: Readonly<Record<string, string>>, after = '', more = '') =>
  makeWorkbook(head + rowOf(2, { ...fineRoom(2, '101'), ...cells }) + more, {}, after)
const typed = (cell: string, words: string) => ({ [cell.charAt(0)]: text(cell, words) })
const raw = (cell: string, kind: string, content: string) => ({
  [cell.charAt(0)]: `<c r="${cell}"${kind}>${content}</c>`,
})
const agreed = typed('I2', '是')

const wrong = (
  name: string,
  cell: string | null,
  says: RegExp,
  cells: Readonly<Record<string, string>>,
  after?: string,
): WrongCells => ({ name, cell, says, bytes: () => room(cells, after) })

/** A workbook with a sheet of another name. */
const sheetNamed = (name: string, rows: string) =>
  makeZip(
    Object.entries({
      ...parts(worksheet(rows)),
      'xl/workbook.xml': workbookPart(`<sheet name="${name}" sheetId="1" r:id="rId1"/>`),
      'xl/_rels/workbook.xml.rels': relationships({
        worksheet: 'worksheets/sheet1.xml',
        styles: 'styles.xml',
        sharedStrings: 'sharedStrings.xml',
      }),
    }).map(([part, content]) => ({ name: part, content })),
  )
const buildings = (...rows: readonly (readonly string[])[]) =>
  sheetNamed(
    '楼栋',
    [['小区', '楼栋', '编号'], ...rows]
      .map((cells, at) =>
        rowOf(
          at + 1,
          Object.fromEntries(
            cells.map((word, column) => [columns[column] ?? '', text(`${columns[column]}${at + 1}`, word)]),
          ),
        ),
      )
      .join(''),
  )

export const wrongCells: readonly WrongCells[] = [
  wrong('a formula', 'D2', /公式/, raw('D2', '', '<f>100+1</f><v>101</v>')),
  wrong('merged cells', 'D2', /合并/, {}, '<mergeCells><mergeCell ref="D2:D3"/></mergeCells>'),
  wrong('an error of Excel', 'D2', /#N\/A/, raw('D2', ' t="e"', '<v>#N/A</v>')),
  wrong('a number that lost its end', 'D2', /太长/, raw('D2', '', '<v>1234567890123456789</v>')),
  wrong('a day where a room should be', 'D2', /日期/, raw('D2', ' t="d"', '<v>2026-03-02</v>')),
  wrong('true where a room should be', 'D2', /真\/假/, raw('D2', ' t="b"', '<v>1</v>')),
  wrong('half a room', 'D2', /数字1\.5/, raw('D2', '', '<v>1.5</v>')),
  wrong('words where a floor should be', 'E2', /整数/, typed('E2', '顶楼')),
  wrong('a floor above the clouds', 'E2', /120/, raw('E2', '', '<v>600</v>')),
  wrong('a number where a name should be', 'F2', /要写字/, { ...raw('F2', '', '<v>5</v>'), ...agreed }),
  wrong('a phone that is none', 'G2', /不像电话/, { ...typed('G2', '139'), ...agreed }),
  wrong('a landline without its zero', 'G2', /开头的0/, { ...raw('G2', '', '<v>37168001234</v>'), ...agreed }),
  wrong('a need that is none of ours', 'H2', /没有“爱唱戏”/, { ...typed('H2', '独居、爱唱戏'), ...agreed }),
  wrong('a consent that is neither', 'I2', /没有“问过了”/, typed('I2', '问过了')),
  wrong('an estate that is not there', 'A2', /是不是“和苑小区”/, typed('A2', '和园小区')),
  wrong('a building that is not there', 'B2', /没有叫“99号楼”/, typed('B2', '99号楼')),
  wrong('a unit that is not there', 'C2', /没有“9单元”/, typed('C2', '9单元')),
  wrong('no room', 'D2', /没有填/, { D: '' }),
  wrong('a room of too many letters', 'D2', /最多20个字/, typed('D2', '一'.repeat(40))),
  {
    ...{ name: 'the same room twice', cell: 'D3', says: /D2已经有了/ },
    bytes: () => room({}, '', rowOf(3, fineRoom(3, '101'))),
  },
  {
    ...{ name: 'the same code twice', cell: 'C3', says: /编号“七”和C2一样/ },
    bytes: () => buildings(['和苑小区', '1号楼', '七'], ['和苑小区', '2号楼', '七']),
  },
  {
    ...{ name: 'the same building twice', cell: 'B3', says: /B2已经有了/ },
    bytes: () => buildings(['和苑小区', '1号楼'], ['和苑小区', '1号楼']),
  },
  {
    ...{ name: 'a sheet without heads', cell: null, says: /没有找到表头/ },
    bytes: () => makeWorkbook(rowOf(1, fineRoom(1, '101'))),
  },
  {
    ...{ name: 'a sheet without a column that it needs', cell: null, says: /少了“房号”/ },
    bytes: () =>
      makeWorkbook(rowOf(1, { A: text('A1', '小区'), B: text('B1', '楼栋') }) + rowOf(2, fineRoom(2, '101'))),
  },
  {
    ...{ name: 'sheets that nobody knows', cell: null, says: /没有认得的表/ },
    bytes: () => sheetNamed('账目', rowOf(1, { A: text('A1', '收入') })),
  },
]
