import { mkdirSync, writeFileSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { lastRunFile, type LastRun } from './bench/tests'
import { ensureBuilt } from './build'
import { check } from './check'
import { commitNow } from './support/commit'
import { say } from './support/progress'
import { commandOf, explain, start } from './support/run'
import type { Target } from './support/stamp'

/** Jest's projects, and what each of them needs built. */
const projects: Readonly<Record<string, readonly Target[]>> = {
  domain: [],
  knowledge: [],
  contract: [],
  text: [],
  client: [],
  cloud: ['cloud'],
  local: ['cloud'],
  conformance: [],
  tools: [],
  weapp: ['weapp', 'cloud'],
  browser: ['h5', 'cloud'],
}

/** What we read of jest's own report. */
interface Report {
  readonly success: boolean
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  /** Files that broke before their first test. */
  readonly numRuntimeErrorTestSuites: number
}

async function jest(names: readonly string[], rest: readonly string[]): Promise<Report> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'jiamenkou-test-'))
  const file = path.join(folder, 'report.json')
  try {
    // The list of projects comes last: jest takes every word after it for one more.
    const args = [...rest, '--json', `--outputFile=${file}`, ...(names.length ? ['--selectProjects', ...names] : [])]
    const child = start(commandOf('jest'), args, { inherit: true })
    await new Promise((resolve, reject) => child.on('close', resolve).on('error', reject))
    return JSON.parse(await readFile(file, 'utf8')) as Report
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/**
 * Everything, or with words after `npm test --` only what they name: projects, and what else jest understands
 * (`-t`, part of a file's name). A run of a few projects builds what these need, and leaves the checks to a full one.
 */
async function main(args: readonly string[]): Promise<boolean> {
  const begun = Date.now()
  const firstOption = args.findIndex((arg) => arg.startsWith('-'))
  const words = firstOption < 0 ? args : args.slice(0, firstOption)
  const names = words.filter((word) => word in projects)
  const rest = [...words.filter((word) => !(word in projects)), ...args.slice(words.length)]
  const checked = args.length > 0 || (await check())
  const needed = names.length ? names : Object.keys(projects)
  await ensureBuilt([...new Set(needed.flatMap((name) => projects[name] ?? []))])

  const report = await jest(names, rest)
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites
  const skipped = report.numPendingTests ? `, ${report.numPendingTests} skipped` : ''
  if (args.length === 0) {
    const run: LastRun = {
      at: begun,
      commit: await commitNow(),
      seconds: (Date.now() - begun) / 1000,
      passed: report.numPassedTests,
      failed,
    }
    mkdirSync(path.dirname(lastRunFile), { recursive: true })
    writeFileSync(lastRunFile, JSON.stringify(run))
    say(`the whole took ${Math.round(run.seconds)} s`)
  }
  if (!checked) say('✗ types, lint or format failed: see above')
  say(`${report.numPassedTests} passed, ${failed} failed${skipped}`)
  return checked && report.success && failed === 0
}

main(process.argv.slice(2)).then(
  (passed) => (process.exitCode = passed ? 0 : 1),
  (error: unknown) => {
    console.error(explain(error))
    say('0 passed, 1 failed')
    process.exitCode = 1
  },
)
