/** A browser always loads the newest release. */
export function watchUpdates(): void {
  // Nothing to listen to.
}

/** A page gets the newest release by loading anew. */
export function updateNow(): Promise<boolean> {
  window.location.reload()
  return Promise.resolve(true)
}
