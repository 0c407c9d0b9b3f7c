import { View } from '@tarojs/components'
import { Icon, Tap } from '../../../components'
import { visit as words } from '../../../text/notice-know'
import { visiting } from '../../../text/notice-reach'
import type { VisitRoom } from './visit-memory'
import type { DoorState } from './visit-state'

interface VisitDoorProps {
  readonly room: VisitRoom
  readonly state: DoorState
  readonly onTick: () => void
  readonly onUndo: (tickId: string) => void
}

/** One door on the stairs: its number large, and the tick where the thumb is. */
export function VisitDoor({
  room: { roomId, unitName, room, floor, hasPhone },
  state,
  onTick,
  onUndo,
}: VisitDoorProps) {
  const spokenRoom = words.roomLabel(unitName, room)
  return (
    <View className="fact" id={`room-${roomId}`}>
      <View className="row-words">
        <View className="phone-number">{room}</View>
        <View className="second">{floor === null ? visiting.floorUnknown : visiting.floor(floor)}</View>
        {hasPhone ? null : (
          <View className="tag tag-wait">
            <Icon name="phone" />
            {visiting.noPhone}
          </View>
        )}
        {state.kind === 'open' ? null : (
          <View className="tag tag-done">
            <Icon name="check" />
            {state.kind === 'other' ? words.byOther : words.told}
          </View>
        )}
        {state.kind === 'told' && !state.isSent ? (
          <View className="tag tag-wait">
            <Icon name="clock" />
            {words.unsentMark}
          </View>
        ) : null}
      </View>
      {state.kind === 'open' ? (
        // No check on it: a door that nobody has ticked must not look as if somebody had.
        <Tap id={`tick-${roomId}`} className="chip" label={words.tickLabel(spokenRoom)} onTap={onTick}>
          {visiting.tick}
        </Tap>
      ) : state.kind === 'told' ? (
        <Tap
          id={`undo-${roomId}`}
          className="link"
          label={words.undoLabel(spokenRoom)}
          onTap={() => onUndo(state.tickId)}
        >
          {visiting.undo}
        </Tap>
      ) : null}
    </View>
  )
}
