import Taro from '@tarojs/taro'
import { pathTo } from '../../go'

/** Back to the list that a page was opened from; from a message, to the workbench. */
export const leave = (): void =>
  void (Taro.getCurrentPages().length > 1 ? Taro.navigateBack() : Taro.redirectTo({ url: pathTo('work') }))
