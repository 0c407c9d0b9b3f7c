import { View } from '@tarojs/components'
import { useState } from 'react'
import type { OpenedNotice } from '../../../client/use-notice'
import { useDraft } from '../../../client/use-draft'
import { Button, Card, Notice, Row, Section, Slot, TextArea } from '../../../components'
import { unsentText } from '../../../text'
import { noticePage as words } from '../../../text/notice-page'
import { ConsentSheet, useConsented } from '../../consent'

/** As the contract has it. */
const longestQuestion = 100

/** So many answers are shown at once, the newest; those before them on a tap. */
const firstShown = 8

/** What neighbours asked, answered once for all; and one's own question. */
export const Answers = ({ notice, mayAsk }: { readonly notice: OpenedNotice; readonly mayAsk: boolean }) => (
  <View id="answers">
    {notice.answers.length === 0 ? null : (
      <Section title={words.answers}>
        <Answered answers={notice.answers} />
      </Section>
    )}
    <Slot>{mayAsk ? <Ask noticeId={notice.noticeId} /> : null}</Slot>
  </View>
)

function Answered({ answers }: Pick<OpenedNotice, 'answers'>) {
  const [isAll, setAll] = useState(false)
  const before = isAll ? 0 : Math.max(0, answers.length - firstShown)
  return (
    <Card>
      {before > 0 ? (
        <Row id="answers-before" title={words.answersBefore(before)} end="none" onTap={() => setAll(true)} />
      ) : null}
      {answers.slice(before).map(({ id, question, answer }) => (
        <View key={id} id={`answer-${id}`} className="fact">
          <View className="row-words">
            <View className="second">{words.asked(question)}</View>
            <View>{words.answered(answer)}</View>
          </View>
        </View>
      ))}
    </Card>
  )
}

const saidOf = { shown: words.askDone, waiting: words.askChecked, refused: words.askRefused } as const

/** Folded, so that who has nothing to ask has nothing to read. */
function Ask({ noticeId }: { readonly noticeId: string }) {
  const { fields, change, drop } = useDraft(`ask-${noticeId}`, { words: '' })
  const asking = useConsented('notice.ask')
  const [isOpen, setOpen] = useState(fields.words !== '')
  const [isMissing, setMissing] = useState(false)
  const [said, setSaid] = useState<keyof typeof saidOf | null>(null)
  const send = async () => {
    if (asking.busy) return
    if (fields.words.trim() === '') return setMissing(true)
    const sent = await asking.run({ noticeId, words: fields.words.trim() })
    if (!sent) return
    setSaid(sent.words)
    if (sent.words === 'refused') return
    change({ words: '' })
    drop()
    setOpen(false)
  }
  return (
    <View className="section">
      <Slot>
        {said === null ? null : (
          <Notice
            tone={said === 'refused' ? 'wait' : 'done'}
            icon={said === 'refused' ? 'alarm' : 'check'}
            text={saidOf[said]}
          />
        )}
      </Slot>
      {isOpen ? (
        <View id="ask-form" className="stack">
          <TextArea
            id="ask-words"
            label={words.askWhat}
            hint={words.askWhatHint}
            value={fields.words}
            maxLength={longestQuestion}
            disabled={asking.busy}
            {...(isMissing ? { error: words.askMissing } : {})}
            onChange={(typed) => {
              change({ words: typed })
              setMissing(false)
              setSaid(null)
              asking.clear()
            }}
          />
          <Slot>{asking.refused ? <Notice tone="wait" icon="alarm" text={unsentText(asking.refused)} /> : null}</Slot>
          <ConsentSheet of={asking} />
          <Button
            id="ask-send"
            text={words.askSend}
            busy={asking.busy ? words.asking : false}
            onTap={() => void send()}
          />
        </View>
      ) : (
        <Card>
          <Row id="ask" icon="edit" title={words.ask} note={words.askHint} onTap={() => setOpen(true)} />
        </Card>
      )}
    </View>
  )
}
