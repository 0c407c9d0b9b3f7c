import { View } from '@tarojs/components'
import { useState } from 'react'
import { useRead, type Output } from '../../../client'
import { Button, Chips, Notice, Slot, State } from '../../../components'
import { voicesPage as words } from '../../../text/notice-office'
import { Waiting } from '../../waiting'

type Room = Output<'notice.visits'>['visits'][number]

/** Rooms that are shown at once, and how many more at a tap. */
const page = 24

export interface ChosenRoom {
  readonly roomId: string
  /** As it is said: 1单元301. */
  readonly name: string
}

interface VoiceRoomsProps {
  readonly noticeId: string
  readonly buildingId: string
  readonly chosen: string | null
  readonly onChoose: (room: ChosenRoom) => void
}

/** Households of a building of which nobody has opened the notice: who has no phone stands first. Rooms only. */
export function VoiceRooms({ noticeId, buildingId, chosen, onChoose }: VoiceRoomsProps) {
  const { data, busy, refused, reload } = useRead('notice.visits', { noticeId, buildingId })
  if (!data) return <Waiting busy={busy} refused={refused} retry={() => void reload()} />
  if (!data.isEntered) return <Notice tone="wait" icon="people" text={words.notEntered} />
  if (data.visits.length === 0) return <State icon="check" title={words.noRooms} hint={words.noRoomsHint} />
  const groups = [
    { id: 'without', question: words.noPhone, rooms: data.visits.filter(({ hasPhone }) => !hasPhone) },
    { id: 'others', question: words.others, rooms: data.visits.filter(({ hasPhone }) => hasPhone) },
  ].filter(({ rooms }) => rooms.length > 0)
  return (
    <View id="rooms">
      <View className="chips-question">{words.rooms}</View>
      {groups.map(({ id, ...group }) => (
        <Rooms key={id} id={id} {...group} {...{ chosen, onChoose }} />
      ))}
      <View className="second">{words.roomsHint}</View>
    </View>
  )
}

interface RoomsProps extends Pick<VoiceRoomsProps, 'chosen' | 'onChoose'> {
  readonly id: string
  readonly question: string
  readonly rooms: readonly Room[]
}

function Rooms({ id: group, question, rooms, chosen, onChoose }: RoomsProps) {
  const [most, setMost] = useState(page)
  const options = rooms.map(({ roomId, unitName, room }) => ({ id: roomId, label: words.roomOf(unitName, room) }))
  const left = options.length - most
  const choose = (id: string) => {
    const found = options.find((one) => one.id === id)
    if (found) onChoose({ roomId: id, name: found.label })
  }
  return (
    <View>
      <Chips id="room" question={question} options={options.slice(0, most)} chosen={chosen} onChoose={choose} />
      <Slot>
        {left > 0 ? (
          <Button
            id={`${group}-more`}
            kind="plain"
            text={words.moreRooms(Math.min(left, page))}
            onTap={() => setMost(most + page)}
          />
        ) : null}
      </Slot>
    </View>
  )
}
