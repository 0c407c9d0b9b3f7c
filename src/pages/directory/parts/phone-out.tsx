import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button, Sheet, Slot } from '../../../components'
import { common } from '../../../text'
import { directoryAgency as words } from '../../../text/directory-agency'

interface PhoneOutProps {
  readonly number: string
  readonly onTakeOut: () => void
}

/** Takes a number out of the form, once that is confirmed. An empty row has nothing to lose. */
export function PhoneOut({ number, onTakeOut }: PhoneOutProps) {
  const [asks, setAsks] = useState(false)
  return (
    <View className="section">
      <Button
        id="phone-out"
        kind="plain"
        icon="close"
        text={words.takeOut}
        onTap={() => (number.trim() === '' ? onTakeOut() : setAsks(true))}
      />
      <Slot>
        {asks ? (
          <Sheet
            id="take-out"
            title={words.takeOutTitle}
            text={words.takeOutText(number)}
            main={{ text: words.takeOutYes, kind: 'danger', onTap: onTakeOut }}
            other={{ text: common.back, onTap: () => setAsks(false) }}
          />
        ) : null}
      </Slot>
    </View>
  )
}
