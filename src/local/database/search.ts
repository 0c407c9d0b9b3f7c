import { newMeter, type Meter } from '../meter'
import type { Collection } from './catalog'
import type { IndexField } from './index-rows'
import { describePlan, isOrdered, planQuery, type Plan } from './plan'
import { matcher, scanRefused, sortDocuments } from './query'
import type { Store } from './store'
import { adoptFields, type Document } from './values'

/** How an operation is made and counted. */
export interface Access {
  /** Functions are refused, so that a missing index is noticed; seeds and tests may look at everything. */
  readonly scans?: 'allow' | 'refuse'
  readonly meter?: Meter
}

export interface Search extends Access {
  readonly query: object
  readonly order?: readonly IndexField[]
  /** No more than these are wanted, counted from the first. */
  readonly end?: number
}

export interface Found {
  /** The key of the document's id. */
  readonly id: string
  readonly document: Document
}

/** Finds the matching documents in the wanted order: an index gives the candidates, `mingo` decides. */
export function search(store: Store, collection: Collection, request: Search): Found[] {
  const { order = [], end = Infinity, meter = newMeter() } = request
  const query = adoptFields(request.query)
  const plan = planQuery(collection.indexes, query, order)
  if (request.scans === 'refuse' && readsAll(plan, end)) throw scanRefused(collection.name, query, order)
  meter.plans.add(`${collection.name}: ${describePlan(plan, order)}`)
  const matches = matcher(query)
  const ordered = order.length === 0 || isOrdered(plan)
  const found: Found[] = []
  if (end <= 0) return found
  // An index in the wanted order is read no further than needed; anything else is read whole and sorted.
  const enough = ordered ? end : Infinity
  for (const candidate of store.candidates(collection, plan, Math.min(enough, 200))) {
    meter.documentsRead += 1
    if (matches(candidate.document)) found.push(candidate)
    if (found.length >= enough) break
  }
  return ordered ? found : sortDocuments(found, order).slice(0, end)
}

/** An index that only gives the order narrows nothing: then a limit has to. */
function readsAll(plan: Plan, end: number): boolean {
  if (plan.kind === 'scan') return true
  return plan.kind === 'index' && plan.equal.length === 0 && !plan.range && end === Infinity
}
