import type { Sqlite } from '../database/sqlite'

/** What is known of a file. Its contents lie elsewhere, under their hash. */
export interface FileRow {
  readonly path: string
  readonly hash: string
  readonly bytes: number
  readonly contentType: string
  /** Who uploaded it; empty for a function. */
  readonly owner: string
  /** When it was uploaded last, by the cloud's clock. */
  readonly at: number
}

// A table beside the older ones: a data file that has none gets it, and its format stays what it is.
const schema = `
  CREATE TABLE IF NOT EXISTS files (
    path TEXT PRIMARY KEY, hash TEXT NOT NULL, bytes INTEGER NOT NULL, content_type TEXT NOT NULL,
    owner TEXT NOT NULL, at INTEGER NOT NULL
  );
`
const columns = 'path, hash, bytes, content_type AS contentType, owner, at'

/** Which path has which contents. */
export class FileTable {
  constructor(private readonly sqlite: Sqlite) {
    sqlite.exec(schema)
  }

  find(path: string): FileRow | undefined {
    return this.sqlite.get<FileRow>(`SELECT ${columns} FROM files WHERE path = ?`, [path])
  }

  all(): FileRow[] {
    return this.sqlite.all<FileRow>(`SELECT ${columns} FROM files ORDER BY path`)
  }

  hashes(): Set<string> {
    return new Set(this.sqlite.all<{ hash: string }>('SELECT DISTINCT hash FROM files').map(({ hash }) => hash))
  }

  /** In the place of what was there. */
  put({ path, hash, bytes, contentType, owner, at }: FileRow): void {
    this.sqlite.run('INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?, ?)', [
      path,
      hash,
      bytes,
      contentType,
      owner,
      at,
    ])
  }

  remove(path: string): void {
    this.sqlite.run('DELETE FROM files WHERE path = ?', [path])
  }
}
