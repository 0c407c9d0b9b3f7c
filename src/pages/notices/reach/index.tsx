import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useRead } from '../../../client'
import { Button, Section, Slot, State } from '../../../components'
import { common } from '../../../text'
import { reach as words } from '../../../text/notice-know'
import { spotOf, spotQuery, type DeskSpot } from '../../desk-spot'
import { go, pathTo } from '../../go'
import { Shell, useNow, useReturn } from '../../shell'
import { Unrenewed, Waiting } from '../../waiting'
import { ReachBuilding, type Reached } from '../parts/reach-building'
import { ReachRemind } from '../parts/reach-remind'
import { ReachTotal } from '../parts/reach-total'
import { Nowhere } from '../parts/share-nowhere'

/** Buildings that are shown at once, and how many more at a tap. */
const page = 20

/** 有多少户知道了: building by building, how sure that is, and what to do about the others. */
export default function NoticesReachPage() {
  const { params } = useRouter()
  const spot = spotOf(params)
  const noticeId = params.notice ?? ''
  const now = useNow()
  const { data, busy, refused, reload } = useRead('notice.reach', noticeId === '' ? null : { noticeId })
  useReturn(() => void reload())
  const [reminded, setReminded] = useState<Reached | null>(null)
  if (!spot || noticeId === '') return <Nowhere title={words.title} />
  const close = (hasSent: boolean) => {
    setReminded(null)
    if (hasSent) void reload()
  }
  return (
    <Shell title={words.title}>
      <Unrenewed data={data} busy={busy} refused={refused} />
      <Slot>
        {!data ? (
          <Waiting busy={busy} refused={refused} retry={() => void reload()} />
        ) : data.isGone ? (
          <State icon="clock" title={words.gone} hint={words.goneHint} />
        ) : data.buildings.length === 0 ? (
          <State icon="building" title={words.empty} hint={words.emptyHint} />
        ) : (
          <View id="reach">
            <ReachTotal of={data} now={now} busy={busy} onAgain={() => void reload()} />
            <Buildings {...{ spot, noticeId, now }} buildings={data.buildings} onRemind={setReminded} />
            <Section title={words.how} hint={words.howText} />
          </View>
        )}
      </Slot>
      {reminded ? <ReachRemind noticeId={noticeId} building={reminded} onClose={close} /> : null}
    </Shell>
  )
}

interface BuildingsProps {
  readonly spot: DeskSpot
  readonly noticeId: string
  readonly buildings: readonly Reached[]
  readonly now: number
  readonly onRemind: (building: Reached) => void
}

function Buildings({ spot, noticeId, buildings, now, onRemind }: BuildingsProps) {
  const [most, setMost] = useState(page)
  const showsEstate = new Set(buildings.map(({ estateName }) => estateName)).size > 1
  // Of the whole community's, a grid leader looks for the own ones.
  const ownFirst = [...buildings].sort((one, other) => Number(other.mayRemind) - Number(one.mayRemind))
  const visit = ({ buildingId }: Reached) =>
    void go(pathTo('notices/visit', spotQuery(spot), `notice=${noticeId}`, `b=${buildingId}`))
  return (
    <View>
      {ownFirst.slice(0, most).map((building) => (
        <ReachBuilding
          key={building.buildingId}
          of={building}
          {...{ showsEstate, now }}
          onVisit={() => visit(building)}
          onRemind={() => onRemind(building)}
        />
      ))}
      <Slot>
        {buildings.length > most ? (
          <View className="section">
            <Button id="more" kind="plain" text={common.showMore} onTap={() => setMost(most + page)} />
          </View>
        ) : null}
      </Slot>
    </View>
  )
}
