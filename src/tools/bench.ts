import { mkdirSync, writeFileSync } from 'node:fs'
import { ensureBuilt } from './build'
import { reached, type Bench, type Figure } from './bench/figure'
import { sizes } from './bench/sizes'
import { tests } from './bench/tests'
import { taps, visits } from './bench/visits'
import { walked } from './bench/walked'
import { isEntry, runTool, Sentence } from './support/entry'
import { fromRoot } from './support/paths'
import { step } from './support/progress'

const benches: readonly Bench[] = [visits, taps, sizes, walked, tests]
const usage = `npm run bench [-- --only ${benches.map(({ name }) => name).join('|')}] [--json]`

const row = (figure: Figure) =>
  [
    figure.what.padEnd(74),
    `${figure.value} ${figure.unit}`.padStart(14),
    figure.most === null ? '' : `≤ ${figure.most}`.padStart(9),
    figure.most === null ? '' : reached(figure) ? '✓' : '✗',
  ].join('  ')

async function main(args: readonly string[]): Promise<void> {
  const json = args.includes('--json')
  const only = args.includes('--only') ? args[args.indexOf('--only') + 1] : undefined
  const chosen = benches.filter(({ name }) => only === undefined || name === only)
  const known = args.every((arg, index) => ['--json', '--only'].includes(arg) || args[index - 1] === '--only')
  if (chosen.length === 0 || !known) throw new Sentence(usage)

  const log = (line: string) => console.error(line)
  await ensureBuilt(['cloud', 'weapp', 'h5'], { log })
  const figures: Figure[] = []
  for (const { name, run } of chosen) {
    await step(name, log, async () => {
      figures.push(...(await run()))
    })
  }
  mkdirSync(fromRoot('bench-results'), { recursive: true })
  const at = new Date().toISOString()
  writeFileSync(fromRoot('bench-results', `${at.replace(/[:.]/g, '-')}.json`), JSON.stringify({ at, figures }, null, 2))
  if (json) console.log(JSON.stringify({ at, figures }, null, 2))
  else for (const figure of figures) console.log(row(figure))
  const missed = figures.filter((figure) => !reached(figure))
  if (missed.length > 0) throw new Sentence(`${missed.length} figures are not reached`)
}

if (isEntry(__filename)) runTool(main)
