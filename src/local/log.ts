/** One line for the terminal. It never holds an openid or the contents of a document. */
export interface LogLine {
  readonly level: 'info' | 'error'
  /** `cloud`, or the name of the function that printed it. */
  readonly source: string
  readonly text: string
}

export type Log = (line: LogLine) => void
