import { randomBytes } from 'node:crypto'
import { dirname } from 'node:path'
import type { FunctionSpec } from '../cloud/deployment'
import type { CollectionSpec } from '../cloud/store/spec'
import { Calls, newCallId, type Caller, type CallRecord } from './calls'
import { Clock } from './clock'
import { Database } from './database/database'
import { callEnvironment, checkSecrets, sdkEnvironment } from './environment'
import { Faults } from './faults'
import { Gateway } from './gateway/server'
import { Inspect } from './inspect/inspect'
import type { Files, Messages, TimerBook } from './inside'
import { lockFolder, type Lock } from './lock'
import type { Log, LogLine } from './log'
import type { Meter } from './meter'
import type { Platform } from './openapi/platform'
import { Names } from './people'
import { Functions } from './pool/functions'
import { Services, type ServiceOptions } from './services'

export type { Caller, CallRecord, LogLine }
export { Database } from './database/database'
export type { Fields } from './database/values'
export { StartError } from './errors'

export interface LocalCloudOptions extends ServiceOptions {
  /** Where the documents are kept; `:memory:` for tests. */
  readonly dataFile: string
  /** Holds `<name>/index.js` for each function. */
  readonly functionsFolder: string
  /** The H5 build, served at `/`. */
  readonly staticFolder?: string
  /** 0, the default, takes any free port. */
  readonly port?: number
  readonly collections: readonly CollectionSpec[]
  readonly functions: Readonly<Record<string, FunctionSpec>>
  /** Instances of each function at most. */
  readonly workers?: number
  readonly log?: Log
}

export interface BegunCall {
  readonly environment: Readonly<Record<string, string>>
  readonly meter: Meter
  end(outcome: string): void
}

export interface LocalCloud {
  readonly url: string
  /** For seeds and assertions: unlike a function, they may read whole collections. */
  readonly database: Database
  /** The last calls, the oldest first. */
  readonly calls: readonly CallRecord[]
  /** The time that this cloud, its functions and its H5 pages live in. */
  readonly clock: Clock
  /** What goes wrong with the calls of phones. */
  readonly faults: Faults
  readonly messages: Messages
  readonly files: Files
  readonly timers: TimerBook
  /** What WeChat itself does: consents, phone numbers, pushes. */
  readonly platform: Pick<Platform, 'consent' | 'phoneCode' | 'deliver'>
  /** Calls a function as the platform does, for timers and pushes; answers what the function returned. */
  invoke(name: string, event: unknown, caller: Caller): Promise<unknown>
  /**
   * Begins a call of a function that runs in a process of its own, such as one that is killed: the variables that the
   * platform gives it for this call, and what it has cost so far.
   */
  begin(name: string, event: unknown, caller: Caller): BegunCall
  /** The variables that point an SDK, in this process or in a child, at this cloud. */
  sdkEnvironment(): Record<string, string>
  close(): Promise<void>
}

/** Starts the local cloud. What hinders it is thrown as a `StartError`, a sentence for people. */
export async function startLocalCloud(options: LocalCloudOptions): Promise<LocalCloud> {
  checkSecrets(options.functions)
  const lock = options.dataFile === ':memory:' ? undefined : await lockFolder(dirname(options.dataFile))
  try {
    const clock = new Clock()
    const database = new Database(options.dataFile, () => clock.now())
    try {
      return await start(options, { clock, database, lock })
    } catch (error) {
      database.close()
      throw error
    }
  } catch (error) {
    lock?.release()
    throw error
  }
}

/** What is there before the cloud is, and is given back if it cannot start. */
interface Ground {
  readonly clock: Clock
  readonly database: Database
  readonly lock: Lock | undefined
}

async function start(options: LocalCloudOptions, { clock, database, lock }: Ground): Promise<LocalCloud> {
  const { workers = 4, log = () => undefined } = options
  for (const collection of options.collections) database.ensureCollection(collection)
  const faults = new Faults()
  const names = new Names()
  const calls = new Calls({
    now: () => clock.now(),
    nameOf: (openid) => names.of(openid),
    onRecord: (record) => log({ level: 'info', source: 'cloud', text: describeCall(record) }),
  })
  const secretId = `local-${randomBytes(12).toString('hex')}`
  // Filled in as soon as the port is known; no function runs before.
  const environment: Record<string, string> = {}
  const functions = new Functions({
    folder: options.functionsFolder,
    specs: options.functions,
    environment,
    workers,
    calls,
    clock,
    faults,
    onVisit: (openid) => services.platform.visited(openid),
    log,
  })
  const services: Services = new Services({ options, database, clock, functions, url: () => url, log })
  const { storage, platform, timers } = services
  const { messages } = platform
  const files: Files = storage
  const inspect = new Inspect({ database, calls, clock, faults, names, messages, files, timers })
  const gateway = new Gateway({
    database,
    functions,
    calls,
    faults,
    inspect,
    storage,
    platform,
    log,
    secretId,
    staticFolder: options.staticFolder,
  })
  const port = await gateway.listen(options.port ?? 0).catch(async (error: unknown) => {
    await services.close()
    throw error
  })
  const url: string = `http://127.0.0.1:${port}`
  Object.assign(environment, sdkEnvironment(url, secretId))
  lock?.setPort(port)
  services.start()

  let closing: Promise<void> | undefined
  const close = async () => {
    services.stop()
    await functions.close()
    await gateway.close()
    await services.close()
    database.close()
    lock?.release()
  }
  return {
    url,
    database,
    calls: calls.recent,
    clock,
    faults,
    messages,
    files,
    timers,
    platform,
    invoke: async (name, event, caller) =>
      JSON.parse(await functions.call(name, event, caller, newCallId())) as unknown,
    begin: (name, event, caller) => {
      if (caller.openid) services.platform.visited(caller.openid)
      const call = calls.start(name, event, caller, newCallId())
      return { environment: callEnvironment(call), meter: call.meter, end: (outcome) => call.finish({ outcome }) }
    },
    sdkEnvironment: () => ({ ...environment }),
    close: () => (closing ??= close()),
  }
}

function describeCall(record: CallRecord): string {
  const name = record.action ? `${record.function} ${record.action}` : record.function
  const ended = record.refused === undefined ? record.outcome : `refused ${record.refused}`
  const outcome = record.fault === undefined ? ended : `${ended} (${record.fault} on purpose)`
  const work = `${record.roundTrips} round trips, ${record.documentsRead} read, ${record.documentsWritten} written`
  return `${name}: ${outcome} in ${record.ms} ms (${work})`
}
