import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button, Notice, PhoneNumberButton, TextField } from '../../../components'
import { phoneForm as words, refusalText } from '../../../text'
import { ConsentSheet, useConsented } from '../../consent'

interface PhoneFormProps {
  readonly onDone: (said: string) => void
  readonly onSkip: () => void
}

/** Digits of a landline with its area code, and some blanks between them. */
const mostTyped = 20

/** The caller's number: by WeChat's button, or typed where that is refused, out of quota, or not wanted; or not at all. */
export function PhoneForm({ onDone, onSkip }: PhoneFormProps) {
  const [isTyping, setTyping] = useState(false)
  const [typed, setTyped] = useState('')
  const [isMissing, setMissing] = useState(false)
  const [said, setSaid] = useState<string | null>(null)
  const giving = useConsented('phone.give')
  const give = async (input: Parameters<typeof giving.run>[0]) => {
    setSaid(null)
    const given = await giving.run(input)
    if (given) onDone(words.saved(given.masked))
  }
  const refused = (why: 'denied' | 'quota' | 'failed') => {
    setSaid(why === 'denied' ? words.denied : words.unable)
    setTyping(true)
  }
  const save = () => (typed.trim() === '' ? setMissing(true) : void give({ by: 'typed', number: typed }))
  const change = (text: string) => {
    setTyped(text)
    setMissing(false)
    giving.clear()
  }
  const error = isMissing ? words.missing : isTyping && giving.refused ? refusalText[giving.refused] : null
  return (
    <View className="stack" id="phone-form">
      <View>{words.hint}</View>
      {said ? <Notice tone="calm" icon="phone" text={said} /> : null}
      {isTyping ? (
        <TextField
          id="phone"
          type="number"
          label={words.label}
          hint={words.labelHint}
          value={typed}
          maxLength={mostTyped}
          onChange={change}
          onConfirm={save}
          {...(error ? { error } : {})}
        />
      ) : null}
      {!isTyping && giving.refused ? <Notice tone="wait" icon="alarm" text={refusalText[giving.refused]} /> : null}
      <ConsentSheet of={giving} />
      {isTyping ? (
        <Button id="phone-save" text={words.save} busy={giving.busy} onTap={save} />
      ) : (
        <>
          <PhoneNumberButton
            id="phone-wechat"
            text={words.wechat}
            onCode={(code) => void give({ by: 'wechat', code })}
            onRefused={refused}
          />
          <Button id="phone-typed" kind="plain" text={words.typed} onTap={() => setTyping(true)} />
        </>
      )}
      <Button id="phone-skip" kind="plain" text={words.skip} disabled={giving.busy} onTap={onSkip} />
    </View>
  )
}
