import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button, Notice, Slot, TextField } from '../../../components'
import { readCarriedCode } from '../../../domain/people/invitation'
import { refusalText } from '../../../text'
import { setup as words } from '../../../text/roles'
import { ConsentSheet, useConsented } from '../../consent'
import { isNamed, KnownPlace, nameless, NewPlace, trimmed, type Names } from './setup-place'
import type { Start } from './setup-start'

/** What the second step asks. */
export interface Draft {
  readonly communityId: string | null
  readonly names: Names
  /** The secretary's. */
  readonly name: string
}
export const noDraft: Draft = { communityId: null, names: nameless, name: '' }

interface SetupFoundProps {
  readonly start: Start
  readonly draft: Draft
  readonly onChange: (draft: Draft) => void
  readonly onFound: (communityId: string) => void
  readonly onBack: () => void
}

/** Which community, and how its secretary is called. The page keeps what was typed: the code may have to be mended. */
export function SetupFound({ start, draft, onChange, onFound, onBack }: SetupFoundProps) {
  const founding = useConsented('community.found')
  const { communityId, names, name } = draft
  const [isTried, setTried] = useState(false)
  const isNew = start.kind === 'fresh'
  const isNameMissing = name.trim() === ''
  const isWhole = !isNameMissing && (isNew ? isNamed(names) : communityId !== null)

  const found = async () => {
    setTried(!isWhole)
    const code = readCarriedCode(start.code)
    if (!isWhole || code === null) return
    const place = isNew ? { communityId: null, community: trimmed(names) } : { communityId, community: null }
    const founded = await founding.run({ code, name: name.trim(), ...place })
    if (founded) onFound(founded.communityId)
  }
  return (
    <>
      {isNew ? (
        <NewPlace names={names} isTried={isTried} onChange={(next) => onChange({ ...draft, names: next })} />
      ) : (
        <KnownPlace chosen={communityId} isTried={isTried} onChoose={(id) => onChange({ ...draft, communityId: id })} />
      )}
      <TextField
        id="setup-own-name"
        label={words.name}
        hint={words.nameHint}
        value={name}
        maxLength={20}
        {...(isTried && isNameMissing ? { error: words.missing } : {})}
        onChange={(next) => onChange({ ...draft, name: next })}
      />
      <Slot>{founding.refused ? <Notice tone="wait" icon="alarm" text={refusalText[founding.refused]} /> : null}</Slot>
      <ConsentSheet of={founding} />
      <View className="section stack">
        <Button id="setup-found" text={words.found} busy={founding.busy && words.founding} onTap={() => void found()} />
        <Button id="setup-back" kind="plain" text={words.back} disabled={founding.busy} onTap={onBack} />
      </View>
    </>
  )
}
