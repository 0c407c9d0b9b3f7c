import { randomBytes } from 'node:crypto'
import { dirname } from 'node:path'
import type { FunctionSpec } from '../cloud/deployment'
import type { CollectionSpec } from '../cloud/store/spec'
import { Calls, newCallId, type Caller, type CallRecord } from './calls'
import { Database } from './database/database'
import { sdkEnvironment } from './environment'
import { Gateway } from './gateway/server'
import { lockFolder, type Lock } from './lock'
import type { Log, LogLine } from './log'
import { Functions } from './pool/functions'

export type { Caller, CallRecord, LogLine }
export { Database } from './database/database'
export { StartError } from './errors'

export interface LocalCloudOptions {
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

export interface LocalCloud {
  readonly url: string
  /** For seeds and assertions: unlike a function, they may read whole collections. */
  readonly database: Database
  /** The last calls, the oldest first. */
  readonly calls: readonly CallRecord[]
  /** Calls a function as the platform does, for timers and pushes; answers what the function returned. */
  invoke(name: string, event: unknown, caller: Caller): Promise<unknown>
  /** The variables that point an SDK, in this process or in a child, at this cloud. */
  sdkEnvironment(): Record<string, string>
  close(): Promise<void>
}

/** Starts the local cloud. What hinders it is thrown as a `StartError`, a sentence for people. */
export async function startLocalCloud(options: LocalCloudOptions): Promise<LocalCloud> {
  const lock = options.dataFile === ':memory:' ? undefined : await lockFolder(dirname(options.dataFile))
  try {
    const database = new Database(options.dataFile)
    try {
      return await start(options, database, lock)
    } catch (error) {
      database.close()
      throw error
    }
  } catch (error) {
    lock?.release()
    throw error
  }
}

async function start(options: LocalCloudOptions, database: Database, lock: Lock | undefined): Promise<LocalCloud> {
  const { workers = 4, log = () => undefined } = options
  for (const collection of options.collections) database.ensureCollection(collection)
  const calls = new Calls((record) => log({ level: 'info', source: 'cloud', text: describeCall(record) }))
  const secretId = `local-${randomBytes(12).toString('hex')}`
  // Filled in as soon as the port is known; no function runs before.
  const environment: Record<string, string> = {}
  const functions = new Functions({
    folder: options.functionsFolder,
    specs: options.functions,
    environment,
    workers,
    calls,
    log,
  })
  const gateway = new Gateway({ database, functions, calls, log, secretId, staticFolder: options.staticFolder })
  const port = await gateway.listen(options.port ?? 0)
  const url = `http://127.0.0.1:${port}`
  Object.assign(environment, sdkEnvironment(url, secretId))
  lock?.setPort(port)

  let closing: Promise<void> | undefined
  const close = async () => {
    await functions.close()
    await gateway.close()
    database.close()
    lock?.release()
  }
  return {
    url,
    database,
    calls: calls.recent,
    invoke: async (name, event, caller) =>
      JSON.parse(await functions.call(name, event, caller, newCallId())) as unknown,
    sdkEnvironment: () => ({ ...environment }),
    close: () => (closing ??= close()),
  }
}

function describeCall(record: CallRecord): string {
  const name = record.action ? `${record.function} ${record.action}` : record.function
  const work = `${record.roundTrips} round trips, ${record.documentsRead} read, ${record.documentsWritten} written`
  return `${name}: ${record.outcome} in ${record.ms} ms (${work})`
}
