import type { Opened } from './open-file'

/** Downloads a document of our own storage under its own name. */
export async function openLinked(url: string, name: string): Promise<Opened> {
  try {
    const response = await fetch(url)
    if (!response.ok) return 'failed'
    const address = URL.createObjectURL(new Blob([await response.blob()]))
    const link = document.createElement('a')
    link.href = address
    link.download = name
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
