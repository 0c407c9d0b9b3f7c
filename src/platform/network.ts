import Taro from '@tarojs/taro'

/** Tells `listener` at once and then at each change whether there is a network; answers how to stop. */
export function watchNetwork(listener: (online: boolean) => void): () => void {
  const changed = ({ isConnected }: { isConnected: boolean }) => listener(isConnected)
  Taro.onNetworkStatusChange(changed)
  void Taro.getNetworkType({ success: ({ networkType }) => listener(networkType !== 'none') })
  return () => Taro.offNetworkStatusChange(changed)
}
