import { View } from '@tarojs/components'
import { targetOfPlace, targetQuery } from '../../../client'
import { Icon, Row, Tap } from '../../../components'
import type { DoorView } from '../../../contract'
import { leadOfDoor, rowsAtDoor } from '../../../domain/notice/door-row'
import { door as words } from '../../../text'
import { noticeForMe, noticeLeadText } from '../../../text/notice-for-me'
import { go, pathTo } from '../../go'

interface NoticesProps {
  readonly view: DoorView
  readonly now: number
}

const placeOf = ({ place }: DoorView) => ({ ...place, needs: null })

/** What stands at the door by the phone's own clock, so that it is right off line too. */
const standingAt = ({ view, now }: NoticesProps) => rowsAtDoor(view.notices, placeOf(view), now)

const leadTextOf = (row: DoorView['notices'][number], { view, now }: NoticesProps): string =>
  noticeLeadText(leadOfDoor(row, placeOf(view), now), { building: view.place.buildingName }, now)

/** More than these are read in the list. */
const mostOnTop = 3

/** Emergencies of this door, above everything else. */
export const EmergencyNotices = (props: NoticesProps) => (
  <View>
    {standingAt(props)
      .filter(({ isEmergency, state }) => isEmergency && state === 'out')
      .slice(0, mostOnTop)
      .map((row) => (
        <Tap
          key={row.noticeId}
          id={`emergency-${row.noticeId}`}
          className="danger-band"
          onTap={() =>
            void go(pathTo('notice/view', `id=${row.noticeId}`, targetQuery(targetOfPlace(props.view.place))))
          }
        >
          <Icon name="bell" />
          <View className="row-words">
            <View className="danger-hint">{noticeForMe.emergency}</View>
            <View className="danger-title">{leadTextOf(row, props)}</View>
          </View>
          <Icon name="next" />
        </Tap>
      ))}
  </View>
)

/** 通知: how many stand at the door, and what the first of them means here. */
export function NoticesRow(props: NoticesProps) {
  const standing = standingAt(props)
  const [first] = standing
  return (
    <Row
      id="notices"
      icon="bell"
      title={words.notices}
      note={first ? leadTextOf(first, props) : words.noticesNone}
      {...(first ? { unread: words.noticesCount(standing.length) } : {})}
      onTap={() => void go(pathTo('notice/door', targetQuery(targetOfPlace(props.view.place))))}
    />
  )
}
