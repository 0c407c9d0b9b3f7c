import { randomUUID } from 'node:crypto'
import { logLine } from '../log'
import { openDatabase, readCaller } from '../store/sdk'
import { isFromClient } from '../system'

openDatabase()

/**
 * Message pushes of the platform. Nothing is subscribed to yet: whatever arrives is counted by its kind in the
 * log and acknowledged ("success" is the word that WeChat waits for), so that it is not sent again.
 */
export function main(event: unknown): string | { ok: false; refused: string } {
  if (isFromClient(readCaller())) return { ok: false, refused: 'caller.forbidden' }
  const kind = (event as { Event?: unknown } | null)?.Event
  const known = typeof kind === 'string' && /^[a-z_]{1,40}$/.test(kind) ? kind : 'unknown'
  logLine({ level: 'info', event: 'push.received', requestId: randomUUID(), kind: known })
  return 'success'
}
