import { randomBytes } from 'node:crypto'
import { newMeter, type Meter } from './meter'

/** Who calls a function, as the platform knows it: never taken from the call's own data. */
export interface Caller {
  /** Absent for an anonymous call and for the system. */
  readonly openid?: string
  /** Where the call comes from, the first step first: `wx_client`, `wx_trigger`, `wx_client,scf`. */
  readonly source: string
}

/** What is remembered of a call: enough to see what it cost, nothing of whom or what it was about. */
export interface CallRecord {
  readonly id: string
  readonly function: string
  /** The action named by the event. */
  readonly action?: string
  readonly caller: 'user' | 'anonymous' | 'system'
  readonly at: number
  readonly ms: number
  readonly roundTrips: number
  readonly documentsRead: number
  readonly documentsWritten: number
  readonly plans: readonly string[]
  /** `ok`, or the code of the error. */
  readonly outcome: string
}

/** A call that is being made. Its token travels with every database request, which is how they are counted. */
export interface RunningCall {
  readonly id: string
  readonly token: string
  readonly function: string
  readonly caller: Caller
  readonly meter: Meter
  finish(outcome: string): void
}

const kept = 500

/** Keeps the calls that run and the records of the last ones. */
export class Calls {
  private readonly running = new Map<string, RunningCall>()
  private readonly finished: CallRecord[] = []

  constructor(private readonly onRecord: (record: CallRecord) => void) {}

  /** The last calls, the oldest first. */
  get recent(): readonly CallRecord[] {
    return this.finished
  }

  /** The call a database request belongs to. */
  byToken(token: unknown): RunningCall | undefined {
    return typeof token === 'string' ? this.running.get(token) : undefined
  }

  start(name: string, event: unknown, caller: Caller, id: string): RunningCall {
    const at = Date.now()
    const started = performance.now()
    const meter = newMeter()
    // Never digits only: the SDK would turn such a value into a number.
    const token = `call-${randomBytes(16).toString('hex')}`
    const finish = (outcome: string) => {
      if (!this.running.delete(token)) return
      const ms = Math.round((performance.now() - started) * 100) / 100
      const { plans, ...counts } = meter
      const kind = kindOf(caller)
      this.add({
        id,
        function: name,
        action: actionOf(event),
        caller: kind,
        at,
        ms,
        ...counts,
        plans: [...plans],
        outcome,
      })
    }
    const call = { id, token, function: name, caller, meter, finish }
    this.running.set(token, call)
    return call
  }

  private add(record: CallRecord): void {
    this.finished.push(record)
    if (this.finished.length > kept) this.finished.shift()
    this.onRecord(record)
  }
}

export function newCallId(): string {
  return `req-${randomBytes(8).toString('hex')}`
}

/** Whether a phone stands at the start of the call. */
export function isFromClient({ source }: Caller): boolean {
  return source.startsWith('wx_client')
}

function kindOf(caller: Caller): CallRecord['caller'] {
  if (caller.openid) return 'user'
  return isFromClient(caller) ? 'anonymous' : 'system'
}

/** Only what looks like a name: an event may hold anything. */
function actionOf(event: unknown): string | undefined {
  const action = typeof event === 'object' && event !== null && 'action' in event ? event.action : undefined
  return typeof action === 'string' && /^[A-Za-z][\w.-]{0,63}$/.test(action) ? action : undefined
}
