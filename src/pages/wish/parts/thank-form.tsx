import { View } from '@tarojs/components'
import { useState } from 'react'
import { useDraft } from '../../../client/use-draft'
import { Button, Chips, Section, TextArea } from '../../../components'
import { longestThanks } from '../../../domain/wish/limits'
import { thankForm as words, wishVisit } from '../../../text/wish-visit'

interface ThankFormProps {
  readonly wishId: string
  readonly busy: boolean
  readonly onSend: (words: string) => Promise<boolean>
  readonly onClose: () => void
}

/** A word of thanks: typed, or taken as it is. */
export function ThankForm({ wishId, busy, onSend, onClose }: ThankFormProps) {
  const { fields, change, drop } = useDraft(`wish-thank-${wishId}`, { words: '' })
  const [isMissing, setMissing] = useState(false)
  const write = (typed: string) => {
    change({ words: typed })
    setMissing(false)
  }
  const send = async () => {
    if (fields.words.trim() === '') return setMissing(true)
    if (!(await onSend(fields.words.trim()))) return
    drop()
    onClose()
  }
  return (
    <Section id="thank-form" title={words.title}>
      <Chips
        id="usual"
        question={words.hint}
        options={words.usual.map((label, index) => ({ id: String(index), label }))}
        chosen={null}
        onChoose={(id) => write(words.usual[Number(id)] ?? '')}
      />
      <TextArea
        id="thank-words"
        label={words.thanks}
        value={fields.words}
        maxLength={longestThanks}
        disabled={busy}
        {...(isMissing ? { error: words.missing } : {})}
        onChange={write}
      />
      <View className="section stack">
        <Button
          id="thank-send"
          text={wishVisit.send}
          busy={busy ? wishVisit.sending : false}
          onTap={() => void send()}
        />
        <Button id="form-back" kind="plain" text={wishVisit.back} disabled={busy} onTap={onClose} />
      </View>
    </Section>
  )
}
