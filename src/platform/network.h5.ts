/** Tells `listener` at once and then at each change whether there is a network; answers how to stop. */
export function watchNetwork(listener: (online: boolean) => void): () => void {
  const tell = () => listener(navigator.onLine)
  window.addEventListener('online', tell)
  window.addEventListener('offline', tell)
  tell()
  return () => {
    window.removeEventListener('online', tell)
    window.removeEventListener('offline', tell)
  }
}
