import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useRows } from '../../client'
import { Card, Chips, Row, Section, Slot } from '../../components'
import { wishDesks, type WishDesk } from '../../domain/wish/verbs'
import { pair as words } from '../../text/pair'
import { wishDeskNames } from '../../text/wish-names'
import { spotOf, spotQuery, type DeskSpot } from '../desk-spot'
import { go, pathTo } from '../go'
import { useNow, useReturn } from '../shell'
import { ListWaiting, More } from '../waiting'
import { Nowhere, PairShell } from './parts/spot'
import { WishRow } from './parts/wish-row'

/** What somebody has to ask about comes first. */
const drawers: readonly WishDesk[] = ['asking', ...wishDesks.filter((one) => one !== 'asking')]
const drawerOf = (id: string | undefined): WishDesk | undefined => drawers.find((one) => one === id)

/** 结对: the wishes of the station's desk, by what is due first. */
export default function PairPage() {
  const { params } = useRouter()
  const spot = spotOf(params)
  const [drawer, setDrawer] = useState<WishDesk>(drawerOf(params['show']) ?? 'wall')
  if (!spot) return <Nowhere title={words.title} />
  return (
    <PairShell title={words.title} spot={spot}>
      <View id="pair">
        <Card>
          <Row
            id="pair-plan"
            icon="check"
            title={words.plan}
            note={words.planHint}
            onTap={() => void go(pathTo('pair/plan', spotQuery(spot)))}
          />
        </Card>
        <View className="section">
          <Chips
            id="drawer"
            question={words.which}
            options={drawers.map((id) => ({ id, label: wishDeskNames[id] }))}
            chosen={drawer}
            onChoose={(id) => setDrawer(drawerOf(id) ?? drawer)}
          />
        </View>
        <Wishes key={drawer} spot={spot} drawer={drawer} />
        <Section title={words.write}>
          <Card>
            <Row
              id="pair-write-wish"
              icon="edit"
              title={words.writeWish}
              note={words.writeWishHint}
              onTap={() => void go(pathTo('wish/form', `behalf=office&c=${spot.communityId}`))}
            />
            <Row
              id="pair-write-offer"
              icon="edit"
              title={words.writeOffer}
              note={words.writeOfferHint}
              onTap={() => void go(pathTo('wish/offer', `behalf=office&c=${spot.communityId}`))}
            />
          </Card>
        </Section>
      </View>
    </PairShell>
  )
}

function Wishes({ spot: { communityId, gridId }, drawer }: { readonly spot: DeskSpot; readonly drawer: WishDesk }) {
  const now = useNow()
  const list = useRows(
    `${communityId}/${gridId ?? ''}/${drawer}`,
    'wish.list',
    (cursor) => ({ communityId, gridId, show: drawer, cursor }),
    ({ wishes }) => wishes,
  )
  useReturn(() => void list.reload())
  if (list.rows.length === 0)
    return <ListWaiting {...list} icon="check" empty={words.empty[drawer]} emptyHint={words.emptyHint} />
  return (
    <View className="section" id="wishes">
      <Card>
        {list.rows.map((row) => (
          <WishRow
            key={row.wishId}
            row={row}
            now={now}
            onTap={() => void go(pathTo('pair/card', `id=${row.wishId}`))}
          />
        ))}
      </Card>
      <Slot>
        <More {...list} />
      </Slot>
    </View>
  )
}
