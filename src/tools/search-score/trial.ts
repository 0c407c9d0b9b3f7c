import { median, quantile } from '../bench/measure'
import { searchCues, searchModel } from '../../knowledge/search'
import { emergencies, type Engine } from './engines'
import type { Query } from './queries'
import { score, type Score } from './score'

/** How an engine did on labelled queries. */
export interface Trial extends Score {
  readonly engine: string
  /** Of a whole query, and of each of its beginnings while it is typed. */
  readonly medianMs: number
  readonly p95ms: number
  readonly keystrokeP95ms: number
  /** Making the index: the median, the cold first time among them. */
  readonly indexMs: number
  /** The data as it ships, in KB. */
  readonly dataKB: number
}

/** Each text is asked, and each index made, this often, and its median counts: a busy machine is not the engine's fault. */
const repeats = 5
/** Others take up to a hundred times as long: they are timed on so many queries. */
export const timedOfOthers = 30

function timed<T>(work: () => T): { readonly value: T; readonly ms: number } {
  const start = performance.now()
  const value = work()
  return { value, ms: performance.now() - start }
}

const medianOf = (work: () => unknown) => median(Array.from({ length: repeats }, () => timed(work).ms))

/** What is there after each character typed. */
const beginnings = (text: string): readonly string[] => {
  const characters = [...text]
  return characters.map((_, at) => characters.slice(0, at + 1).join(''))
}

export const dataKB = (): number => Buffer.byteLength(JSON.stringify([searchModel, searchCues.cues])) / 1024

/** As many of them as are asked for, spread over the whole. */
const spread = <T>(all: readonly T[], count: number): readonly T[] =>
  all.length <= count
    ? all
    : all.filter((_, at) => Math.floor((at * count) / all.length) !== Math.floor(((at - 1) * count) / all.length))

/**
 * Lets an engine answer all queries: how right it is, and how long it takes. Nothing is learnt from them. A slow
 * engine is timed on some of them only.
 */
export function run(engine: Engine, queries: readonly Query[], timedQueries = Infinity): Trial {
  const indexMs = medianOf(engine.make)
  const find = engine.make()
  const shown = queries.map(({ text, settings }) => find(text, settings))
  const chosen = spread(queries, timedQueries)
  const whole = chosen.map(({ text, settings }) => medianOf(() => find(text, settings)))
  const typed = chosen.flatMap(({ text, settings }) =>
    beginnings(text).map((beginning) => timed(() => find(beginning, settings)).ms),
  )
  return {
    engine: engine.name,
    ...score(queries, shown, emergencies),
    medianMs: median(whole),
    p95ms: quantile(whole, 0.95),
    keystrokeP95ms: quantile(typed, 0.95),
    indexMs,
    dataKB: dataKB(),
  }
}
