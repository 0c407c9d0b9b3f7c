import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useRead, useRows } from '../../client'
import { Button, Card, Chips, Choices, Row, Slot } from '../../components'
import { noticeDesks, type NoticeDesk } from '../../domain/notice/verbs'
import { noticeDesk as words } from '../../text/notice-write'
import { spotOf, spotQuery, type DeskSpot } from '../desk-spot'
import { go, pathTo } from '../go'
import { useNow, useReturn } from '../shell'
import { ListWaiting, More } from '../waiting'
import { NoticeLine } from './parts/case-row'
import { NoticesNowhere, NoticesShell } from './parts/write-shell'

/** What waits for a second person comes first. */
const drawers: readonly NoticeDesk[] = ['asking', 'writing', 'out', 'closed']
const drawerOf = (id: string | undefined): NoticeDesk | undefined => noticeDesks.find((one) => one === id)

/** 发通知: the notices of a grid or a community, and the way to a new one. */
export default function NoticesPage() {
  const { params } = useRouter()
  const spot = spotOf(params)
  return spot ? <Desk spot={spot} first={drawerOf(params['show']) ?? null} /> : <NoticesNowhere title={words.title} />
}

/** On a grid's desk: which notices are listed. */
type Whose = 'own' | 'all'

interface DeskProps {
  readonly spot: DeskSpot
  readonly first: NoticeDesk | null
}

function Desk({ spot, first }: DeskProps) {
  const [chosen, setChosen] = useState<NoticeDesk | null>(first)
  const [whose, setWhose] = useState<Whose>('own')
  const { communityId } = spot
  // A grid leader leads the groups, whoever wrote what goes into them.
  const gridId = whose === 'all' ? null : spot.gridId
  const asking = useRead('notice.list', { communityId, gridId, show: 'asking', cursor: null })
  useReturn(() => void asking.reload())
  const waits = asking.data?.notices.length ?? 0
  // Until somebody chooses: what waits, else what people read now. What waits elsewhere mostly waits for somebody else.
  const drawer = chosen ?? (waits > 0 && whose === 'own' ? 'asking' : 'out')
  const open = (page: string) => void go(pathTo(page, spotQuery(spot)))
  return (
    <NoticesShell title={words.title} spot={spot}>
      <View id="notices-desk">
        <Button id="write" icon="edit" text={words.write} onTap={() => open('notices/write')} />
        <View className="section">
          <Card>
            <Row
              id="groups"
              icon="people"
              title={words.groups}
              note={words.groupsHint}
              onTap={() => open('notices/groups')}
            />
          </Card>
        </View>
        <Slot>
          {spot.gridId === null ? null : (
            <View className="section">
              <Choices
                id="whose"
                label={words.whose}
                options={(['own', 'all'] as const).map((id) => ({ id, ...words.whoseOf[id] }))}
                chosen={whose}
                onChoose={(id) => setWhose(id === 'all' ? 'all' : 'own')}
              />
            </View>
          )}
        </Slot>
        <View className="section">
          <Chips
            id="drawer"
            question={words.which}
            options={drawers.map((id) => ({
              id,
              label: id === 'asking' && waits > 0 ? words.counted(words.drawers[id], waits) : words.drawers[id],
            }))}
            chosen={drawer}
            onChoose={(id) => setChosen(drawerOf(id) ?? drawer)}
          />
        </View>
        <Notices key={`${whose} ${drawer}`} spot={spot} gridId={gridId} drawer={drawer} />
      </View>
    </NoticesShell>
  )
}

interface NoticesProps {
  readonly spot: DeskSpot
  /** Whose are listed; null: all of the community's. */
  readonly gridId: string | null
  readonly drawer: NoticeDesk
}

function Notices({ spot, gridId, drawer }: NoticesProps) {
  const now = useNow()
  const { communityId } = spot
  const list = useRows(
    `${communityId}/${gridId ?? ''}/${drawer}`,
    'notice.list',
    (cursor) => ({ communityId, gridId, show: drawer, cursor }),
    ({ notices }) => notices,
  )
  useReturn(() => void list.reload())
  if (list.rows.length === 0)
    return <ListWaiting {...list} icon="check" empty={words.empty[drawer]} emptyHint={words.emptyHint} />
  return (
    <View className="section" id="notices">
      <Card>
        {list.rows.map((row) => (
          <NoticeLine
            key={row.noticeId}
            row={row}
            now={now}
            onTap={() => void go(pathTo('notices/case', spotQuery(spot), `notice=${row.noticeId}`))}
          />
        ))}
      </Card>
      <Slot>
        <More {...list} />
      </Slot>
    </View>
  )
}
