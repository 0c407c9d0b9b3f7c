import type { NumberMeaning } from './formats'
import type { CellDate } from './types'

const secondsOfDay = 86_400
const dayLength = secondsOfDay * 1000
/** In the system of 1900, the day before day 1; in that of 1904, day 0. */
const start1900 = Date.UTC(1899, 11, 31)
const start1904 = Date.UTC(1904, 0, 1)
const lastDay = Date.UTC(9999, 11, 31)
/** 1900-02-29, which Excel knows and the calendar does not. */
const leapBug = 60

/** The day that a number stands for; nothing where there is none. */
function dayOf(number: number, isFrom1904: boolean): string | undefined {
  if (!isFrom1904 && (number < 1 || number === leapBug)) return undefined
  const days = isFrom1904 || number < leapBug ? number : number - 1
  const time = (isFrom1904 ? start1904 : start1900) + days * dayLength
  return time > lastDay ? undefined : new Date(time).toISOString().slice(0, 10)
}

const twoDigits = (number: number) => String(number).padStart(2, '0')
const timeOf = (seconds: number) =>
  `${twoDigits(Math.floor(seconds / 3600))}:${twoDigits(Math.floor(seconds / 60) % 60)}`

/** A number as the day or the time of day (`HH:MM`) that its cell shows; nothing where it shows none. */
export function dateOf(
  serial: number,
  meaning: Exclude<NumberMeaning, 'number'>,
  isFrom1904: boolean,
): CellDate | string | undefined {
  const seconds = Math.round(serial * secondsOfDay)
  const day = Math.floor(seconds / secondsOfDay)
  const rest = seconds - day * secondsOfDay
  if (day < 0) return undefined
  if (meaning === 'time' || (day === 0 && meaning === 'moment')) return timeOf(rest)
  const date = dayOf(day, isFrom1904)
  if (date === undefined) return undefined
  return rest > 0 ? { date, time: timeOf(rest) } : { date }
}

/** The number that Excel keeps for a day in the system of 1900; nothing before that year. */
export function serialOf(date: string): number | undefined {
  const time = Date.parse(`${date}T00:00:00Z`)
  const days = (time - start1900) / dayLength
  if (!Number.isInteger(days) || days < 1 || time > lastDay) return undefined
  return days < leapBug ? days : days + 1
}

/** A day or a time of day (`HH:MM`) as strict files write it: `2026-11-22`, `2026-11-22T08:00:00.000Z`, `08:00:00`. */
export function isoDate(text: string): CellDate | string | undefined {
  const [, hours] = /^T?((?:[01]\d|2[0-3]):[0-5]\d)(?::\d{2}(?:\.\d{1,9})?)?Z?$/.exec(text) ?? []
  if (hours) return hours
  const shape = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(?::\d{2}(?:\.\d{1,9})?)?Z?)?$/.exec(text)
  const [, date = '', time = '00:00'] = shape ?? []
  const day = Date.parse(`${date}T${time}:00Z`)
  if (!shape || Number.isNaN(day) || new Date(day).toISOString().slice(0, 10) !== date) return undefined
  return time === '00:00' ? { date } : { date, time }
}
