/** One measured figure: what was obtained, what it must reach, and whether it did. */
export interface Figure {
  readonly bench: string
  readonly what: string
  readonly value: number
  readonly unit: string
  /** null: nothing is asked of it; it is printed to be compared. */
  readonly most: number | null
}

export const reached = ({ value, most }: Figure): boolean => most === null || value <= most

/** A bench by name; it may say what it is doing while it runs. */
export interface Bench {
  readonly name: string
  readonly run: () => Promise<readonly Figure[]>
}
