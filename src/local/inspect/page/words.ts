import type { CallFault } from '../../faults'

const eightHours = 8 * 3600_000

/** `2026-11-21 21:48:51` in UTC+8, wherever the browser is. */
export function timeOf(at: number): string {
  return new Date(at + eightHours).toISOString().slice(0, 19).replace('T', ' ')
}

/** `21:48:51` */
export function hourOf(at: number): string {
  return timeOf(at).slice(11)
}

/** `1 天 2 小时`, by its two largest parts. */
export function distanceOf(ms: number): string {
  const minutes = Math.round(Math.abs(ms) / 60_000)
  const parts = [
    [Math.floor(minutes / 1440), '天'],
    [Math.floor(minutes / 60) % 24, '小时'],
    [minutes % 60, '分钟'],
  ] as const
  const shown = parts.filter(([count]) => count > 0).slice(0, 2)
  return shown.length === 0 ? '不到 1 分钟' : shown.map(([count, unit]) => `${count} ${unit}`).join(' ')
}

export function bytesOf(bytes: number): string {
  if (bytes < 1024) return `${bytes} 字节`
  if (bytes < 1024 * 1024) return `${(bytes / 1024).toFixed(1)} KB`
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`
}

/** What each code of a failed call means. */
export const codeNames: Readonly<Record<string, string | undefined>> = {
  FUNCTIONS_EXECUTE_FAIL: '函数出错',
  FUNCTIONS_TIME_LIMIT_EXCEEDED: '超时',
  EXCEED_CONCURRENT_REQUEST_LIMIT: '太忙',
  SYS_ERR: '系统出错',
}

export const faultKinds: Readonly<Record<CallFault['kind'], string>> = { fail: '出错', slow: '变慢', lost: '丢回复' }

/** `丢回复（contact.report）` */
export function faultName(fault: CallFault): string {
  const only = fault.action === undefined ? '' : `（只对 ${fault.action}）`
  if (fault.kind === 'fail') return `${codeNames[fault.code] ?? fault.code}${only}`
  if (fault.kind === 'slow') return `慢 ${fault.ms} 毫秒${only}`
  return `办完了但丢回复${only}`
}
