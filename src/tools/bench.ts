import { readArguments } from './bench/arguments'
import { benches } from './bench/benches'
import { compare, describe, doubts } from './bench/compare'
import { aimText, reached, rounded, type BenchOptions, type Figure } from './bench/figure'
import { readResults, thisMachine, toJson, writeResults, type Results } from './bench/results'
import { ensureBuilt } from './build'
import { commitNow } from './support/commit'
import { isEntry, runTool, Sentence } from './support/entry'
import { step, type Log } from './support/progress'
import { explain } from './support/run'

/** The terminal's answer is the figures: what happens meanwhile is said beside it. */
const log: Log = (line) => console.error(line)

const row = (figure: Figure): string =>
  [
    `${figure.bench}: ${figure.what}`.padEnd(86),
    `${Number.isNaN(figure.value) ? 'not measured' : rounded(figure.value)} ${figure.unit}`.padStart(18),
    aimText(figure).padStart(9),
    aimText(figure) === '' ? ' ' : reached(figure) ? '✓' : '✗',
    figure.beside ?? '',
  ]
    .join('  ')
    .trimEnd()

/** Runs the benches one after the other. One that breaks is a figure that was not measured, and says why. */
async function measure(chosen: typeof benches, options: BenchOptions): Promise<readonly Figure[]> {
  const figures: Figure[] = []
  for (const { name, run } of chosen) {
    try {
      await step(name, log, async () => {
        figures.push(...(await run(options)))
      })
    } catch (error) {
      log(explain(error))
      figures.push({ bench: name, what: 'the bench itself', value: Number.NaN, unit: 'runs', most: 0 })
    }
  }
  return figures
}

function printComparison(before: Results, after: Results, file: string): void {
  console.log(`\ncompared with ${file}, ${before.at}`)
  for (const doubt of doubts(before, after)) console.log(`! ${doubt}`)
  for (const line of describe(compare(before.figures, after.figures))) console.log(line)
}

async function main(args: readonly string[]): Promise<void> {
  const asked = readArguments(
    args,
    benches.map(({ name }) => name),
  )
  // Read first: a wrong name should not cost a whole run.
  const before = asked.compare === null ? null : readResults(asked.compare)
  const chosen = benches.filter(({ name }) => asked.only.length === 0 || asked.only.includes(name))
  await ensureBuilt([...new Set(chosen.flatMap(({ needs }) => needs))], { log })

  const at = new Date().toISOString()
  const commit = await commitNow()
  const figures = await measure(chosen, { queries: asked.queries, log })
  const results: Results = { at, commit, machine: thisMachine(), figures }
  log(`kept in ${writeResults(results)}`)
  if (asked.json) {
    const differences = before ? { compared: compare(before.figures, figures), doubts: doubts(before, results) } : {}
    console.log(toJson({ ...results, ...differences }))
  } else {
    for (const figure of figures) console.log(row(figure))
    if (before) printComparison(before, results, asked.compare ?? '')
  }
  const missed = figures.filter((figure) => !reached(figure))
  if (missed.length === 0) return
  throw new Sentence([`${missed.length} of ${figures.length} figures are not reached:`, ...missed.map(row)].join('\n'))
}

if (isEntry(__filename)) runTool(main)
