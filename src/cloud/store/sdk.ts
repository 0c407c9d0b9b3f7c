import cloud from 'wx-server-sdk'

/**
 * The one place that knows the SDK. Its own types are loose where we need them and wrong in places (the
 * environment constant), so what is used of it is declared here.
 */
export interface SdkDocument {
  get(): Promise<{ data: Record<string, unknown> | null }>
  set(options: { data: Record<string, unknown> }): Promise<{ _id: string }>
  remove(): Promise<unknown>
}
export interface SdkQuery {
  orderBy(field: string, direction: 'asc' | 'desc'): SdkQuery
  limit(count: number): SdkQuery
  field(fields: Readonly<Record<string, boolean>>): SdkQuery
  get(): Promise<{ data: Record<string, unknown>[] }>
  count(): Promise<{ total: number }>
  update(options: { data: Record<string, unknown> }): Promise<{ stats: { updated: number } }>
  remove(): Promise<{ stats: { removed: number } }>
}
/** A pipeline of an aggregation; `end` runs it. */
export interface SdkPipeline {
  match(query: Readonly<Record<string, string>>): SdkPipeline
  addFields(fields: Readonly<Record<string, string>>): SdkPipeline
  /** By equality; the other form, with a pipeline, the local cloud has not. */
  lookup(by: Readonly<Record<'from' | 'localField' | 'foreignField' | 'as', string>>): SdkPipeline
  project(dropped: Readonly<Record<string, 0>>): SdkPipeline
  end(): Promise<{ list: Record<string, unknown>[] }>
}
export interface SdkCollection {
  doc(id: string): SdkDocument
  add(options: { data: Record<string, unknown> }): Promise<{ _id: string }>
  where(query: unknown): SdkQuery
  aggregate(): SdkPipeline
}
export interface SdkTransaction {
  collection(name: string): Pick<SdkCollection, 'doc'>
  rollback(reason?: unknown): Promise<never>
}
export interface SdkCommand {
  set(value: unknown): unknown
  remove(): unknown
  inc(by: number): unknown
  gt(value: unknown): unknown
  gte(value: unknown): unknown
  lt(value: unknown): unknown
  lte(value: unknown): unknown
  neq(value: unknown): unknown
  in(values: readonly unknown[]): unknown
  and(conditions: readonly unknown[]): unknown
  or(conditions: readonly unknown[]): unknown
}
export interface SdkDatabase {
  collection(name: string): SdkCollection
  readonly command: SdkCommand
  runTransaction<T>(work: (transaction: SdkTransaction) => Promise<T>, times?: number): Promise<T>
}

/** Points the SDK at the environment that this function runs in. Call it once, at the entry. */
export function openDatabase(): SdkDatabase {
  cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV as unknown as string })
  // `throwOnNotFound` is missing from the SDK's types.
  return cloud.database({ throwOnNotFound: false } as object) as unknown as SdkDatabase
}

/** Who calls, as WeChat itself says: read once at the entry, never from the request. */
export interface Caller {
  /** Empty where nobody is behind the call (a timer, an anonymous visitor). */
  readonly openid: string
  /** wx_client, wx_trigger, wx_http, scf … */
  readonly source: string
}

export function readCaller(): Caller {
  const context = cloud.getWXContext() as { OPENID?: unknown; SOURCE?: unknown }
  return {
    openid: typeof context.OPENID === 'string' ? context.OPENID : '',
    source: typeof context.SOURCE === 'string' ? context.SOURCE : '',
  }
}
