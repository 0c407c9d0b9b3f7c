/** What is printed on a notice for the door, beside the notice's own words. */
export const noticePosterWords = {
  /** Before the places, the time. */
  where: '哪些楼',
  when: '什么时候',
  all: '全小区',
  scan: '微信扫一扫，看最新情况',
  after: '纸上写的可能有变，以手机上的为准',
  /** Whom somebody calls back: one line. */
  call: (name: string, number: string) => `有事请打${name} ${number}`,
  /** Where no number is known. */
  station: '有事请到社区值班站说一声',
  more: '……没有写完，全文请扫码看',
  from: (community: string, day: string) => `${community} ${day}`,
  /** The name of the file. */
  file: (title: string) => `${title} 门口通知.pdf`,
} as const
