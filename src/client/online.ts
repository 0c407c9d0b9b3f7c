import { askNetwork, watchNetwork } from '../platform/network'
import { signal, useSignal } from './signal'

const online = signal(true)

export const isOnline = (): boolean => online.get()
export const useOnline = (): boolean => useSignal(online)

/** An answer came: whatever the phone says, there is a network. */
export const seeOnline = (): void => online.set(true)

/**
 * How often the phone has said that there is a network. What failed asks anew when it grows, whatever was believed in
 * between: an answer that was still on its way when the network went says that there is one.
 */
const backs = signal(0)
export const timesBack = (): number => backs.get()
export const useTimesBack = (): number => useSignal(backs)

function said(isConnected: boolean): void {
  online.set(isConnected)
  if (isConnected) backs.set(backs.get() + 1)
}

/**
 * Starts to follow the network; `back` runs each time it returns: also when the phone says so of one that was believed
 * to be there.
 */
export function followNetwork(back: () => void): void {
  online.watch(() => {
    if (online.get()) back()
  })
  backs.watch(back)
  watchNetwork(said)
}

/** Asks the phone anew: while the app slept it may not have been told. */
export const refreshNetwork = (): void => askNetwork(said)
