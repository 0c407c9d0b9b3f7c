import { randomUUID } from 'node:crypto'
import { describeFault, logLine } from '../log'
import { openStore } from '../store'
import { openDatabase, readCaller } from '../store/sdk'
import { sweepMisses, sweepResends } from '../sweep'
import { isFromClient } from '../system'

const store = openStore(openDatabase())

/** Started by the platform's timer: what has to happen by itself. */
export async function main(): Promise<{ ok: boolean; refused?: string }> {
  if (isFromClient(readCaller())) return { ok: false, refused: 'caller.forbidden' }
  const requestId = randomUUID()
  try {
    const now = Date.now()
    const removed = (await sweepResends(store, now)) + (await sweepMisses(store, now))
    logLine({ level: 'info', event: 'timer.swept', requestId, removed })
    return { ok: true }
  } catch (fault) {
    logLine({ level: 'error', event: 'timer.failed', requestId, ...describeFault(fault) })
    return { ok: false, refused: 'server.failed' }
  }
}
