import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Output } from '../../../client'
import { Notice, Sheet } from '../../../components'
import { refusalText } from '../../../text'
import { reach as words } from '../../../text/notice-know'
import { ConsentSheet, useConsented } from '../../consent'
import type { Reached } from './reach-building'

interface ReachRemindProps {
  readonly noticeId: string
  readonly building: Reached
  /** `hasSent`: something went out, the figures are to be read anew. */
  readonly onClose: (hasSent: boolean) => void
}

/** Asks before people are sent a message, and says how many it went to. */
export function ReachRemind({ noticeId, building: { buildingId, name }, onClose }: ReachRemindProps) {
  const [sent, setSent] = useState<Output<'notice.remind'> | null>(null)
  const remind = useConsented('notice.remind')
  if (remind.asking.purposes) return <ConsentSheet of={remind} />
  const go = async () => setSent(await remind.run({ noticeId, buildingId }))
  const close = { text: sent ? words.remindDone : words.remindNo, onTap: () => onClose(sent !== null) }
  return (
    <Sheet
      id="remind"
      title={words.remindAsk(name)}
      {...(sent ? {} : { text: words.remindText })}
      {...(sent
        ? {}
        : { main: { text: words.remindGo, busy: remind.busy && words.reminding, onTap: () => void go() } })}
      other={close}
    >
      {remind.refused ? <Notice tone="wait" icon="alarm" text={refusalText[remind.refused]} /> : null}
      {sent ? (
        <View className="stack" id="reminded">
          <Notice
            tone={sent.told > 0 ? 'done' : 'calm'}
            icon={sent.told > 0 ? 'check' : 'people'}
            text={words.reminded(sent.told)}
          />
          {sent.without > 0 ? <Notice tone="wait" icon="list" text={words.remindedWithout(sent.without)} /> : null}
        </View>
      ) : null}
    </Sheet>
  )
}
