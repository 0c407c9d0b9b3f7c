import { View } from '@tarojs/components'
import { useState } from 'react'
import { useDraft } from '../../../client/use-draft'
import { Button, Chips, Slot, TextField } from '../../../components'
import { finishForm as words, wishVisit } from '../../../text/wish-visit'
import { LengthChips } from './length-chips'
import type { Visit } from './visit-side'
import type { Deed } from './visit-steps'

interface FinishFormProps {
  readonly wishId: string
  readonly visit: Visit
  /** Only whoever helped says how long. */
  readonly asksMinutes: boolean
  readonly busy: boolean
  readonly onSend: (deed: Deed) => Promise<boolean>
  readonly onClose: () => void
}

interface Said {
  readonly done: boolean | null
  readonly minutes: number | null
  readonly words: string
}
const longestSaid = 100

/** Whether it came about, and how long it took. */
export function FinishForm({ wishId, visit, asksMinutes, busy, onSend, onClose }: FinishFormProps) {
  const { appointmentId } = visit
  const empty: Said = { done: null, minutes: null, words: '' }
  const { fields, change, drop } = useDraft<Said>(`wish-finish-${wishId}-${appointmentId}`, empty)
  const [isMissing, setMissing] = useState(false)
  const { done } = fields
  const minutes = fields.minutes ?? visit.minutes
  const send = async () => {
    if (done === null) return setMissing(true)
    const said = done ? null : fields.words.trim() || null
    const took = asksMinutes && done ? minutes : null
    if (!(await onSend({ verb: 'finish', side: null, appointmentId, done, minutes: took, words: said }))) return
    drop()
    onClose()
  }
  return (
    <View id="finish-form" className="section">
      <Chips
        id="done"
        question={words.title}
        options={[
          { id: 'yes', label: words.yes },
          { id: 'no', label: words.no },
        ]}
        chosen={done === null ? null : done ? 'yes' : 'no'}
        onChoose={(id) => {
          change({ done: id === 'yes' })
          setMissing(false)
        }}
      />
      <Slot>
        {done === true && asksMinutes ? (
          <LengthChips
            id="took"
            question={words.minutes}
            minutes={minutes}
            onChange={(chosen) => change({ minutes: chosen })}
          />
        ) : null}
        {done === false ? (
          <TextField
            id="finish-words"
            label={words.why}
            value={fields.words}
            maxLength={longestSaid}
            disabled={busy}
            onChange={(typed) => change({ words: typed })}
          />
        ) : null}
      </Slot>
      <Slot>
        {isMissing ? (
          <View id="finish-error" className="field-error">
            {words.missing}
          </View>
        ) : null}
      </Slot>
      <View className="section stack">
        <Button
          id="finish-send"
          text={wishVisit.send}
          busy={busy ? wishVisit.sending : false}
          onTap={() => void send()}
        />
        <Button id="form-back" kind="plain" text={wishVisit.back} disabled={busy} onTap={onClose} />
      </View>
    </View>
  )
}
