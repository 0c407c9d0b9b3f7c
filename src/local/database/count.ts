import { newMeter } from '../meter'
import { describePlan, planQuery, type IndexPlan } from './plan'
import { search, type Access } from './search'
import type { Collection } from './catalog'
import type { Store } from './store'
import { adoptFields, type Fields } from './values'

/** Only these stand under one key of their own, and a document that has none of them stands under another. */
const isPlain = (value: unknown): boolean => ['string', 'number', 'boolean'].includes(typeof value)

/** The plan of an index that holds all that is asked: its rows alone say how many there are. */
function coveringPlan({ indexes }: Collection, query: Fields): IndexPlan | undefined {
  const asked = Object.values(query)
  if (asked.length === 0 || !asked.every(isPlain)) return undefined
  return indexes
    .map((index) => planQuery([index], query))
    .find((plan): plan is IndexPlan => plan.kind === 'index' && !plan.repeats && plan.equal.length === asked.length)
}

/**
 * How many documents match. Where an index holds all that is asked, its rows are counted and no document is looked at, as
 * MongoDB does; they are metered as if they had been read.
 */
export function count(store: Store, collection: Collection, given: object, access: Access = {}): number {
  const query = adoptFields(given)
  const plan = coveringPlan(collection, query)
  if (!plan) return search(store, collection, { ...access, query }).length
  const { meter = newMeter() } = access
  meter.plans.add(`${collection.name}: ${describePlan(plan)}`)
  const total = store.countRows(collection, plan)
  meter.documentsRead += total
  return total
}
