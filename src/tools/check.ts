import { isEntry } from './support/is-entry'
import { say, step, type Log } from './support/progress'
import { commandOf, explain, run } from './support/run'

/** What `npm run check` holds the code to; the import table is one of the linter's rules. */
const checks = {
  types: () => run(commandOf('typescript', 'tsc'), ['--noEmit', '--pretty', 'false']),
  lint: () => run(commandOf('eslint'), ['.', '--max-warnings', '0']),
  format: () => run(commandOf('prettier'), ['--check', '--log-level', 'warn', '.']),
} as const

/** Runs every check, whatever the others say, and answers whether all passed. */
export async function check({ log = say }: { log?: Log } = {}): Promise<boolean> {
  const results = await Promise.allSettled(
    Object.entries(checks).map(([name, work]) =>
      step(name, log, async () => {
        await work()
      }),
    ),
  )
  const failures = results.filter((result) => result.status === 'rejected')
  for (const { reason } of failures) log(explain(reason))
  return failures.length === 0
}

if (isEntry(__filename)) {
  check().then(
    (passed) => (process.exitCode = passed ? 0 : 1),
    (error: unknown) => {
      console.error(explain(error))
      process.exitCode = 1
    },
  )
}
