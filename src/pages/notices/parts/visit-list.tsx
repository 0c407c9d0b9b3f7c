import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button, Card, Chips, Section, Slot } from '../../../components'
import type { Walk } from '../../../domain/notice/walking'
import { visit as words } from '../../../text/notice-know'
import type { Visiting } from './use-visits'
import { VisitDoor } from './visit-door'
import type { VisitRoom, Visits } from './visit-memory'
import { byUnit, doorStateOf, isTold, walkedRooms } from './visit-state'

/** Doors that are shown at once, and how many more at a tap. */
const page = 20

interface VisitListProps extends Pick<Visiting, 'ticks' | 'tick' | 'undo'> {
  readonly of: Visits
}

/** The doors in the order in which somebody walks. Who was told before the page was opened stands below. */
export function VisitList({ of: { visits }, ...ticking }: VisitListProps) {
  const { ticks } = ticking
  const [walk, setWalk] = useState<Walk>({ direction: 'up', first: 'pressing' })
  const [most, setMost] = useState(page)
  const [before] = useState(
    () => new Set(visits.flatMap((room) => (isTold(doorStateOf(room, ticks)) ? [room.roomId] : []))),
  )
  const rooms = walkedRooms(
    visits.filter(({ roomId }) => !before.has(roomId)),
    walk,
  )
  const change = (changed: Partial<Walk>) => {
    setWalk({ ...walk, ...changed })
    setMost(page)
  }
  const left = rooms.length - most
  return (
    <View id="visits">
      <Slot>{rooms.length > 1 ? <Order walk={walk} onChange={change} /> : null}</Slot>
      {byUnit(rooms.slice(0, most)).map(({ unitAt, unitName, rooms: here }) => (
        <Section key={unitAt} id={`unit-${unitAt}`} title={unitName ?? words.noUnit}>
          <Doors rooms={here} {...ticking} />
        </Section>
      ))}
      <Slot>
        {left > 0 ? (
          <View className="section">
            <Button id="more" kind="plain" text={words.more(Math.min(left, page))} onTap={() => setMost(most + page)} />
          </View>
        ) : null}
      </Slot>
      <Slot>
        {before.size > 0 ? (
          <Earlier
            rooms={visits.filter(({ roomId }) => before.has(roomId))}
            isAll={rooms.length === 0}
            walk={walk}
            {...ticking}
          />
        ) : null}
      </Slot>
    </View>
  )
}

interface DoorsProps extends Pick<Visiting, 'ticks' | 'tick' | 'undo'> {
  readonly rooms: readonly VisitRoom[]
}

const Doors = ({ rooms, ticks, tick, undo }: DoorsProps) => (
  <Card>
    {rooms.map((room) => (
      <VisitDoor
        key={room.roomId}
        room={room}
        state={doorStateOf(room, ticks)}
        onTick={() => tick(room.roomId)}
        onUndo={(tickId) => undo(tickId, room.roomId)}
      />
    ))}
  </Card>
)

interface EarlierProps extends DoorsProps {
  readonly walk: Walk
  /** Nobody else is on the list: whoever comes now looks for one of them. */
  readonly isAll: boolean
}

function Earlier({ rooms, walk, isAll, ...ticking }: EarlierProps) {
  const [most, setMost] = useState(isAll ? page : 0)
  const shown = walkedRooms(rooms, walk).slice(0, most)
  return (
    <Section id="earlier" title={words.before(rooms.length)}>
      <Slot>{shown.length > 0 ? <Doors rooms={shown} {...ticking} /> : null}</Slot>
      <Slot>
        {most < rooms.length ? (
          <View className="card-more">
            <Button
              id="earlier-more"
              kind="plain"
              text={most === 0 ? words.showBefore : words.more(Math.min(rooms.length - most, page))}
              onTap={() => setMost(most + page)}
            />
          </View>
        ) : null}
      </Slot>
    </Section>
  )
}

interface OrderProps {
  readonly walk: Walk
  readonly onChange: (changed: Partial<Walk>) => void
}

const Order = ({ walk: { first, direction }, onChange }: OrderProps) => (
  <View>
    <Chips
      id="first"
      question={words.order}
      options={[
        { id: 'pressing', label: words.pressing },
        { id: 'floor', label: words.floors },
      ]}
      chosen={first}
      onChoose={(id) => onChange({ first: id === 'floor' ? 'floor' : 'pressing' })}
    />
    <Chips
      id="direction"
      question={words.direction}
      options={[
        { id: 'up', label: words.up },
        { id: 'down', label: words.down },
      ]}
      chosen={direction}
      onChoose={(id) => onChange({ direction: id === 'down' ? 'down' : 'up' })}
    />
  </View>
)
