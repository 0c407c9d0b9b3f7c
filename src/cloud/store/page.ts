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

/** Equalities; of a list, one of its elements. */
export type Equal<Fields> = {
  readonly [Name in keyof Fields]?: Fields[Name] | (Fields[Name] extends readonly (infer Item)[] ? Item : never)
}

/** What a page asks for. `where` holds equalities only, so that the index in front of `order` serves it. */
export interface PageQuery<Fields> {
  readonly where: Equal<Fields>
  readonly order: (keyof Fields & string) | '_id'
  readonly direction?: 'asc' | 'desc'
  /** Up to this value of the order field (inclusive), in the page's direction. */
  readonly until?: string | number
  readonly after: Position | null
  /** 1 … 100 */
  readonly limit: number
}

/** Which fields of a document are read: all of a field, or of a list's items only these. */
export type Wanted<Fields> = {
  readonly [Name in keyof Fields]?:
    true | (Fields[Name] extends readonly (infer Item extends object)[] ? readonly (keyof Item & string)[] : never)
}

/** A document of which only the wanted fields were read. */
export type Lean<Fields, Asked extends Wanted<Fields>> = {
  readonly [Name in keyof Asked & keyof Fields]: Asked[Name] extends readonly (infer Part)[]
    ? Fields[Name] extends readonly (infer Item)[]
      ? readonly Pick<Item, Part & keyof Item>[]
      : never
    : Fields[Name]
} & { readonly _id: string }

/** How a database is asked for no more than that; what a document always carries comes along. */
export function projectionOf(wanted: Readonly<Record<string, true | readonly string[] | undefined>>) {
  const paths = Object.entries(wanted).flatMap(([name, parts]) =>
    Array.isArray(parts) ? (parts as readonly string[]).map((part) => `${name}.${part}`) : [name],
  )
  return Object.fromEntries([...paths, '_id', 'shape', 'version'].map((path) => [path, true]))
}
