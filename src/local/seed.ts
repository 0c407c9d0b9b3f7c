import type { Database } from './database/database'

/** Documents to begin with, as they are stored. */
export interface SeedRows {
  readonly collection: string
  readonly documents: readonly object[]
}

/** Inserts the demo into fresh data, all of it or nothing; answers whether this was the first run. */
export function seed(database: Database, rows: readonly SeedRows[]): boolean {
  return database.insertOnce('seed', rows)
}
