import { randomUUID } from 'node:crypto'
import { minute } from '../../domain/time/clock'
import { recheck } from '../content/recheck'
import { functions } from '../deployment'
import { movesDue } from '../directory/grid-move'
import { importsDue } from '../files/end'
import { readKeys } from '../keys'
import { describeFault, logLine } from '../log'
import { pushDue } from '../message/push'
import { templatesFor } from '../message/templates'
import { remindsDue } from '../notice/know-remind-timer'
import { signUpsDue } from '../notice/signup-timer'
import { noticesDue } from '../notice/timer'
import { eraseDue } from '../people/erasing'
import { reseal } from '../people/reseal'
import { requestsDue } from '../request/timer'
import type { Run } from '../run'
import { openStore } from '../store'
import { platform } from '../store/platform'
import { openDatabase, readCaller } from '../store/sdk'
import { sweep } from '../sweep'
import { isFromClient } from '../system'
import { wishesDue } from '../wish/timer'

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
const often: readonly Step[] = [
  { name: 'requests', run: requestsDue },
  { name: 'wishes', run: wishesDue },
  { name: 'notices', run: noticesDue },
  { name: 'signups', run: signUpsDue },
  { name: 'reminds', run: remindsDue },
  { name: 'pushed', run: pushDue },
]
/** Nobody waits for these to the minute. With nothing to do a run asks the database eight questions without them. */
const seldom: readonly Step[] = [
  { name: 'imported', run: importsDue },
  { name: 'moved', run: movesDue },
  { name: 'rechecked', run: recheck },
  { name: 'erased', run: eraseDue },
  { name: 'resealed', run: reseal },
  { name: 'swept', run: sweep },
]

const seldomEvery = 10 * minute
/** When this instance did all the steps. A new one does not know, and does them: more often is only dearer. */
let wholeAt = -Infinity

/** The platform's timer leaves out what was done lately; whoever starts it by hand wants all of it. */
function stepsFor(trigger: unknown, now: number): readonly Step[] {
  const isTimer = trigger === functions.timer.cron.name
  // A clock that was put back counts as one that went on.
  if (isTimer && Math.abs(now - wholeAt) < seldomEvery) return often
  wholeAt = now
  return [...often, ...seldom]
}

/** Started by the platform's timer: what has to happen by itself. A step that fails does not stop the others. */
export async function main(event?: { readonly TriggerName?: unknown }): Promise<{ ok: boolean; refused?: string }> {
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
  for (const { name, run: work } of stepsFor(event?.TriggerName, now)) {
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
