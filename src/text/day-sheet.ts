import type { RequestState } from '../domain/request/verbs'
import { partsOf, startOf, type Day } from '../domain/time/clock'
import { requestStateNames } from './request-names'
import { clockText, dateText } from './time'

const weekdays = ['星期日', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六'] as const

/** 2026年11月22日 星期日 */
export function longDay(day: Day): string {
  const { year, month, date, weekday } = partsOf(startOf(day))
  return `${year}年${month}月${date}日 ${weekdays[weekday] ?? ''}`
}

/** 11月25日 18:00; with the year where it is another one than that of `beside`. */
export const dueWords = (ms: number, beside: number): string => `${dateText(ms, beside)} ${clockText(ms)}`

/** The day's register (登记表), on the screen and on paper. */
export const daySheet = {
  title: (community: string) => `${community}诉求登记表`,
  subtitle: (day: Day, grid: string | null) => `${longDay(day)} · ${grid ?? '全社区'}`,
  /** What the file is called. */
  fileName: (day: Day, grid: string | null) => `登记表-${day}${grid === null ? '' : `-${grid}`}`,
  columns: [
    '编号',
    '时间',
    '来源',
    '地点',
    '事项',
    '诉求内容',
    '责任单位',
    '时限',
    '办理情况',
    '办结时间',
    '居民意见',
    '签名',
  ],
  foot: '值班人：____________    网格长：____________',
  /** Where a day has more than a sheet takes. */
  cut: (rows: number) => `只列了前${rows}件`,
  sources: { owner: '本人', family: '家属代填', office: '值班代填' },
  opinions: { solved: '办好了', unsolved: '没办好', silent: '没说' },
  /** Of a private request neither what it is about nor who has it is named. */
  hidden: '（不公开）',
  hiddenWords: '（内容不公开）',
  otherMatter: '其他',
  leader: '网格长',
  /** 处理中；物业接单了，开始办：师傅明天上午到 */
  progress: (state: RequestState, step: string | null, words: string | null) =>
    [requestStateNames[state], step && words ? `${step}：${words}` : step].filter(Boolean).join('；'),
} as const
