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
  readonly testResults: readonly {
    readonly name: string
    readonly status: string
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[]
  }[]
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

const count = (report: Report, status: string, within: ReadonlySet<string>) =>
  report.testResults
    .filter(({ name }) => within.has(name))
    .flatMap(({ assertionResults }) => assertionResults)
    .filter((result) => result.status === status).length

/**
 * What counts after the files that failed have run once more, by themselves. Only a whole run in CI does this, and
 * it names every file that needed it: such a file has a fault of its own to be mended, see decision 0037.
 */
async function secondLook(first: Report): Promise<Report> {
  const failing = first.testResults.filter(({ status }) => status === 'failed')
  const files = new Set(failing.map(({ name }) => name))
  const broken = failing.filter(({ assertionResults }) => assertionResults.every(({ status }) => status !== 'failed'))
  // So many at once is no matter of load.
  if (files.size === 0 || files.size > 12) return first
  say(`${files.size} files failed and run once more, alone`)
  const second = await jest([], ['--runInBand', '--runTestsByPath', ...files])
  for (const { name, assertionResults } of failing) {
    const again = second.testResults.find((result) => result.name === name)
    const verdict = again?.status === 'passed' ? 'UNSTEADY, passed alone' : 'failed again'
    say(`${verdict}: ${path.relative(process.cwd(), name)}`)
    for (const { status, fullName } of assertionResults) if (status === 'failed') say(`    ${fullName}`)
  }
  return {
    success: second.success,
    numPassedTests: first.numPassedTests - count(first, 'passed', files) + second.numPassedTests,
    numFailedTests: first.numFailedTests - count(first, 'failed', files) + second.numFailedTests,
    numPendingTests: first.numPendingTests - count(first, 'pending', files) + second.numPendingTests,
    numRuntimeErrorTestSuites: first.numRuntimeErrorTestSuites - broken.length + second.numRuntimeErrorTestSuites,
    testResults: second.testResults,
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

  const first = await jest(names, rest)
  const report = process.env.CI && args.length === 0 ? await secondLook(first) : first
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
