import Taro from '@tarojs/taro'

/** WeChat's own standard size; its settings run from 15 to about 24. */
const standard = 17

/** How much larger than usual the person has set type on this phone: 1 = as usual, never below. */
export function typeScale(): number {
  const { fontSizeSetting } = Taro.getAppBaseInfo() as { fontSizeSetting?: number }
  return Math.min(1.6, Math.max(1, (fontSizeSetting ?? standard) / standard))
}
