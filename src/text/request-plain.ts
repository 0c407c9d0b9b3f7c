import { isOpen, type RequestState } from '../domain/request/verbs'
import { addDays, dayOf, partsOf } from '../domain/time/clock'
import { dateText } from './time'

/** A request's states in a few plain words, for residents: theirs and their neighbours'. */
export const requestStatePlain: Readonly<Record<RequestState, string>> = {
  submitted: '等网格长受理',
  accepted: '网格长受理了',
  assigned: '派了单，等接单',
  'in-progress': '正在办',
  'awaiting-confirmation': '说办好了，等居民确认',
  resolved: '办结了',
  archived: '办结归档了',
  'info-requested': '等居民补充',
  'on-hold': '暂停办理',
  referred: '转给上级部门在办',
  returned: '正在重新派单',
  declined: '没有受理',
  merged: '并到另一件一起办',
  withdrawn: '撤回了',
  reopened: '重新办',
}

const waits: readonly RequestState[] = ['awaiting-confirmation', 'info-requested', 'on-hold']
/** Whether its time is running, so that it makes sense to say until when. */
export const isRunning = (state: RequestState): boolean => isOpen(state) && !waits.includes(state)

export const weekdayNames = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const

/** 上午9点, 下午5点半, 晚上8点10分 */
export function hourText(ms: number): string {
  const { hour, minute } = partsOf(ms)
  const part = hour < 6 ? '凌晨' : hour < 12 ? '上午' : hour < 13 ? '中午' : hour < 19 ? '下午' : '晚上'
  const past = minute === 0 ? '' : minute === 30 ? '半' : `${minute}分`
  return `${part}${hour > 12 ? hour - 12 : hour}点${past}`
}

/** 今天下午5点, 明天上午9点, 周三下午5点, 12月3日下午5点: how people say until when. */
export function soonText(ms: number, now: number): string {
  const of = dayOf(ms)
  const today = dayOf(now)
  const clock = hourText(ms)
  if (of === today) return `今天${clock}`
  if (of === addDays(today, 1)) return `明天${clock}`
  if (of === addDays(today, -1)) return `昨天${clock}`
  if (of > today && of <= addDays(today, 6)) return `${weekdayNames[partsOf(ms).weekday] ?? ''}${clock}`
  return `${dateText(ms, now)}${clock}`
}
