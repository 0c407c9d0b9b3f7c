import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { forgetAccount, forgetAll, forgetEdition, forgetOutbox, useGivenUp, useWaiting } from '../../../client'
import { Button, Notice, Section } from '../../../components'
import { forgetFiles } from '../../../platform/own-files'
import { me } from '../../../text'
import { pathTo } from '../../go'

/** What has not been sent yet, and the way to forget everything that this phone keeps. */
export function Clear({ cleared }: { readonly cleared: boolean }) {
  const [asking, setAsking] = useState(false)
  const waiting = useWaiting()
  const givenUp = useGivenUp()
  const clear = () => {
    forgetAll()
    forgetOutbox()
    forgetEdition()
    forgetAccount()
    // Pictures of what was being written.
    forgetFiles()
    // The other tab still holds what it has shown: everything starts anew.
    void Taro.reLaunch({ url: pathTo('me', 'cleared=1') })
  }
  return (
    <Section title={me.clear} hint={me.clearHint}>
      {waiting > 0 ? <Notice tone="wait" icon="clock" text={me.waiting(waiting)} /> : null}
      {givenUp > 0 ? <Notice tone="wait" icon="alarm" text={me.givenUp(givenUp)} /> : null}
      {cleared ? <Notice tone="done" icon="check" text={me.cleared} /> : null}
      {asking ? (
        <View className="stack" id="clear-ask">
          <View>{waiting > 0 ? me.clearWaiting(waiting) : me.clearAsk}</View>
          <View className="pair">
            <Button id="clear-no" text={me.clearNo} kind="plain" onTap={() => setAsking(false)} />
            <Button id="clear-yes" text={me.clearYes} kind="danger" onTap={clear} />
          </View>
        </View>
      ) : (
        <Button id="clear" text={me.clear} kind="plain" onTap={() => setAsking(true)} />
      )}
    </Section>
  )
}
