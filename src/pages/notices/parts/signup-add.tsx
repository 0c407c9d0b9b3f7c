import { View } from '@tarojs/components'
import { useState } from 'react'
import { useDraft } from '../../../client/use-draft'
import { Button, Section, TextField } from '../../../components'
import { signUpPage as words } from '../../../text/notice-office'
import type { Noting } from './use-noting'

/** Somebody without a phone who wants to come. */
export function SignUpAdd({ noticeId, noting }: { readonly noticeId: string; readonly noting: Noting }) {
  const { fields, change } = useDraft(`signup-add-${noticeId}`, { name: '' })
  const [isMissing, setMissing] = useState(false)
  const name = fields.name.trim()
  const add = async () => {
    if (noting.busy) return
    setMissing(name === '')
    if (name === '') return
    const said = (_movedUp: number, added: 'in' | 'waiting' | null) =>
      added === 'waiting' ? words.addedWaiting(name) : words.added(name)
    if (await noting.do({ verb: 'add', name }, said)) change({ name: '' })
  }
  return (
    <Section id="add" title={words.add} hint={words.addHint}>
      <View className="stack">
        <TextField
          id="add-name"
          label={words.name}
          value={fields.name}
          maxLength={20}
          disabled={noting.busy}
          {...(isMissing ? { error: words.nameMissing } : {})}
          onChange={(typed) => {
            change({ name: typed })
            setMissing(false)
            if (noting.refused) noting.clear()
          }}
        />
        <Button
          id="add-go"
          kind="plain"
          text={words.addGo}
          busy={noting.busy ? words.sending : false}
          onTap={() => void add()}
        />
      </View>
    </Section>
  )
}
