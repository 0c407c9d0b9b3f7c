import { commit, type Committed } from './commit'
import { definitions } from './documents'
import type { SdkDatabase } from './sdk'
import { Table, type Write } from './table'
import type { Definition } from './collection'

export type { Committed } from './commit'
export type { Row } from './collection'
export type { Write } from './table'
export { decodeCursor, encodeCursor, type Position } from './page'

type Tables<Definitions> = {
  readonly [Name in keyof Definitions]: Definitions[Name] extends Definition<infer Fields> ? Table<Fields> : never
}

/** Every collection, typed, and the one way to write several documents at once. */
export type Store = Tables<typeof definitions> & {
  commit(writes: readonly Write[]): Promise<Committed>
}

export function openStore(database: SdkDatabase): Store {
  const tables = Object.fromEntries(
    Object.entries(definitions).map(([name, definition]) => [
      name,
      new Table(database, definition as Definition<object>),
    ]),
  )
  return { ...(tables as Tables<typeof definitions>), commit: (writes) => commit(database, writes) }
}
