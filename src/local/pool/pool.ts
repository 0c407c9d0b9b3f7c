import { CloudError } from '../errors'
import { Instance, type InstanceOptions } from './instance'
import type { CallMessage } from './messages'

export interface PoolOptions extends InstanceOptions {
  /** Instances at most; each is started when it is first needed. */
  readonly size: number
  /** Calls that may wait; one more is refused, as the real cloud refuses too many at once. */
  readonly queue: number
}

interface Waiting {
  readonly start: (instance: Instance) => void
  readonly refuse: (error: CloudError) => void
}

/** The instances of one function. */
export class Pool {
  private readonly instances = new Set<Instance>()
  private readonly idle: Instance[] = []
  private readonly waiting: Waiting[] = []
  private closed = false

  constructor(private readonly options: PoolOptions) {}

  /** Makes a call in an instance of its own and answers the result as JSON. */
  async run(message: CallMessage, openid?: string): Promise<string> {
    const instance = await this.acquire()
    try {
      return await instance.run(message, openid)
    } finally {
      this.release(instance)
    }
  }

  async close(): Promise<void> {
    this.closed = true
    for (const { refuse } of this.waiting.splice(0)) refuse(stopping())
    await Promise.all([...this.instances].map((instance) => instance.stop()))
  }

  private acquire(): Promise<Instance> {
    if (this.closed) return Promise.reject(stopping())
    for (let instance = this.idle.pop(); instance; instance = this.idle.pop()) {
      if (instance.alive) return Promise.resolve(instance)
      this.instances.delete(instance)
    }
    if (this.instances.size < this.options.size) return Promise.resolve(this.start())
    if (this.waiting.length >= this.options.queue) {
      return Promise.reject(
        new CloudError('EXCEED_CONCURRENT_REQUEST_LIMIT', `too many calls of ${this.options.name} are waiting`),
      )
    }
    return new Promise((start, refuse) => this.waiting.push({ start, refuse }))
  }

  /** Gives the instance, or a new one in its place, to whoever waits longest. */
  private release(instance: Instance): void {
    if (!instance.alive) this.instances.delete(instance)
    const next = this.closed ? undefined : this.waiting.shift()
    if (next) next.start(instance.alive ? instance : this.start())
    else if (instance.alive) this.idle.push(instance)
  }

  private start(): Instance {
    const instance = new Instance(this.options)
    this.instances.add(instance)
    return instance
  }
}

function stopping(): CloudError {
  return new CloudError('FUNCTIONS_EXECUTE_FAIL', 'the local cloud is stopping')
}
