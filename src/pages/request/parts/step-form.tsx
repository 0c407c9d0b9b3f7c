import { View } from '@tarojs/components'
import { useState } from 'react'
import { useDraft } from '../../../client/use-draft'
import { usePictures } from '../../../client/use-pictures'
import { Button, Notice, Pictures, Slot, TextArea } from '../../../components'
import { longestStep, mostStepPictures } from '../../../domain/request/limits'
import { refusalText } from '../../../text'
import { requestForm, requestSteps as words } from '../../../text/request'
import { ConsentSheet, useConsented } from '../../consent'

interface StepFormProps {
  readonly requestId: string
  readonly verb: 'contest' | 'supply-info' | 'reopen'
  readonly label: string
  readonly sendText: string
  readonly busy: boolean
  /** Whether it was done. */
  readonly onSend: (words: string, pictures: string[]) => Promise<boolean>
  readonly onClose: () => void
}

/** Words, and pictures where they help. What was typed stays until it was sent. */
export function StepForm({ requestId, verb, label, sendText, busy, onSend, onClose }: StepFormProps) {
  const { fields, change, drop } = useDraft(`step-${requestId}-${verb}`, { words: '' })
  const beginning = useConsented('picture.begin')
  const pictures = usePictures({ most: mostStepPictures, begin: () => beginning.run({}) })
  const [missing, setMissing] = useState<string | null>(null)
  const send = async () => {
    if (fields.words.trim() === '') return setMissing(words.wordsMissing)
    if (pictures.isBusy) return setMissing(requestForm.picturesBusy)
    setMissing(null)
    const isDone = await onSend(
      fields.words.trim(),
      pictures.sent().map(({ pictureId }) => pictureId),
    )
    if (!isDone) return
    drop()
    pictures.done()
    onClose()
  }
  return (
    <View id="step-form" className="section">
      <TextArea
        id="step-words"
        label={label}
        value={fields.words}
        maxLength={longestStep}
        disabled={busy}
        {...(missing === words.wordsMissing ? { error: missing } : {})}
        onChange={(typed) => {
          change({ words: typed })
          setMissing(null)
        }}
      />
      <Pictures
        id="step-pictures"
        label={words.pictures}
        pictures={pictures.pictures}
        most={mostStepPictures}
        disabled={busy}
        onAdd={pictures.add}
        onRemove={pictures.remove}
        onRetry={pictures.retry}
        onEnlarge={pictures.enlarge}
      />
      <Slot>
        {pictures.hasFailed ? <Notice tone="wait" icon="alarm" text={requestForm.pictureProblem} /> : null}
        {missing === requestForm.picturesBusy ? <Notice tone="wait" icon="clock" text={missing} /> : null}
        {beginning.refused ? <Notice tone="wait" icon="alarm" text={refusalText[beginning.refused]} /> : null}
      </Slot>
      <ConsentSheet of={beginning} />
      <View className="section stack">
        <Button id="step-send" text={sendText} busy={busy ? words.sending : false} onTap={() => void send()} />
        <Button id="step-back" kind="plain" text={words.back} disabled={busy} onTap={onClose} />
      </View>
    </View>
  )
}
