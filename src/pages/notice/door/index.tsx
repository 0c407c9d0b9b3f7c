import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useOnline, useRead } from '../../../client'
import { Notice, Slot, State } from '../../../components'
import { refusalText, whenText } from '../../../text'
import { noticeDoor as words } from '../../../text/notice-page'
import { titles } from '../../../text/titles'
import { placeName } from '../../place'
import { Shell, useNow, useReturn } from '../../shell'
import { Waiting } from '../../waiting'
import { DoorRows } from '../parts/door-rows'
import { useSpot } from '../parts/use-spot'
import { Where } from '../parts/where'

/** What stands at one's door now, and what comes, by days. Off line as the phone saw it last. */
export default function NoticeDoorPage() {
  const { params } = useRouter()
  const now = useNow()
  const online = useOnline()
  const spot = useSpot(params)
  const { target, view, at } = spot
  const asked = target?.by === 'place' ? { buildingId: target.buildingId, unitId: target.unitId } : null
  const { data, busy, refused, reload } = useRead('notice.door', asked)
  useReturn(() => void reload())
  // The landing keeps what stands at the door: enough for somebody in a cellar.
  const rows = data?.notices ?? (busy && online ? null : (view?.notices ?? null))
  const [isMore, setMore] = useState(false)
  return (
    <Shell title={titles.noticeDoor} {...(view ? { subtitle: placeName(view.place) } : {})}>
      <View id="door-notices">
        <Slot>
          {data === null && rows !== null && at !== null && refused ? (
            <Notice
              tone="wait"
              icon="offline"
              text={refused.startsWith('network.') ? words.seenAt(whenText(at, now)) : refusalText[refused]}
            />
          ) : null}
        </Slot>
        {asked === null ? (
          <State icon="place" title={words.none} hint={words.noneHint} />
        ) : rows !== null && view ? (
          <DoorRows rows={rows} view={view} now={now} isMore={isMore} onMore={() => setMore(true)} />
        ) : (
          <Waiting
            busy={busy || spot.busy}
            refused={refused ?? spot.refused}
            retry={() => void Promise.all([reload(), ...(view ? [] : [spot.reload()])])}
          />
        )}
        <Where spot={spot} />
      </View>
    </Shell>
  )
}
