import type { Stage } from '../database/aggregate/pipeline'
import { parseWire, parseWireFields } from '../database/ejson'
import { isReplacement } from '../database/updates'
import { isRecord, type DocumentId, type Fields } from '../database/values'
import { CloudError } from '../errors'

/** What the SDK sends with an action, unchecked. */
export type Params = Readonly<Record<string, unknown>>

/** The name of the collection. */
export function collectionOf({ collectionName }: Params): string {
  if (typeof collectionName === 'string' && collectionName !== '') return collectionName
  throw new CloudError('INVALID_PARAM', 'the name of the collection is missing')
}

export function transactionOf({ transactionId }: Params): string | undefined {
  return typeof transactionId === 'string' && transactionId !== '' ? transactionId : undefined
}

/** The id an operation inside a transaction is about. */
export function documentIdOf({ query, queryType }: Params): DocumentId {
  const fields = parseWireFields(query)
  const { _id: id } = fields
  const single = queryType === 'DOC' && Object.keys(fields).length === 1
  if (single && (typeof id === 'string' || typeof id === 'number')) return id
  throw new CloudError('INVALID_PARAM', 'a transaction works with documents by id: doc(), not where()')
}

/** The documents of an insert; `now` is what a server date in them means. */
export function documentsOf({ data }: Params, now: () => number): Fields[] {
  if (!Array.isArray(data)) throw new CloudError('INVALID_PARAM', 'a list of documents is required')
  return data.map((text) => parseWireFields(text, now))
}

/** An update by operators, or the whole document; `merge` says which of them is meant. */
export function updateOf({ data, merge = true }: Params, now: () => number): Fields {
  const update = parseWireFields(data, now)
  if (isReplacement(update) !== merge) return update
  throw new CloudError('INVALID_PARAM', merge === true ? 'the update is empty' : 'a whole document is required')
}

/** The stages of an aggregation. */
export function stagesOf({ stages }: Params, now: () => number): Stage[] {
  if (!Array.isArray(stages)) throw new CloudError('INVALID_PARAM', 'a list of stages is required')
  return stages.map((stage) => {
    const { stageKey, stageValue } = isRecord(stage) ? stage : {}
    const value = parseWire(stageValue, now)
    if (typeof stageKey === 'string' && value !== undefined) return { name: stageKey, value }
    throw new CloudError('INVALID_PARAM', 'a stage has a name and a value')
  })
}

/** A number of documents. */
export function countOf(value: unknown, otherwise: number): number {
  if (value === undefined) return otherwise
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value
  throw new CloudError('INVALID_PARAM', 'offset and limit are whole numbers')
}
