import { View } from '@tarojs/components'
import { Icon, Tap } from '../../../components'
import { dial } from '../../../platform/phone'
import { households as words, needWords } from '../../../text/directory-households'
import type { Room } from './household-rooms'

interface HouseholdRoomProps {
  readonly room: Room
  readonly showsUnit: boolean
}

/** One room: who lives there, what to mind, and the call. */
export function HouseholdRoom({
  room: { id, unitName, room, floor, name, phone, needs },
  showsUnit,
}: HouseholdRoomProps) {
  const number = showsUnit && unitName !== null ? `${unitName} ${room}` : room
  const isBare = name === null && phone === null && needs.length === 0
  return (
    <View className="fact" id={`room-${id}`}>
      <View className="row-words">
        <View className="fact-value">{words.room(number, floor)}</View>
        <View className={name === null ? 'second' : ''}>{name ?? (isBare ? words.onlyRoom : words.noName)}</View>
        {needs.length > 0 ? (
          <View className="tag tag-wait">
            <Icon name="welfare" />
            {words.needs(words.joined(...needs.map((need) => needWords[need])))}
          </View>
        ) : null}
        {phone === null ? null : <View className="second">{phone}</View>}
      </View>
      {phone === null ? null : (
        <Tap
          id={`call-${id}`}
          className="phone-sign"
          label={words.callWho(number, name)}
          onTap={() => void dial(phone)}
        >
          <Icon name="phone" />
          <View>{words.call}</View>
        </Tap>
      )}
    </View>
  )
}
