import { addDays, dayOf, partsOf } from '../domain/time/clock'

const weekdays = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const
const two = (value: number) => String(value).padStart(2, '0')

/** 08:30 */
export function clockText(ms: number): string {
  const { hour, minute } = partsOf(ms)
  return `${two(hour)}:${two(minute)}`
}

/** 2026年11月21日, without the year inside the present one. */
export function dateText(ms: number, now: number): string {
  const { year, month, date } = partsOf(ms)
  return year === partsOf(now).year ? `${month}月${date}日` : `${year}年${month}月${date}日`
}

/** 今天 08:30, 明天 08:30, 周三 08:30, 10月8日 08:30 */
export function whenText(ms: number, now: number): string {
  const of = dayOf(ms)
  const today = dayOf(now)
  const clock = clockText(ms)
  if (of === today) return `今天 ${clock}`
  if (of === addDays(today, 1)) return `明天 ${clock}`
  if (of === addDays(today, -1)) return `昨天 ${clock}`
  if (of > today && of <= addDays(today, 6)) return `${weekdays[partsOf(ms).weekday] ?? ''} ${clock}`
  return `${dateText(ms, now)} ${clock}`
}
