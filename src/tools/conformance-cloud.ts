import { mkdtemp, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { isEntry, runTool, Sentence } from './support/entry'
import { say } from './support/progress'
import { commandOf, start } from './support/run'

/** What the suite needs to reach a real environment. */
const variables = ['CONFORMANCE_ENV', 'TENCENTCLOUD_SECRETID', 'TENCENTCLOUD_SECRETKEY'] as const

/** What we read of jest's report. */
interface Report {
  readonly success: boolean
  readonly testResults: readonly {
    readonly message: string
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[]
  }[]
}

/**
 * Runs the conformance suite against a real CloudBase environment, in two collections of its own. Without a key it
 * says what is missing and ends well, so that whoever has none is not told of a failure.
 */
async function main(args: readonly string[]): Promise<void> {
  const missing = variables.filter((name) => !process.env[name])
  if (missing.length > 0) {
    say(
      `跳过：没有 ${missing.join('、')}，不知道要测哪个真实环境。 | ` +
        `Skipped: ${missing.join(', ')} not set, so there is no real environment to run against.`,
    )
    return
  }
  const report = await runSuite(args)
  const cases = report.testResults.flatMap(({ assertionResults }) => assertionResults)
  const skipped = cases.filter(({ status }) => status === 'pending')
  for (const [reason, count] of countReasons(skipped.map(({ fullName }) => fullName))) say(`  ${count} × ${reason}`)
  const count = (status: string) => cases.filter((one) => one.status === status).length
  say(`${count('passed')} passed, ${count('failed')} failed, ${skipped.length} skipped`)
  const broken = report.testResults.filter(({ message, assertionResults }) => message && assertionResults.length === 0)
  if (!report.success || broken.length > 0) {
    throw new Sentence(
      '真实环境与本地云有不同之处，见上。 | The real environment differs from the local cloud: see above.',
    )
  }
}

async function runSuite(args: readonly string[]): Promise<Report> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'jiamenkou-conformance-'))
  const file = path.join(folder, 'report.json')
  try {
    // One file after the other: they share the environment's two collections, and its limits.
    const options = ['--runInBand', '--testTimeout=120000', '--json', `--outputFile=${file}`]
    const child = start(commandOf('jest'), [...args, ...options, '--selectProjects', 'conformance'], { inherit: true })
    await new Promise((resolve, reject) => child.on('close', resolve).on('error', reject))
    return JSON.parse(await readFile(file, 'utf8')) as Report
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** A case that is skipped says why at the end of its name. */
function countReasons(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const name of names) {
    const reason = /\[local only: (.*)\]$/.exec(name)?.[1] ?? 'no reason given'
    counts.set(reason, (counts.get(reason) ?? 0) + 1)
  }
  return counts
}

if (isEntry(__filename)) runTool(main)
