import { WxFailure, type Caller, type Options } from './caller'

/** One upload under way, as the test sees it. */
export interface OpenUpload {
  readonly cloudPath: string
  /** The network says how far it is (percent). */
  progress(percent: number): void
  /** Lets one go on that was held. */
  release(): void
}

type Listener = (event: object) => void

/**
 * `wx.cloud.uploadFile`: with a callback it gives a task to watch and to abort, else a promise
 * (developers.weixin.qq.com/miniprogram/dev/wxcloud/reference-sdk-api/storage/uploadFile/client.uploadFile.html).
 */
export class Uploads {
  readonly open: OpenUpload[] = []
  /** Whether uploads wait for `release`, so that a test can look at them while they are under way. */
  isHeld = false

  constructor(private readonly caller: Caller) {}

  /** @param send does the real work; `aborted` tells it to stop */
  start(
    options: Options,
    bytes: () => Uint8Array,
    send: (bytes: Uint8Array, aborted: AbortSignal) => Promise<object>,
  ): unknown {
    const { caller } = this
    const listeners = new Set<Listener>()
    const abort = new AbortController()
    let release = (): void => undefined
    const held = this.isHeld ? new Promise<void>((done) => (release = done)) : Promise.resolve()
    const stopped = new Promise<never>((_, fail) => {
      abort.signal.addEventListener('abort', () => fail(new WxFailure('abort', { errCode: -1 })))
    })
    stopped.catch(() => undefined)
    const work = async () => {
      const content = bytes()
      const tell = (percent: number) => {
        const sent = Math.floor((content.length * percent) / 100)
        const event = { progress: percent, totalBytesSent: sent, totalBytesExpectedToSend: content.length }
        for (const listener of listeners) listener(caller.copy(event))
      }
      const upload: OpenUpload = { cloudPath: String(options.cloudPath), progress: tell, release }
      this.open.push(upload)
      try {
        await Promise.race([held, stopped])
        const answer = await Promise.race([send(content, abort.signal), stopped])
        tell(100)
        return answer
      } finally {
        this.open.splice(this.open.indexOf(upload), 1)
      }
    }
    const promise = caller.settle('cloud.uploadFile', options, work())
    if (promise) return promise
    return {
      onProgressUpdate: (listener: Listener) => void listeners.add(listener),
      offProgressUpdate: (listener?: Listener) => (listener ? void listeners.delete(listener) : listeners.clear()),
      onHeadersReceived: () => undefined,
      offHeadersReceived: () => undefined,
      abort: () => abort.abort(),
    }
  }
}
