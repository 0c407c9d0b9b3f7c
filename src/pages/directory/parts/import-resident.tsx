import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '../../../client'
import { Button, Notice, Slot } from '../../../components'
import { refusalText } from '../../../text'
import { directoryPreview as words } from '../../../text/directory-preview'
import { goToDoor } from '../../go'

/** A building of the community: the first that is found; why not, as a sentence. */
async function aBuilding(communityId: string): Promise<{ readonly buildingId: string } | { readonly why: string }> {
  const shown = await call('directory.show', { communityId })
  if (!shown.ok) return { why: refusalText[shown.refused] }
  for (const { estateId } of shown.data.estates) {
    const answer = await call('directory.buildings', { communityId, estateId, cursor: null })
    if (!answer.ok) return { why: refusalText[answer.refused] }
    const [first] = answer.data.buildings
    if (first) return first
  }
  return { why: words.noBuilding }
}

/** Opens a building's landing as a resident does. Nothing is asked of the server before the tap. */
export function ImportResident({ communityId }: { readonly communityId: string }) {
  const [busy, setBusy] = useState(false)
  const [why, setWhy] = useState<string | null>(null)
  const open = async () => {
    setBusy(true)
    setWhy(null)
    const found = await aBuilding(communityId)
    setBusy(false)
    if ('why' in found) return setWhy(found.why)
    goToDoor({ by: 'place', buildingId: found.buildingId, unitId: null })
  }
  return (
    <View className="stack">
      <Slot>{why === null ? null : <Notice tone="wait" icon="alarm" text={why} />}</Slot>
      <Button id="as-resident" kind="plain" icon="home" text={words.asResident} busy={busy} onTap={() => void open()} />
    </View>
  )
}
