/** What the shared parts say by themselves; everything else comes from the page that uses them. */
export const kit = {
  busy: '请稍等…',
  none: '没有',
  /** What a screen reader says of two things that belong together. */
  together: (first: string, second: string) => `${first}，${second}`,
  counted: (typed: number, most: number) => `${typed}/${most}`,
  addPicture: '添加照片',
  /** `left` is at least one. */
  morePictures: (left: number) => `还可以加${left}张`,
  fullPictures: (most: number) => `最多${most}张，已经加满`,
  picture: (rank: number) => `第${rank}张照片`,
  enlarge: (rank: number) => `放大看第${rank}张照片`,
  removePicture: '移除',
  removePictureOf: (rank: number) => `移除第${rank}张照片`,
  retryPicture: '重新发送',
  retryPictureOf: (rank: number) => `重新发送第${rank}张照片`,
  pictureState: { waiting: '等待发送', failed: '没发出去' },
  sending: (percent: number) => `正在发送 ${percent}%`,
} as const
