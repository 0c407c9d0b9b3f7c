/**
 * How wide columns and how high rows are. Widths are in digits, as a spreadsheet counts them; heights in points.
 * A spreadsheet would find the heights by itself, the viewer of a phone may not: so they stand in the file, a little
 * generous.
 */

/** What fits beside each other on A4 across, with the margins of `page.ts`. */
export const pageWidth = 124
export const rankWidth = 6
const narrowest = 6

const lineHeight = 15.5
const lowestRow = 24
/** No spreadsheet draws a higher row. */
const highestRow = 409

/** Chinese characters and wide marks are twice as wide as a digit. */
function textWidth(text: string): number {
  let width = 0
  for (const letter of text) width += letter > '\u2e7f' ? 2 : 1
  return width
}

const longestLine = (text: string) => Math.max(...text.split('\n').map(textWidth))

/** Beyond this a text may break into lines: one long story must not take the other columns' room. */
const widestWish = 40

/** What each column would like to have, from its head and its texts. */
function wishes(columns: readonly string[], rows: readonly (readonly string[])[]): number[] {
  return columns.map((head, column) => {
    const longest = rows.reduce((most, row) => Math.max(most, longestLine(row[column] ?? '')), textWidth(head))
    return Math.min(longest + 2, widestWish)
  })
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, number) => all + number, 0)

/** A story in less than this is a tower of words. */
const comfortable = 28
/** So much wider the table may be: printing shrinks it to the page, and its letters stay readable. */
const shrinkable = 1.25

/** Where there is too little room, the widest give first: a number or a name stays in one line. */
function withinRoom(wanted: readonly number[], room: number): number[] {
  const capped = (most: number) => wanted.map((width) => Math.min(width, most))
  const isTooWide = (most: number) => sum(capped(most)) > (most > comfortable ? room : room * shrinkable)
  let most = widestWish
  while (most > narrowest && isTooWide(most)) most -= 1
  return capped(most)
}

/** Fills the page's width with the columns, as `widths` stand to each other, or else as their texts need it. */
export function columnWidths(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  widths?: readonly number[],
): number[] {
  const room = pageWidth - rankWidth
  if (widths) {
    const told = columns.map((_, column) => widths[column] ?? narrowest)
    return stretched(told, room / sum(told))
  }
  const wanted = withinRoom(wishes(columns, rows), room)
  return stretched(wanted, Math.max(1, room / sum(wanted)))
}

const stretched = (widths: readonly number[], share: number) =>
  widths.map((width) => Math.max(narrowest, Math.round(width * share * 10) / 10))

/** As high as its fullest cell; one that breaks lines earlier than counted here still fits. */
export function rowHeight(texts: readonly string[], widths: readonly number[]): number {
  const lines = texts.map((text, column) => {
    const room = Math.max(1, (widths[column] ?? narrowest) - 1)
    return sum(text.split('\n').map((line) => Math.max(1, Math.ceil(textWidth(line) / room))))
  })
  return Math.min(highestRow, Math.max(lowestRow, Math.max(1, ...lines) * lineHeight + 6))
}
