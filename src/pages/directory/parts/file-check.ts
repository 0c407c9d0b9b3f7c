import type { ChosenFile } from '../../../platform/choose-file'
import { directoryUpload as words } from '../../../text/directory-table'

/** Bytes; the contract's `largestWorkbook`, which stays with the server. A test holds the two together. */
const largest = 5 * 1024 * 1024

/** Why a file need not be brought up at all, and what helps; null where the server may look at it. */
export function problemOf({ name, size }: ChosenFile): string | null {
  const ending = /\.([^.]*)$/.exec(name.trim().toLowerCase())?.[1] ?? ''
  if (ending === 'xls' || ending === 'et' || ending === 'csv') return `${words.endings[ending]}${words.saveAs}`
  if (ending !== 'xlsx') return words.endings.other
  if (size === 0) return words.empty
  return size > largest ? words.tooLarge : null
}
