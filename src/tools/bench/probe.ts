import { platform } from '../../cloud/store/platform'
import { openDatabase, type SdkDatabase, type SdkDocument } from '../../cloud/store/sdk'

/*
 * A cloud function without anything of ours around the SDK: the calls that an action cannot do without, and nothing
 * else. The bench makes it into a bundle as the build makes the product's, and runs it in the same pool.
 */

/** What the probe is asked to do with the raw SDK. */
export type ProbeWork =
  /** Documents one after the other, as one is found through the other. */
  | { readonly kind: 'documents'; readonly ids: readonly (readonly [collection: string, id: string])[] }
  /** The first page of a list, in the order of an index. */
  | {
      readonly kind: 'page'
      readonly collection: string
      readonly where: Readonly<Record<string, string>>
      readonly order: string
      readonly limit: number
    }
  /** Reads, then documents written all or none: each is looked at first, so that nothing is written over. */
  | {
      readonly kind: 'write'
      readonly reads: readonly (readonly [collection: string, id: string])[]
      readonly writes: readonly ProbeWrite[]
    }
  /** Steps one after the other; those of a list at once. */
  | { readonly kind: 'steps'; readonly steps: readonly (ProbeStep | readonly ProbeStep[])[] }

export type ProbeWrite = readonly [collection: string, id: string, fields: Readonly<Record<string, unknown>>]

export type ProbeStep =
  | { readonly do: 'get'; readonly collection: string; readonly id: string }
  | { readonly do: 'all'; readonly collection: string; readonly ids: readonly string[] }
  | { readonly do: 'count'; readonly collection: string; readonly where: object }
  | {
      readonly do: 'page'
      readonly collection: string
      readonly where: object
      readonly order: string
      readonly limit: number
    }
  | { readonly do: 'update'; readonly collection: string; readonly where: object }
  | { readonly do: 'commit'; readonly writes: readonly ProbeWrite[] }
  /** A document that is new, without a transaction. */
  | { readonly do: 'add'; readonly collection: string; readonly id: string; readonly fields: object }
  /** What WeChat is asked. */
  | { readonly do: 'check'; readonly openid: string }
  | { readonly do: 'draw' }

const database: SdkDatabase = openDatabase()

const read = async (ids: readonly (readonly [string, string])[]) => {
  const found: unknown[] = []
  for (const [collection, id] of ids) found.push((await database.collection(collection).doc(id).get()).data)
  return found
}

async function page({ collection, where, order, limit }: Extract<ProbeWork, { kind: 'page' }>) {
  const ordered = database.collection(collection).where(where).orderBy(order, 'asc').orderBy('_id', 'asc')
  return (await ordered.limit(limit).get()).data
}

async function write({ reads, writes }: Extract<ProbeWork, { kind: 'write' }>) {
  await read(reads)
  await database.runTransaction(async (transaction) => {
    for (const [collection, id, fields] of writes) {
      const document: SdkDocument = transaction.collection(collection).doc(id)
      await document.get()
      await document.set({ data: { ...fields } })
    }
  }, 1)
  return []
}

async function take(step: ProbeStep): Promise<unknown> {
  switch (step.do) {
    case 'get':
      return read([[step.collection, step.id]])
    case 'all':
      return database
        .collection(step.collection)
        .where({ _id: database.command.in(step.ids) })
        .limit(Math.max(1, step.ids.length))
        .get()
    case 'count':
      return database.collection(step.collection).where(step.where).count()
    case 'page':
      return database
        .collection(step.collection)
        .where(step.where)
        .orderBy(step.order, 'asc')
        .orderBy('_id', 'asc')
        .limit(step.limit)
        .get()
    case 'update':
      return database
        .collection(step.collection)
        .where(step.where)
        .update({ data: { unread: false } })
    case 'commit':
      return write({ kind: 'write', reads: [], writes: step.writes })
    case 'add':
      return database.collection(step.collection).add({ data: { _id: step.id, ...step.fields } })
    case 'check':
      return platform.checkText('字太小了', step.openid)
    case 'draw':
      return platform.drawCode('pages/mine/join/index', '7k2mxq9rtd00abcdefgh1234')
  }
}

async function steps(work: Extract<ProbeWork, { kind: 'steps' }>): Promise<number> {
  for (const one of work.steps) await ('do' in one ? take(one) : Promise.all(one.map(take)))
  return work.steps.length
}

/** Answers how much it found and not what: carrying it would count for the raw calls. */
export async function main(work: ProbeWork): Promise<{ readonly found: number }> {
  if (work.kind === 'documents') return { found: (await read(work.ids)).filter(Boolean).length }
  if (work.kind === 'steps') return { found: await steps(work) }
  if (work.kind === 'page') return { found: (await page(work)).length }
  await write(work)
  return { found: work.writes.length }
}
