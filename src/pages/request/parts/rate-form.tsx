import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Output } from '../../../client'
import { useDraft } from '../../../client/use-draft'
import { Button, Choices, Notice, Section, Slot, TextArea } from '../../../components'
import { longestStep } from '../../../domain/request/limits'
import { requestSteps as words } from '../../../text/request'
import type { Deed } from './use-act'

interface RateFormProps {
  readonly request: Pick<Output<'request.show'>, 'requestId' | 'viewer' | 'endedBy'>
  readonly busy: boolean
  readonly onSend: (deed: Deed) => Promise<boolean>
}

interface Fields {
  readonly solved: boolean | null
  readonly satisfied: 'yes' | 'no' | 'none'
  readonly words: string
}

const idOf = (solved: boolean | null): string | null => (solved === null ? null : solved ? 'yes' : 'no')

/** 评价: solved? satisfied? words. Not saying is an answer too, and never counted as satisfied. */
export function RateForm({ request: { requestId, viewer, endedBy }, busy, onSend }: RateFormProps) {
  // They have just said that it is done: the same is not asked twice, and can still be changed.
  const solvedAlready = viewer === 'owner' && endedBy === 'owner' ? true : null
  const { fields, change, drop } = useDraft<Fields>(`rate-${requestId}`, {
    ...{ solved: solvedAlready, satisfied: 'none', words: '' },
  })
  const [isMissing, setMissing] = useState(false)
  const { solved, satisfied } = fields
  const send = async () => {
    if (solved === null) return setMissing(true)
    const said = satisfied === 'none' ? null : satisfied === 'yes'
    if (await onSend({ verb: 'rate', solved, satisfied: said, words: fields.words.trim() || null })) drop()
  }
  return (
    <Section id="rate" title={words.rate} hint={words.rateHint}>
      <Choices
        id="rate-solved"
        label={words.solved}
        options={[
          { id: 'yes', title: words.solvedYes },
          { id: 'no', title: words.solvedNo },
        ]}
        chosen={idOf(solved)}
        onChoose={(id) => {
          change({ solved: id === 'yes' })
          setMissing(false)
        }}
      />
      <Choices
        id="rate-satisfied"
        label={words.satisfied}
        options={[
          { id: 'yes', title: words.satisfiedYes },
          { id: 'no', title: words.satisfiedNo },
          { id: 'none', title: words.satisfiedNone },
        ]}
        chosen={satisfied}
        onChoose={(id) => change({ satisfied: id === 'yes' ? 'yes' : id === 'no' ? 'no' : 'none' })}
      />
      <TextArea
        id="rate-words"
        label={words.rateWords}
        value={fields.words}
        maxLength={longestStep}
        disabled={busy}
        onChange={(typed) => change({ words: typed })}
      />
      <Slot>{isMissing ? <Notice tone="wait" icon="clock" text={words.rateMissing} /> : null}</Slot>
      <View className="section">
        <Button id="rate-send" text={words.rateSend} busy={busy ? words.sending : false} onTap={() => void send()} />
      </View>
    </Section>
  )
}
