/** What WeChat shows above each page. Without imports, since the build reads it while it makes the configuration. */
export const titles = {
  app: '家门口',
  who: '找谁',
  me: '我的',
  matter: '有事找谁',
  choose: '选择小区和楼栋',
  danger: '紧急求助',
  phones: '本楼电话',
} as const
