import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { FunctionSpec } from '../../cloud/deployment'
import { actionOf, isFromClient, newCallId, type Caller, type Calls } from '../calls'
import type { Clock } from '../clock'
import { appId, callEnvironment, environmentId, functionEnvironment } from '../environment'
import { CloudError } from '../errors'
import { NoAnswer, type CallFault, type Faults } from '../faults'
import type { Log } from '../log'
import { Pool } from './pool'

export interface FunctionsOptions {
  /** Holds `<name>/index.js` for each function. */
  readonly folder: string
  readonly specs: Readonly<Record<string, FunctionSpec>>
  /** What every function finds in its environment: the address of this cloud. */
  readonly environment: Readonly<Record<string, string>>
  /** Instances of one function. */
  readonly workers: number
  readonly calls: Calls
  readonly clock: Clock
  readonly faults: Faults
  /** Somebody's phone has called. */
  readonly onVisit?: (openid: string) => void
  readonly log: Log
}

/** What WeChat allows: 1 MB to a mini program, 6 MB between functions. */
const maxReplyBytes = { client: 1024 * 1024, function: 6 * 1024 * 1024 }

/** The cloud functions: who may call them, under whose identity they run, and what they cost. */
export class Functions {
  private readonly pools = new Map<string, Pool>()
  private readonly closing = new AbortController()

  constructor(private readonly options: FunctionsOptions) {}

  /**
   * Calls a function and answers its result as JSON. `parent` is the call of the function that asks for it. A phone's
   * call may be struck by a fault; where nothing comes back, this throws `NoAnswer`.
   */
  async call(name: string, event: unknown, caller: Caller, id = newCallId(), parent?: string): Promise<string> {
    if (caller.openid && isFromClient(caller)) this.options.onVisit?.(caller.openid)
    const fault = this.faultFor(event, caller)
    const call = this.options.calls.start(name, event, caller, id, parent)
    const struck = fault && { fault: fault.kind }
    try {
      if (fault) await this.strike(fault)
      const pool = this.poolFor(name, caller)
      const context = { request_id: id, function_name: name, namespace: environmentId }
      const message = { event: toJson(withIdentity(event, caller)), environment: callEnvironment(call), context }
      const json = await pool.run(message, caller.openid)
      checkSize(json, caller)
      const refused = refusalIn(json)
      call.finish({ outcome: 'ok', ...(refused !== undefined && { refused }), ...struck })
      if (!this.isLost(fault, caller)) return json
    } catch (error) {
      call.finish({ outcome: error instanceof CloudError ? error.code : 'SYS_ERR', ...struck })
      if (!this.isLost(fault, caller)) throw error
    }
    throw new NoAnswer(true)
  }

  async close(): Promise<void> {
    this.closing.abort()
    await Promise.all([...this.pools.values()].map((pool) => pool.close()))
  }

  /** Only what a phone sends meets a fault; without a network it does not even arrive. */
  private faultFor(event: unknown, { source }: Caller): CallFault | undefined {
    if (source !== 'wx_client') return undefined
    if (this.options.faults.networkDropped) throw new NoAnswer(false)
    return this.options.faults.take(actionOf(event))
  }

  /** The network may also have been dropped while the function ran. */
  private isLost(fault: CallFault | undefined, { source }: Caller): boolean {
    return fault?.kind === 'lost' || (source === 'wx_client' && this.options.faults.networkDropped)
  }

  private async strike(fault: CallFault): Promise<void> {
    if (fault.kind === 'fail') throw new CloudError(fault.code, 'made to fail on purpose, in /_local')
    if (fault.kind !== 'slow') return
    try {
      await pause(fault.ms, undefined, { signal: this.closing.signal })
    } catch {
      throw new CloudError('FUNCTIONS_EXECUTE_FAIL', 'the local cloud is stopping')
    }
  }

  private poolFor(name: string, caller: Caller): Pool {
    const { specs, folder, environment, workers, log, clock } = this.options
    const spec = Object.hasOwn(specs, name) ? specs[name] : undefined
    if (!spec) throw new CloudError('FUNCTION_NOT_FOUND', `FunctionName parameter could not be found: ${name}`)
    if (spec.callableBy === 'system' && isFromClient(caller)) {
      throw new CloudError('INVALID_REQUEST_SOURCE', `the function ${name} may be called by the system only`)
    }
    const known = this.pools.get(name)
    if (known) return known
    const file = join(folder, name, 'index.js')
    if (!existsSync(file)) {
      throw new CloudError('FUNCTION_NOT_FOUND', `the bundle of ${name} is missing; npm run build:cloud makes it`)
    }
    const { timeout, memory } = spec
    const variables = { ...environment, ...functionEnvironment(spec) }
    const offset = () => clock.offset
    const pool = new Pool({
      name,
      file,
      environment: variables,
      timeout,
      memory,
      offset,
      log,
      size: workers,
      queue: 200,
    })
    this.pools.set(name, pool)
    return pool
  }
}

/** WeChat writes the caller into a phone's event, over whatever the phone has put there. */
function withIdentity(event: unknown, caller: Caller): unknown {
  const isObject = typeof event === 'object' && event !== null && !Array.isArray(event)
  if (!isObject || !isFromClient(caller)) return event ?? {}
  return { ...event, userInfo: { openId: caller.openid ?? '', appId } }
}

function toJson(event: unknown): string {
  try {
    return JSON.stringify(event)
  } catch {
    // A circle, or nested deeper than can be written.
    throw new CloudError('INVALID_PARAM', 'the event cannot be sent as JSON')
  }
}

/** The code in `{ ok: false, refused }`. A refusal is small, and only what looks like a code is kept. */
function refusalIn(json: string): string | undefined {
  if (json.length > 2000 || !json.includes('"refused"')) return undefined
  const { ok, refused } = Object(JSON.parse(json)) as { ok?: unknown; refused?: unknown }
  return ok === false && typeof refused === 'string' && /^[a-z][\w.-]{0,63}$/.test(refused) ? refused : undefined
}

function checkSize(json: string, caller: Caller): void {
  // Only the first step of a chain answers to the phone.
  const limit = caller.source === 'wx_client' ? maxReplyBytes.client : maxReplyBytes.function
  if (json.length > limit / 3 && Buffer.byteLength(json) > limit) {
    throw new CloudError('RESULT_SIZE_EXCEED_LIMIT', 'cloudfunction result size exceed limit (1MB)')
  }
}
