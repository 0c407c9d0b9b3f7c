import type { Desk } from '../domain/request/figures-hand'
import { workingDay } from '../domain/request/office'
import { day, hour, minute } from '../domain/time/clock'

const whole = (number: number): string => String(Math.round(number * 10) / 10)

/** 40分钟, 5小时, 3天: how long something took, by the clock. */
export function spanText(ms: number): string {
  if (ms < hour) return `${Math.max(1, Math.round(ms / minute))}分钟`
  return ms < 2 * day ? `${whole(ms / hour)}小时` : `${whole(ms / day)}天`
}

/** 30分钟, 1个工作小时, 3个工作日: how long something may take. `office`: only hours of the office count. */
export function timeText(ms: number, kind: 'always' | 'office'): string {
  if (kind === 'office' && ms >= workingDay) return `${whole(ms / workingDay)}个工作日`
  if (ms < hour) return `${whole(ms / minute)}${kind === 'office' ? '分钟（上班时间）' : '分钟'}`
  return kind === 'office' ? `${whole(ms / hour)}个工作小时` : `${whole(ms / hour)}小时`
}

/** Shares are told from so many on: of fewer, the number itself says more. */
const tellingShare = 10

const percent = (yes: number, of: number): string => `${Math.round((yes / of) * 100)}%`
const listed = (...parts: readonly (string | null)[]): string => `${parts.filter(Boolean).join('，')}。`
const some = (count: number, words: string): string | null => (count === 0 ? null : `${count}件${words}`)

interface Share {
  readonly yes: number
  readonly of: number
  readonly silent: number
}
/** null: nobody has said anything, so that a zero would say too much. */
const among = ({ yes, of, silent }: Share): string | null => (of === 0 ? null : `${of + silent}件里${yes}件`)
const rate = ({ yes, of }: Share, of_: string): string | null =>
  of < tellingShare ? null : `${of_}的${of}件里占${percent(yes, of)}`

/** 办得怎样 */
export const deskFigures = {
  which: '看哪段时间提出的？',
  periods: { 7: '近7天', 30: '近30天', 90: '近90天', 365: '近一年' },
  now: '现在',
  open: '没办完的',
  overdue: '其中超时的',
  overdueHint: '等居民补充、挂起、等居民确认的不算超时。',
  pieces: (count: number) => `${count}件`,
  period: (filed: number) => `这段时间提出${filed}件`,
  none: '这段时间没有人提诉求',
  noneHint: '换一段时间看看。',
  cut: (filed: number) => `件数太多，只算了最近提出的${filed}件。`,
  among,
  /** Where nothing can be said yet. */
  unknown: '还说不上',
  responded: '按时联系了居民',
  respondedHint: (share: Share) =>
    listed(
      some(share.yes, '按时联系了'),
      some(share.of - share.yes, '没按时'),
      some(share.silent, '还没到时间，或没到时间就撤回、并单了'),
      rate(share, '到了时间'),
    ),
  respondedNone: '还没有到时间的。',
  solved: '居民说办好了',
  solvedHint: (share: Share) =>
    listed(
      some(share.yes, '居民说办好了'),
      some(share.of - share.yes, '说没办好'),
      some(share.silent, '办结了但居民没说，不算办好'),
      rate(share, '说了'),
    ),
  solvedNone: '还没有办结的。',
  satisfied: '居民满意',
  satisfiedHint: (share: Share) =>
    listed(
      some(share.yes, '满意'),
      some(share.of - share.yes, '不满意'),
      some(share.silent, '没评价，不算满意'),
      rate(share, '评价了'),
    ),
  satisfiedNone: '还没有评价。',
  matters: '哪些事最多',
  otherMatter: '其他和不公开的事',
  buildings: '哪些楼最多',
  buildingsHint: '点一栋楼，看它的诉求。',
  handOvers: '交接慢在哪里',
  handOversHint: '单子到了谁手上，过多久才有人动。按钟点算，晚上和周末也算在内。',
  noHandOvers: '交接还太少，说不上快慢',
  desks: { filed: '居民', leader: '网格长', agency: '单位', outside: '上级部门' } satisfies Record<
    Desk['kind'],
    string
  >,
  way: (from: string, to: string) => `从${from}到${to}`,
  /** The median: half of them took longer. */
  slow: (span: string, count: number) => `${count}件里一半超过${span}`,
  how: '这些数怎么来的',
  howLines: [
    '按时联系：在规定时间内有人打过电话、问过情况或者办好了。只派单、只接单不算。',
    '办好了：只听提诉求的居民自己说的，在手机上说或者电话回访说都算。到期没说话的，不算办好。',
    '居民撤回的、并到另一件的，不算在办好没办好里。',
    '满意：只算评价过的，没评价的不算满意。',
    '交接：同一条路走过3次以上才列出来。',
  ],
} as const

/** 登记表 */
export const deskSheet = {
  lead: '和墙上的登记表一样。不写姓名、电话和门牌，可以贴出来。',
  which: '看哪一天？',
  today: '今天',
  yesterday: '昨天',
  earlier: '看更早的',
  later: '回到最近',
  make: '导出登记表',
  making: '正在做表…',
  makeHint: '打开后点右上角“…”，可以发到电脑上打印。导出会记入操作记录。',
  saved: '表格存好了，在电脑的“下载”里。',
  failed: '表格没能打开。请看看手机空间够不够，再试一次。',
  count: '这一天的登记',
  empty: '这一天没有登记',
  emptyHint: '换一天看看。',
  from: (source: string) => `来源：${source}`,
  agency: (name: string) => `责任单位：${name}`,
  due: (when: string) => `时限：${when}`,
  ended: (when: string) => `办结：${when}`,
  opinion: (said: string) => `居民意见：${said}`,
} as const

/** 办理时限 */
export const deskClocks = {
  lead: '每类事最晚多久联系居民、多久办好。本社区可以答应得更快，不能比统一时限慢。',
  leadRead: '每类事最晚多久联系居民、多久办好。只有社区书记能改。',
  hints: {
    emergency: '会伤人的事，要马上有人管',
    utilities: '停水、停电、没暖气、电梯停了，不等上班',
    normal: '大多数事，按上班时间算',
    complex: '要几家一起办、要动钱、要依法办的',
  },
  response: '多久联系居民',
  resolution: '多久办好',
  within: (time: string) => `${time}内`,
  /** What everybody has, beside what is promised here. */
  most: (time: string) => `统一时限是${time}内`,
  asMost: '和统一时限一样',
  street: '转给街道的，另按街道的时间。',
  change: '改快些',
  changeOf: (name: string, what: string) => `改快些：${name}的事，${what}`,
  sheetTitle: (what: string, name: string) => `${name}的事，${what}？`,
  sheetText: '改了以后，新提的诉求按新时间算；已经提了的，还按原来答应的。',
  keep: '按统一时限',
  done: '就这样定',
  back: '不改',
  saved: '改好了，新提的诉求按这个时间算。',
} as const
