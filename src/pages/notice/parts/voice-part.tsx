import { View } from '@tarojs/components'
import { useState } from 'react'
import type { OpenedNotice } from '../../../client/use-notice'
import { Button, Facts, Notice, Section, Slot } from '../../../components'
import { untilText, nearSaying } from '../../../text/notice-when'
import { noticeVoice as words } from '../../../text/notice-page'
import { VoiceForm } from './voice-form'
import { VoiceResult } from './voice-result'

interface VoicePartProps {
  readonly notice: OpenedNotice
  readonly consultation: NonNullable<OpenedNotice['consultation']>
  readonly now: number
  /** The notice's own time is over: nothing can be said any more, whatever the deadline. */
  readonly isClosed?: boolean
  readonly reload: () => Promise<void>
}

const saidOf = { shown: words.sent, waiting: words.sentChecked, refused: words.sent } as const

/** 征求意见: the question, one's own voice, and what has come out so far. */
export function VoicePart({ notice, consultation, now, isClosed = false, reload }: VoicePartProps) {
  const { voice } = notice.me
  const isOver = isClosed || now >= consultation.until
  const [isChanging, setChanging] = useState(false)
  const [said, setSaid] = useState<keyof typeof saidOf | null>(null)
  const done = async (state: keyof typeof saidOf) => {
    setSaid(state)
    setChanging(false)
    await reload()
  }
  const isAsking = !isOver && (isChanging || (voice === null && said === null))
  return (
    <Section
      id="voice"
      title={words.title}
      hint={
        isOver
          ? words.over
          : `${words[consultation.each]}。${words.until(untilText(consultation.until, nearSaying(now)))}。`
      }
    >
      <Slot>{said === null ? null : <Notice tone="done" icon="check" text={saidOf[said]} />}</Slot>
      <Slot>
        {isAsking ? (
          <VoiceForm
            notice={notice}
            consultation={consultation}
            onSaid={(state) => void done(state)}
            onBack={isChanging ? () => setChanging(false) : null}
          />
        ) : null}
      </Slot>
      <Slot>{voice !== null && !isAsking ? <Mine voice={voice} consultation={consultation} /> : null}</Slot>
      <Slot>
        {voice !== null && !isAsking && !isOver ? (
          <View className="section">
            <Button id="voice-change" kind="plain" text={words.change} onTap={() => setChanging(true)} />
          </View>
        ) : null}
      </Slot>
      {isOver || voice !== null ? (
        <VoiceResult key={String(voice?.at)} noticeId={notice.noticeId} consultation={consultation} isOver={isOver} />
      ) : said === null ? (
        <View className="second">{words.afterwards}</View>
      ) : null}
    </Section>
  )
}

/** What this household, or this person, has said. */
function Mine({
  voice: { choices, words: own, name },
  consultation: { options },
}: {
  readonly voice: NonNullable<OpenedNotice['me']['voice']>
  readonly consultation: VoicePartProps['consultation']
}) {
  const chosen = options.flatMap(({ id, text }) => (choices.includes(id) ? [text] : []))
  const said = [chosen.join('、'), own].filter(Boolean).join('。')
  return (
    <Facts rows={[{ id: 'voice-mine', label: words.mine, value: said, ...(name === null ? {} : { note: name }) }]} />
  )
}
