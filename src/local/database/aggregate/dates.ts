import { notSupported } from '../../errors'
import { rejected } from '../rejected'
import { isFields } from '../values'
import { demandDate, demandText, isNullish, type Operator, type Result } from './values'

/** `{ date, timezone }`, as these operators take it instead of a list of arguments. */
export const dateArguments: Readonly<Record<string, readonly string[] | undefined>> = {
  $dateToString: ['date', 'format', 'timezone', 'onNull'],
  ...Object.fromEntries(
    ['$year', '$month', '$dayOfMonth', '$dayOfWeek', '$dayOfYear', '$hour', '$minute', '$second', '$millisecond'].map(
      (name) => [name, ['date', 'timezone']],
    ),
  ),
}

const part = (read: (local: Date) => number): Operator => ({
  least: 1,
  most: 2,
  apply: ([date, timezone], name) =>
    isNullish(date) || timezone === null ? null : read(inZone(demandDate(date, name), timezone, name)),
})

/** Operators on dates; without a time zone they read in UTC, as in MongoDB. */
export const dateOperators: Readonly<Record<string, Operator>> = {
  $year: part((local) => local.getUTCFullYear()),
  $month: part((local) => local.getUTCMonth() + 1),
  $dayOfMonth: part((local) => local.getUTCDate()),
  /** 1 is Sunday. */
  $dayOfWeek: part((local) => local.getUTCDay() + 1),
  $dayOfYear: part(dayOfYear),
  $hour: part((local) => local.getUTCHours()),
  $minute: part((local) => local.getUTCMinutes()),
  $second: part((local) => local.getUTCSeconds()),
  $millisecond: part((local) => local.getUTCMilliseconds()),
  $dateToString: { least: 1, most: 4, apply: dateToString },
}

function dayOfYear(local: Date): number {
  return Math.floor((local.getTime() - Date.UTC(local.getUTCFullYear(), 0, 1)) / 86_400_000) + 1
}

/** A date whose UTC parts are the parts of the moment in the zone: "+08:00", "+0800", "+08", "UTC", "Asia/Shanghai". */
function inZone(date: Date, timezone: Result, operator: string): Date {
  if (timezone === undefined) return date
  const zone = demandText(timezone, operator)
  const offset = /^([+-])(\d\d):?(\d\d)?$/.exec(zone)
  if (offset) {
    const minutes = Number(offset[2]) * 60 + Number(offset[3] ?? 0)
    return new Date(date.getTime() + (offset[1] === '-' ? -minutes : minutes) * 60_000)
  }
  return new Date(date.getTime() + zoneOffset(date, zone))
}

function zoneOffset(date: Date, zone: string): number {
  let format: Intl.DateTimeFormat
  try {
    format = new Intl.DateTimeFormat('en-US', { timeZone: zone, hourCycle: 'h23', ...numericParts })
  } catch {
    throw rejected('unrecognized time zone identifier')
  }
  const parts = new Map(format.formatToParts(date).map(({ type, value }) => [type, Number(value)]))
  const read = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0
  const local = Date.UTC(read('year'), read('month') - 1, read('day'), read('hour'), read('minute'), read('second'))
  return local - Math.floor(date.getTime() / 1000) * 1000
}

const numericParts = {
  era: 'short',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
} as const

const specifiers: Readonly<Record<string, ((local: Date) => string) | undefined>> = {
  Y: (local) => pad(local.getUTCFullYear(), 4),
  m: (local) => pad(local.getUTCMonth() + 1, 2),
  d: (local) => pad(local.getUTCDate(), 2),
  H: (local) => pad(local.getUTCHours(), 2),
  M: (local) => pad(local.getUTCMinutes(), 2),
  S: (local) => pad(local.getUTCSeconds(), 2),
  L: (local) => pad(local.getUTCMilliseconds(), 3),
  j: (local) => pad(dayOfYear(local), 3),
  w: (local) => String(local.getUTCDay() + 1),
  '%': () => '%',
}

function dateToString(
  [date, format = '%Y-%m-%dT%H:%M:%S.%LZ', timezone, onNull = null]: readonly Result[],
  name: string,
) {
  if (isNullish(date)) return onNull
  if (timezone === null || format === null) return null
  const local = inZone(demandDate(date, name), timezone, name)
  if (local.getUTCFullYear() < 0 || local.getUTCFullYear() > 9999) throw rejected(`${name}: the year is out of range`)
  return demandText(format, name).replace(/%(.?)/gs, (_, letter: string) => {
    const write = specifiers[letter]
    if (!write) throw notSupported(`${name} with %${letter}`)
    return write(local)
  })
}

const pad = (value: number, length: number) => String(value).padStart(length, '0')

/** The arguments of `{ date, timezone, … }` by their place; undefined if the operand is not of that form. */
export function namedDateArguments(operator: string, operand: Result): readonly Result[] | undefined {
  const names = dateArguments[operator]
  if (!names || !isFields(operand) || Object.keys(operand).some((key) => key.startsWith('$'))) return undefined
  const unknown = Object.keys(operand).find((key) => !names.includes(key))
  if (unknown !== undefined || operand.date === undefined)
    throw rejected(`${operator} needs "date" and no "${unknown}"`)
  return names.map((key) => operand[key])
}
