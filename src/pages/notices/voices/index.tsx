import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useRead, type Output } from '../../../client'
import { usePosts } from '../../../client/use-posts'
import { Button, Notice, Section, Slot, State } from '../../../components'
import { voicesPage as words } from '../../../text/notice-office'
import { spotOf, type DeskSpot } from '../../desk-spot'
import { Shell, useNow, useReturn } from '../../shell'
import { Waiting } from '../../waiting'
import { Nowhere } from '../parts/share-nowhere'
import { VoiceNote } from '../parts/voice-note'
import { VoiceRows } from '../parts/voice-rows'
import { VoiceTotal } from '../parts/voice-total'

/** 征求意见的结果: how many said something and what; and a voice is written down for whoever has no phone. */
export default function NoticesVoicesPage() {
  const { params } = useRouter()
  const spot = spotOf(params)
  const noticeId = params.notice ?? ''
  const asked = noticeId === '' ? null : { noticeId }
  const notice = useRead('notice.show', asked)
  const result = useRead('voice.result', asked)
  useReturn(() => void result.reload())
  if (!spot || noticeId === '') return <Nowhere title={words.title} />
  const title = notice.data?.shown?.title
  return (
    <Shell title={words.title} {...(title ? { subtitle: title } : {})}>
      <Slot>
        {result.refused === 'voice.none' ? (
          <State icon="list" title={words.none} hint={words.noneHint} />
        ) : notice.data && result.data ? (
          <Voices spot={spot} notice={notice.data} result={result.data} reload={result.reload} />
        ) : (
          <Waiting
            busy={notice.busy || result.busy}
            refused={notice.refused ?? result.refused}
            retry={() => void Promise.all([notice.reload(), result.reload()])}
          />
        )}
      </Slot>
    </Shell>
  )
}

interface VoicesProps {
  readonly spot: DeskSpot
  readonly notice: Output<'notice.show'>
  readonly result: Output<'voice.result'>
  readonly reload: () => Promise<void>
}

function Voices({ spot, notice, result, reload }: VoicesProps) {
  const now = useNow()
  const { may } = usePosts()
  const [isNoting, setNoting] = useState(false)
  const [told, setTold] = useState<string | null>(null)
  const consultation = notice.shown?.consultation
  if (!consultation) return <State icon="list" title={words.none} hint={words.noneHint} />
  const done = (said: string) => {
    setTold(said)
    setNoting(false)
    void reload()
  }
  const begin = () => {
    setTold(null)
    setNoting(true)
  }
  if (isNoting) return <VoiceNote {...{ spot, notice, consultation }} onDone={done} onBack={() => setNoting(false)} />
  return (
    <View id="voices">
      <Slot>{told === null ? null : <Notice tone="done" icon="check" text={told} />}</Slot>
      <VoiceTotal result={result} consultation={consultation} now={now} />
      <Slot>
        {consultation.each === 'household' && may('voice.note', spot) ? (
          <Section id="noting" title={words.note} hint={result.isOver ? words.noteOver : words.noteHint}>
            {result.isOver ? null : (
              <Button id="note-begin" kind="plain" icon="edit" text={words.begin} onTap={begin} />
            )}
          </Section>
        ) : null}
      </Slot>
      <VoiceRows result={result} consultation={consultation} />
    </View>
  )
}
