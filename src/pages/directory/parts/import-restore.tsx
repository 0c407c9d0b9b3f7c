import { View } from '@tarojs/components'
import { useState } from 'react'
import { useWrite } from '../../../client'
import { Button, Notice, Sheet, Slot } from '../../../components'
import { refusalText } from '../../../text'
import { directoryPreview as words } from '../../../text/directory-preview'

interface ImportRestoreProps {
  readonly communityId: string
  readonly revision: number
  readonly text: string
  /** Gets the import that would bring it back: it is looked at before anything changes. */
  readonly onBegun: (importId: string) => void
}

/** Brings back what was there before an import, after a question. */
export function ImportRestore({ communityId, revision, text, onBegun }: ImportRestoreProps) {
  const { busy, refused, run } = useWrite('revision.restore')
  const [isAsking, setAsking] = useState(false)
  const begin = async () => {
    const begun = await run({ communityId, revision })
    if (begun) onBegun(begun.importId)
  }
  return (
    <View>
      <Button id="restore" kind="plain" text={text} onTap={() => setAsking(true)} />
      {isAsking ? (
        <Sheet
          id="restore-ask"
          title={words.backTitle}
          text={words.backText}
          main={{ text: words.backYes, busy, onTap: () => void begin() }}
          other={{ text: words.sureNo, onTap: () => setAsking(false) }}
        >
          <Slot>{refused ? <Notice tone="wait" icon="alarm" text={refusalText[refused]} /> : null}</Slot>
        </Sheet>
      ) : null}
    </View>
  )
}
