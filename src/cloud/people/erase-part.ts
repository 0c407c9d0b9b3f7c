import type { Run } from '../run'
import type { Row } from '../store'
import type { Table } from '../store/table'

/** Whoever asked may be behind it, or nobody: the timer. */
export type Erasing = Run

/** Documents in one turn. */
export const eraseBatch = 50
/** Erases one batch of one kind; answers how many there were. Each is harmless twice. */
export type ErasePart = (erasing: Erasing, person: string) => Promise<number>

/** The first of a person's documents in a collection. */
export const of = async <Fields extends object>(
  table: Table<Fields>,
  where: Partial<Fields>,
  order: keyof Fields & string,
  limit = eraseBatch,
): Promise<Row<Fields>[]> => (await table.page({ where, order, after: null, limit })).rows

/** Removes what is nobody else's. */
export async function removeAll<Fields extends object>(
  table: Table<Fields>,
  rows: readonly Row<Fields>[],
): Promise<number> {
  await table.remove(rows.map(({ _id }) => _id))
  return rows.length
}

/** Changes what stays for others; whoever lost against another writer is found again in the next turn. */
export async function changeAll<Fields extends object>(
  table: Table<Fields>,
  rows: readonly Row<Fields>[],
  change: (row: Row<Fields>) => Partial<Fields>,
): Promise<number> {
  for (const row of rows) await table.replace({ ...row, ...change(row) })
  return rows.length
}
