import { rm } from 'node:fs/promises'
import { buildCloud } from '../../config/cloud'
import { isEntry } from './support/is-entry'
import { fromRoot } from './support/paths'
import { kilobytes, say, step, type Log } from './support/progress'
import { commandOf, explain, run } from './support/run'
import { dropStamp, fingerprint, isFresh, setStamp, sizeOf, type Target } from './support/stamp'

const targets: readonly Target[] = ['cloud', 'weapp', 'h5']

/** Builds one target from nothing: a file that is no longer made must not stay behind. */
export async function build(target: Target, { log = say }: { log?: Log } = {}): Promise<void> {
  const print = fingerprint(target)
  dropStamp(target)
  await step(`build ${target}`, log, async () => {
    const folder = fromRoot('dist', target)
    await rm(folder, { recursive: true, force: true })
    if (target === 'cloud') await buildCloud({ outFolder: folder })
    else await run(commandOf('@tarojs/cli', 'taro'), ['build', '--type', target], { env: { NODE_ENV: 'production' } })
    return kilobytes(sizeOf(folder))
  })
  setStamp(target, print)
}

/** Builds those of the targets whose sources changed since their last build. Throws when one fails. */
export async function ensureBuilt(wanted: readonly Target[], { log = say }: { log?: Log } = {}): Promise<void> {
  const stale = wanted.filter((target) => !isFresh(target, fingerprint(target)))
  const results = await Promise.allSettled(stale.map((target) => build(target, { log })))
  const failed = results.find((result) => result.status === 'rejected')
  if (failed) throw failed.reason
}

const isTarget = (word: string): word is Target => (targets as readonly string[]).includes(word)

async function main(args: readonly string[]) {
  const wanted = args.filter((arg) => !arg.startsWith('--'))
  const unknown = [...wanted.filter((word) => !isTarget(word)), ...args.filter((arg) => /^--(?!if-stale$)/.test(arg))]
  if (unknown.length || !wanted.length) throw new Error(`build ${targets.join('|')} [--if-stale]`)
  const chosen = wanted.filter(isTarget)
  if (args.includes('--if-stale')) return ensureBuilt(chosen)
  for (const target of chosen) await build(target)
}

if (isEntry(__filename)) {
  main(process.argv.slice(2)).catch((error: unknown) => {
    console.error(explain(error))
    process.exitCode = 1
  })
}
