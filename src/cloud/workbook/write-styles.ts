const font = (size: number, marks: string, colour: string) =>
  `<font>${marks}<sz val="${size}"/><color rgb="${colour}"/><name val="SimSun"/><charset val="134"/></font>`

const black = 'FF000000'
const grey = 'FF666666'
const fonts = [font(11, '', black), font(11, '<b/>', black), font(10, '<i/>', grey), font(11, '<i/>', grey)]

/** Excel's own formats for a text that stays one, and for a whole number without a power of ten. */
const textFormat = 49
const wholeFormat = 1
const dayFormat = 164

interface Look {
  readonly font: number
  readonly format: number
  readonly isHead?: boolean
  readonly wraps?: boolean
  /** Stays a text when somebody edits the cell. */
  readonly isQuoted?: boolean
}

/** Every look of a cell; its place here is its number in the file. The first is that of a cell nobody touched. */
const looks = {
  plain: { font: 0, format: 0 },
  head: { font: 1, format: textFormat, isHead: true, wraps: true },
  help: { font: 2, format: textFormat, wraps: true },
  words: { font: 0, format: textFormat, wraps: true },
  wordsQuoted: { font: 0, format: textFormat, wraps: true, isQuoted: true },
  text: { font: 0, format: textFormat },
  textQuoted: { font: 0, format: textFormat, isQuoted: true },
  whole: { font: 0, format: wholeFormat },
  day: { font: 0, format: dayFormat },
  sample: { font: 3, format: textFormat },
} as const satisfies Record<string, Look>
export type LookName = keyof typeof looks

const numbers = new Map(Object.keys(looks).map((name, index) => [name, index]))
export const lookOf = (name: LookName) => numbers.get(name) ?? 0

function formatOf(look: Look): string {
  const kinds = `numFmtId="${look.format}" fontId="${look.font}" fillId="${look.isHead ? 2 : 0}"`
  const edge = `borderId="${look.isHead ? 1 : 0}" xfId="0"`
  const applied = 'applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"'
  const alignment = `<alignment vertical="${look.wraps ? 'top' : 'center'}"${look.wraps ? ' wrapText="1"' : ''}/>`
  return `<xf ${kinds} ${edge}${look.isQuoted ? ' quotePrefix="1"' : ''} ${applied}>${alignment}</xf>`
}

/** How cells look. The first two fills are a spreadsheet's own and have to be there. */
export function stylesXml(): string {
  const formats = Object.values(looks).map(formatOf)
  return [
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    `<numFmts count="1"><numFmt numFmtId="${dayFormat}" formatCode="yyyy\\-mm\\-dd"/></numFmts>`,
    `<fonts count="${fonts.length}">${fonts.join('')}</fonts>`,
    '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>',
    '<fill><patternFill patternType="solid"><fgColor rgb="FFEEEEEE"/><bgColor indexed="64"/></patternFill></fill></fills>',
    '<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>',
    `<border><left/><right/><top/><bottom style="thin"><color rgb="${black}"/></bottom><diagonal/></border></borders>`,
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
    `<cellXfs count="${formats.length}">${formats.join('')}</cellXfs>`,
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
    '</styleSheet>',
  ].join('')
}
