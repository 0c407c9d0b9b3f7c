import { View } from '@tarojs/components'
import { useState } from 'react'
import { Chips, Slot } from '../../../components'
import type { NoticeSpan } from '../../../domain/notice/notice'
import { addDays, dayOf, startOf, weekdayOf, type Day } from '../../../domain/time/clock'
import { noticeWrite as words } from '../../../text/notice-write'
import { weekdayNames } from '../../../text/request-plain'
import { dateText } from '../../../text/time'
import { daysAhead, laterDays, partsOfSpan, withParts, type SpanParts } from './write-spans'

/** 今天, 明天, 11月25日 周三 */
export function dayName(day: Day, now: number): string {
  const today = dayOf(now)
  if (day === today) return words.today
  if (day === addDays(today, 1)) return words.tomorrow
  return `${dateText(startOf(day), now)} ${weekdayNames[weekdayOf(day)] ?? ''}`
}

const hoursFrom = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, index) => first + index)
/** Hours in which most things begin and end; the others are folded away. */
const begins = { usual: hoursFrom(6, 22), all: hoursFrom(0, 23) }
const ends = { usual: hoursFrom(7, 24), all: hoursFrom(1, 24) }
const night = 'night'
const halves = [
  { id: 'sharp', label: words.sharp },
  { id: 'past', label: words.past },
]
/** Days that are offered as the beginning. */
const ahead = 14

interface HoursProps {
  readonly id: string
  readonly question: string
  readonly hours: typeof begins
  readonly chosen: number
  readonly onChoose: (hour: number) => void
}

/** An hour; those of the night come at a tap, or where one of them is chosen. */
function Hours({ id, question, hours: { usual, all }, chosen, onChoose }: HoursProps) {
  const [isOpen, setOpen] = useState(false)
  const isNight = isOpen || !usual.includes(chosen)
  const hours = !isNight ? usual : all.includes(chosen) ? all : [chosen, ...all]
  return (
    <Chips
      id={id}
      question={question}
      options={[
        ...hours.map((hour) => ({ id: String(hour), label: words.clock(hour) })),
        ...(isNight ? [] : [{ id: night, label: words.night }]),
      ]}
      chosen={String(chosen)}
      onChoose={(hour) => (hour === night ? setOpen(true) : onChoose(Number(hour)))}
    />
  )
}

interface OwnTimeProps {
  readonly span: NoticeSpan
  readonly now: number
  readonly onChange: (span: NoticeSpan) => void
}

/** Day and hours, part by part; every tap leaves something that holds. */
export function OwnTime({ span, now, onChange }: OwnTimeProps) {
  const parts = partsOfSpan(span, now)
  const set = (changed: Partial<SpanParts>) => onChange(withParts(span, changed, now))
  const days = daysAhead(now, ahead)
  const shown = days.includes(parts.day) ? days : [parts.day, ...days]
  return (
    <View id="own-time">
      <Chips
        id="day"
        question={words.day}
        options={shown.map((day) => ({ id: day, label: dayName(day, now) }))}
        chosen={parts.day}
        onChoose={(day) => set({ day })}
      />
      <Hours
        id="from"
        question={words.fromHour}
        hours={begins}
        chosen={parts.from.hour}
        onChoose={(hour) => set({ from: { hour, isHalf: false } })}
      />
      <Chips
        id="from-half"
        question={words.half}
        options={halves}
        chosen={parts.from.isHalf ? 'past' : 'sharp'}
        onChoose={(id) => set({ from: { ...parts.from, isHalf: id === 'past' } })}
      />
      <Ends parts={parts} now={now} set={set} />
    </View>
  )
}

/** 当天, 次日（11月26日 周四）, 11月27日 周五 */
function laterName(from: Day, count: number, now: number): string {
  const name = dayName(addDays(from, count), now)
  return count === 0 ? words.sameDay : count === 1 ? words.nextDay(name) : name
}

interface EndsProps {
  readonly parts: SpanParts
  readonly now: number
  readonly set: (changed: Partial<SpanParts>) => void
}

function Ends({ parts: { day, later, until }, now, set }: EndsProps) {
  const usual = { hour: 18, isHalf: false }
  return (
    <View>
      <Chips
        id="until-day"
        question={words.untilDay}
        options={[
          { id: 'none', label: words.noEnd },
          ...[...new Set([...laterDays, later])]
            .sort((one, other) => one - other)
            .map((count) => ({
              id: String(count),
              label: laterName(day, count, now),
            })),
        ]}
        chosen={until === null ? 'none' : String(later)}
        onChoose={(id) => set(id === 'none' ? { until: null, later: 0 } : { later: Number(id), until: until ?? usual })}
      />
      <Slot>
        {until === null ? null : (
          <View>
            <Hours
              id="until"
              question={words.untilHour}
              hours={ends}
              chosen={until.hour}
              onChoose={(hour) => set({ until: { hour, isHalf: false } })}
            />
            <Chips
              id="until-half"
              question={words.half}
              options={halves}
              chosen={until.isHalf ? 'past' : 'sharp'}
              onChoose={(id) => set({ until: { ...until, isHalf: id === 'past' } })}
            />
          </View>
        )}
      </Slot>
    </View>
  )
}
