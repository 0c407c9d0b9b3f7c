import { View } from '@tarojs/components'
import type { Output } from '../../../client'
import { Icon, Tap } from '../../../components'
import { serviceName } from '../../../knowledge/service-names'
import { pair as words, pairCard } from '../../../text/pair'
import { soonText } from '../../../text/request-plain'
import { wishStateNames } from '../../../text/wish-names'

export type DeskWish = Output<'wish.list'>['wishes'][number]

interface WishRowProps {
  readonly row: DeskWish
  readonly now: number
  readonly onTap: () => void
}

/** One wish of the desk: what, where, who has to do what, and until when. A cry for help stands out by word and colour. */
export function WishRow({ row, now, onTap }: WishRowProps) {
  const { wishId, kinds, buildingName, state, owner, dueAt, visitAt, places, taken, isAbsent } = row
  const isCry = state === 'crying'
  const isOver = owner === 'nobody'
  const isLate = !isOver && dueAt < now
  const about = [buildingName, kinds.map(serviceName).join('、')].filter(Boolean).join(' · ')
  const stands = [wishStateNames[state], pairCard.owners[owner]].filter(Boolean).join(' · ')
  return (
    <Tap id={`wish-${wishId}`} className="row" onTap={onTap}>
      <View className="row-words">
        <View>{row.words ?? words.wordsHidden}</View>
        <View className="second">{about}</View>
        <View className="second">{stands}</View>
        <View className="contact-tags">
          {isCry ? (
            <View className="tag tag-late">
              <Icon name="alarm" />
              {words.crying}
            </View>
          ) : isOver ? null : (
            <View className={isLate ? 'tag tag-late' : 'tag tag-calm'}>
              <Icon name={isLate ? 'alarm' : 'clock'} />
              {isLate ? words.late(soonText(dueAt, now)) : words.due(soonText(dueAt, now))}
            </View>
          )}
          {visitAt === null ? null : <View className="tag tag-calm">{words.visit(soonText(visitAt, now))}</View>}
          {places > 1 ? <View className="tag tag-calm">{words.taken(taken, places)}</View> : null}
          {isAbsent ? <View className="tag tag-calm">{words.absent}</View> : null}
        </View>
      </View>
      <Icon name="next" />
    </Tap>
  )
}
