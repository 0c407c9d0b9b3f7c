import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button, Section, TextField } from '../../../components'
import { scanCode } from '../../../platform/scan'
import { join as words } from '../../../text/roles'
import { codeIn } from './invitation-code'

/** Asks for the code of an invitation: scanned, or typed by hand. */
export function CodeForm({ onCode }: { readonly onCode: (code: string) => void }) {
  const [typed, setTyped] = useState('')
  const [wrong, setWrong] = useState('')
  const open = () => {
    const code = codeIn(typed)
    if (code === null) setWrong(words.codeShort)
    else onCode(code)
  }
  const scan = async () => {
    const scanned = await scanCode()
    if (scanned === 'cancelled') return
    if (scanned === 'unable') return setWrong(words.typeIt)
    const code = codeIn(scanned.text)
    if (code === null) setWrong(words.notOurs)
    else onCode(code)
  }
  return (
    <Section title={words.ask} hint={words.askHint}>
      <TextField
        id="join-code"
        label={words.code}
        hint={words.codeHint}
        value={typed}
        maxLength={64}
        {...(wrong ? { error: wrong } : {})}
        onChange={(value) => {
          setTyped(value)
          setWrong('')
        }}
        onConfirm={open}
      />
      <View className="section stack">
        <Button id="join-open" text={words.open} onTap={open} />
        <Button id="join-scan" kind="plain" icon="search" text={words.scan} onTap={() => void scan()} />
      </View>
    </Section>
  )
}
