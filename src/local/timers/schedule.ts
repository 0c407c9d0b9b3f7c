import { Cron } from 'croner'

/** A field of a timer: what it may hold, and the names it also understands. */
interface FieldRange {
  readonly name: string
  readonly least: number
  readonly most: number
  readonly words?: readonly string[]
}

const months = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC']
const weekdays = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT']

/**
 * WeChat's seven fields. Sunday is 0 and never 7. Day and week together mean either of them.
 * https://developers.weixin.qq.com/miniprogram/dev/wxcloudservice/wxcloud/guide/functions/triggers.html
 */
const ranges: readonly FieldRange[] = [
  { name: 'second', least: 0, most: 59 },
  { name: 'minute', least: 0, most: 59 },
  { name: 'hour', least: 0, most: 23 },
  { name: 'day', least: 1, most: 31 },
  { name: 'month', least: 1, most: 12, words: months },
  { name: 'week', least: 0, most: 6, words: weekdays },
  { name: 'year', least: 1970, most: 2099 },
]

/** When a timer is due. */
export interface Schedule {
  /** The first time after this one, in ms since epoch; undefined: never again. */
  next(after: number): number | undefined
}

/** Reads seven fields in UTC+8. Throws a RangeError that says which field WeChat would not take. */
export function readSchedule(text: string): Schedule {
  const fields = text.trim().split(/ +/)
  if (fields.length !== ranges.length) throw new RangeError(`a timer has seven fields, this one has ${fields.length}`)
  const pattern = ranges.map((range, i) => readField(fields[i] ?? '', range)).join(' ')
  const cron = new Cron(pattern, { timezone: 'Asia/Shanghai', mode: '7-part', paused: true, domAndDow: false })
  return { next: (after) => cron.nextRun(new Date(after))?.getTime() }
}

/** The field, with numbers only and each range written out, as every reader of cron understands it. */
function readField(field: string, range: FieldRange): string {
  return field
    .split(',')
    .map((item) => readItem(item, range))
    .join(',')
}

function readItem(item: string, range: FieldRange): string {
  const refuse = () => new RangeError(`the field ${range.name} cannot be “${item}”`)
  const [, span = '', step] = /^([^/]+)(?:\/(\d+))?$/.exec(item) ?? []
  if (step !== undefined && !(Number(step) >= 1 && Number(step) <= range.most)) throw refuse()
  if (span === '*') return step === undefined ? '*' : `*/${step}`
  const [from, to, more] = span.split('-').map((part) => numberOf(part, range))
  if (from === undefined || more !== undefined || span.endsWith('-')) throw refuse()
  // 1/10 begins at the first and goes on to the end.
  const end = to ?? (step === undefined ? from : range.most)
  const inside = [from, end].every((part) => part >= range.least && part <= range.most)
  if (!inside || from > end) throw refuse()
  return step === undefined ? `${from}-${end}` : `${from}-${end}/${step}`
}

function numberOf(text: string, { words = [], least }: FieldRange): number {
  if (/^\d+$/.test(text)) return Number(text)
  const word = words.indexOf(text.toUpperCase())
  // NaN is inside of no range.
  return word < 0 ? NaN : word + least
}
