import { randomUUID } from 'node:crypto'
import { readVerdict, takeVerdict } from '../content/verdict'
import { describeFault, logLine } from '../log'
import { openStore } from '../store'
import { platform } from '../store/platform'
import { openDatabase, readCaller } from '../store/sdk'
import { isFromClient } from '../system'

const store = openStore(openDatabase())

/**
 * Message pushes of the platform. Verdicts of the picture check are taken in; whatever else arrives is counted by its
 * kind in the log. All are acknowledged ("success" is the word that WeChat waits for), so that they are not sent again;
 * only where a verdict could not be written down this throws, so that it is.
 */
export async function main(event: unknown): Promise<string | { ok: false; refused: string }> {
  if (isFromClient(readCaller())) return { ok: false, refused: 'caller.forbidden' }
  const requestId = randomUUID()
  const kind = (event as { Event?: unknown } | null)?.Event
  const known = typeof kind === 'string' && /^[a-z_]{1,40}$/.test(kind) ? kind : 'unknown'
  logLine({ level: 'info', event: 'push.received', requestId, kind: known })
  const verdict = readVerdict(event)
  if (verdict === null) return 'success'
  try {
    const isOurs = await takeVerdict({ store, platform, now: Date.now() }, verdict)
    logLine({ level: 'info', event: isOurs ? 'verdict.taken' : 'verdict.unknown', requestId, found: verdict.found })
    return 'success'
  } catch (fault) {
    logLine({ level: 'error', event: 'verdict.failed', requestId, ...describeFault(fault) })
    throw new Error('the verdict was not taken in')
  }
}
