import type { Opened } from './open-file'

/** Downloads a PDF of our own storage. */
export async function openPdf(url: string): Promise<Opened> {
  try {
    const response = await fetch(url)
    if (!response.ok) return 'failed'
    const address = URL.createObjectURL(new Blob([await response.blob()], { type: 'application/pdf' }))
    const link = document.createElement('a')
    link.href = address
    link.download = 'posters.pdf'
    document.body.append(link)
    link.click()
    link.remove()
    // The browser reads it after the click.
    setTimeout(() => URL.revokeObjectURL(address), 60_000)
    return 'saved'
  } catch {
    return 'failed'
  }
}

/** Whether the address lies in the clipboard now; a browser gives it to secure pages only. */
export async function copyAddress(url: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(url)
    return true
  } catch {
    return false
  }
}
