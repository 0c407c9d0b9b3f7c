import { addDays, dayOf, hour, partsOf, startOf } from '../../../domain/time/clock'
import { dateText } from '../../../text'
import { dayChoice as words } from '../../../text/desk-steps'
import { weekdayNames } from '../../../text/request-plain'
import { never } from './step-fields'

export interface DayOption {
  /** A day of China, or `never`. */
  readonly id: string
  readonly label: string
}

/** 明天（11月23日）, 周三（11月25日）, 2周后（12月6日） */
function dayIn(count: number, now: number): DayOption {
  const day = addDays(dayOf(now), count)
  const name =
    words.near[count] ??
    (count < 7
      ? (weekdayNames[partsOf(startOf(day)).weekday] ?? '')
      : count === 7
        ? words.week
        : words.weeks(count / 7))
  return { id: day, label: words.at(name, dateText(startOf(day), now)) }
}

/** Days on which people can be asked to meet. */
export const meetingDays = (now: number): readonly DayOption[] =>
  [0, 1, 2, 3, 4, 5, 6, 7].map((count) => dayIn(count, now))
/** Days until which it may wait: thirty at most. */
export const holdDays = (now: number): readonly DayOption[] =>
  [1, 2, 3, 4, 5, 6, 7, 14, 28].map((count) => dayIn(count, now))
/** Days on which it is looked at again. */
export const followUpDays = (now: number, none: string): readonly DayOption[] => [
  { id: never, label: none },
  ...[1, 3, 7, 14, 28].map((count) => dayIn(count, now)),
]

const hours = [8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20]
/** Hours of that day at which people meet: of today only what is still to come. */
export const meetingHours = (day: string | null, now: number): readonly number[] =>
  hours.filter((at) => day === null || startOf(day) + at * hour > now)
