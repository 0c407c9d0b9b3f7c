import { View } from '@tarojs/components'
import { useState } from 'react'
import { useDraft } from '../../../client/use-draft'
import { Button, Chips, Section, Slot, TextField } from '../../../components'
import { addDays, dayOf, startOf } from '../../../domain/time/clock'
import { dayParts, type DayPart } from '../../../domain/wish/card'
import { findServiceName } from '../../../knowledge/service-names'
import { soonText } from '../../../text/request-plain'
import { dayPartNames, wishPlaceNames } from '../../../text/wish-names'
import { arrangeForm as words, clockOf, dayText, wishVisit } from '../../../text/wish-visit'
import type { WishPlace } from './fields'
import { LengthChips } from './length-chips'
import type { Visiting } from './visit-side'
import type { Deed } from './visit-steps'

interface ArrangeFormProps {
  readonly of: Visiting
  readonly busy: boolean
  readonly onSend: (deed: Deed) => Promise<boolean>
  readonly onClose: () => void
}

interface Chosen {
  readonly day: string | null
  readonly part: DayPart | null
  readonly hour: number | null
  readonly half: boolean
  readonly minutes: number | null
  readonly place: WishPlace | null
  readonly words: string
}

const hours: Readonly<Record<DayPart, readonly number[]>> = {
  morning: [7, 8, 9, 10, 11],
  noon: [12, 13],
  afternoon: [14, 15, 16, 17],
  evening: [18, 19, 20],
}
/** Days that are offered at one tap. */
const ahead = 14
const minute = 60_000
const places: readonly WishPlace[] = ['home', 'station', 'other']
const usualMinutes = 60
const longestSaid = 60

/** When exactly: first the day and the time of day, then the hour; all of it by large choices. */
export function ArrangeForm({ of: { wish, now }, busy, onSend, onClose }: ArrangeFormProps) {
  const { card } = wish
  const part = card.times?.parts.length === 1 ? (card.times.parts[0] ?? null) : null
  const empty: Chosen = { day: null, part, hour: null, half: false, minutes: null, place: null, words: '' }
  const { fields, change, drop } = useDraft<Chosen>(`wish-arrange-${card.wishId}`, empty)
  const [isMissing, setMissing] = useState(false)
  const today = dayOf(now)
  const days = Array.from({ length: ahead }, (_, index) => addDays(today, index))
  const clock = fields.hour === null ? null : fields.hour * 60 + (fields.half ? 30 : 0)
  const at = fields.day === null || clock === null ? null : startOf(fields.day) + clock * minute
  const isAhead = (hour: number) => fields.day === null || startOf(fields.day) + (hour * 60 + 30) * minute > now
  const minutes = fields.minutes ?? findServiceName(card.kinds[0] ?? '')?.minutes ?? usualMinutes
  const place = fields.place ?? card.place
  const set = (changed: Partial<Chosen>) => {
    change(changed)
    setMissing(false)
  }
  const send = async () => {
    if (at === null || at <= now) return setMissing(true)
    const said = fields.words.trim() || null
    if (!(await onSend({ verb: 'arrange', side: null, at, minutes, place, words: said }))) return
    drop()
    onClose()
  }
  return (
    <Section id="arrange-form" title={words.title}>
      <Chips
        id="day"
        question={words.day}
        options={days.map((day) => ({ id: day, label: dayText(day, today) }))}
        chosen={fields.day}
        onChoose={(day) => set({ day })}
      />
      <Chips
        id="part"
        question={words.part}
        options={dayParts.map((id) => ({ id, label: dayPartNames[id] }))}
        chosen={fields.part}
        onChoose={(id) => set({ part: dayParts.find((one) => one === id) ?? null, hour: null })}
      />
      <Slot>
        {fields.part === null ? null : (
          <Chips
            id="hour"
            question={words.hour}
            options={hours[fields.part]
              .filter(isAhead)
              .map((hour) => ({ id: String(hour), label: clockOf(hour * 60) }))}
            chosen={fields.hour === null ? null : String(fields.hour)}
            onChoose={(hour) => set({ hour: Number(hour) })}
          />
        )}
      </Slot>
      <Slot>
        {at === null ? null : (
          <View>
            <Chips
              id="half"
              question={words.half}
              options={[
                { id: 'sharp', label: words.sharp },
                { id: 'past', label: words.past },
              ]}
              chosen={fields.half ? 'past' : 'sharp'}
              onChoose={(id) => set({ half: id === 'past' })}
            />
            <LengthChips
              id="minutes"
              question={words.minutes}
              minutes={minutes}
              onChange={(chosen) => set({ minutes: chosen })}
            />
            <Chips
              id="at"
              question={words.place}
              options={places.map((id) => ({ id, label: wishPlaceNames[id] }))}
              chosen={place}
              onChoose={(id) => set({ place: places.find((one) => one === id) ?? null })}
            />
            <TextField
              id="arrange-words"
              label={wishVisit.wordsMay}
              value={fields.words}
              maxLength={longestSaid}
              disabled={busy}
              onChange={(typed) => set({ words: typed })}
            />
          </View>
        )}
      </Slot>
      <Slot>
        {isMissing ? (
          <View id="arrange-error" className="field-error">
            {words.dayMissing}
          </View>
        ) : null}
      </Slot>
      <View className="section stack">
        <Button
          id="arrange-send"
          text={at === null ? words.title : words.send(soonText(at, now))}
          busy={busy ? wishVisit.sending : false}
          onTap={() => void send()}
        />
        <Button id="form-back" kind="plain" text={wishVisit.back} disabled={busy} onTap={onClose} />
      </View>
    </Section>
  )
}
