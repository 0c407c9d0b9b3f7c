import { View } from '@tarojs/components'
import { useRead } from '../../../client'
import type { OpenedNotice } from '../../../client/use-notice'
import { Facts, Notice, Section, Slot } from '../../../components'
import { noticeVoice as words } from '../../../text/notice-page'
import { Waiting } from '../../waiting'

interface VoiceResultProps {
  readonly noticeId: string
  readonly consultation: NonNullable<OpenedNotice['consultation']>
  readonly isOver: boolean
}

/** What has come out, with how many said something: nobody who was silent is counted as anything. */
export function VoiceResult({ noticeId, consultation: { options, each }, isOver }: VoiceResultProps) {
  const { data, busy, refused, reload } = useRead('voice.result', { noticeId })
  if (!data) return <Waiting busy={busy} refused={refused} retry={() => void reload()} />
  if (data.isGone) return <View className="second">{words.gone}</View>
  if (!data.isShown) return <View className="second">{words.afterwards}</View>
  const rows = data.options.map(({ id, count }) => ({
    ...{ id: `result-${id}`, label: options.find((option) => option.id === id)?.text ?? '' },
    value: words.count(count, data.n, each),
  }))
  const n = words.n(data.n, data.of, each)
  const isSure = each === 'person' || data.n === 0
  const signed = data.voices.flatMap(({ name, isMine }) => (name === null || isMine ? [] : [name]))
  return (
    <Section
      id="voice-result"
      title={isOver ? words.resultOver : words.result}
      hint={isSure ? n : `${n}。${words.confirmed(data.confirmed)}`}
    >
      <Slot>
        {data.standing === 'household' ? <Notice tone="calm" icon="people" text={words.otherOfHome} /> : null}
      </Slot>
      <Slot>{rows.length > 0 ? <Facts rows={rows} /> : null}</Slot>
      <Slot>{data.words > 0 ? <View className="second">{words.wrote(data.words)}</View> : null}</Slot>
      <Slot>
        {signed.length > 0 ? (
          <Facts rows={[{ id: 'result-names', label: words.signed, value: signed.join('、') }]} />
        ) : null}
      </Slot>
    </Section>
  )
}
