/** What the pool asks of a worker: one call. */
export interface CallMessage {
  /** As JSON: what a call may hold, and no more, reaches the function. */
  readonly event: string
  /** Variables that exist during this call only. */
  readonly environment: Readonly<Record<string, string>>
  readonly context: Readonly<Record<string, unknown>>
}

/** The same as a worker gets it. */
export interface TimedCall extends CallMessage {
  /** How far the cloud's clock is ahead of the machine's (ms): the function lives at the cloud's time. */
  readonly offset: number
}

/** What a worker is made with. */
export interface WorkerStart {
  /** The bundle; absolute. */
  readonly file: string
  /** Until the first call says otherwise: a bundle may look at the clock while it loads. */
  readonly offset: number
}

/** What a worker answers: that its bundle is loaded, then the result of each call as JSON, or why there is none. */
export type WorkerMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'result'; readonly json: string }
  | { readonly kind: 'failure'; readonly message: string; readonly stack: string }
