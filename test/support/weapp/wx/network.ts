import type { Caller } from './caller'

type Listener = (state: object) => void

/** The phone's network, which a test may take away. */
export class Network {
  private readonly listeners = new Set<Listener>()
  private gone = false

  constructor(private readonly caller: Caller) {}

  get isOffline(): boolean {
    return this.gone
  }

  setOffline(isOffline: boolean): void {
    this.gone = isOffline
    for (const listener of this.listeners) listener(this.caller.copy(this.state))
  }

  get apis() {
    return {
      getNetworkType: this.caller.api('getNetworkType', () => this.state),
      onNetworkStatusChange: (listener: Listener) => void this.listeners.add(listener),
      offNetworkStatusChange: (listener?: Listener) =>
        listener ? void this.listeners.delete(listener) : this.listeners.clear(),
    }
  }

  private get state() {
    return this.gone
      ? { isConnected: false, networkType: 'none' }
      : { isConnected: true, networkType: 'wifi', signalStrength: 0 }
  }
}
