import { spawn, type ChildProcess } from 'node:child_process'
import { createRequire } from 'node:module'
import path from 'node:path'
import { root } from './paths'

/** A command that ended badly, with everything it said. */
export class CommandFailed extends Error {
  constructor(
    readonly command: string,
    readonly code: number | null,
    readonly output: string,
  ) {
    super(`${command} ended with ${code ?? 'a signal'}`)
  }
}

/** The whole story of a failure: a command's log, or the error itself. */
export function explain(error: unknown): string {
  if (error instanceof CommandFailed) return `${error.output.trimEnd()}\n${error.message}`
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

interface Options {
  readonly env?: Readonly<Record<string, string>>
  /** Let the command write to the terminal itself. */
  readonly inherit?: boolean
}

/** The script behind a package's command, so that no shell stands between us and it. */
export function commandOf(packageName: string, command = packageName): string {
  const require = createRequire(path.join(root, 'package.json'))
  const manifest = require.resolve(`${packageName}/package.json`)
  const { bin } = require(manifest) as { bin: string | Record<string, string> }
  const script = typeof bin === 'string' ? bin : bin[command]
  if (!script) throw new Error(`${packageName} has no command ${command}`)
  return path.join(path.dirname(manifest), script)
}

export function start(script: string, args: readonly string[], { env, inherit }: Options = {}): ChildProcess {
  return spawn(process.execPath, [script, ...args], {
    cwd: root,
    // Colours would stand as codes in a kept log.
    env: { ...process.env, ...(inherit ? {} : { FORCE_COLOR: '0' }), ...env },
    stdio: inherit ? 'inherit' : ['ignore', 'pipe', 'pipe'],
  })
}

/** Runs a Node script to its end and answers what it said. */
export function run(script: string, args: readonly string[], options: Options = {}): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = start(script, args, options)
    let output = ''
    const keep = (chunk: Buffer) => (output += chunk.toString())
    child.stdout?.on('data', keep)
    child.stderr?.on('data', keep)
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0) resolve(output)
      else reject(new CommandFailed([path.basename(script), ...args].join(' '), code, output))
    })
  })
}
