import type { Query } from './queries'

/** What an engine showed for a text, the first first. */
export interface Shown {
  readonly id: string
  readonly danger: boolean
}

/** Shares of 0 … 1; NaN where the file has no query of that sort. */
export interface Score {
  readonly n: number
  /** Of the queries that expect something: any of it is first, among the first three, among the first five. */
  readonly top1: number
  readonly top3: number
  readonly top5: number
  /** Of the dangers: an expected emergency is among the first three and shown as a danger. */
  readonly emergencyRecall: number
  /** Of what is no danger: something is shown as one. */
  readonly falseDanger: number
  /** Of what is none of ours: nothing is shown. */
  readonly oosRejected: number
  /** Of what is ours: nothing is shown. */
  readonly inScopeRejected: number
}

type Pair = readonly [query: Query, shown: readonly Shown[]]

const share = (pairs: readonly Pair[], holds: (pair: Pair) => boolean) =>
  pairs.length === 0 ? Number.NaN : pairs.filter(holds).length / pairs.length

/** Holds what was shown against the labels. `emergencies` are the matters that are dangers. */
export function score(
  queries: readonly Query[],
  shown: readonly (readonly Shown[])[],
  emergencies: ReadonlySet<string>,
): Score {
  const pairs = queries.map((query, at): Pair => [query, shown[at] ?? []])
  const ours = pairs.filter(([{ expect }]) => expect.length > 0)
  const others = pairs.filter(([{ expect }]) => expect.length === 0)
  const within = (most: number) =>
    share(ours, ([{ expect }, hits]) => hits.slice(0, most).some(({ id }) => expect.includes(id)))
  return {
    n: queries.length,
    top1: within(1),
    top3: within(3),
    top5: within(5),
    emergencyRecall: share(
      pairs.filter(([{ danger }]) => danger === true),
      ([{ expect }, hits]) =>
        hits.slice(0, 3).some(({ id, danger }) => danger && expect.includes(id) && emergencies.has(id)),
    ),
    falseDanger: share(
      pairs.filter(([{ danger }]) => danger === false),
      ([, hits]) => hits.some(({ danger }) => danger),
    ),
    oosRejected: share(others, ([, hits]) => hits.length === 0),
    inScopeRejected: share(ours, ([, hits]) => hits.length === 0),
  }
}
