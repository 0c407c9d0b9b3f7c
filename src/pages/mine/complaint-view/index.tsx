import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useRead, useWrite, type Output } from '../../../client'
import { Button, Card, Notice, Section, Sheet } from '../../../components'
import { canMove } from '../../../domain/content/complaint'
import { dateText, refusalText, whenText } from '../../../text'
import { complaint as words, complaintKindText, complaintStateText, complaints, shownNote } from '../../../text/content'
import { Answers, ComplaintPictures } from '../../complaint-parts'
import { go, pathTo } from '../../go'
import { Shell, useNow } from '../../shell'
import { Waiting } from '../../waiting'

/** One of one's own complaints: what was written, what was answered, and the way to take it back. */
export default function ComplaintViewPage() {
  const { id = '' } = useRouter().params
  const { data, busy, refused, reload } = useRead('complaint.show', id === '' ? null : { complaintId: id })
  const [isWithdrawn, setWithdrawn] = useState(false)
  return (
    <Shell title={words.title}>
      {isWithdrawn ? <Notice tone="done" icon="check" text={words.withdrawn} /> : null}
      {data ? (
        <Shown
          complaint={data}
          onWithdrawn={() => {
            setWithdrawn(true)
            void reload()
          }}
        />
      ) : (
        <Waiting
          busy={busy}
          refused={refused ?? (id === '' ? 'complaint.missing' : null)}
          retry={() => void reload()}
        />
      )}
    </Shell>
  )
}

interface ShownProps {
  readonly complaint: Output<'complaint.show'>
  readonly onWithdrawn: () => void
}

function Shown({ complaint, onWithdrawn }: ShownProps) {
  const now = useNow()
  const [isAsking, setAsking] = useState(false)
  const { complaintId, communityId, kind, state, filedAt, dueAt, wordsState, pictures, answers, about, mine } =
    complaint
  const note = shownNote(wordsState)
  const report = (part: string) =>
    void go(pathTo('mine/complaint', `c=${communityId}`, `about=${complaintId}`, `part=${part}`))
  return (
    <View id="complaint">
      <Section title={complaintStateText[state]} hint={state === 'open' ? complaints.due(dateText(dueAt, now)) : ''}>
        <Card>
          <View className="fact">
            <View className="row-words">
              <View className="second">{`${complaintKindText[kind].title} · ${whenText(filedAt, now)}`}</View>
              {about?.words ? <View className="second">{`${words.reported}：${about.words}`}</View> : null}
              <View className="fact-value" id="complaint-words">
                {complaint.words ?? complaints.hidden}
              </View>
              {note && state !== 'withdrawn' ? <View className="second">{note}</View> : null}
            </View>
          </View>
        </Card>
        <ComplaintPictures pictures={pictures} />
      </Section>
      <Section title={words.answers} id="answers">
        <Answers answers={answers} now={now} {...(mine ? { onReport: report } : {})} />
      </Section>
      {mine && canMove(state, 'withdraw') ? (
        <View className="section">
          <Button id="withdraw" kind="plain" text={words.withdraw} onTap={() => setAsking(true)} />
        </View>
      ) : null}
      {isAsking ? (
        <Withdraw
          complaintId={complaintId}
          onClose={() => setAsking(false)}
          onDone={() => {
            setAsking(false)
            onWithdrawn()
          }}
        />
      ) : null}
    </View>
  )
}

interface WithdrawProps {
  readonly complaintId: string
  readonly onClose: () => void
  readonly onDone: () => void
}

function Withdraw({ complaintId, onClose, onDone }: WithdrawProps) {
  const { busy, refused, run } = useWrite('complaint.withdraw')
  const yes = async () => {
    if (await run({ complaintId })) onDone()
  }
  return (
    <Sheet
      id="withdraw-ask"
      title={words.withdrawAsk}
      text={words.withdrawText}
      main={{ text: words.withdrawYes, busy, onTap: () => void yes() }}
      other={{ text: words.no, onTap: onClose }}
    >
      {refused ? <Notice tone="wait" icon="alarm" text={refusalText[refused]} /> : null}
    </Sheet>
  )
}
