import { rangeOf, readConditions, type Bounds, type Conditions, type Edge } from './conditions'
import type { IndexField } from './index-rows'
import type { Fields } from './values'

/** What the planner knows of an index. The ids of a collection are one, named `_id_`. */
export interface PlannedIndex {
  readonly name: string
  readonly fields: readonly IndexField[]
  readonly unique: boolean
  /**
   * The fields of which some document has several keys, because of an array: bit n for the n-th. Such a document has
   * several rows in the index. MongoDB remembers the same of each path.
   */
  readonly several: number
}

/** Reads one index: equal keys for its first fields, then a range of the next one. */
export interface IndexPlan {
  readonly kind: 'index'
  readonly index: PlannedIndex
  readonly equal: readonly (readonly string[])[]
  readonly range?: { readonly low: Edge; readonly high: Edge }
  /** How the index has to be walked so that its order is the wanted one; absent when it cannot give the order. */
  readonly walk?: 'forward' | 'backward'
  /** A document may stand in several of the rows that are read. */
  readonly repeats: boolean
}

/** Reads an index for each alternative of an `$or`. */
export interface UnionPlan {
  readonly kind: 'union'
  readonly plans: readonly IndexPlan[]
}

/** Reads every document of the collection. */
export interface ScanPlan {
  readonly kind: 'scan'
}

export type Plan = IndexPlan | UnionPlan | ScanPlan

export const idIndex: PlannedIndex = {
  name: '_id_',
  fields: [{ path: '_id', descending: false }],
  unique: true,
  several: 0,
}

/** Chooses how to find the documents of a query. The plan reads all that match, perhaps more, never fewer. */
export function planQuery(indexes: readonly PlannedIndex[], query: Fields, order: readonly IndexField[] = []): Plan {
  const all = [idIndex, ...indexes]
  const narrow = planNarrow(all, readConditions(query), order)
  if (narrow) return narrow
  // Without any condition, an index in the wanted order gives the first documents without reading the others.
  const ordered = all.map((index) => planIndex(index, new Map(), order)).find((plan) => plan.walk)
  return ordered && order.length > 0 && Object.keys(query).length === 0 ? ordered : { kind: 'scan' }
}

/** The plan in a few words, for the call records and for messages. */
export function describePlan(plan: Plan, order: readonly IndexField[] = []): string {
  if (plan.kind === 'scan') return 'scan'
  const sort = order.length === 0 ? '' : isOrdered(plan) ? ', in order' : ', sorted in memory'
  if (plan.kind === 'union') return `${plan.plans.map((part) => part.index.name).join(' or ')}${sort}`
  const keys = plan.equal.length + (plan.range ? 1 : 0)
  return `${plan.index.name}(${keys}/${plan.index.fields.length})${sort}`
}

/** Whether the plan already reads the documents in the wanted order. */
export function isOrdered(plan: Plan): boolean {
  return plan.kind === 'index' && plan.walk !== undefined
}

/** The plan that an index, or one for each alternative, narrows; undefined if none does. */
function planNarrow(
  indexes: readonly PlannedIndex[],
  { paths, alternatives }: Conditions,
  order: readonly IndexField[],
): IndexPlan | UnionPlan | undefined {
  const best = indexes
    .map((index) => planIndex(index, paths, order))
    .filter((plan) => plan.equal.length > 0 || plan.range !== undefined)
    .sort((a, b) => score(b, order) - score(a, order))[0]
  if (best) return best
  for (const parts of alternatives) {
    const plans = parts.map((part) => {
      const inner = readConditions(part)
      return planNarrow(indexes, { ...inner, paths: new Map([...paths, ...inner.paths]) }, [])
    })
    const narrow = plans.flatMap((plan) => (plan?.kind === 'union' ? plan.plans : plan ? [plan] : []))
    if (plans.length > 0 && plans.every(Boolean)) return { kind: 'union', plans: narrow }
  }
  return undefined
}

function planIndex(index: PlannedIndex, paths: Map<string, Bounds>, order: readonly IndexField[]): IndexPlan {
  const equal: (readonly string[])[] = []
  const single = new Set<string>()
  let several = index.several
  for (const [at, { path }] of index.fields.entries()) {
    const keys = paths.get(path)?.in
    if (!keys) break
    equal.push(keys)
    if (keys.length !== 1) continue
    single.add(path)
    // One of its keys is asked for: in the rows that are read, the array counts as that one value.
    several &= ~(1 << at)
  }
  const repeats = several !== 0
  const next = index.fields[equal.length]
  const bounds = next && paths.get(next.path)
  return {
    kind: 'index',
    index,
    equal,
    range: bounds && rangeOf(bounds, repeats),
    ...(repeats ? {} : { walk: walkFor(index, single, order) }),
    repeats,
  }
}

/** An index gives an order if the wanted fields are its next fields, all as declared or all reversed. */
function walkFor(index: PlannedIndex, single: ReadonlySet<string>, order: readonly IndexField[]): IndexPlan['walk'] {
  // An array stands in an order by its least or greatest element, whichever one is asked for.
  const isArray = (name: string) => index.fields.some(({ path }, at) => path === name && (index.several >> at) & 1)
  if (order.some(({ path }) => isArray(path))) return undefined
  // A field with one possible value does not take part in the order.
  const wanted = order.filter(({ path }) => !single.has(path))
  const given = index.fields.filter(({ path }) => !single.has(path))
  const [first] = wanted
  if (!first) return 'forward'
  const reversed = given[0]?.descending !== first.descending
  const fits = wanted.every(
    ({ path, descending }, i) => given[i]?.path === path && (given[i]?.descending !== descending) === reversed,
  )
  if (!fits) return undefined
  return reversed ? 'backward' : 'forward'
}

function score(plan: IndexPlan, order: readonly IndexField[]): number {
  const unique = plan.index.unique && plan.equal.length === plan.index.fields.length
  const equal = plan.equal.reduce((sum, keys) => sum + (keys.length === 1 ? 100 : 80), 0)
  return (unique ? 1000 : 0) + equal + (plan.range ? 50 : 0) + (plan.walk && order.length > 0 ? 10 : 0)
}
