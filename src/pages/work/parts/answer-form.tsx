import { View } from '@tarojs/components'
import { useState } from 'react'
import { useWrite } from '../../../client'
import { useDraft } from '../../../client/use-draft'
import { Button, Notice, Sheet, Slot, TextArea } from '../../../components'
import { refusalText } from '../../../text'
import { workComplaints as words } from '../../../text/content'

/** As the contract has it. */
const longest = 500

interface AnswerFormProps {
  readonly complaintId: string
  /** Gets what is to be said of it. */
  readonly onAnswered: (said: string) => void
}

/** Writes an answer, and closes the complaint with it where that is meant; closing is asked for once more. */
export function AnswerForm({ complaintId, onAnswered }: AnswerFormProps) {
  const draft = useDraft(`answer-${complaintId}`, { words: '' })
  const { busy, refused, run, clear } = useWrite('complaint.answer')
  const [isMissing, setMissing] = useState(false)
  const [isClosing, setClosing] = useState(false)
  const said = draft.fields.words.trim()

  const isWritten = () => {
    setMissing(said === '')
    return said !== ''
  }
  const send = async (close: boolean) => {
    const answered = await run({ complaintId, words: said, close })
    if (!answered) return
    draft.drop()
    onAnswered(answered.words === 'waiting' ? words.held : close ? words.closed : words.answered)
  }
  return (
    <View className="section" id="answer-form">
      <TextArea
        id="answer"
        label={words.answer}
        hint={words.answerHint}
        value={draft.fields.words}
        maxLength={longest}
        disabled={busy}
        {...(isMissing ? { error: words.answerMissing } : {})}
        onChange={(typed) => {
          draft.change({ words: typed })
          setMissing(false)
          clear()
        }}
      />
      <Slot>{refused && !isClosing ? <Notice tone="wait" icon="alarm" text={refusalText[refused]} /> : null}</Slot>
      <View className="section stack">
        <Button
          id="answer-send"
          text={words.send}
          busy={busy}
          onTap={() => (isWritten() ? void send(false) : undefined)}
        />
        <Button
          id="answer-close"
          kind="plain"
          text={words.close}
          disabled={busy}
          onTap={() => (isWritten() ? setClosing(true) : undefined)}
        />
      </View>
      {isClosing ? (
        <Sheet
          id="close-ask"
          title={words.closeAsk}
          text={words.closeText}
          main={{ text: words.closeYes, busy, onTap: () => void send(true) }}
          other={{ text: words.closeNo, onTap: () => setClosing(false) }}
        >
          {refused ? <Notice tone="wait" icon="alarm" text={refusalText[refused]} /> : null}
        </Sheet>
      ) : null}
    </View>
  )
}
