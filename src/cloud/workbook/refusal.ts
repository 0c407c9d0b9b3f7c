import type { RefusalCode, WorkbookRefusal } from './types'

/**
 * Thrown inside the reader only, out of the middle of a part; `readWorkbook` turns it into a value.
 */
export class Unreadable extends Error {
  constructor(
    readonly code: RefusalCode,
    private readonly place: { readonly sheet?: string; readonly cell?: string } = {},
  ) {
    super(code)
  }

  /** The same reason, with the sheet in which it was met. */
  within(sheet: string): Unreadable {
    return new Unreadable(this.code, { ...this.place, sheet })
  }

  refusal(): WorkbookRefusal {
    return { refused: this.code, ...this.place }
  }
}

export const damaged = (cell?: string) => new Unreadable('damaged', cell === undefined ? {} : { cell })
