import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useRead } from '../../../client'
import { Notice, Section, Slot, State } from '../../../components'
import { questions as words } from '../../../text/notice-know'
import { spotOf } from '../../desk-spot'
import { Shell, useNow, useReturn } from '../../shell'
import { Unrenewed, Waiting } from '../../waiting'
import { AnswerForm } from '../parts/answer-form'
import { AnswersGiven } from '../parts/answers-given'
import { Nowhere } from '../parts/share-nowhere'

/** 居民问的: what means the same is answered once, for everybody. Nobody sees whose it is. */
export default function NoticesQuestionsPage() {
  const { params } = useRouter()
  const noticeId = params.notice ?? ''
  const { data, busy, refused, reload } = useRead('notice.questions', noticeId === '' ? null : { noticeId })
  const now = useNow()
  useReturn(() => void reload())
  const [told, setTold] = useState<string | null>(null)
  if (!spotOf(params) || noticeId === '') return <Nowhere title={words.title} />
  const done = async (said: string) => {
    await reload()
    setTold(said)
  }
  return (
    <Shell title={words.title}>
      <Unrenewed data={data} busy={busy} refused={refused} />
      <Slot>{told === null ? null : <Notice tone="done" icon="check" text={told} />}</Slot>
      <Slot>
        {!data ? (
          <Waiting busy={busy} refused={refused} retry={() => void reload()} />
        ) : (
          <View id="questions">
            {data.questions.length === 0 ? (
              <State icon="check" title={words.empty} {...(data.isOver ? {} : { hint: words.hint })} />
            ) : (
              <Section title={data.isOver ? words.openOver : words.open} {...(data.isOver ? {} : { hint: words.hint })}>
                <AnswerForm
                  // Answered ones are gone: what was chosen begins anew.
                  key={data.questions.map(({ questionId }) => questionId).join()}
                  noticeId={noticeId}
                  questions={data.questions}
                  isMore={data.isMore}
                  isOver={data.isOver}
                  now={now}
                  onBegin={() => setTold(null)}
                  onDone={(said) => void done(said)}
                />
              </Section>
            )}
            <Slot>{data.answers.length > 0 ? <AnswersGiven answers={data.answers} /> : null}</Slot>
          </View>
        )}
      </Slot>
    </Shell>
  )
}
