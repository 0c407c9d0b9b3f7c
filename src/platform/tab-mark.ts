import Taro from '@tarojs/taro'

/**
 * Puts a red dot on a tab, or takes it away. WeChat does it only while a page of the tab bar is shown, and says no
 * elsewhere, which is borne: whoever marks does it again when such a page comes into sight.
 */
export function markTab(index: number, isMarked: boolean): void {
  const marked = isMarked ? Taro.showTabBarRedDot({ index }) : Taro.hideTabBarRedDot({ index })
  void marked.catch(() => undefined)
}
