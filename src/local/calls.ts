import { randomBytes } from 'node:crypto'
import type { CallFault } from './faults'
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
  /** The call of the function that made this one. */
  readonly parent?: string
  readonly function: string
  /** The action named by the event. */
  readonly action?: string
  readonly caller: 'user' | 'anonymous' | 'system'
  /** A made-up name of the user, such as 居民甲 or 访客 3. */
  readonly name?: string
  /** By the cloud's clock. */
  readonly at: number
  readonly ms: number
  /** As in `Meter`. */
  readonly roundTrips: number
  readonly databaseTrips: number
  readonly documentsRead: number
  readonly documentsWritten: number
  readonly plans: readonly string[]
  /** `ok`, or the code of the error. */
  readonly outcome: string
  /** The code of a refusal: a function that answers one has done its work. */
  readonly refused?: string
  /** What was made to go wrong with it on purpose. */
  readonly fault?: CallFault['kind']
}

/** How a call ended. */
export type Ending = Pick<CallRecord, 'outcome' | 'refused' | 'fault'>

/** Where the records take their time and their names from. */
export interface CallsOptions {
  readonly now: () => number
  /** A made-up name for an openid. */
  readonly nameOf: (openid: string) => string
  readonly onRecord: (record: CallRecord) => void
}

/** A call that is being made. Its token travels with every database request, which is how they are counted. */
export interface RunningCall {
  readonly id: string
  readonly token: string
  readonly function: string
  readonly caller: Caller
  readonly meter: Meter
  /** The first ending counts. */
  finish(ending: Ending): void
}

const kept = 500

/** Keeps the calls that run and the records of the last ones. */
export class Calls {
  private readonly running = new Map<string, RunningCall>()
  private readonly finished: CallRecord[] = []
  private count = 0

  constructor(private readonly options: CallsOptions) {}

  /** The last calls, the oldest first. */
  get recent(): readonly CallRecord[] {
    return this.finished
  }

  /** How many calls have ended since the start, and how many are being made. */
  get counts(): { readonly ended: number; readonly running: number } {
    return { ended: this.count, running: this.running.size }
  }

  /** The call a database request belongs to. */
  byToken(token: unknown): RunningCall | undefined {
    return typeof token === 'string' ? this.running.get(token) : undefined
  }

  start(name: string, event: unknown, caller: Caller, id: string, parent?: string): RunningCall {
    const at = this.options.now()
    const started = performance.now()
    const meter = newMeter()
    // Never digits only: the SDK would turn such a value into a number.
    const token = `call-${randomBytes(16).toString('hex')}`
    const finish = (ending: Ending) => {
      if (!this.running.delete(token)) return
      const ms = Math.round((performance.now() - started) * 100) / 100
      const { plans, ...counts } = meter
      this.add({
        id,
        ...(parent !== undefined && { parent }),
        function: name,
        action: actionOf(event),
        caller: kindOf(caller),
        ...(caller.openid && { name: this.options.nameOf(caller.openid) }),
        at,
        ms,
        ...counts,
        plans: [...plans],
        ...ending,
      })
    }
    const call = { id, token, function: name, caller, meter, finish }
    this.running.set(token, call)
    return call
  }

  private add(record: CallRecord): void {
    this.count += 1
    this.finished.push(record)
    if (this.finished.length > kept) this.finished.shift()
    this.options.onRecord(record)
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
export function actionOf(event: unknown): string | undefined {
  const action = typeof event === 'object' && event !== null && 'action' in event ? event.action : undefined
  return typeof action === 'string' && /^[A-Za-z][\w.-]{0,63}$/.test(action) ? action : undefined
}
