import Libsql from 'libsql'

type Param = string | number

/** A thin hold on the driver: prepared statements by their text, and transactions that always end. */
export class Sqlite {
  private readonly connection: Libsql.Database
  private readonly statements = new Map<string, Libsql.Statement<unknown[]>>()
  private closed = false

  constructor(file: string) {
    this.connection = new Libsql(file)
    // A backup reads from another process: who meets a lock waits for a moment instead of failing.
    this.connection.exec('PRAGMA busy_timeout = 5000')
  }

  exec(sql: string): void {
    this.connection.exec(sql)
  }

  run(sql: string, params: readonly Param[] = []): number {
    return this.statement(sql).run(...params).changes
  }

  get<Row>(sql: string, params: readonly Param[] = []): Row | undefined {
    return this.statement(sql).get(...params) as Row | undefined
  }

  all<Row>(sql: string, params: readonly Param[] = []): Row[] {
    return this.statement(sql).all(...params) as Row[]
  }

  /** All of the writes or none of them. */
  transaction<Result>(work: () => Result): Result {
    this.exec('BEGIN IMMEDIATE')
    try {
      const result = work()
      this.exec('COMMIT')
      return result
    } catch (error) {
      this.exec('ROLLBACK')
      throw error
    }
  }

  /** Writes a copy of the state of this moment to a new file; others may go on writing. */
  copyTo(file: string): void {
    this.exec(`VACUUM INTO '${file.replaceAll("'", "''")}'`)
  }

  close(): void {
    if (this.closed) return
    this.closed = true
    this.statements.clear()
    this.connection.close()
  }

  private statement(sql: string): Libsql.Statement<unknown[]> {
    const known = this.statements.get(sql)
    if (known) return known
    // Lists of different lengths make different texts; old ones are dropped rather than kept for ever.
    if (this.statements.size >= 500) this.statements.clear()
    const statement = this.connection.prepare(sql)
    this.statements.set(sql, statement)
    return statement
  }
}

/** Whether the driver reports that a unique key exists already. */
export function isUniqueViolation(error: unknown): boolean {
  return error instanceof Error && /UNIQUE constraint failed/.test(error.message)
}
