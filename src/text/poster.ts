/** What is printed on the poster of a door code. */
export const posterWords = {
  headline: '扫一扫，有事找谁',
  how: '打开微信扫一扫，看看这件事归谁管、该打哪个电话',
  withoutPhone: '没有手机，也一样有人管',
  /** Beside the line above: what somebody does without a phone. */
  station: '到社区值班站说一声，值班人员替您登记；也可以拨打 12345',
  code: (code: string) => `门码 ${code}`,
  /** At the foot: how a forged poster is told from ours. */
  free: '扫码不收费，不会问您要密码和验证码',
  /** The title of the file. */
  file: (estate: string) => `${estate} 门码海报`,
} as const
