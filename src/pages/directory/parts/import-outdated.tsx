import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useWrite } from '../../../client'
import { Button, Notice, Slot } from '../../../components'
import { refusalText } from '../../../text'
import { directoryPreview as words } from '../../../text/directory-preview'
import { spotQuery, type DeskSpot } from '../../desk-spot'
import { pathTo } from '../../go'
import { fileOf } from './file-memory'
import { FileUpload } from './file-upload'
import type { Import } from './use-import'
import type { Uploading } from './use-upload'

interface ImportOutdatedProps {
  readonly data: Import
  readonly spot: DeskSpot
  readonly upload: Uploading
  /** Which revision it brings back, where this phone knows it. */
  readonly restores: number | null
  readonly onBegun: (importId: string) => void
}

/** Somebody saved meanwhile: the same once more, against the directory as it is now, in one tap. */
export function ImportOutdated({ data, spot, upload, restores, onBegun }: ImportOutdatedProps) {
  const file = fileOf(data.importId)
  return (
    <View id="import-outdated">
      <Notice tone="wait" icon="alarm" text={`${words.outdated}。${words.outdatedHint}`} />
      <View className="section">
        {data.kind === 'plan' ? (
          <Elsewhere page="directory/places" text={words.toPlaces} spot={spot} />
        ) : data.kind === 'workbook' ? (
          <FileUpload
            of={upload}
            text={file ? words.anew : words.chooseAnew}
            {...(file ? { onTap: () => upload.send(file) } : {})}
          />
        ) : restores === null ? (
          <Elsewhere page="directory/revisions" text={words.toRevisions} spot={spot} />
        ) : (
          <RestoreAnew communityId={spot.communityId} revision={restores} onBegun={onBegun} />
        )}
      </View>
    </View>
  )
}

interface ElsewhereProps {
  readonly page: string
  readonly text: string
  readonly spot: DeskSpot
}

const Elsewhere = ({ page, text, spot }: ElsewhereProps) => (
  <Button id="elsewhere" text={text} onTap={() => void Taro.redirectTo({ url: pathTo(page, spotQuery(spot)) })} />
)

interface RestoreAnewProps {
  readonly communityId: string
  readonly revision: number
  readonly onBegun: (importId: string) => void
}

function RestoreAnew({ communityId, revision, onBegun }: RestoreAnewProps) {
  const { busy, refused, run } = useWrite('revision.restore')
  const begin = async () => {
    const begun = await run({ communityId, revision })
    if (begun) onBegun(begun.importId)
  }
  return (
    <View className="stack">
      <Slot>{refused ? <Notice tone="wait" icon="alarm" text={refusalText[refused]} /> : null}</Slot>
      <Button id="anew" text={words.anew} busy={busy} onTap={() => void begin()} />
    </View>
  )
}
