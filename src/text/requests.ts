import { titles } from './titles'

/** The tab 诉求; it lies in the main package. */
export const requests = {
  title: titles.requests,
  lead: '打电话没解决，或者不方便打，写在这里。件件有编号，有人办，有期限。',
  write: '写诉求',
  register: '登记表',
  registerHint: '看看本楼、本小区大家提的事办得怎样',
  registerNoDoor: '先选小区和楼栋，就能看',
  mine: '我的诉求',
  none: '您还没有提过诉求',
  noneHint: '写好送出后，在这里看办到哪一步了。',
  all: '看全部',
  joined: '您也关注',
  due: (when: string) => `最晚${when}办好`,
  late: (when: string) => `已过期限：${when}`,
} as const
