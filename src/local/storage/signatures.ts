import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Sqlite } from '../database/sqlite'

// The secret is kept, so that a link outlives a restart as it does in the real cloud.
const schema = 'CREATE TABLE IF NOT EXISTS secrets (name TEXT PRIMARY KEY, value TEXT NOT NULL);'

/** Signs what the cloud hands out and takes back, so that nobody forges a link. */
export class Signatures {
  private readonly secret: string

  constructor(sqlite: Sqlite) {
    sqlite.exec(schema)
    sqlite.run('INSERT OR IGNORE INTO secrets VALUES (?, ?)', ['storage', randomBytes(32).toString('hex')])
    this.secret = sqlite.get<{ value: string }>('SELECT value FROM secrets WHERE name = ?', ['storage'])?.value ?? ''
  }

  /** `purpose` keeps a signature for reading from being one for writing. `until` is in seconds since epoch. */
  sign(purpose: 'read' | 'write', path: string, until: number): string {
    return createHmac('sha256', this.secret).update(`${purpose}\n${until}\n${path}`).digest('hex')
  }

  isValid(signature: string, purpose: 'read' | 'write', path: string, until: number): boolean {
    const expected = Buffer.from(this.sign(purpose, path, until))
    const given = Buffer.from(signature)
    return given.length === expected.length && timingSafeEqual(given, expected)
  }
}
