import { View } from '@tarojs/components'
import { useState } from 'react'
import { useRows, type Spot } from '../../../client'
import { usePosts } from '../../../client/use-posts'
import { Card, Notice, Slot } from '../../../components'
import { reports as words } from '../../../text/keeper'
import { useNow } from '../../shell'
import { ListWaiting, More } from '../../waiting'
import { AnswerNumber } from './answer-number'
import { NumberRow, type Report } from './number-row'

/** The numbers that residents said are wrong or not answered, the newest first; each can be tried and answered. */
export function NumberList({ spot }: { readonly spot: Spot }) {
  const { communityId } = spot
  const now = useNow()
  const { posts, may } = usePosts()
  const [answering, setAnswering] = useState<Report | null>(null)
  const [told, setTold] = useState('')
  const list = useRows(
    communityId,
    'report.list',
    (cursor) => ({ communityId, cursor }),
    ({ reports }) => reports,
  )
  const mayAnswer = may('report.answer', spot)
  const answer = (report: Report) => {
    setTold('')
    setAnswering(report)
  }
  const answered = (count: number) => {
    setTold(words.answered(count))
    setAnswering(null)
    void list.reload()
  }
  return (
    <View className="section" id="numbers">
      <View className="second section-hint">{posts && !mayAnswer ? words.numbersLeadRead : words.numbersLead}</View>
      <Slot>{told ? <Notice tone="done" icon="check" text={told} /> : null}</Slot>
      <Slot>
        {list.rows.length === 0 ? (
          <ListWaiting {...list} icon="phone" empty={words.noNumbers} emptyHint={words.noNumbersHint} />
        ) : (
          <Card>
            {list.rows.map((report) => (
              <NumberRow
                key={report.reportId}
                report={report}
                now={now}
                onAnswer={mayAnswer && report.answer === null ? () => answer(report) : null}
              />
            ))}
          </Card>
        )}
      </Slot>
      <Slot>{list.rows.length === 0 ? null : <More {...list} />}</Slot>
      <Slot>
        {answering ? (
          <AnswerNumber
            key={answering.reportId}
            report={answering}
            onAnswered={answered}
            onClose={() => setAnswering(null)}
          />
        ) : null}
      </Slot>
    </View>
  )
}
