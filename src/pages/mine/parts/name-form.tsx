import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button, TextField } from '../../../components'
import { nameForm as words, refusalText } from '../../../text'
import { ConsentSheet, useConsented } from '../../consent'

interface NameFormProps {
  /** null: none is kept. */
  readonly name: string | null
  readonly onDone: (said: string) => void
  readonly onCancel: () => void
}

/** How somebody wants to be called: set, corrected, or taken away. */
export function NameForm({ name, onDone, onCancel }: NameFormProps) {
  const [typed, setTyped] = useState(name ?? '')
  const [isMissing, setMissing] = useState(false)
  const naming = useConsented('me.name')
  const set = async (wanted: string | null) => {
    const done = await naming.run({ name: wanted })
    if (done) onDone(wanted === null ? words.removed : words.saved)
  }
  const save = () => (typed.trim() === '' ? setMissing(true) : void set(typed.trim()))
  const change = (text: string) => {
    setTyped(text)
    setMissing(false)
    naming.clear()
  }
  const error = isMissing ? words.missing : naming.refused ? refusalText[naming.refused] : null
  return (
    <View className="stack" id="name-form">
      <TextField
        id="name"
        label={words.label}
        hint={words.hint}
        value={typed}
        maxLength={20}
        onChange={change}
        onConfirm={save}
        {...(error ? { error } : {})}
      />
      <ConsentSheet of={naming} />
      <Button id="name-save" text={words.save} busy={naming.busy} onTap={save} />
      {name === null ? null : (
        <Button id="name-remove" kind="plain" text={words.remove} disabled={naming.busy} onTap={() => void set(null)} />
      )}
      <Button id="name-cancel" kind="plain" text={words.cancel} disabled={naming.busy} onTap={onCancel} />
    </View>
  )
}
