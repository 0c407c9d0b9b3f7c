import { xmlText } from './words'

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

interface Page {
  /** The row that stays on the screen, and stands on every printed page. */
  readonly headRow: number
  readonly lastCell: string
  readonly widths: readonly number[]
  readonly rows: string
  readonly merged: string
  /** Under each printed page. */
  readonly foot: string
}

/** The sheet: A4 across, as wide as one page, as long as it takes. The order of its parts is the format's. */
export function sheetXml({ headRow, lastCell, widths, rows, merged, foot }: Page): string {
  const columns = widths.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  )
  return [
    `<worksheet xmlns="${main}">`,
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    `<dimension ref="A1:${lastCell}"/>`,
    `<sheetViews><sheetView tabSelected="1" workbookViewId="0">`,
    `<pane ySplit="${headRow}" topLeftCell="A${headRow + 1}" activePane="bottomLeft" state="frozen"/>`,
    '</sheetView></sheetViews>',
    '<sheetFormatPr defaultRowHeight="15"/>',
    `<cols>${columns.join('')}</cols>`,
    rows,
    merged,
    '<printOptions horizontalCentered="1"/>',
    // In inches: a centimetre, and room for a punch and the page number.
    '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>',
    '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
    `<headerFooter><oddFooter>&amp;C${xmlText(foot)}</oddFooter></headerFooter>`,
    '</worksheet>',
  ].join('')
}
