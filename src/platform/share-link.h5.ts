/** Hands the address of a page to the browser's share sheet, or to the clipboard where there is none. */
export async function shareLink(path: string, title: string): Promise<'shared' | 'copied' | 'failed'> {
  const url = `${location.origin}${location.pathname}#${path}`
  try {
    if ('share' in navigator) {
      await navigator.share({ title, url })
      return 'shared'
    }
    await (navigator as Navigator).clipboard.writeText(url)
    return 'copied'
  } catch {
    return 'failed'
  }
}
