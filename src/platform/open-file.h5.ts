import type { Opened } from './open-file'

const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Downloads a spreadsheet; `base64` holds its bytes. */
export function openFile(base64: string, name: string): Promise<Opened> {
  let bytes: Uint8Array<ArrayBuffer>
  try {
    bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
  } catch {
    return Promise.resolve('failed')
  }
  const address = URL.createObjectURL(new Blob([bytes], { type: spreadsheet }))
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
