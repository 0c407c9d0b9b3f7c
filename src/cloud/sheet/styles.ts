const font = (size: number, isBold: boolean) =>
  `<font>${isBold ? '<b/>' : ''}<sz val="${size}"/><color rgb="FF000000"/><name val="SimSun"/><charset val="134"/></font>`

const fonts = [font(11, false), font(20, true), font(12, false), font(11, true)]

const sides = ['left', 'right', 'top', 'bottom']
const thin = sides.map((side) => `<${side} style="thin"><color rgb="FF000000"/></${side}>`).join('')

interface Look {
  readonly font: number
  readonly hasBorder: boolean
  readonly horizontal: 'left' | 'center'
  readonly isShaded?: boolean
  /** Stays a text when somebody edits the cell. */
  readonly isQuoted?: boolean
}

/** Every look of a cell; its place here is its number in the file. */
const looks = {
  plain: { font: 0, hasBorder: false, horizontal: 'left' },
  title: { font: 1, hasBorder: false, horizontal: 'center' },
  subtitle: { font: 2, hasBorder: false, horizontal: 'center' },
  head: { font: 3, hasBorder: true, horizontal: 'center', isShaded: true },
  text: { font: 0, hasBorder: true, horizontal: 'left' },
  quoted: { font: 0, hasBorder: true, horizontal: 'left', isQuoted: true },
  middle: { font: 0, hasBorder: true, horizontal: 'center' },
  foot: { font: 2, hasBorder: false, horizontal: 'left' },
} as const satisfies Record<string, Look>
export type LookName = keyof typeof looks

const numbers = new Map(Object.keys(looks).map((name, index) => [name, index]))
export const styleOf = (name: LookName) => numbers.get(name) ?? 0

function formatOf(look: Look): string {
  const fill = look.isShaded ? 2 : 0
  const border = look.hasBorder ? 1 : 0
  const parts = `numFmtId="0" fontId="${look.font}" fillId="${fill}" borderId="${border}" xfId="0"`
  const applied = 'applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"'
  const alignment = `<alignment horizontal="${look.horizontal}" vertical="center" wrapText="1"/>`
  return `<xf ${parts}${look.isQuoted ? ' quotePrefix="1"' : ''} ${applied}>${alignment}</xf>`
}

/** The part of the file that says how cells look. The first two fills are a spreadsheet's own and have to be there. */
export function stylesXml(): string {
  const formats = Object.values(looks).map(formatOf)
  return [
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    `<fonts count="${fonts.length}">${fonts.join('')}</fonts>`,
    '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>',
    '<fill><patternFill patternType="solid"><fgColor rgb="FFEEEEEE"/><bgColor indexed="64"/></patternFill></fill></fills>',
    '<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>',
    `<border>${thin}<diagonal/></border></borders>`,
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
    `<cellXfs count="${formats.length}">${formats.join('')}</cellXfs>`,
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
    '</styleSheet>',
  ].join('')
}
