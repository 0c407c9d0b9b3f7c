import type { Clock } from '../clock'
import type { Sqlite } from '../database/sqlite'
import type { Log } from '../log'

export interface PushesOptions {
  readonly sqlite: Sqlite
  readonly clock: Clock
  /** Brings an event to the function that receives pushes; throws if that fails. */
  readonly send: (event: unknown) => Promise<unknown>
  /** Whether each event arrives twice, as it now and then does in the real cloud. */
  readonly twice: boolean
  readonly log: Log
}

interface Push {
  readonly id: number
  readonly event: string
  readonly tries: number
}

const schema = `
  CREATE TABLE IF NOT EXISTS pushes (
    id INTEGER PRIMARY KEY AUTOINCREMENT, due INTEGER NOT NULL, event TEXT NOT NULL, tries INTEGER NOT NULL DEFAULT 0
  );
`
/** As for a server of one's own: three tries, five seconds apart. How functions are tried again, WeChat does not say. */
const mostTries = 3
const retryMs = 5000

/**
 * Events that the platform owes a function. They are kept until they have arrived, so one may arrive once more after a
 * restart.
 */
export class Pushes {
  private readonly underWay = new Map<number, Promise<boolean>>()
  private closed = false

  constructor(private readonly options: PushesOptions) {
    options.sqlite.exec(schema)
  }

  /** How many are owed. */
  get waiting(): number {
    return this.options.sqlite.get<{ count: number }>('SELECT COUNT(*) AS count FROM pushes')?.count ?? 0
  }

  add(event: unknown, afterMs: number): void {
    const { sqlite, clock } = this.options
    sqlite.run('INSERT INTO pushes (due, event) VALUES (?, ?)', [clock.now() + afterMs, JSON.stringify(event)])
  }

  /** Brings everything that waits, due or not; answers how many events have arrived. */
  deliver(): Promise<number> {
    return this.bring(Number.MAX_SAFE_INTEGER)
  }

  /** Brings what is due by the cloud's clock. */
  deliverDue(): Promise<number> {
    return this.bring(this.options.clock.now())
  }

  /** Brings nothing more. What is under way just now counts as not brought, and is brought after the next start. */
  stop(): void {
    this.closed = true
  }

  async close(): Promise<void> {
    this.stop()
    await Promise.all(this.underWay.values())
  }

  private async bring(until: number): Promise<number> {
    if (this.closed) return 0
    const due = this.options.sqlite.all<Push>('SELECT id, event, tries FROM pushes WHERE due <= ? ORDER BY due, id', [
      until,
    ])
    const arrived = await Promise.all(due.map((push) => this.underWay.get(push.id) ?? this.start(push)))
    return arrived.filter(Boolean).length
  }

  private start(push: Push): Promise<boolean> {
    const work = this.send(push).finally(() => this.underWay.delete(push.id))
    this.underWay.set(push.id, work)
    return work
  }

  private async send({ id, event, tries }: Push): Promise<boolean> {
    const { sqlite, clock, send, twice, log } = this.options
    try {
      await send(JSON.parse(event))
      if (twice) await send(JSON.parse(event))
      if (!this.closed) sqlite.run('DELETE FROM pushes WHERE id = ?', [id])
      return true
    } catch {
      if (this.closed) return false
      if (tries + 1 < mostTries) {
        sqlite.run('UPDATE pushes SET tries = tries + 1, due = ? WHERE id = ?', [clock.now() + retryMs, id])
      } else {
        sqlite.run('DELETE FROM pushes WHERE id = ?', [id])
        log({ level: 'error', source: 'cloud', text: `a push was given up after ${mostTries} tries` })
      }
      return false
    }
  }
}
