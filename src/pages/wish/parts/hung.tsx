import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { Filed } from '../../../client/use-filing'
import { Button, EmergencyRow, Notice } from '../../../components'
import { emergencyNumbers } from '../../../domain/routing'
import { dial } from '../../../platform/phone'
import { wishHung as words } from '../../../text/wish'
import { pathTo } from '../../go'
import { NewsOffer } from '../../news'

const toWall = () => void Taro.switchTab({ url: pathTo('wishes') })
const toVisit = (wishId: string) => void Taro.redirectTo({ url: pathTo('wish/visit', `id=${wishId}`) })

interface HungProps {
  readonly filed: Filed<'wish.hang'>
  readonly onAgain: () => void
}

/** It hangs, waits for a look, or waits on this phone; and what comes next. */
export function Hung({ filed, onAgain }: HungProps) {
  if (filed === 'later') {
    return (
      <View className="section stack" id="hung-later">
        <Notice tone="wait" icon="clock" text={words.later} />
        <View>{words.laterHint}</View>
        <Button id="to-wall" text={words.wall} onTap={toWall} />
      </View>
    )
  }
  if (filed.state === 'crying') return <Crying wishId={filed.wishId} />
  const isWaiting = filed.words === 'waiting'
  return (
    <View className="section" id="hung">
      <Notice
        tone={isWaiting ? 'wait' : 'done'}
        icon={isWaiting ? 'clock' : 'check'}
        text={isWaiting ? words.waiting : words.hung}
      />
      <View className="section">{words.nextText}</View>
      {filed.places > 1 ? <View className="section">{words.two}</View> : null}
      <View className="section">{words.most}</View>
      <NewsOffer moment="filed" />
      <View className="section stack">
        <Button id="to-visit" text={words.view} onTap={() => toVisit(filed.wishId)} />
        <Button id="to-wall" kind="plain" text={words.wall} onTap={toWall} />
        <Button id="again" kind="plain" text={words.again} onTap={onAgain} />
      </View>
    </View>
  )
}

/** It is a cry for help: it does not hang, and somebody is on it. */
const Crying = ({ wishId }: { readonly wishId: string }) => (
  <View className="section stack" id="hung-crying">
    <Notice tone="danger" icon="alarm" text={words.crying} />
    <View>{words.cryingHint}</View>
    <EmergencyRow
      numbers={emergencyNumbers.map((number) => ({ number, fits: false }))}
      onCall={(number) => void dial(number)}
    />
    <Button id="to-visit" text={words.view} onTap={() => toVisit(wishId)} />
  </View>
)
