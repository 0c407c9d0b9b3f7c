export const appName = '家门口'

export const common = {
  retry: '重新试一次',
  back: '返回',
  close: '知道了',
  more: '更多',
  showMore: '显示更多',
  notOpened: '没有打开',
  notOpenedHint: '网络不太好，请再点一次。急事可以直接打 12345。',
  /** At most four characters fit on a button of WeChat's dialogue. */
  callNow: '现在打',
  copied: '链接已复制，可以发给邻居',
  loading: '正在打开…',
  careOn: '关怀版',
  careOff: '标准版',
  careOnHint: '换成大字的关怀版',
  careOffHint: '换回标准字号',
  offline: '现在没有网络',
  offlineHint: '下面是上次看到的内容，电话照样能打。',
  updatedAt: (when: string) => `数据更新于 ${when}`,
  update: '现在更新',
  updateTitle: '您用的版本太旧了，更新后才能用全部功能。电话照样能打。',
  updateLater: '新版本还没准备好，请过几分钟再试。',
} as const
