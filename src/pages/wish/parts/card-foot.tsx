import { View } from '@tarojs/components'
import { useShareAppMessage } from '@tarojs/taro'
import { Button, ShareButton, Tap } from '../../../components'
import { shortened } from '../../../text/wish-wall'
import { wishCardPage as words } from '../../../text/wish-card'
import { go, pathTo } from '../../go'

interface FootProps {
  readonly communityId: string
  readonly cardId: string
  /** What is reported: the card's own words. */
  readonly said: string
  readonly title: string
  readonly path: string
}

/** Below every card: pass it on, back to the wall, and a quiet way to say that it should not hang. */
export function CardFoot({ communityId, cardId, said, title, path }: FootProps) {
  useShareAppMessage(() => ({ title, path }))
  const report = encodeURIComponent(words.reportWords(shortened(said)))
  return (
    <View className="stack section">
      <ShareButton text={words.share} title={title} path={path} />
      <Button
        id="to-wall"
        kind="plain"
        text={words.wall}
        onTap={() => void go(pathTo('wish/wall', `c=${communityId}`))}
      />
      <Tap
        id="report"
        className="link"
        onTap={() => void go(pathTo('mine/complaint', `c=${communityId}`, `card=${cardId}`, `words=${report}`))}
      >
        {words.report}
      </Tap>
    </View>
  )
}
