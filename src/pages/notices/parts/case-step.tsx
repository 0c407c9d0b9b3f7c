import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Refusal } from '../../../client'
import { Notice, Sheet, TextField } from '../../../components'
import { longestNoticeStep } from '../../../domain/notice/limits'
import { unsentText } from '../../../text'
import { noticeCase as words, noticeStepWords, type NoticeStep } from '../../../text/notice-case'
import { mustSay } from './case-steps'

interface StepSheetProps {
  readonly step: NoticeStep
  readonly busy: boolean
  readonly refused: Refusal<'notice.act'> | null
  readonly onDo: (words: string) => void
  readonly onClose: () => void
}

/** One step: what happens then, and what is said with it. */
export function StepSheet({ step, busy, refused, onDo, onClose }: StepSheetProps) {
  const { row, text, yes, words: label, example = '' } = noticeStepWords[step]
  const [said, setSaid] = useState('')
  const [isMissing, setMissing] = useState(false)
  const isEnd = step === 'withdraw' || step === 'discard'
  const act = () => (mustSay(step) && said.trim() === '' ? setMissing(true) : onDo(said))
  return (
    <Sheet
      id="step"
      title={row}
      text={text}
      main={{
        text: yes,
        busy: busy ? words.sending : false,
        onTap: act,
        ...(isEnd ? { kind: 'danger' as const } : {}),
      }}
      other={{ text: words.back, onTap: onClose }}
    >
      {label === undefined ? null : (
        <TextField
          id="step-words"
          label={label}
          value={said}
          placeholder={example}
          maxLength={longestNoticeStep}
          {...(isMissing ? { error: words.wordsMissing } : {})}
          onChange={(typed) => {
            setSaid(typed)
            setMissing(false)
          }}
        />
      )}
      <View>{refused ? <Notice tone="wait" icon="alarm" text={unsentText(refused)} /> : null}</View>
    </Sheet>
  )
}
