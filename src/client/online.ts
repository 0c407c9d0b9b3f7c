import { askNetwork, watchNetwork } from '../platform/network'
import { signal, useSignal } from './signal'

const online = signal(true)

export const isOnline = (): boolean => online.get()
export const useOnline = (): boolean => useSignal(online)

/** An answer came: whatever the phone says, there is a network. */
export const seeOnline = (): void => online.set(true)

/** Starts to follow the network; `back` runs each time it returns. */
export function followNetwork(back: () => void): void {
  online.watch(() => {
    if (online.get()) back()
  })
  watchNetwork(online.set)
}

/** Asks the phone anew: while the app slept it may not have been told. */
export const refreshNetwork = (): void => askNetwork(online.set)
