type Listener = (online: boolean) => void

/** Tells `listener` whether there is a network now. */
export const askNetwork = (listener: Listener): void => listener(navigator.onLine)

/** Tells `listener` at once and then at each change whether there is a network. */
export function watchNetwork(listener: Listener): void {
  window.addEventListener('online', () => listener(true))
  window.addEventListener('offline', () => listener(false))
  askNetwork(listener)
}
