import { View } from '@tarojs/components'
import { useState } from 'react'
import { useWrite } from '../../../client'
import { Button, Notice, Section, ShareButton, Sheet, Slot } from '../../../components'
import { shownCode } from '../../../domain/people/invitation'
import { common, refusalText } from '../../../text'
import { invite as words } from '../../../text/roles'
import { dateText } from '../../../text/time'
import type { Made } from './invitation'
import { InvitePicture } from './invite-picture'

interface InviteMadeProps {
  readonly made: Made
  readonly now: number
  /** The page's card. */
  readonly share: { readonly title: string; readonly path: string }
  readonly onDone: () => void
}

/** An invitation to hand on: as a card, as a QR code, or read out; and the way to take it back. */
export function InviteMade({ made, now, share, onDone }: InviteMadeProps) {
  const { invitationId, code, expiresAt } = made
  const [isAsking, setAsking] = useState(false)
  const [isOver, setOver] = useState(false)
  const { busy, refused, run } = useWrite('invitation.revoke')
  const takeBack = async () => {
    const taken = await run({ invitationId })
    if (!taken) return
    setAsking(false)
    setOver(true)
  }
  if (isOver)
    return (
      <View className="section stack">
        <Notice tone="done" icon="check" text={words.takenBack} />
        <Button id="made-done" text={words.done} onTap={onDone} />
      </View>
    )
  return (
    <Section id="made" title={share.title} hint={words.madeHint(dateText(expiresAt, now))}>
      <View className="section stack">
        <ShareButton text={words.share} {...share} />
      </View>
      <InvitePicture invitationId={invitationId} />
      <View className="section">
        <View className="second">{words.code}</View>
        <View id="made-code" className="code-letters">
          {shownCode(code)}
        </View>
      </View>
      <View className="section stack">
        <Button id="made-done" text={words.done} onTap={onDone} />
        <Button id="made-back" kind="plain" icon="close" text={words.takeBack} onTap={() => setAsking(true)} />
      </View>
      <Slot>
        {isAsking ? (
          <Sheet
            id="take-back"
            title={words.takeBackTitle}
            text={words.takeBackText}
            main={{ text: words.takeBackYes, kind: 'danger', busy, onTap: () => void takeBack() }}
            other={{ text: common.back, onTap: () => setAsking(false) }}
          >
            <View>{refused ? <Notice tone="wait" icon="alarm" text={refusalText[refused]} /> : null}</View>
          </Sheet>
        ) : null}
      </Slot>
    </Section>
  )
}
