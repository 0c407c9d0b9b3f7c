/** Where a page ended: the value of the order field and the `_id` there. Opaque to clients. */
export interface Position {
  readonly value: string | number
  readonly id: string
}

export const encodeCursor = ({ value, id }: Position): string =>
  Buffer.from(JSON.stringify([value, id])).toString('base64url')

/** The position that a cursor stands for in an order by such values, or null if it is none of ours. */
export function decodeCursor(cursor: string, values: 'string' | 'number'): Position | null {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    if (!Array.isArray(parsed) || parsed.length !== 2) return null
    const [value, id] = parsed as [unknown, unknown]
    if (typeof value !== values || typeof id !== 'string') return null
    // JSON reads 1e999 as infinite, and no query takes that.
    if (values === 'number' && !Number.isFinite(value)) return null
    return { value: value as Position['value'], id }
  } catch {
    return null
  }
}

/** What a page asks for. `where` holds equalities only, so that the index in front of `order` serves it. */
export interface PageQuery<Fields> {
  readonly where: Partial<Fields>
  readonly order: keyof Fields & string
  readonly direction?: 'asc' | 'desc'
  /** Up to this value of the order field (inclusive), in the page's direction. */
  readonly until?: string | number
  readonly after: Position | null
  /** 1 … 100 */
  readonly limit: number
}
