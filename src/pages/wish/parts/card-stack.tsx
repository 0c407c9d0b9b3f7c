import { View } from '@tarojs/components'
import { useState } from 'react'
import { useEdition, useRows } from '../../../client'
import { Slot } from '../../../components'
import { PairedHeart } from '../../../components/heart'
import type { WishCardView } from '../../../contract'
import { backFrom, backTop, backWords, wallPage as words, wishCardPage } from '../../../text/wish-card'
import { shortened } from '../../../text/wish-wall'
import { ListWaiting, More } from '../../waiting'
import { useHearts, wishFace } from '../../wish-hearts'
import { CardWindow, useSpan } from './card-window'

/** A card that was paired: it turns over. */
export function PairedCard({ card, now }: { readonly card: WishCardView; readonly now: number }) {
  const [isTurned, setTurned] = useState(false)
  return (
    <PairedHeart
      id={`pair-${card.wishId}`}
      front={{ ...wishFace(card, now), from: card.buildingName, foot: wishCardPage.back }}
      back={{
        colour: 'offer',
        top: backTop(card),
        words: shortened(backWords(card)),
        from: backFrom(card, now),
        foot: wishCardPage.front,
      }}
      isTurned={isTurned}
      onTap={() => setTurned(!isTurned)}
    />
  )
}

/** The thick stack of those that are glued together, the newest on top. */
export function CardStack({ communityId, now }: { readonly communityId: string; readonly now: number }) {
  const { care } = useEdition()
  const { height } = useHearts()
  const span = useSpan()
  const list = useRows(
    communityId,
    'wall.page',
    (cursor) => ({
      ...{ communityId, group: null, buildingId: null, part: null, order: 'newest' as const },
      ...{ zone: 'stack' as const, cursor },
    }),
    ({ wishes }) => wishes,
  )
  return (
    <View id="stack" className="section">
      <View className="second section-hint">{words.stackLead}</View>
      {list.rows.length === 0 ? (
        <ListWaiting {...list} icon="welfare" empty={words.stackEmpty} emptyHint={words.stackEmptyHint} />
      ) : (
        <CardWindow
          cards={list.rows}
          idOf={({ wishId }) => wishId}
          perRow={care ? 1 : 2}
          {...{ height, span }}
          more={list.refused ? null : list.more}
          draw={(card) => <PairedCard card={card} now={now} />}
        />
      )}
      <Slot>{list.rows.length > 0 ? <More {...list} /> : null}</Slot>
    </View>
  )
}
