import { openFile } from './open-file.h5'
import type { Saved } from './save-file'

/** Downloads a text as a file. */
export function saveText(name: string, text: string): Promise<Saved> {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  document.body.append(link)
  link.click()
  link.remove()
  // The browser reads it after the click.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
  return Promise.resolve('saved')
}

/** Downloads a spreadsheet; `base64` holds its bytes. */
export const saveSheet = async (base64: string, name: string): Promise<Exclude<Saved, 'copied'>> =>
  (await openFile(base64, name)) === 'failed' ? 'failed' : 'saved'

/** Puts a text into the clipboard. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}
