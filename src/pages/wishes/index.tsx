import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { myDoor, targetQuery, useDoor, useEdition, type Target } from '../../client'
import { useTabMark } from '../../client/messages'
import { useWall, type Wall } from '../../client/use-wall'
import { Button, Notice, Slot, Tap } from '../../components'
import { Heart } from '../../components/heart'
import type { DoorView } from '../../contract'
import { whenText } from '../../text'
import { wishWall as words } from '../../text/wish-wall'
import { go, pathTo } from '../go'
import { PlaceChoice, useChoosing } from '../place-choice'
import { Shell, useNow, useReturn } from '../shell'
import { Waiting } from '../waiting'
import { offerFace, useHearts, wishFace } from '../wish-hearts'

/** So many hearts of each colour hang on the tab; the whole wall is a page of its own. In the care edition fewer. */
const firstShown = { normal: 5, care: 3 }

/** 心愿墙: a first look at the wall; from here one writes a wish and offers help. It lies in the main package: thin on purpose. */
export default function WishesPage() {
  useTabMark({ first: false })
  const [target, setTarget] = useState<Target | null>(() => myDoor()?.target ?? null)
  useReturn(() => setTarget(myDoor()?.target ?? null))
  const { view, busy, refused, reload } = useDoor(target, 'when-old', true)
  return (
    <Shell title={words.title} {...(view ? { subtitle: view.place.communityName } : {})}>
      <View id="wishes">
        <View className="wall-acts">
          <Button id="write" text={words.write} onTap={() => void go(pathTo('wish/form', targetQuery(target)))} />
          <Button
            id="help"
            kind="plain"
            text={words.help}
            onTap={() => void go(pathTo('wish/offer', view ? `c=${view.place.communityId}` : ''))}
          />
          <Button id="cards" kind="plain" text={words.mine} onTap={() => void go(pathTo('wish/mine'))} />
        </View>
        {view ? (
          <FirstLook place={view.place} here={target} />
        ) : target ? (
          <Waiting busy={busy} refused={refused} retry={() => void reload()} />
        ) : (
          <WhereFirst onChosen={setTarget} />
        )}
      </View>
    </Shell>
  )
}

/** Without a door nobody knows whose wall it is. What is chosen here is one's own from then on. */
function WhereFirst({ onChosen }: { readonly onChosen: (target: Target) => void }) {
  const choosing = useChoosing()
  return (
    <View id="where-first">
      <View className="section second">{choosing.soFar ?? words.choosePlace}</View>
      <PlaceChoice of={choosing} onChosen={({ buildingId, unitId }) => onChosen({ by: 'place', buildingId, unitId })} />
    </View>
  )
}

function FirstLook({ place, here }: Pick<DoorView, 'place'> & { readonly here: Target | null }) {
  const now = useNow()
  const { style } = useHearts()
  const wall = useWall({ communityId: place.communityId, group: null, buildingId: null, part: null, order: 'newest' })
  useReturn(() => void wall.refresh())
  const open = (query: string) => void go(pathTo('wish/wall', query, targetQuery(here)))
  if (wall.paired === null) return <Waiting {...wall} retry={() => void wall.reload()} />
  return (
    <View style={style}>
      <Slot>
        {wall.keptAt !== null && wall.refused ? (
          <Notice tone="wait" icon="offline" text={words.lastSeen(whenText(wall.keptAt, now))} />
        ) : null}
      </Slot>
      <Zones wall={wall} now={now} />
      <Button id="to-wall" kind="plain" text={words.all} onTap={() => open('')} />
      {wall.paired > 0 ? (
        <Tap id="to-stack" className="pile" onTap={() => open('stack=1')}>
          <View>{words.paired(wall.paired)}</View>
          <View className="second">{words.pairedHint}</View>
        </Tap>
      ) : null}
    </View>
  )
}

function Zones({ wall: { wishes, offers }, now }: { readonly wall: Wall; readonly now: number }) {
  const { care } = useEdition()
  const most = firstShown[care ? 'care' : 'normal']
  return (
    <View className="wall-zones">
      <Zone colour="wish" title={words.wishes} empty={words.noWishes}>
        {wishes.rows.slice(0, most).map((card) => (
          <Heart
            key={card.wishId}
            id={`wish-${card.wishId}`}
            {...wishFace(card, now)}
            onTap={() => void go(pathTo('wish/card', `id=${card.wishId}`))}
          />
        ))}
      </Zone>
      <Zone colour="offer" title={words.offers} empty={words.noOffers}>
        {offers.rows.slice(0, most).map((card) => (
          <Heart
            key={card.offerId}
            id={`offer-${card.offerId}`}
            {...offerFace(card)}
            onTap={() => void go(pathTo('wish/card', `o=${card.offerId}`))}
          />
        ))}
      </Zone>
    </View>
  )
}

interface ZoneProps {
  readonly colour: 'wish' | 'offer'
  readonly title: string
  readonly empty: string
  readonly children: readonly ReactNode[]
}

const Zone = ({ colour, title, empty, children }: ZoneProps) => (
  <View className="wall-zone">
    <View className={`wall-head wall-head-${colour}`}>{title}</View>
    <Slot>{children.length > 0 ? children : <View className="wall-none">{empty}</View>}</Slot>
  </View>
)
