import { View } from '@tarojs/components'
import { Chips, Slot } from '../../../components'
import { dayParts } from '../../../domain/wish/card'
import { addDays, dayOf } from '../../../domain/time/clock'
import { cardWhen as words } from '../../../text/wish'
import { dayText } from '../../../text/wish-visit'
import { dayPartNames } from '../../../text/wish-names'
import { useNow } from '../../shell'
import type { WhenFields } from './fields'
import { Ticks } from './ticks'

interface WhenProps {
  readonly fields: WhenFields
  readonly title: string
  /** Whether it is asked how often: of a wish. */
  readonly asksRepeats: boolean
  readonly missing: 'date' | 'weekdays' | null
  readonly change: (changed: Partial<WhenFields>) => void
}

/** Days that are offered at one tap. */
const ahead = 14
const modes = ['any', 'date', 'days'] as const
const once = { repeats: 'once' } as const
const times = (count: number) => Array.from({ length: count }, (_, index) => index)

/** When it would suit: any time, one day, or days of the week; and the time of day. */
export function When({ fields, title, asksRepeats, missing, change }: WhenProps) {
  const today = dayOf(useNow())
  const { when, date, weekdays, parts, repeats } = fields
  const error = missing === 'date' ? words.dateMissing : missing === 'weekdays' ? words.daysMissing : null
  return (
    <View id="when">
      <Chips
        id="when"
        question={title}
        options={modes.map((id) => ({ id, label: words[id] }))}
        chosen={when}
        onChoose={(id) => change({ when: modes.find((mode) => mode === id) ?? 'any', ...(id === 'date' ? once : {}) })}
      />
      <Slot>
        {when === 'date' ? (
          <Chips
            id="date"
            question={words.which}
            options={times(ahead).map((index) => {
              const id = addDays(today, index)
              return { id, label: dayText(id, today) }
            })}
            chosen={date}
            onChoose={(id) => change({ date: id })}
          />
        ) : null}
        {when === 'days' ? (
          <Ticks
            id="weekday"
            question={words.weekdays}
            options={words.weekday.map((name, index) => ({ id: String(index + 1), label: name }))}
            chosen={weekdays.map(String)}
            onChange={(ids) => change({ weekdays: ids.map(Number), ...(asksRepeats ? { repeats: 'week' } : {}) })}
          />
        ) : null}
      </Slot>
      <Slot>
        {error === null ? null : (
          <View id="when-error" className="field-error">
            {error}
          </View>
        )}
      </Slot>
      <Ticks
        id="part"
        question={words.part}
        options={dayParts.map((id) => ({ id, label: dayPartNames[id] }))}
        chosen={parts}
        onChange={(ids) => change({ parts: ids })}
      />
      <Slot>
        {asksRepeats && when !== 'date' ? (
          <Chips
            id="repeats"
            question={words.repeats}
            options={[
              { id: 'once', label: words.once },
              { id: 'week', label: words.week },
            ]}
            chosen={repeats}
            onChoose={(id) => change({ repeats: id === 'week' ? 'week' : 'once' })}
          />
        ) : null}
      </Slot>
    </View>
  )
}
