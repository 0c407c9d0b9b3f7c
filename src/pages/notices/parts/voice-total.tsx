import { View } from '@tarojs/components'
import type { Output } from '../../../client'
import { Facts, Section, Slot } from '../../../components'
import { voicesPage as words } from '../../../text/notice-office'
import { nearSaying, untilText } from '../../../text/notice-when'

export type Consultation = NonNullable<NonNullable<Output<'notice.show'>['shown']>['consultation']>

interface VoiceTotalProps {
  readonly result: Output<'voice.result'>
  readonly consultation: Consultation
  readonly now: number
}

/** What has come out, with how many said something: nobody who was silent is counted as anything. */
export function VoiceTotal({
  result: { isGone, n, of, confirmed, options, isOver },
  consultation,
  now,
}: VoiceTotalProps) {
  const { each, until } = consultation
  const rows = options.map(({ id, count }) => ({
    ...{ id: `result-${id}`, label: consultation.options.find((option) => option.id === id)?.text ?? '' },
    value: words.count(count, n, each),
  }))
  if (isGone) return <Section id="result" title={words.final} hint={words.gone} />
  return (
    <Section
      id="result"
      title={isOver ? words.final : words.soFar}
      hint={isOver ? words.over : `${words.until(untilText(until, nearSaying(now)))}。`}
    >
      <View id="result-n" className="state-title">
        {words.n(n, of, each)}
      </View>
      <Slot>{rows.length > 0 ? <Facts rows={rows} /> : null}</Slot>
      <View className="second">
        {each === 'household' && n > 0 ? words.confirmed(confirmed) : null}
        {of === null && each === 'household' ? words.ofUnknown : null}
        {words.silent}
      </View>
    </Section>
  )
}
