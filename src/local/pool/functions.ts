import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { FunctionSpec } from '../../cloud/deployment'
import { isFromClient, newCallId, type Caller, type Calls } from '../calls'
import { appId, callEnvironment, environmentId } from '../environment'
import { CloudError } from '../errors'
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
  readonly log: Log
}

/** What WeChat allows: 1 MB to a mini program, 6 MB between functions. */
const maxReplyBytes = { client: 1024 * 1024, function: 6 * 1024 * 1024 }

/** The cloud functions: who may call them, under whose identity they run, and what they cost. */
export class Functions {
  private readonly pools = new Map<string, Pool>()

  constructor(private readonly options: FunctionsOptions) {}

  /** Calls a function and answers its result as JSON. */
  async call(name: string, event: unknown, caller: Caller, id = newCallId()): Promise<string> {
    const call = this.options.calls.start(name, event, caller, id)
    try {
      const pool = this.poolFor(name, caller)
      const context = { request_id: id, function_name: name, namespace: environmentId }
      const message = { event: toJson(withIdentity(event, caller)), environment: callEnvironment(call), context }
      const json = await pool.run(message, caller.openid)
      checkSize(json, caller)
      call.finish('ok')
      return json
    } catch (error) {
      call.finish(error instanceof CloudError ? error.code : 'SYS_ERR')
      throw error
    }
  }

  async close(): Promise<void> {
    await Promise.all([...this.pools.values()].map((pool) => pool.close()))
  }

  private poolFor(name: string, caller: Caller): Pool {
    const { specs, folder, environment, workers, log } = this.options
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
    const variables = { ...environment, ...spec.environment }
    const pool = new Pool({ name, file, environment: variables, timeout, memory, log, size: workers, queue: 200 })
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

function checkSize(json: string, caller: Caller): void {
  // Only the first step of a chain answers to the phone.
  const limit = caller.source === 'wx_client' ? maxReplyBytes.client : maxReplyBytes.function
  if (json.length > limit / 3 && Buffer.byteLength(json) > limit) {
    throw new CloudError('RESULT_SIZE_EXCEED_LIMIT', 'cloudfunction result size exceed limit (1MB)')
  }
}
