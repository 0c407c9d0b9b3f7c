import { View } from '@tarojs/components'
import { Notice, Sheet } from '../../../components'
import { refusalText } from '../../../text'
import { signUpPage as words } from '../../../text/notice-office'
import { nameOf, type Entry } from './signup-rows'
import type { Noting } from './use-noting'

interface SignUpRemoveProps {
  readonly entry: Entry
  readonly noting: Noting
  readonly onClose: () => void
}

/** Somebody has called that they do not come: asked once more before the place goes on. */
export function SignUpRemove({ entry, noting, onClose }: SignUpRemoveProps) {
  const name = nameOf(entry)
  const said = (moved: number) => (moved > 0 ? words.removedMoved(name) : words.removed(name))
  const remove = async () => {
    if (!noting.busy && (await noting.do({ verb: 'remove', number: entry.number }, said))) onClose()
  }
  return (
    <Sheet
      id="remove"
      title={words.removeAsk(name)}
      text={words.removeText}
      main={{
        ...{ text: words.removeYes, kind: 'danger' as const, onTap: () => void remove() },
        busy: noting.busy ? words.sending : false,
      }}
      other={{ text: words.removeNo, onTap: onClose }}
    >
      <View>{noting.refused ? <Notice tone="wait" icon="alarm" text={refusalText[noting.refused]} /> : null}</View>
    </Sheet>
  )
}
