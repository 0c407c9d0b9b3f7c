import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Output } from '../../../client'
import { Button, Card, Section, Slot, State } from '../../../components'
import { voicesPage as words } from '../../../text/notice-office'
import type { Consultation } from './voice-total'

/** Voices that are shown at once, and how many more at a tap. */
const page = 20

interface VoiceRowsProps {
  readonly result: Output<'voice.result'>
  readonly consultation: Consultation
}

/** One by one what was said; names only where that was laid down. */
export function VoiceRows({ result: { voices, words: wrote, isMore }, consultation }: VoiceRowsProps) {
  const [most, setMost] = useState(page)
  if (voices.length === 0) return <State icon="list" title={words.nobody} hint={words.nobodyHint} />
  const left = voices.length - most
  return (
    <Section id="said" title={words.said} hint={words.names[consultation.names]}>
      <Card>
        {voices.slice(0, most).map((voice, at) => (
          <Voice key={at} voice={voice} consultation={consultation} />
        ))}
      </Card>
      <Slot>
        {left > 0 ? (
          <View className="card-more">
            <Button id="more" kind="plain" text={words.more(Math.min(left, page))} onTap={() => setMost(most + page)} />
          </View>
        ) : null}
      </Slot>
      <Slot>{wrote > 0 ? <View className="second">{words.wrote(wrote)}</View> : null}</Slot>
      <Slot>{isMore ? <View className="second">{words.most}</View> : null}</Slot>
    </Section>
  )
}

interface VoiceProps {
  readonly voice: Output<'voice.result'>['voices'][number]
  readonly consultation: Consultation
}

function Voice({ voice: { choices, words: own, name, isNoted }, consultation: { options } }: VoiceProps) {
  const chosen = options.flatMap(({ id, text }) => (choices.includes(id) ? [text] : [])).join('、')
  return (
    <View className="fact">
      <View className="row-words">
        {options.length > 0 ? <View className="fact-value">{chosen || words.noChoice}</View> : null}
        {own === '' ? null : <View className="fact-value">“{own}”</View>}
        {name === null ? null : <View className="second">{words.signed(name)}</View>}
        {isNoted ? <View className="tag tag-calm">{words.noted}</View> : null}
      </View>
    </View>
  )
}
