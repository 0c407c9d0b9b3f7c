import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { Worker } from 'node:worker_threads'
import { CloudError } from '../errors'
import type { Log } from '../log'
import type { CallMessage, TimedCall, WorkerMessage, WorkerStart } from './messages'
import { workerCode } from './worker-code'

/** Loading the bundle does not count as the call's time, but it has to end. */
const loadLimitMs = 15_000

/** Each of them is looked for in every line that is printed; a line does not come later than so many calls. */
const mostOpenids = 500

export interface InstanceOptions {
  readonly name: string
  /** The bundle. */
  readonly file: string
  readonly environment: Readonly<Record<string, string>>
  /** Seconds for one call. */
  readonly timeout: number
  /** MB of memory. */
  readonly memory: number
  /** How far the cloud's clock is ahead of the machine's, in ms. */
  readonly offset: () => number
  readonly log: Log
}

interface Pending {
  readonly openid: string
  resolve(json: string): void
  reject(error: CloudError): void
}

/** One instance of a function: a thread that makes one call at a time, and is thrown away when it fails. */
export class Instance {
  alive = true
  private ready = false
  private pending: Pending | undefined
  private timer: NodeJS.Timeout | undefined
  /** Whom it has served, to keep them out of the log: a line may arrive after its call. */
  private readonly openids = new Set<string>()
  private readonly worker: Worker

  constructor(private readonly options: InstanceOptions) {
    // A thread has the zone of the process, whatever TZ its own environment says; the cloud honours TZ. The product
    // never asks for the machine's zone, so nothing depends on it.
    this.worker = new Worker(workerCode(), {
      eval: true,
      env: { ...options.environment },
      workerData: { file: options.file, offset: options.offset() } satisfies WorkerStart,
      resourceLimits: { maxOldGenerationSizeMb: options.memory },
      stdout: true,
      stderr: true,
    })
    this.worker.on('message', (message: WorkerMessage) => this.receive(message))
    this.worker.on('error', (error) => this.fail(failed(`${error.name}: ${error.message}`), error.stack))
    this.worker.on('exit', () => this.fail(failed('the instance ended during the call')))
    this.forward(this.worker.stdout, 'info')
    this.forward(this.worker.stderr, 'error')
  }

  /** Makes a call and answers its result as JSON. */
  run(message: CallMessage, openid = ''): Promise<string> {
    if (!this.alive) return Promise.reject(failed('the instance has ended'))
    if (openid) this.remember(openid)
    return new Promise((resolve, reject) => {
      this.pending = { openid, resolve, reject }
      this.startTimer()
      // A message that arrives before the bundle is loaded waits in the thread's queue.
      this.worker.postMessage({ ...message, offset: this.options.offset() } satisfies TimedCall)
    })
  }

  async stop(error = failed('the local cloud is stopping')): Promise<void> {
    this.fail(error)
    await this.worker.terminate()
  }

  private remember(openid: string): void {
    // Deleted first, so that the oldest stands at the front.
    this.openids.delete(openid)
    this.openids.add(openid)
    const [oldest] = this.openids
    if (this.openids.size > mostOpenids && oldest !== undefined) this.openids.delete(oldest)
  }

  private receive(message: WorkerMessage): void {
    if (message.kind === 'ready') {
      this.ready = true
      if (this.pending) this.startTimer()
      return
    }
    const { pending } = this
    this.settle()
    if (message.kind === 'result') {
      pending?.resolve(message.json)
    } else {
      this.print('error', message.stack)
      pending?.reject(failed(message.message))
    }
  }

  private startTimer(): void {
    clearTimeout(this.timer)
    const { timeout, name } = this.options
    const [limit, error] = this.ready
      ? [
          timeout * 1000,
          new CloudError('FUNCTIONS_TIME_LIMIT_EXCEEDED', `Invoking task timed out after ${timeout} seconds`),
        ]
      : [loadLimitMs, failed(`the bundle of ${name} took longer than ${loadLimitMs / 1000} seconds to load`)]
    this.timer = setTimeout(() => void this.stop(error), limit)
  }

  /** Whatever went wrong, the thread cannot be trusted with another call. */
  private fail(error: CloudError, stack?: string): void {
    if (!this.alive) return
    this.alive = false
    if (stack !== undefined) this.print('error', stack)
    const { pending } = this
    this.settle()
    pending?.reject(error)
    void this.worker.terminate()
  }

  private settle(): void {
    clearTimeout(this.timer)
    this.pending = undefined
  }

  private forward(stream: Readable, level: 'info' | 'error'): void {
    createInterface({ input: stream }).on('line', (line) => this.print(level, line))
  }

  private print(level: 'info' | 'error', text: string): void {
    let clean = text
    for (const openid of this.openids) clean = clean.replaceAll(openid, '<openid>')
    this.options.log({ level, source: this.options.name, text: clean })
  }
}

function failed(message: string): CloudError {
  return new CloudError('FUNCTIONS_EXECUTE_FAIL', message)
}
