import { View } from '@tarojs/components'
import { useState } from 'react'
import { Chips, Slot } from '../../../components'
import type { NoticeSpan } from '../../../domain/notice/notice'
import { spanText, untilText, weekdaySaying } from '../../../text/notice-when'
import { noticeWrite as words } from '../../../text/notice-write'
import { OwnTime } from './write-own-time'
import { backWithin, inHours, ownStart, presetOf, presetSpan, presetsAt } from './write-spans'

interface TimeFieldProps {
  readonly label: string
  readonly span: NoticeSpan | null
  /** Whether it can be so already. */
  readonly mayBeNow: boolean
  /** What is off comes back; other things end. */
  readonly comesBack: boolean
  readonly must: boolean
  readonly now: number
  readonly onChange: (span: NoticeSpan | null) => void
}

/** When: mostly one tap. Below it stands how it will be written. */
export function TimeField({ label, span, mayBeNow, comesBack, must, now, onChange }: TimeFieldProps) {
  const [isOwn, setOwn] = useState(false)
  const preset = span === null || span.isNow ? null : presetOf(span, now)
  const chosen = span === null ? (must ? null : 'none') : span.isNow ? 'now' : isOwn ? 'own' : (preset ?? 'own')
  const choose = (id: string) => {
    setOwn(id === 'own')
    if (id === 'none') return onChange(null)
    if (id === 'now') return onChange({ from: null, until: null, isNow: true })
    if (id === 'own') return onChange(span === null || span.isNow ? ownStart(now) : span)
    const found = presetsAt(now).find((one) => one === id)
    if (found) onChange(presetSpan(found, now))
  }
  const options = [
    ...(must ? [] : [{ id: 'none', label: words.noTime }]),
    ...(mayBeNow ? [{ id: 'now', label: words.now }] : []),
    ...presetsAt(now).map((id) => ({ id, label: words.presets[id] })),
    { id: 'own', label: words.own },
  ]
  return (
    <View id="when">
      <Chips id="time" question={label} options={options} chosen={chosen} onChoose={choose} />
      <Slot>{span?.isNow ? <Back {...{ span, comesBack, now, onChange }} /> : null}</Slot>
      <Slot>{span !== null && chosen === 'own' ? <OwnTime span={span} now={now} onChange={onChange} /> : null}</Slot>
      <Slot>
        {span === null || span.isNow ? null : (
          <View id="time-said" className="second">
            {words.chosenTime(spanText(span.from, span.until, weekdaySaying(now)))}
          </View>
        )}
      </Slot>
    </View>
  )
}

interface BackProps extends Pick<TimeFieldProps, 'comesBack' | 'now' | 'onChange'> {
  readonly span: NoticeSpan
}

/** Of what is so now: until when, as far as anybody knows. */
function Back({ span, comesBack, now, onChange }: BackProps) {
  const [hours, setHours] = useState<number | null>(null)
  const known = span.until !== null
  return (
    <View>
      <Chips
        id="back"
        question={comesBack ? words.backWhen : words.endWhen}
        options={[
          { id: 'unknown', label: words.unknown },
          ...backWithin.map((one) => ({ id: String(one), label: words.inHours(one) })),
        ]}
        chosen={known ? (hours === null ? null : String(hours)) : 'unknown'}
        onChoose={(id) => {
          const found = backWithin.find((one) => String(one) === id) ?? null
          setHours(found)
          onChange({ ...span, until: found === null ? null : inHours(found, now) })
        }}
      />
      {span.until === null ? null : (
        <View className="second">{words.chosenTime(untilText(span.until, weekdaySaying(now)))}</View>
      )}
    </View>
  )
}
