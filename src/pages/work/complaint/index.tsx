import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useRead, type Output } from '../../../client'
import { Card, Notice, Section, Slot } from '../../../components'
import { canMove } from '../../../domain/content/complaint'
import { dateText, whenText } from '../../../text'
import {
  complaint as parts,
  complaintKindText,
  complaints,
  complaintStateText,
  workComplaints as words,
} from '../../../text/content'
import { Answers, ComplaintPictures } from '../../complaint-parts'
import { NewsOffer } from '../../news'
import { Shell, useNow } from '../../shell'
import { Waiting } from '../../waiting'
import { AnswerForm } from '../parts/answer-form'
import { useShownAgain } from '../parts/shown-again'

type Complaint = Output<'complaint.show'>

/** One complaint for those who answer it: nothing of who filed it. */
export default function WorkComplaintPage() {
  const { id = '' } = useRouter().params
  const { data, busy, refused, reload } = useRead('complaint.show', id === '' ? null : { complaintId: id })
  const [said, setSaid] = useState<string | null>(null)
  useShownAgain(() => void reload())
  const answered = (words: string) => {
    setSaid(words)
    void reload()
  }
  return (
    <Shell title={parts.title} subtitle={words.unknown}>
      {data ? (
        <View id="complaint">
          <Shown complaint={data} />
          <Slot>{said === null ? null : <Notice tone="done" icon="check" text={said} />}</Slot>
          <Slot>{said === null ? null : <NewsOffer moment="answered" />}</Slot>
          {data.mine ? <Notice tone="calm" icon="person" text={words.mine} /> : null}
          {!data.mine && canMove(data.state, 'answer') ? (
            <AnswerForm key={data.answers.length} complaintId={data.complaintId} onAnswered={answered} />
          ) : null}
        </View>
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

/** Why keepers do not see what was written. */
const hiddenBecause = ({ state, wordsState }: Complaint): string =>
  state === 'withdrawn' ? words.gone : wordsState === 'refused' ? words.kept : words.hidden

function Shown({ complaint }: { readonly complaint: Complaint }) {
  const now = useNow()
  const { kind, state, filedAt, dueAt, pictures, answers, about } = complaint
  const due = now > dueAt ? words.late(dateText(dueAt, now)) : complaints.due(dateText(dueAt, now))
  return (
    <>
      <Section title={complaintStateText[state]} hint={state === 'open' ? due : ''}>
        <Card>
          <View className="fact">
            <View className="row-words">
              <View className="second">{`${complaintKindText[kind].title} · ${whenText(filedAt, now)}`}</View>
              {about?.words ? <View className="second">{`${parts.reported}：${about.words}`}</View> : null}
              <View className="fact-value" id="complaint-words">
                {complaint.words ?? hiddenBecause(complaint)}
              </View>
            </View>
          </View>
        </Card>
        <ComplaintPictures pictures={pictures} />
      </Section>
      <Section title={parts.answers} id="answers">
        <Answers answers={answers} now={now} />
      </Section>
    </>
  )
}
