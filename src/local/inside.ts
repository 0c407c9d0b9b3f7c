/** What `/_local` shows of the platform's parts. Each part keeps its own record; the page only reads it. */

/** A message that WeChat would have sent to somebody's phone. */
export interface SentMessage {
  readonly at: number
  readonly openid: string
  readonly templateId: string
  readonly page?: string
  /** The template's fields as they would be shown. */
  readonly fields: Readonly<Record<string, string>>
  /** `sent`, or the documented error code of WeChat, such as 43101. */
  readonly outcome: 'sent' | number
}

/** A file of the cloud's storage. */
export interface StoredFile {
  /** `cloud://<env>.<bucket>/<path>` */
  readonly fileID: string
  readonly path: string
  readonly bytes: number
  readonly contentType: string
  /** When it was uploaded last. */
  readonly at: number
}

/** A function's timer. */
export interface TimerState {
  readonly function: string
  readonly name: string
  /** Seven fields, second first, read in UTC+8. */
  readonly cron: string
  /** When it is due next, by the cloud's clock; undefined: never again. */
  readonly next?: number
  readonly lastRun?: { readonly at: number; readonly ms: number; readonly outcome: string }
}

export interface Messages {
  /** The last ones, the oldest first. */
  readonly sent: readonly SentMessage[]
  /** How many more messages of a template a person has agreed to. */
  left(openid: string, template: string): number
}

export interface Files {
  list(): readonly StoredFile[]
  /** A file's bytes; undefined if there is no such file. */
  contents(fileID: string): Promise<Buffer | undefined>
}

export interface TimerBook {
  list(): readonly TimerState[]
  /** Runs a function's timer now, as the platform would; answers when it is done. */
  run(functionName: string): Promise<void>
}
