import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button, Choices, Notice, Slot, TextField } from '../../../components'
import { readCarriedCode } from '../../../domain/people/invitation'
import { setup as words } from '../../../text/roles'

/** What the first step asks. */
export interface Start {
  /** As typed. */
  readonly code: string
  readonly kind: 'fresh' | 'existing' | null
}

interface SetupStartProps {
  readonly start: Start
  readonly onChange: (start: Start) => void
  readonly onNext: () => void
}

/** The set-up code, and whether it is for a community that is there. */
export function SetupStart({ start, onChange, onNext }: SetupStartProps) {
  /** What is missing is said only once somebody wanted to go on. */
  const [isTried, setTried] = useState(false)
  const isCode = readCarriedCode(start.code) !== null
  const next = () => (isCode && start.kind !== null ? onNext() : setTried(true))
  return (
    <>
      <View className="second">{words.lead}</View>
      <TextField
        id="setup-code"
        label={words.code}
        hint={words.codeHint}
        value={start.code}
        maxLength={64}
        {...(isTried && !isCode ? { error: words.codeShort } : {})}
        onChange={(code) => onChange({ ...start, code })}
      />
      <Choices
        id="setup-which"
        label={words.which}
        options={[
          { id: 'fresh', title: words.fresh, note: words.freshHint },
          { id: 'existing', title: words.existing, note: words.existingHint },
        ]}
        chosen={start.kind}
        onChoose={(id) => onChange({ ...start, kind: id === 'fresh' ? 'fresh' : 'existing' })}
      />
      <Slot>
        {isTried && start.kind === null ? <Notice tone="wait" icon="alarm" text={words.whichMissing} /> : null}
      </Slot>
      <View className="section stack">
        <Button id="setup-next" text={words.next} onTap={next} />
      </View>
    </>
  )
}
