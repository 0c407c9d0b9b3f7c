import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import cloud from 'wx-server-sdk'
import type { CollectionSpec } from '../../../src/cloud/store/spec'
import { connectSdk, startCloud, type SdkCollection, type SdkDatabase, type Started } from '../../local/support/cloud'

/**
 * What the suite runs against: a fresh local cloud, or the environment that CONFORMANCE_ENV, TENCENTCLOUD_SECRETID and
 * TENCENTCLOUD_SECRETKEY name (`npm run conformance:cloud`). The cases are the same; those that cannot be asked of a
 * real environment say why.
 *
 * Nothing of this was ever run against a real environment: what stands here as expected comes from WeChat's and
 * MongoDB's manuals, and from what the SDK parses. A case that fails there shows where the local cloud is wrong.
 *
 * Open APIs need a function that is deployed, declares them and is called by a phone: nobody can ask them from outside.
 * Their cases, also through the real SDK, are `test/local/openapi*.test.ts`.
 */
export const realEnvironment = process.env.CONFORMANCE_ENV

/**
 * The suite's own collections, which it empties. Their names are fixed in a real environment: the SDK can make a
 * collection but not remove it, and random names would leave new ones behind with each run (100 are the most).
 */
const names = ['conformance_rows', 'conformance_others'] as const

/** In a real environment indexes are made by hand or by the management API; only the local cloud gets these. */
const specs: readonly CollectionSpec[] = [
  {
    name: names[0],
    indexes: [
      { name: 'run_n', fields: ['run', 'n'] },
      { name: 'code', fields: ['run', 'code'] },
      { name: 'tags', fields: ['tags'] },
    ],
  },
  {
    name: names[1],
    indexes: [
      { name: 'run', fields: ['run'] },
      { name: 'key', fields: ['key'] },
    ],
  },
  { name: 'conformance_unique', indexes: [{ name: 'code', fields: ['code'], unique: true }] },
]

const sdk = JSON.stringify(join(__dirname, '../../../node_modules/wx-server-sdk'))
const bundles = {
  echo: `exports.main = async (event) => ({ got: event })`,
  broken: `exports.main = async () => { throw new Error('broken') }`,
  caller: `
    const cloud = require(${sdk})
    cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
    exports.main = async ({ name, data }) => (await cloud.callFunction({ name, data })).result`,
}

export interface Target {
  readonly db: SdkDatabase
  readonly rows: SdkCollection
  readonly others: SdkCollection
  /** The whole SDK, for storage and functions. */
  readonly sdk: Sdk
  /** The local cloud, for cases that run only there. */
  readonly local: Started
}

/** What is used of the SDK beside the database. */
export interface Sdk {
  callFunction(options: { name: string; data?: object }): Promise<{ result: unknown }>
  uploadFile(options: { cloudPath: string; fileContent: Buffer }): Promise<{ fileID: string }>
  downloadFile(options: { fileID: string }): Promise<{ fileContent: Buffer }>
  getTempFileURL(options: { fileList: readonly unknown[] }): Promise<{ fileList: TemporaryLink[] }>
  deleteFile(options: { fileList: readonly string[] }): Promise<{ fileList: { fileID: string; status: number }[] }>
}
export interface TemporaryLink {
  readonly fileID: string
  readonly tempFileURL: string
  readonly status: number
  readonly maxAge?: number
}

/** Every document of a run carries it, so that two runs in one environment do not see each other. */
export const run = `run-${randomBytes(6).toString('hex')}`

/** Opens the target for a file of cases; its collections are empty before each of them. */
export function openTarget(): Target {
  const target: { -readonly [Name in keyof Target]?: Target[Name] } = {}
  beforeAll(async () => {
    if (realEnvironment === undefined) {
      target.local = await startCloud({ collections: specs, bundles })
      target.db = connectSdk(target.local)
    } else target.db = await openReal(realEnvironment)
    target.sdk = cloud as unknown as Sdk
    target.rows = target.db.collection(names[0])
    target.others = target.db.collection(names[1])
  })
  beforeEach(() => empty(target))
  afterAll(async () => {
    if (target.db) await empty(target)
    await target.local?.close()
  })
  return target as Target
}

async function empty({ rows, others }: Partial<Target>): Promise<void> {
  await rows?.where({ run }).remove()
  await others?.where({ run }).remove()
}

async function openReal(env: string): Promise<SdkDatabase> {
  const { TENCENTCLOUD_SECRETID: secretId, TENCENTCLOUD_SECRETKEY: secretKey } = process.env
  const settings: object = { env, secretId, secretKey }
  cloud.init(settings)
  const options: object = { throwOnNotFound: false }
  const database = cloud.database(options) as unknown as SdkDatabase
  for (const name of names) {
    await database.createCollection(name).catch((error: { errMsg?: string }) => {
      if (!/exist/i.test(error.errMsg ?? '')) throw error
    })
  }
  return database
}

/** A case for the local cloud only; elsewhere it is skipped, and its name says why. */
export function localOnly(reason: string): (title: string, work: () => Promise<void>) => void {
  return (title, work) => {
    if (realEnvironment === undefined) it(title, work)
    else it.skip(`${title} [local only: ${reason}]`, work)
  }
}

export const indexReason = 'the SDK cannot make an index'
export const strictReason = 'the real cloud reads the whole collection instead of refusing'
export const deployReason = 'needs a function that is deployed'
