import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { useEdition } from '../../../client'
import type { Wall, WallZone } from '../../../client/use-wall'
import { Chips, Slot } from '../../../components'
import { Heart } from '../../../components/heart'
import { wallPage as words } from '../../../text/wish-card'
import { wishWall } from '../../../text/wish-wall'
import { go, pathTo } from '../../go'
import { More } from '../../waiting'
import { offerFace, useHearts, wishFace } from '../../wish-hearts'
import { CardWindow, useSpan, type Span } from './card-window'

type Colour = 'wish' | 'offer'

interface ZonesProps {
  readonly wall: Wall
  readonly now: number
  /** Whether some of the wall is left out. */
  readonly isSifted: boolean
}

/** Both zones beside each other; in the care edition one at a time. */
export function CardZones({ wall: { wishes, offers }, now, isSifted }: ZonesProps) {
  const { care } = useEdition()
  const span = useSpan()
  const [colour, setColour] = useState<Colour>('wish')
  const shows = (zone: Colour) => !care || colour === zone
  return (
    <>
      <Slot>
        {care ? (
          <Chips
            id="zone"
            question=""
            options={[
              { id: 'wish', label: wishWall.wishes },
              { id: 'offer', label: wishWall.offers },
            ]}
            chosen={colour}
            onChoose={(id) => setColour(id === 'offer' ? 'offer' : 'wish')}
          />
        ) : null}
      </Slot>
      <View className="wall-zones">
        {shows('wish') ? (
          <Zone
            colour="wish"
            title={wishWall.wishes}
            empty={isSifted ? words.none : wishWall.noWishes}
            {...{ list: wishes, span }}
            idOf={({ wishId }) => wishId}
            draw={(card) => (
              <Heart
                id={`wish-${card.wishId}`}
                {...wishFace(card, now)}
                onTap={() => void go(pathTo('wish/card', `id=${card.wishId}`))}
              />
            )}
          />
        ) : null}
        {shows('offer') ? (
          <Zone
            colour="offer"
            title={wishWall.offers}
            empty={isSifted ? words.none : wishWall.noOffers}
            {...{ list: offers, span }}
            idOf={({ offerId }) => offerId}
            draw={(card) => (
              <Heart
                id={`offer-${card.offerId}`}
                {...offerFace(card)}
                onTap={() => void go(pathTo('wish/card', `o=${card.offerId}`))}
              />
            )}
          />
        ) : null}
      </View>
    </>
  )
}

interface ZoneProps<Card> {
  readonly colour: Colour
  readonly title: string
  readonly empty: string
  readonly list: WallZone<Card>
  readonly span: Span
  readonly idOf: (card: Card) => string
  readonly draw: (card: Card) => ReactNode
}

function Zone<Card>({ colour, title, empty, list, span, idOf, draw }: ZoneProps<Card>) {
  const { height } = useHearts()
  return (
    <View id={`zone-of-${colour}`} className="wall-zone">
      <View className={`wall-head wall-head-${colour}`}>{title}</View>
      {list.rows.length === 0 && list.more === null ? (
        <View className="wall-none">{empty}</View>
      ) : (
        <>
          <CardWindow cards={list.rows} {...{ idOf, height, span, draw }} more={list.refused ? null : list.more} />
          <Slot>{list.more ? <More {...list} /> : <View className="second">{words.end}</View>}</Slot>
        </>
      )}
    </View>
  )
}
