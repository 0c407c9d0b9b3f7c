import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import cloud from 'wx-server-sdk'
import type { FunctionSpec } from '../../../src/cloud/deployment'
import type { CollectionSpec } from '../../../src/cloud/store/spec'
import { startLocalCloud, type LocalCloud, type LocalCloudOptions } from '../../../src/local/start'

// A busy machine starts threads slowly.
jest.setTimeout(30_000)

export const aFunction = (overrides: Partial<FunctionSpec> = {}): FunctionSpec => ({
  runtime: 'Nodejs20.19',
  timeout: 5,
  memory: 256,
  environment: { TZ: 'Asia/Shanghai' },
  callableBy: 'client',
  openapi: [],
  ...overrides,
})

/** A folder that is gone after the test. */
export function temporaryFolder(): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'local-cloud-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

/** Writes function bundles as the build would: `<folder>/<name>/index.js`. */
export function writeBundles(folder: string, bundles: Readonly<Record<string, string>>): void {
  for (const [name, code] of Object.entries(bundles)) {
    mkdirSync(join(folder, name), { recursive: true })
    writeFileSync(join(folder, name, 'index.js'), code)
  }
}

export interface Started extends LocalCloud {
  readonly folder: string
}

/** A local cloud in memory with functions made of the given code. */
export async function startCloud(
  options: Partial<LocalCloudOptions> & {
    bundles?: Readonly<Record<string, string>>
    collections?: readonly CollectionSpec[]
  } = {},
): Promise<Started> {
  const folder = temporaryFolder()
  const { bundles = {}, ...rest } = options
  writeBundles(folder.path, bundles)
  const started = await startLocalCloud({
    dataFile: ':memory:',
    functionsFolder: folder.path,
    collections: [],
    functions: Object.fromEntries(Object.keys(bundles).map((name) => [name, aFunction()])),
    ...rest,
  })
  const close = async () => {
    await started.close()
    folder.remove()
  }
  return { ...started, folder: folder.path, close }
}

/** The real SDK, unmodified, pointed at a local cloud by its environment only. It is one for each process. */
export function connectSdk(started: LocalCloud): SdkDatabase {
  // SILENCE stops the SDK's timers that warn of slow requests after the test has ended.
  Object.assign(process.env, started.sdkEnvironment(), { SILENCE: 'true' })
  cloud.init({ env: process.env.TCB_ENV })
  const options: object = { throwOnNotFound: false }
  return cloud.database(options) as unknown as SdkDatabase
}

/** The parts of the SDK that the tests use; its own types are too loose to help. */
export interface SdkDatabase extends SdkCollections {
  readonly command: Readonly<Record<string, (...operands: unknown[]) => Command>>
  createCollection(name: string): Promise<unknown>
  serverDate(options?: { offset: number }): unknown
  RegExp(options: { regexp: string; options?: string }): unknown
  startTransaction(): Promise<SdkTransaction>
  runTransaction<Result>(work: (transaction: SdkTransaction) => Promise<Result>, retries?: number): Promise<Result>
}
export interface Command {
  and(other: unknown): Command
}
interface SdkCollections {
  collection(name: string): SdkCollection
}
export interface SdkTransaction extends SdkCollections {
  commit(): Promise<unknown>
  rollback(reason?: unknown): Promise<unknown>
}
export interface SdkCollection extends SdkQuery {
  add(options: { data: object }): Promise<{ _id: string; _ids?: string[] }>
  doc(id: string | number): SdkDocument
  where(query: object): SdkQuery
  aggregate(): SdkAggregation
}
/** The stages by which a pipeline is built up. */
export type SdkAggregation = Readonly<
  Record<
    | 'addFields'
    | 'bucket'
    | 'count'
    | 'group'
    | 'limit'
    | 'lookup'
    | 'match'
    | 'project'
    | 'replaceRoot'
    | 'sample'
    | 'skip'
    | 'sort'
    | 'sortByCount'
    | 'unwind',
    (value: unknown) => SdkAggregation
  >
> & { end(): Promise<{ list: Row[] }> }
export interface SdkQuery {
  get(): Promise<{ data: Row[] }>
  count(): Promise<{ total: number }>
  update(options: { data: object }): Promise<{ stats: { updated: number } }>
  remove(): Promise<{ stats: { removed: number } }>
  orderBy(field: string, direction: 'asc' | 'desc'): SdkQuery
  limit(count: number): SdkQuery
  skip(count: number): SdkQuery
  field(fields: object): SdkQuery
}
export interface SdkDocument {
  field(fields: object): SdkDocument
  get(): Promise<{ data: Row | null }>
  set(options: { data: object }): Promise<{ _id: string; stats: { updated: number; created: number } }>
  update(options: { data: object }): Promise<{ stats: { updated: number } }>
  remove(): Promise<{ stats: { removed: number } }>
}
export type Row = Record<string, unknown>

/** Calls a function as the H5 page does. */
export async function call(
  started: LocalCloud,
  name: string,
  data: unknown,
  openid?: string,
): Promise<{ result?: unknown; errCode?: number; errMsg?: string }> {
  const response = await fetch(`${started.url}/call/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(openid === undefined ? {} : { 'x-local-openid': openid }) },
    body: JSON.stringify({ data }),
  })
  return (await response.json()) as { result?: unknown }
}
