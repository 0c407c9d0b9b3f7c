import { randomUUID } from 'node:crypto'
import { recheck } from '../content/recheck'
import { readKeys } from '../keys'
import { describeFault, logLine } from '../log'
import { pushDue } from '../message/push'
import { templatesFor } from '../message/templates'
import { eraseDue } from '../people/erasing'
import { reseal } from '../people/reseal'
import type { Run } from '../run'
import { openStore } from '../store'
import { platform } from '../store/platform'
import { openDatabase, readCaller } from '../store/sdk'
import { sweep } from '../sweep'
import { isFromClient } from '../system'

const keys = readKeys(process.env)
const templates = templatesFor(process.env.MESSAGE_TEMPLATES, logLine)
const store = openStore(openDatabase())

/** How long (ms) a run begins something new; its time-out (a minute) leaves room to end what was begun. */
const budget = 40_000

/** One thing that happens by itself; answers figures for the log, never whose. */
interface Step {
  readonly name: string
  run(run: Run): Promise<Readonly<Record<string, number>>>
}

/** In this order: what people wait for comes first. Each ends well inside the time of a run. */
const steps: readonly Step[] = [
  { name: 'pushed', run: pushDue },
  { name: 'rechecked', run: recheck },
  { name: 'erased', run: eraseDue },
  { name: 'resealed', run: reseal },
  { name: 'swept', run: sweep },
]

/** Started by the platform's timer: what has to happen by itself. A step that fails does not stop the others. */
export async function main(): Promise<{ ok: boolean; refused?: string }> {
  if (isFromClient(readCaller())) return { ok: false, refused: 'caller.forbidden' }
  const requestId = randomUUID()
  const now = Date.now()
  const ends = now + budget
  let ok = true
  const note = (event: string, fault?: unknown) =>
    logLine({ level: 'error', event, requestId, ...(fault === undefined ? {} : describeFault(fault)) })
  const run: Run = {
    ...{ person: null, openid: '', now, store, keys, platform, templates, requestId, log: logLine, note },
    isFit: () => Promise.resolve(false),
    hasTime: () => Date.now() < ends,
  }
  for (const { name, run: work } of steps) {
    try {
      const figures = await work(run)
      // Silence would hide that a step runs at all: each says what it did.
      logLine({ level: 'info', event: `timer.${name}`, requestId, ...figures })
    } catch (fault) {
      ok = false
      logLine({ level: 'error', event: 'timer.failed', requestId, step: name, ...describeFault(fault) })
    }
  }
  return ok ? { ok } : { ok, refused: 'server.failed' }
}
