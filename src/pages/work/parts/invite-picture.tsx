import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { useRead } from '../../../client'
import { Button, CodePicture, Notice, Slot } from '../../../components'
import { openPermissions, pictureOf, saveToAlbum } from '../../../platform/code-picture'
import { common, refusalText } from '../../../text'
import { invite as words } from '../../../text/roles'

/** The QR code of an invitation, large, and the way into the phone's album. */
export function InvitePicture({ invitationId }: { readonly invitationId: string }) {
  const { data, busy, refused, reload } = useRead('invitation.picture', { invitationId })
  const [path, setPath] = useState<string | null>(null)
  const [saved, setSaved] = useState<'saved' | 'denied' | 'failed' | null>(null)
  useEffect(() => {
    if (!data) return
    let isHere = true
    // A file of its own name: the picture itself never crosses into the view.
    pictureOf(data.picture, `invitation-${invitationId}`, data.type).then(
      (made) => isHere && setPath(made),
      () => isHere && setSaved('failed'),
    )
    return () => {
      isHere = false
    }
  }, [data, invitationId])
  const save = async () => {
    if (path === null) return
    setSaved(null)
    const outcome = await saveToAlbum(path)
    if (outcome !== 'cancelled') setSaved(outcome)
  }
  return (
    <View className="section">
      <Slot>
        {path !== null ? (
          <CodePicture id="made-picture" path={path} label={words.picture} />
        ) : refused ? (
          <Notice tone="wait" icon="offline" text={refusalText[refused]} />
        ) : (
          <View className="second">{words.pictureMaking}</View>
        )}
      </Slot>
      <View className="section stack">
        <Slot>
          {saved === 'saved' ? <Notice tone="done" icon="check" text={words.saved} /> : null}
          {saved === 'denied' ? <Notice tone="wait" icon="alarm" text={words.saveDenied} /> : null}
          {saved === 'failed' ? <Notice tone="wait" icon="alarm" text={words.saveFailed} /> : null}
        </Slot>
        {saved === 'denied' ? (
          <Button id="made-permissions" kind="plain" text={words.permissions} onTap={() => void openPermissions()} />
        ) : null}
        {refused ? (
          <Button id="made-redraw" kind="plain" text={common.retry} busy={busy} onTap={() => void reload()} />
        ) : (
          <Button id="made-save" kind="plain" text={words.save} disabled={path === null} onTap={() => void save()} />
        )}
      </View>
    </View>
  )
}
