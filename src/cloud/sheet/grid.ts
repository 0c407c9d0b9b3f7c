import { styleOf, type LookName } from './styles'
import { cellText, looksLikeFormula, type SharedTexts } from './words'

/** The letters of a column: 0 is A, 26 is AA. */
export function columnName(column: number): string {
  const rest = Math.floor(column / 26)
  return `${rest > 0 ? columnName(rest - 1) : ''}${String.fromCharCode(65 + (column % 26))}`
}

/** Writes the rows of a sheet from the top down. `columns` is how many the sheet has. */
export class Grid {
  private readonly rows: string[] = []
  private readonly merged: string[] = []

  constructor(
    private readonly columns: number,
    private readonly texts: SharedTexts,
  ) {}

  get height(): number {
    return this.rows.length
  }

  get lastColumn(): string {
    return columnName(this.columns - 1)
  }

  /** One text over the whole width. */
  banner(text: string, look: LookName, height: number): void {
    const others = Array.from({ length: this.columns - 1 }, () => '')
    // Its own height has to be kept: spreadsheets do not count merged cells when they find one.
    this.row(
      [text, ...others].map((one, column) => this.cell(column, one, look)),
      `ht="${height}" customHeight="1"`,
    )
    // A merge of one cell is an error.
    if (this.columns > 1) this.merged.push(`A${this.height}:${this.lastColumn}${this.height}`)
  }

  head(texts: readonly string[], height: number): void {
    this.row(
      texts.map((text, column) => this.cell(column, text, 'head')),
      `ht="${height}"`,
    )
  }

  /** A row of the register behind its rank. The height is a proposal: a spreadsheet finds a better one on its own. */
  entry(rank: number, texts: readonly string[], height: number): void {
    const number = `<c r="A${this.height + 1}" s="${styleOf('middle')}"><v>${rank}</v></c>`
    this.row([number, ...texts.map((text, column) => this.cell(column + 1, text, 'text'))], `ht="${height}"`)
  }

  rowsXml(): string {
    return `<sheetData>${this.rows.join('')}</sheetData>`
  }

  mergedXml(): string {
    if (!this.merged.length) return ''
    const cells = this.merged.map((range) => `<mergeCell ref="${range}"/>`)
    return `<mergeCells count="${cells.length}">${cells.join('')}</mergeCells>`
  }

  private cell(column: number, raw: string, look: LookName): string {
    const text = cellText(raw)
    const style = styleOf(look === 'text' && looksLikeFormula(text) ? 'quoted' : look)
    const place = `r="${columnName(column)}${this.height + 1}" s="${style}"`
    // An empty cell still has its border.
    return text ? `<c ${place} t="s"><v>${this.texts.rankOf(text)}</v></c>` : `<c ${place}/>`
  }

  private row(cells: readonly string[], height: string): void {
    this.rows.push(`<row r="${this.height + 1}" ${height}>${cells.join('')}</row>`)
  }
}
