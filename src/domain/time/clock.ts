export const minute = 60_000
export const hour = 60 * minute
export const day = 24 * hour

/** A calendar day of China, "YYYY-MM-DD". */
export type Day = string

/** How far China's clocks are ahead of UTC: it has one zone and no summer time. */
const ahead = 8 * hour

/** A date whose UTC fields are what China's clocks show; the phone's or server's own zone never counts. */
const china = (ms: number) => new Date(ms + ahead)

/** The day in China on which the instant `ms` falls. */
export const dayOf = (ms: number): Day => china(ms).toISOString().slice(0, 10)

/** Minutes since midnight in China. */
export const minuteOfDay = (ms: number): number => china(ms).getUTCHours() * 60 + china(ms).getUTCMinutes()

/** The instant (ms since epoch) at which `of` begins in China. */
export const startOf = (of: Day): number => Date.parse(`${of}T00:00:00Z`) - ahead

/** The day `count` days after (before, when negative). */
export const addDays = (to: Day, count: number): Day => dayOf(startOf(to) + count * day)

/** 0 = Sunday … 6 = Saturday. */
export const weekdayOf = (of: Day): number => new Date(`${of}T00:00:00Z`).getUTCDay()

/** Parts of an instant as China's clocks show it, for texts. */
export function partsOf(ms: number): {
  year: number
  month: number
  date: number
  hour: number
  minute: number
  weekday: number
} {
  const at = china(ms)
  return {
    year: at.getUTCFullYear(),
    month: at.getUTCMonth() + 1,
    date: at.getUTCDate(),
    hour: at.getUTCHours(),
    minute: at.getUTCMinutes(),
    weekday: at.getUTCDay(),
  }
}

/** "HH:mm" → minutes since midnight; "24:00" is allowed as the end of a day. */
export function minutesOf(clock: string): number {
  const match = /^(\d{2}):(\d{2})$/.exec(clock)
  if (!match) throw new RangeError(`not a clock time: ${clock}`)
  return Number(match[1]) * 60 + Number(match[2])
}
