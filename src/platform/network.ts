import Taro from '@tarojs/taro'

type Listener = (online: boolean) => void

/** Tells `listener` whether there is a network now. */
export function askNetwork(listener: Listener): void {
  void Taro.getNetworkType({ success: ({ networkType }) => listener(networkType !== 'none') })
}

/** Tells `listener` at once and then at each change whether there is a network. */
export function watchNetwork(listener: Listener): void {
  Taro.onNetworkStatusChange(({ isConnected }) => listener(isConnected))
  askNetwork(listener)
}
