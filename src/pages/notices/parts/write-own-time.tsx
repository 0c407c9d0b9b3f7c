import { View } from '@tarojs/components'
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
const begins = hoursFrom(6, 22)
const ends = hoursFrom(7, 24)
const hourOptions = (hours: readonly number[]) => hours.map((hour) => ({ id: String(hour), label: words.clock(hour) }))
const halves = [
  { id: 'sharp', label: words.sharp },
  { id: 'past', label: words.past },
]
/** Days that are offered as the beginning. */
const ahead = 14

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
      <Chips
        id="from"
        question={words.fromHour}
        options={hourOptions(begins)}
        chosen={String(parts.from.hour)}
        onChoose={(hour) => set({ from: { hour: Number(hour), isHalf: false } })}
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
              label: count === 0 ? words.sameDay : dayName(addDays(day, count), now),
            })),
        ]}
        chosen={until === null ? 'none' : String(later)}
        onChoose={(id) => set(id === 'none' ? { until: null, later: 0 } : { later: Number(id), until: until ?? usual })}
      />
      <Slot>
        {until === null ? null : (
          <View>
            <Chips
              id="until"
              question={words.untilHour}
              options={hourOptions(ends)}
              chosen={String(until.hour)}
              onChoose={(hour) => set({ until: { hour: Number(hour), isHalf: false } })}
            />
            {until.hour === 24 ? null : (
              <Chips
                id="until-half"
                question={words.half}
                options={halves}
                chosen={until.isHalf ? 'past' : 'sharp'}
                onChoose={(id) => set({ until: { ...until, isHalf: id === 'past' } })}
              />
            )}
          </View>
        )}
      </Slot>
    </View>
  )
}
