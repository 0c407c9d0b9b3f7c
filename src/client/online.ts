import { watchNetwork } from '../platform/network'
import { signal, useSignal } from './signal'

const online = signal(true)

export const isOnline = (): boolean => online.get()
export const useOnline = (): boolean => useSignal(online)

/** Starts to follow the network; `back` runs each time it returns. */
export function followNetwork(back: () => void): void {
  watchNetwork((now) => {
    const before = online.get()
    online.set(now)
    if (now && !before) back()
  })
}
