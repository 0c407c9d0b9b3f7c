import type { ChosenFile } from '../../../platform/choose-file'

/** A workbook that this phone has brought up. */
interface Sent {
  readonly importId: string
  /** In the cloud's storage, until the server has read it. */
  readonly fileId: string
  readonly file: ChosenFile
}

/** The last one, as long as the app runs: WeChat keeps a chosen file no longer. */
let last: Sent | null = null

export const noteSent = (sent: Sent): void => {
  last = sent
}

/** Where the workbook of this import lies; null where this phone does not know. */
export const fileIdOf = (importId: string): string | null => (last?.importId === importId ? last.fileId : null)

/** What this phone brought up for this import, to bring it up once more. */
export const fileOf = (importId: string): ChosenFile | null => (last?.importId === importId ? last.file : null)
