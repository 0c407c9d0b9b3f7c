import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button, Chips, ManyChoices, Section, Slot, TextArea } from '../../../components'
import { longestThanks, longestWishStep } from '../../../domain/wish/limits'
import { pairCard as words } from '../../../text/pair'
import { deedOf, nothingFilled, sideName, type Deed, type Filled, type OfficeStep, type Shown } from './office-steps'
import { Minutes, When } from './when'

interface StepFormProps {
  readonly step: OfficeStep
  readonly wish: Shown
  readonly now: number
  readonly busy: boolean
  readonly onSend: (deed: Deed, note: string | null) => void
  readonly onBack: () => void
}

/** What one step needs, and the button that does it. */
export function StepForm({ step, wish, now, busy, onSend, onBack }: StepFormProps) {
  const [filled, setFilled] = useState<Filled>({ ...nothingFilled, minutes: step.visit?.minutes ?? 60 })
  const [isMissing, setMissing] = useState(false)
  const change = (changed: Partial<Filled>) => {
    setFilled({ ...filled, ...changed })
    setMissing(false)
  }
  const isNote = step.needs === 'note'
  const send = () => {
    const deed = deedOf(step, filled, wish.card)
    const said = filled.words.trim()
    if (!deed || (isNote && said === '')) return setMissing(true)
    onSend(deed, isNote ? said : null)
  }
  return (
    <Section id="step-form" title={step.title}>
      <Slot>
        {step.needs === 'arrange' ? (
          <When
            now={now}
            minutes={filled.minutes}
            onAt={(at) => change({ at })}
            onMinutes={(minutes) => change({ minutes })}
          />
        ) : null}
      </Slot>
      <Slot>
        {step.needs === 'settle' || step.needs === 'finish' ? (
          <Outcome wish={wish} filled={filled} asksMissing={step.needs === 'settle'} onChange={change} />
        ) : null}
      </Slot>
      <Slot>
        {step.needs === 'nothing' ? null : (
          <TextArea
            id="step-words"
            label={labelOf(step)}
            value={filled.words}
            maxLength={step.verb === 'thank' ? longestThanks : longestWishStep}
            disabled={busy}
            onChange={(typed) => change({ words: typed })}
          />
        )}
      </Slot>
      <Slot>
        {isMissing ? (
          <View id="step-error" className="field-error">
            {words.chooseMissing}
          </View>
        ) : null}
      </Slot>
      <View className="section stack">
        <Button id="step-send" text={words.send} busy={busy ? words.sending : false} onTap={send} />
        <Button id="step-back" kind="plain" text={words.back} disabled={busy} onTap={onBack} />
      </View>
    </Section>
  )
}

function labelOf({ needs, verb }: OfficeStep): string {
  if (needs === 'note') return words.note
  if (verb === 'thank') return words.thanksWords
  return needs === 'must-say' ? words.wordsMust : words.words
}

interface OutcomeProps {
  readonly wish: Shown
  readonly filled: Filled
  readonly asksMissing: boolean
  readonly onChange: (changed: Partial<Filled>) => void
}

/** Whether it came about; where it did not, who was not there, which nobody but the office reads. */
const Outcome = ({ wish, filled: { done, minutes, missing }, asksMissing, onChange }: OutcomeProps) => (
  <View>
    <Chips
      id="outcome"
      question={words.settleAsk}
      options={[
        { id: 'done', label: words.settleDone },
        { id: 'missed', label: words.settleMissed },
      ]}
      chosen={done === null ? null : done ? 'done' : 'missed'}
      onChoose={(id) => onChange({ done: id === 'done' })}
    />
    <Slot>
      {done === true ? <Minutes minutes={minutes} onMinutes={(took) => onChange({ minutes: took })} /> : null}
    </Slot>
    <Slot>
      {done === false && asksMissing ? (
        <ManyChoices
          id="missing"
          label={words.settleMissing}
          options={['wisher', ...wish.helpers.map(({ helperId }) => helperId)].map((id) => ({
            id,
            title: sideName(wish, id),
          }))}
          chosen={missing}
          onChange={(ids) => onChange({ missing: ids })}
        />
      ) : null}
    </Slot>
  </View>
)
