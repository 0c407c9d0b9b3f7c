import Taro from '@tarojs/taro'

/** Opens WeChat's cloud for this mini program; once, at launch. */
export function openCloud(): void {
  Taro.cloud.init({ traceUser: false })
}
