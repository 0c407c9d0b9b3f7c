import { build } from 'esbuild'
import { others, ours } from '../search-score/engines'
import { readQueries } from '../search-score/queries'
import { run, timedOfOthers, type Trial } from '../search-score/trial'
import { fromRoot } from '../support/paths'
import type { Bench, Figure } from './figure'
import { rounded } from './figure'

/** The repository's own labelled queries: our words, never used to choose or tune anything. */
export const ownQueries = fromRoot('src', 'tools', 'search-score', 'queries.jsonl')

interface Row {
  readonly name: keyof Omit<Trial, 'engine'>
  readonly what: string
  readonly unit: string
  readonly better: 'less' | 'more'
  readonly most?: number
}

/** What is measured. How right it has to be is for the issue on everyday Chinese to say; it has to be quick now. */
const rows: readonly Row[] = [
  { name: 'top1', what: 'an expected matter is first', unit: 'share', better: 'more' },
  { name: 'top3', what: 'an expected matter is among the first three', unit: 'share', better: 'more' },
  { name: 'top5', what: 'an expected matter is among the first five', unit: 'share', better: 'more' },
  { name: 'emergencyRecall', what: 'a danger is shown as one', unit: 'share', better: 'more' },
  { name: 'falseDanger', what: 'danger is cried where there is none', unit: 'share', better: 'less' },
  { name: 'oosRejected', what: 'nothing is shown for what is none of ours', unit: 'share', better: 'more' },
  { name: 'inScopeRejected', what: 'nothing is shown for what is ours', unit: 'share', better: 'less' },
  { name: 'medianMs', what: 'a query, median', unit: 'ms', better: 'less' },
  { name: 'p95ms', what: 'a query, 95th of 100', unit: 'ms', better: 'less', most: 5 },
  { name: 'keystrokeP95ms', what: 'a keystroke, 95th of 100', unit: 'ms', better: 'less', most: 5 },
  { name: 'indexMs', what: 'making the index', unit: 'ms', better: 'less' },
  { name: 'dataKB', what: 'the data in the package', unit: 'KB', better: 'less', most: 150 },
]

/** What an engine's code adds to a package, minified as the package is. */
async function codeOf(contents: string): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: fromRoot(), loader: 'ts' },
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2020',
    write: false,
    logLevel: 'silent',
  })
  return outputFiles.reduce((all, { contents: bytes }) => all + bytes.length, 0) / 1024
}

export const search: Bench = {
  name: 'search',
  needs: [],
  run: async ({ queries: file }) => {
    const queries = readQueries(file ?? ownQueries)
    const own = run(ours, queries)
    const compared = others.map((engine) => run(engine, queries, timedOfOthers))
    // Two files are two figures: how hard a file is says nothing of the engine.
    const about = file === null ? 'own queries' : 'given queries'
    const beside = (value: (trial: Trial) => number) =>
      compared.map((trial) => `${trial.engine} ${rounded(value(trial))}`).join(', ')
    const figures = rows.map(({ name, what, unit, better, most = null }): Figure => ({
      bench: 'search',
      what: `${about}: ${what}`,
      value: own[name],
      unit,
      most,
      better,
      beside: beside((trial) => trial[name]),
    }))
    const [code, mini, fuse] = await Promise.all([
      codeOf(`export { makeFinder } from './src/domain/search'`),
      codeOf(`export { default } from 'minisearch'`),
      codeOf(`export { default } from 'fuse.js'`),
    ])
    return [
      { bench: 'search', what: `${about}: how many`, value: queries.length, unit: 'queries', most: null },
      ...figures,
      {
        bench: 'search',
        what: 'the code in the package',
        value: code,
        unit: 'KB',
        most: null,
        better: 'less',
        beside: `MiniSearch ${rounded(mini)}, Fuse.js ${rounded(fuse)}`,
      },
    ]
  },
}
