import { View } from '@tarojs/components'
import { noteAccount, useWrite } from '../../../client'
import { Notice, Sheet } from '../../../components'
import type { Purpose } from '../../../domain/people/consent'
import { notices, refusalText, withdrawal as words } from '../../../text'

interface WithdrawProps {
  readonly purpose: Exclude<Purpose, 'account'>
  readonly onDone: () => void
  readonly onClose: () => void
}

/** Asks once before an agreement is taken back: what was kept for it is erased with it. */
export function Withdraw({ purpose, onDone, onClose }: WithdrawProps) {
  const { busy, refused, run } = useWrite('consent.withdraw')
  const withdraw = async () => {
    const left = await run({ purpose })
    if (!left) return
    noteAccount({ purposes: left.purposes })
    onDone()
  }
  return (
    <Sheet
      id="withdraw"
      title={words.title(notices[purpose].title)}
      text={words.text[purpose]}
      main={{ text: words.yes, kind: 'danger', busy, onTap: () => void withdraw() }}
      other={{ text: words.no, onTap: onClose }}
    >
      <View>{refused ? <Notice tone="wait" icon="alarm" text={refusalText[refused]} /> : null}</View>
    </Sheet>
  )
}
