import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useRows, type Input } from '../../client'
import { usePosts } from '../../client/use-posts'
import { Card, Chips, Row, Section, Slot } from '../../components'
import { desk as words } from '../../text/desk'
import { go, pathTo } from '../go'
import { useNow, useReturn } from '../shell'
import { ListWaiting, More } from '../waiting'
import { BuildingPick, type Picked } from './parts/building-pick'
import { RequestRow } from './parts/desk-row'
import { pickedIn } from './parts/picked'
import { Nowhere } from './parts/nowhere'
import { DeskShell } from './parts/shell-of'
import { spotOf, spotQuery, type DeskSpot } from '../desk-spot'

type Drawer = Input<'request.list'>['show']
const drawers = ['open', 'todo', 'doing', 'paused', 'confirming', 'overdue', 'closed'] as const satisfies Drawer[]
const isDrawer = (id: string): id is Drawer => (drawers as readonly string[]).includes(id)

/** 诉求办理: what lies on a desk, by what is due first. */
export default function DeskPage() {
  const { params } = useRouter()
  const spot = spotOf(params)
  const { may } = usePosts()
  const [drawer, setDrawer] = useState<Drawer>('open')
  const [building, setBuilding] = useState<Picked | null>(() => pickedIn(params))
  const [isPicking, setPicking] = useState(false)
  if (!spot) return <Nowhere />
  const pick = (picked: Picked | null) => {
    setBuilding(picked)
    setPicking(false)
  }
  return (
    <DeskShell title={words.title} spot={spot}>
      {isPicking ? (
        <BuildingPick
          communityId={spot.communityId}
          onPick={pick}
          back={{ text: words.allBuildings, onTap: () => pick(null) }}
        />
      ) : (
        <View id="desk">
          <Slot>
            {may('request.sheet', spot) ? (
              <Card>
                <Row
                  id="desk-write"
                  icon="edit"
                  title={words.write}
                  note={words.writeHint}
                  onTap={() => void go(pathTo('desk/write', spotQuery(spot)))}
                />
              </Card>
            ) : null}
          </Slot>
          <View className="section">
            <Chips
              id="drawer"
              question={words.which}
              options={drawers.map((id) => ({ id, label: words.drawers[id] }))}
              chosen={drawer}
              onChoose={(id) => (isDrawer(id) ? setDrawer(id) : undefined)}
            />
          </View>
          <Slot>
            {spot.agencyId === null ? (
              <View className="section">
                <Card>
                  <Row
                    id="desk-building"
                    icon="place"
                    title={building ? building.buildingName : words.anywhere}
                    note={building ? words.otherBuilding : words.onlyOne}
                    onTap={() => setPicking(true)}
                  />
                </Card>
              </View>
            ) : null}
          </Slot>
          <Requests key={`${drawer}/${building?.buildingId ?? ''}`} spot={spot} drawer={drawer} building={building} />
          <Slot>
            <Ways spot={spot} may={may} />
          </Slot>
        </View>
      )}
    </DeskShell>
  )
}

interface RequestsProps {
  readonly spot: DeskSpot
  readonly drawer: Drawer
  readonly building: Picked | null
}

function Requests({ spot, drawer, building }: RequestsProps) {
  const now = useNow()
  const buildingId = building?.buildingId ?? null
  const list = useRows(
    `${spotQuery(spot)}/${drawer}/${buildingId ?? ''}`,
    'request.list',
    (cursor) => ({ ...spot, show: drawer, buildingId, cursor }),
    ({ requests }) => requests,
  )
  useReturn(() => void list.reload())
  if (list.rows.length === 0) {
    return (
      <ListWaiting
        {...list}
        icon="check"
        empty={words.empty[drawer]}
        emptyHint={building ? words.emptyIn(building.buildingName) : words.emptyHint}
      />
    )
  }
  return (
    <View className="section" id="requests">
      <Card>
        {list.rows.map((row) => (
          <RequestRow
            key={row.requestId}
            row={row}
            now={now}
            onTap={() => void go(pathTo('desk/request', `id=${row.requestId}`))}
          />
        ))}
      </Card>
      <Slot>
        <More {...list} />
      </Slot>
    </View>
  )
}

/** Other pages about the same requests, where the role reaches so far. */
const ways = [
  { id: 'sheet', action: 'request.sheet', title: words.sheet, hint: words.sheetHint },
  { id: 'figures', action: 'request.figures', title: words.figures, hint: words.figuresHint },
  { id: 'clocks', action: 'request.clocks', title: words.clocks, hint: words.clocksHint },
] as const

function Ways({ spot, may }: { readonly spot: DeskSpot; readonly may: ReturnType<typeof usePosts>['may'] }) {
  const open = ways.filter(({ action }) => may(action, spot))
  if (open.length === 0) return null
  return (
    <Section title={words.more}>
      <Card>
        {open.map(({ id, title, hint }) => (
          <Row
            key={id}
            id={`desk-${id}`}
            title={title}
            note={hint}
            onTap={() => void go(pathTo(`desk/${id}`, spotQuery(spot)))}
          />
        ))}
      </Card>
    </Section>
  )
}
