import { spawn } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { Sentence } from './entry'
import { fromRoot } from './paths'
import { say, type Log } from './progress'

/** A large package that few people need: it is no dependency, and is fetched when a tool is used for the first time. */
export interface OnDemand {
  readonly package: string
  /** Exact. */
  readonly version: string
  /** On disk, for the person who waits. */
  readonly size: string
  /** What it is for, in Chinese and English. */
  readonly purpose: string
  /** A lock file that pins everything below it, from the root; for what is given credentials. */
  readonly lock?: string
}

const shelf = fromRoot('.local', 'tools')
const folderOf = ({ package: name, version }: OnDemand) =>
  path.join(shelf, `${name.replace(/^@/, '').replace('/', '-')}-${version}`)

/** Whether it lies here already; then it is used off line. */
export const isHere = (tool: OnDemand): boolean => existsSync(path.join(folderOf(tool), 'node_modules', tool.package))

/** Loads a package that is here. Its types are the caller's to declare: there are none in the default install. */
export const loadOnDemand = (tool: OnDemand): unknown =>
  createRequire(path.join(folderOf(tool), 'package.json'))(tool.package)

/** Makes sure that the package is here; says before it fetches. Throws a sentence when it cannot be fetched. */
export async function fetchOnDemand(tool: OnDemand, log: Log = say): Promise<void> {
  if (isHere(tool)) return
  const name = `${tool.package} ${tool.version}`
  log(`第一次使用，先下载${tool.purpose} ${name}（约 ${tool.size}，放在 .local/tools，不进安装清单）。`)
  log(`First use: fetching ${name} into .local/tools (about ${tool.size}).`)
  mkdirSync(shelf, { recursive: true })
  // Made beside its place and then renamed: half a download must not pass for the whole.
  const making = mkdtempSync(path.join(shelf, '.fetching-'))
  try {
    writeFileSync(path.join(making, 'package.json'), manifestOf(tool))
    if (tool.lock) copyFileSync(fromRoot(tool.lock), path.join(making, 'package-lock.json'))
    await npm(tool.lock ? 'ci' : 'install', making)
    rmSync(folderOf(tool), { recursive: true, force: true })
    renameSync(making, folderOf(tool))
  } catch (error) {
    throw new Sentence(
      `下载 ${name} 没有成功，请检查网络或 npm 的镜像设置后再试一次。 | ${name} could not be fetched; check the network or npm's registry and try again.\n${reasonOf(error)}`,
    )
  } finally {
    rmSync(making, { recursive: true, force: true })
  }
}

/** A lock file only fits the manifest that it was made from. */
function manifestOf({ package: name, version, lock }: OnDemand): string {
  const locked = lock && (JSON.parse(readFileSync(fromRoot(lock), 'utf8')) as { packages: { '': object } }).packages['']
  return JSON.stringify(locked ?? { name: 'on-demand', private: true, dependencies: { [name]: version } })
}

/** Runs npm in a folder. Scripts of packages do not run. */
function npm(command: 'ci' | 'install', folder: string): Promise<void> {
  // npm tells the scripts that it runs where they are; another npm inside would take that for its own place.
  const { npm_config_local_prefix: _ours, npm_execpath, ...env } = process.env
  const args = [command, '--prefix', folder, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel', 'error']
  const [program, ...before] = npm_execpath?.endsWith('.js') ? [process.execPath, npm_execpath] : ['npm']
  return new Promise((resolve, reject) => {
    const child = spawn(program ?? 'npm', [...before, ...args], {
      cwd: folder,
      env,
      stdio: ['ignore', 'ignore', 'pipe'],
      shell: process.platform === 'win32' && before.length === 0,
    })
    let complaint = ''
    child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()))
    child.on('error', reject)
    child.on('close', (code) =>
      code === 0 ? resolve() : reject(new Error(complaint.trim() || `npm ended with ${code}`)),
    )
  })
}

/** What npm says of a failure, without its stack. */
const reasonOf = (error: unknown) =>
  (error instanceof Error ? error.message : String(error))
    .split('\n')
    .filter((line) => !/^npm error\s+at /.test(line))
    .slice(0, 6)
    .join('\n')
