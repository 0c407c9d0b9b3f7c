import { View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import { useState } from 'react'
import { useDraft } from '../../../client/use-draft'
import type { OpenedNotice } from '../../../client/use-notice'
import type { Output } from '../../../client'
import { Button, Choices, ManyChoices, Notice, Slot, TextArea, TextField } from '../../../components'
import { unsentText } from '../../../text'
import { refusalText } from '../../../text/refusals'
import { noticeVoice as words } from '../../../text/notice-page'
import { ConsentSheet, useConsented } from '../../consent'
import { go, pathTo } from '../../go'

/** As the contract has it. */
const longestVoice = 200

interface VoiceFormProps {
  readonly notice: OpenedNotice
  readonly consultation: NonNullable<OpenedNotice['consultation']>
  readonly onSaid: (state: Output<'voice.say'>['words']) => void
  /** null: nothing was said before. */
  readonly onBack: (() => void) | null
}

interface Fields {
  readonly choices: readonly string[]
  readonly words: string
  readonly name: string
}

type Missing = 'voice.no-choice' | 'voice.too-many' | 'voice.no-words' | 'voice.no-name'

function missingIn({ choices, words: own, name }: Fields, { options, most, isSigned }: VoiceFormProps['consultation']) {
  if (options.length > 0 && choices.length === 0) return 'voice.no-choice' satisfies Missing
  if (choices.length > most) return 'voice.too-many' satisfies Missing
  if (options.length === 0 && own.trim() === '') return 'voice.no-words' satisfies Missing
  return isSigned && name.trim() === '' ? ('voice.no-name' satisfies Missing) : null
}

/** Options or words, and a signature where the matter takes one. What was typed stays until it is sent. */
export function VoiceForm({ notice, consultation, onSaid, onBack }: VoiceFormProps) {
  const { noticeId, me } = notice
  const { options, most, names, isSigned } = consultation
  const { fields, change, drop } = useDraft<Fields>(`voice-${noticeId}`, {
    ...{ choices: me.voice?.choices ?? [], words: me.voice?.words ?? '', name: me.voice?.name ?? '' },
  })
  const saying = useConsented('voice.say')
  const [missing, setMissing] = useState<Missing | null>(null)
  const { busy, refused } = saying
  // Back from saying where they live: whether that is enough, the server says when it is sent again.
  useDidShow(() => {
    if (refused === 'voice.no-home') saying.clear()
  })
  // Options may have been mended since the draft was kept.
  const choices = fields.choices.filter((id) => options.some((option) => option.id === id))
  const write = (changed: Partial<Fields>) => {
    change(changed)
    setMissing(null)
    saying.clear()
  }
  const send = async () => {
    const first = missingIn({ ...fields, choices }, consultation)
    setMissing(first)
    if (busy || first !== null) return
    const name = isSigned ? fields.name.trim() : null
    const said = await saying.run({ noticeId, choices: [...choices], words: fields.words.trim(), name })
    if (!said) return
    drop()
    onSaid(said.words)
  }
  const rows = options.map(({ id, text }) => ({ id, title: text, disabled: busy }))
  return (
    <View id="voice-form" className="stack">
      <Slot>
        {options.length === 0 ? null : most === 1 ? (
          <Choices
            id="voice-choices"
            label={words.choose}
            options={rows}
            chosen={choices[0] ?? null}
            onChoose={(id) => write({ choices: [id] })}
          />
        ) : (
          <ManyChoices
            id="voice-choices"
            label={words.chooseMany(most)}
            options={rows}
            chosen={choices}
            onChange={(ids) => write({ choices: ids })}
          />
        )}
      </Slot>
      <TextArea
        id="voice-words"
        label={options.length === 0 ? words.wordsOnly : words.words}
        value={fields.words}
        maxLength={longestVoice}
        disabled={busy}
        onChange={(typed) => write({ words: typed })}
      />
      <Slot>
        {isSigned ? (
          <TextField
            id="voice-name"
            label={words.name}
            hint={`${words.nameHint}${words.namesFor[names]}`}
            value={fields.name}
            maxLength={20}
            disabled={busy}
            onChange={(typed) => write({ name: typed })}
          />
        ) : null}
      </Slot>
      <Slot>{missing ? <Notice tone="wait" icon="alarm" text={refusalText[missing]} /> : null}</Slot>
      <Slot>
        {refused ? <Notice tone="wait" icon="alarm" text={unsentText(refused)} /> : null}
        {refused === 'voice.no-home' ? (
          <View className="stack">
            <Button id="voice-home" icon="home" text={words.home} onTap={() => void go(pathTo('mine/home'))} />
            <View className="second">{words.homeHint}</View>
          </View>
        ) : null}
      </Slot>
      <ConsentSheet of={saying} />
      <Button
        id="voice-send"
        kind={refused === 'voice.no-home' ? 'plain' : 'main'}
        text={words.send}
        busy={busy ? words.sending : false}
        onTap={() => void send()}
      />
      <Slot>
        {onBack ? <Button id="voice-keep" kind="plain" text={words.keep} disabled={busy} onTap={onBack} /> : null}
      </Slot>
    </View>
  )
}
