import { View } from '@tarojs/components'
import { useState } from 'react'
import { Chips, Slot } from '../../../components'
import { addDays, dayOf, startOf } from '../../../domain/time/clock'
import { pairCard as words } from '../../../text/pair'
import { clockOf, dayText, lengthText } from '../../../text/wish-visit'

/** Days and hours that are offered at one tap. */
const ahead = 14
const hours = [8, 9, 10, 11, 12, 14, 15, 16, 17, 18, 19] as const
const lengths = [30, 60, 90, 120, 180] as const
const minute = 60_000

interface WhenProps {
  readonly now: number
  readonly minutes: number
  readonly onAt: (at: number | null) => void
  readonly onMinutes: (minutes: number) => void
}

/** When, as somebody on the phone has just said it: the day, then the hour. */
export function When({ now, minutes, onAt, onMinutes }: WhenProps) {
  const [day, setDay] = useState<string | null>(null)
  const [hour, setHour] = useState<number | null>(null)
  const today = dayOf(now)
  const days = Array.from({ length: ahead }, (_, index) => addDays(today, index))
  const timeOf = (of: string, at: number) => startOf(of) + at * 60 * minute
  const choose = (of: string | null, at: number | null) => {
    const kept = of !== null && at !== null && timeOf(of, at) > now ? at : null
    setDay(of)
    setHour(kept)
    onAt(of === null || kept === null ? null : timeOf(of, kept))
  }
  return (
    <View>
      <Chips
        id="day"
        question={words.day}
        options={days.map((id) => ({ id, label: dayText(id, today) }))}
        chosen={day}
        onChoose={(id) => choose(id, hour)}
      />
      <Slot>
        {day === null ? null : (
          <Chips
            id="hour"
            question={words.hour}
            options={hours
              .filter((at) => timeOf(day, at) > now)
              .map((at) => ({ id: String(at), label: clockOf(at * 60) }))}
            chosen={hour === null ? null : String(hour)}
            onChoose={(id) => choose(day, Number(id))}
          />
        )}
      </Slot>
      <Minutes minutes={minutes} onMinutes={onMinutes} />
    </View>
  )
}

/** How long it takes, or took. */
export const Minutes = ({ minutes, onMinutes }: Pick<WhenProps, 'minutes' | 'onMinutes'>) => (
  <Chips
    id="minutes"
    question={words.minutes}
    options={lengths.map((length) => ({ id: String(length), label: lengthText(length) }))}
    chosen={String(minutes)}
    onChoose={(id) => onMinutes(Number(id))}
  />
)
