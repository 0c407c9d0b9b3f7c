/** Excel calls a file with a longer cell damaged. */
const longest = 32_767

/** All that XML can hold is not this: most control characters and half characters. */
const unspeakable = /[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu

/** A text as it can stand in a cell: one kind of line break, nothing that XML lacks. */
export const cellText = (text: string) => text.replace(/\r\n?/g, '\n').slice(0, longest).replace(unspeakable, '')

const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** A text between two tags or in an attribute. */
export const xmlText = (text: string) => text.replace(/[&<>"]/g, (mark) => marks[mark] ?? mark)

/** Excel reads `_x0041_` inside a text as an A; what somebody typed stays as typed. */
const withoutEscapes = (text: string) => text.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')

/**
 * What a spreadsheet takes for a formula once the cell is edited, also in its wide form. In the file it is a text in
 * any case; such a cell is marked, so that it stays one.
 */
export const looksLikeFormula = (text: string) => /^[=+\-@＝＋－＠\t\n]/.test(text)

/**
 * The texts of a workbook, each once; a cell holds a text's rank. Texts inside the cells would be shorter, but the
 * viewer of iPhones leaves such cells empty.
 */
export class SharedTexts {
  private readonly ranks = new Map<string, number>()
  private uses = 0

  rankOf(text: string): number {
    this.uses += 1
    const known = this.ranks.get(text)
    if (known !== undefined) return known
    this.ranks.set(text, this.ranks.size)
    return this.ranks.size - 1
  }

  xml(): string {
    const items = [...this.ranks.keys()].map(
      (text) => `<si><t xml:space="preserve">${xmlText(withoutEscapes(text))}</t></si>`,
    )
    const counts = `count="${this.uses}" uniqueCount="${this.ranks.size}"`
    return `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" ${counts}>${items.join('')}</sst>`
  }
}
