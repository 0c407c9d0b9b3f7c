/** Where the mini program's own code runs: without window, document, process or require. */
export interface Realm {
  /** Runs a file whose free names are these and JavaScript's own. */
  run(file: string, code: string, names: Readonly<Record<string, unknown>>): void
  /** Copies a value into the realm through JSON, as WeChat's bridge does. */
  copy<T>(value: T): T
  /** Bytes as an ArrayBuffer of the realm. */
  buffer(bytes: Uint8Array): ArrayBuffer
  /** Stops its timers. */
  close(): void
}

/** What the realm tells its owner. */
export interface RealmEvents {
  /** Code that a timer ran threw. */
  readonly onError: (error: unknown) => void
  /** Something was logged as a warning or an error. */
  readonly onComplaint: (text: string) => void
}
