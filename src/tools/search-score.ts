import { emergencies, ours, others, phrased } from './search-score/engines'
import { readQueries, type Query } from './search-score/queries'
import { score } from './search-score/score'
import { run, timedOfOthers, type Trial } from './search-score/trial'
import { isEntry, runTool, Sentence } from './support/entry'

const usage = 'npm run -s search:score -- FILE.jsonl [--json | --table | --missed]'

interface Asked {
  readonly file: string
  /** `json`: one line, our own engine. `table`: beside others. `missed`: what it got wrong, query by query. */
  readonly form: 'json' | 'table' | 'missed'
}

export function readArguments(args: readonly string[]): Asked {
  let form: Asked['form'] = 'json'
  const files: string[] = []
  for (const arg of args) {
    if (arg === '--json' || arg === '--table' || arg === '--missed') form = arg.slice(2) as Asked['form']
    else if (arg.startsWith('--')) throw new Sentence(`${arg}?\n${usage}`)
    else files.push(arg)
  }
  const [file, ...more] = files
  if (file === undefined || more.length > 0) throw new Sentence(usage)
  return { file, form }
}

const rounded = (value: number, digits: number) => Number(value.toFixed(digits))

/** The line that is printed: these names, in this order. */
export function lineOf(trial: Trial): string {
  const { n, top1, top3, emergencyRecall, falseDanger, oosRejected, inScopeRejected, p95ms, indexMs, dataKB } = trial
  const shares = { top1, top3, emergencyRecall, falseDanger, oosRejected, inScopeRejected }
  // A share of nothing is null: JSON has no NaN.
  const four = Object.fromEntries(Object.entries(shares).map(([name, value]) => [name, rounded(value, 4)]))
  return JSON.stringify({
    n,
    ...four,
    p95ms: rounded(p95ms, 3),
    indexMs: rounded(indexMs, 1),
    dataKB: rounded(dataKB, 1),
  })
}

const columns = [
  'n',
  'top1',
  'top3',
  'top5',
  'emergencyRecall',
  'falseDanger',
  'oosRejected',
  'inScopeRejected',
  'medianMs',
  'p95ms',
  'keystrokeP95ms',
  'indexMs',
  'dataKB',
] as const satisfies readonly (keyof Trial)[]

const cell = (value: number) => (Number.isNaN(value) ? '-' : String(rounded(value, 3)))

function printTable(queries: readonly Query[]): void {
  const trials = [run(ours, queries), ...others.map((engine) => run(engine, queries, timedOfOthers))]
  console.log(['', ...trials.map(({ engine }) => engine)].map((word) => word.padStart(16)).join(''))
  for (const name of columns)
    console.log([name, ...trials.map((trial) => cell(trial[name]))].map((word) => word.padStart(16)).join(''))
  const find = ours.make()
  for (const kind of [...new Set(queries.map((query) => query.kind))]) {
    const some = queries.filter((query) => query.kind === kind)
    const of = score(
      some,
      some.map(({ text, settings }) => find(text, settings)),
      emergencies,
    )
    console.log(
      `${kind.padEnd(16)}${String(of.n).padStart(4)}  top1 ${cell(of.top1)}  top3 ${cell(of.top3)}  oosRejected ${cell(of.oosRejected)}`,
    )
  }
}

function printMissed(queries: readonly Query[]): void {
  const find = ours.make()
  for (const { text, settings, expect, danger } of queries) {
    const shown = find(text, settings)
    const right = expect.length === 0 ? shown.length === 0 : shown.slice(0, 1).some(({ id }) => expect.includes(id))
    const alarm = danger !== null && shown.some((hit) => hit.danger) !== danger
    if (right && !alarm) continue
    const said = shown.map(({ id, danger: isDanger }) => (isDanger ? `!${id}` : id)).join(' ') || '-'
    console.log(`${text}\n  expected ${expect.join(' ') || '-'}${danger ? ' (danger)' : ''}; shown ${said}`)
  }
}

function main(args: readonly string[]): void {
  const { file, form } = readArguments(args)
  const queries = readQueries(file)
  const unknown = [...new Set(queries.flatMap(({ expect }) => expect))].filter(
    (id) => !phrased.some((entry) => entry.id === id),
  )
  if (unknown.length > 0) console.error(`no such matter, it cannot be found: ${unknown.join(' ')}`)
  if (form === 'table') printTable(queries)
  else if (form === 'missed') printMissed(queries)
  else console.log(lineOf(run(ours, queries)))
}

if (isEntry(__filename)) runTool((args) => Promise.resolve().then(() => main(args)))
