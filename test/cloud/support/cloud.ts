import type { Call, Reply } from '../../../src/contract'
import { functionOf } from '../../../src/client/runs-in'
import { definitions } from '../../../src/cloud/store/documents'
import { openStore, type Store } from '../../../src/cloud/store'
import type { CollectionSpec } from '../../../src/cloud/store/spec'
import { openDatabase, type SdkDatabase } from '../../../src/cloud/store/sdk'
import type { CallRecord, LocalCloud, LogLine } from '../../../src/local/start'
import { startDemoCloud } from '../../../src/tools/support/demo-cloud'
import { startCloud } from '../../local/support/cloud'

/** The product's own bundles and the demo communities in memory, with everything that was logged. */
export async function startProduct(): Promise<LocalCloud & { readonly lines: readonly LogLine[] }> {
  const lines: LogLine[] = []
  const cloud = await startDemoCloud({ dataFile: ':memory:', log: (line) => lines.push(line) })
  return { ...cloud, lines }
}

export type AnyReply = Reply<Record<string, unknown>>

/** Calls the action's function over HTTP, as a page does. */
export async function callApi(cloud: LocalCloud, call: Partial<Call>, openid?: string): Promise<AnyReply> {
  const response = await fetch(`${cloud.url}/call/${functionOf(call.action ?? '')}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(openid === undefined ? {} : { 'x-local-openid': openid }) },
    body: JSON.stringify({ data: { release: 1, ...call } }),
  })
  const { result } = (await response.json()) as { result: AnyReply }
  return result
}

/** What the cloud remembers of the last call. */
export function lastCall({ calls }: LocalCloud): CallRecord {
  const last = calls.at(-1)
  if (!last) throw new Error('nobody called')
  return last
}

export interface Connected extends LocalCloud {
  readonly sdk: SdkDatabase
  readonly store: Store
}

/**
 * The real SDK in this process, pointed at a local cloud in memory: for what no bundle shows, such as an action of
 * the test's own. The collections are the product's, and those of the test.
 */
export async function connect(collections: readonly CollectionSpec[] = []): Promise<Connected> {
  const cloud = await startCloud({ collections: [...Object.values(definitions), ...collections] })
  // SILENCE stops the SDK's timers that warn of slow requests after the test has ended.
  Object.assign(process.env, cloud.sdkEnvironment(), { SILENCE: 'true' })
  const sdk = openDatabase()
  return { ...cloud, sdk, store: openStore(sdk) }
}

/** Waits until `holds`, in turns of the event loop: the test's own time-out is the limit. */
export async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setImmediate(resolve))
}
