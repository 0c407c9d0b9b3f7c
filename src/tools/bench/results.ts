import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { Sentence } from '../support/entry'
import { fromRoot } from '../support/paths'
import type { Figure } from './figure'

/** One run of the bench, as it is kept in `bench-results`. */
export interface Results {
  /** ISO 8601 */
  readonly at: string
  /** What was measured, with a plus where files were changed beside it. */
  readonly commit: string
  /** What times depend on; nothing that names the machine. */
  readonly machine: { readonly node: string; readonly cpus: number; readonly model: string }
  readonly figures: readonly Figure[]
}

export const thisMachine = (): Results['machine'] => ({
  node: process.version,
  cpus: cpus().length,
  model: cpus()[0]?.model ?? 'unknown',
})

/** Writes a run into a file of its own and answers the file's name within the project. */
export function writeResults(results: Results): string {
  const name = `${results.at.replace(/[:.]/g, '-')}.json`
  mkdirSync(fromRoot('bench-results'), { recursive: true })
  writeFileSync(fromRoot('bench-results', name), toJson(results))
  return `bench-results/${name}`
}

/** JSON has no NaN: what could not be measured is null there. */
export const toJson = (results: Results): string => JSON.stringify(results, null, 2)

/** Reads an earlier run; a file that is none is told as a sentence. */
export function readResults(file: string): Results {
  const text = readText(file)
  const parsed = parse(text)
  if (!isResults(parsed)) throw new Sentence(`${file} 不是 bench 的结果。 | ${file} is no result of the bench.`)
  // Earlier files know neither commit nor machine.
  const figures = parsed.figures.map((figure) => ({ ...figure, value: figure.value ?? Number.NaN }))
  const unknown = { node: 'unknown', cpus: 0, model: 'unknown' }
  return { at: parsed.at, commit: parsed.commit ?? 'unknown', machine: parsed.machine ?? unknown, figures }
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    throw new Sentence(`读不了 ${file}。 | ${file} cannot be read.`)
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return null
  }
}

/** A run as JSON holds it: a value that could not be measured is null, and what came later may be missing. */
interface StoredResults {
  readonly at: string
  readonly commit?: string
  readonly machine?: Results['machine']
  readonly figures: readonly (Omit<Figure, 'value'> & { readonly value: number | null })[]
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

const isResults = (value: unknown): value is StoredResults =>
  isObject(value) &&
  typeof value.at === 'string' &&
  Array.isArray(value.figures) &&
  value.figures.every(
    (figure: unknown) =>
      isObject(figure) &&
      ['bench', 'what', 'unit'].every((name) => typeof figure[name] === 'string') &&
      (figure.value === null || typeof figure.value === 'number'),
  )
