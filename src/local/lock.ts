import {
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { uptime } from 'node:os'
import { join } from 'node:path'
import { StartError } from './errors'

/** Who runs on a data folder. */
export interface Running {
  readonly pid: number
  /** 0 until it listens. */
  readonly port: number
  readonly startedAt: number
}

export interface Lock {
  /** Writes down the port, for the sentence of a second start. */
  setPort(port: number): void
  release(): void
}

const name = 'running.json'

/**
 * Claims a data folder for this process. A second start fails with the address of the first one; what a dead process
 * left behind is taken over.
 */
export async function lockFolder(folder: string): Promise<Lock> {
  mkdirSync(folder, { recursive: true })
  const file = join(folder, name)
  const mine: Running = { pid: process.pid, port: 0, startedAt: Date.now() }
  // Whoever creates the file has the folder. A second round is needed after a stale one was moved away.
  for (let round = 0; round < 3; round++) {
    if (createFile(file, mine)) return lockOf(file, mine)
    const text = readText(file)
    const running = parseRunning(text)
    if (text !== undefined && (await isAlive(file, running))) throw alreadyRunning(folder, running)
    if (text !== undefined) moveAway(file, text)
  }
  throw alreadyRunning(folder, undefined)
}

function lockOf(file: string, mine: Running): Lock {
  return {
    setPort: (port) => writeFileSync(file, JSON.stringify({ ...mine, port })),
    release: () => {
      const running = parseRunning(readText(file))
      if (running?.pid === mine.pid && running.startedAt === mine.startedAt) rmSync(file, { force: true })
    },
  }
}

function createFile(file: string, running: Running): boolean {
  try {
    const handle = openSync(file, 'wx')
    writeSync(handle, JSON.stringify(running))
    closeSync(handle)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** Two starts may find the same stale file; only the one that moves away what it has read goes on. */
function moveAway(file: string, text: string): void {
  const aside = `${file}.${process.pid}`
  try {
    renameSync(file, aside)
  } catch {
    return
  }
  // Somebody else was faster and this is a fresh claim: give it back.
  if (readText(aside) !== text) renameSync(aside, file)
  else rmSync(aside, { force: true })
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

function parseRunning(text: string | undefined): Running | undefined {
  try {
    const { pid, port, startedAt } = JSON.parse(text ?? '') as Partial<Running>
    const valid = typeof pid === 'number' && typeof port === 'number' && typeof startedAt === 'number'
    return valid ? { pid, port, startedAt } : undefined
  } catch {
    return undefined
  }
}

/** A number of a process may have gone to another program since, so the address is asked as well. */
async function isAlive(file: string, running: Running | undefined): Promise<boolean> {
  // Half-written: it is being created just now, or was left so long ago.
  if (!running) return Date.now() - statSync(file).mtimeMs < 5_000
  const beforeBoot = running.startedAt < Date.now() - uptime() * 1000
  if (beforeBoot || !processExists(running.pid)) return false
  if (running.port === 0) return Date.now() - running.startedAt < 60_000
  return answers(running)
}

function processExists(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

async function answers({ pid, port }: Running): Promise<boolean> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/health`, { signal: AbortSignal.timeout(3_000) })
    const health = (await response.json()) as { pid?: unknown }
    return health.pid === pid
  } catch (error) {
    // Too busy to answer is alive all the same; nobody listening is not.
    return error instanceof Error && error.name === 'TimeoutError'
  }
}

function alreadyRunning(folder: string, running: Running | undefined): StartError {
  const address = running?.port ? `http://127.0.0.1:${running.port}` : '—'
  return new StartError(
    'already-running',
    `本地云已在运行：${address}（数据在 ${folder}）。请直接打开这个地址，或先停掉它。 | ` +
      `The local cloud is already running at ${address} on the data in ${folder}. Open that address, or stop it first.`,
  )
}
