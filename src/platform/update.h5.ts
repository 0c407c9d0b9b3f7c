/** A page gets the newest release by loading anew. */
export function updateNow(): Promise<boolean> {
  window.location.reload()
  return Promise.resolve(true)
}
