import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useRead, useRows } from '../../client'
import { Button, Card, Chips, Row, Slot } from '../../components'
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

interface DeskProps {
  readonly spot: DeskSpot
  readonly first: NoticeDesk | null
}

function Desk({ spot, first }: DeskProps) {
  const [chosen, setChosen] = useState<NoticeDesk | null>(first)
  const { communityId, gridId } = spot
  const asking = useRead('notice.list', { communityId, gridId, show: 'asking', cursor: null })
  useReturn(() => void asking.reload())
  const waits = asking.data?.notices.length ?? 0
  // Until somebody chooses: what waits, else what people read now.
  const drawer = chosen ?? (waits > 0 ? 'asking' : 'out')
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
        <Notices key={drawer} spot={spot} drawer={drawer} />
      </View>
    </NoticesShell>
  )
}

function Notices({ spot, drawer }: { readonly spot: DeskSpot; readonly drawer: NoticeDesk }) {
  const now = useNow()
  const { communityId, gridId } = spot
  const list = useRows(
    `${spotQuery(spot)}/${drawer}`,
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
