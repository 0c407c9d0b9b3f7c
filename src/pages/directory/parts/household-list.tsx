import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button, Card, Chips, Notice, Slot, State, TextField } from '../../../components'
import { refusalText } from '../../../text'
import { households as words } from '../../../text/directory-households'
import { HouseholdRoom } from './household-room'
import { found, unitsOf, type Households } from './household-rooms'

/** Rooms that are shown at once, and how many more at a tap. */
const page = 20
/** While somebody types: each keystroke sends all that are shown. */
const whileTyping = 8
const all = '*'

interface HouseholdListProps extends Pick<Households, 'rooms' | 'isMore' | 'busy' | 'refused'> {
  readonly onNext: () => void
}

/** The rooms of a building, to be found by unit and number. */
export function HouseholdList({ rooms, isMore, busy, refused, onNext }: HouseholdListProps) {
  const [typed, setTyped] = useState('')
  const [unit, setUnit] = useState<string | null>(null)
  const [most, setMost] = useState(page)
  const units = unitsOf(rooms)
  const wanted = found(rooms, typed, unit)
  const shown = wanted.slice(0, most)
  const search = (next: string) => {
    setTyped(next)
    setMost(whileTyping)
  }
  const choose = (next: string) => {
    setUnit(next === all ? null : (units[Number(next)] ?? null))
    setMost(page)
  }
  return (
    <View id="households">
      <TextField
        id="room-search"
        type="text"
        label={words.search}
        placeholder={words.searchHint}
        value={typed}
        maxLength={10}
        onChange={search}
      />
      <Slot>
        {units.length > 1 ? (
          <Chips
            id="unit"
            question={words.unit}
            options={[{ id: all, label: words.all }, ...units.map((label, at) => ({ id: String(at), label }))]}
            chosen={unit === null ? all : String(units.indexOf(unit))}
            onChoose={choose}
          />
        ) : null}
      </Slot>
      <View className="second section-hint" id="households-count">
        {words.count(rooms.length, isMore)}
      </View>
      <Slot>
        {shown.length > 0 ? (
          <Card>
            {shown.map((room) => (
              <HouseholdRoom key={room.id} room={room} showsUnit={unit === null && units.length > 0} />
            ))}
          </Card>
        ) : (
          <State
            icon="search"
            title={(isMore ? words.notFound : words.notFoundAll)(typed.trim())}
            action={{ text: words.clear, onTap: () => search('') }}
          />
        )}
      </Slot>
      <View className="section stack">
        <Slot>{refused ? <Notice tone="wait" icon="offline" text={refusalText[refused]} /> : null}</Slot>
        <Slot>
          {wanted.length > shown.length ? (
            <Button id="more" kind="plain" text={words.showMore} onTap={() => setMost(most + page)} />
          ) : isMore ? (
            <Button id="further" kind="plain" text={words.further} busy={busy} onTap={onNext} />
          ) : null}
        </Slot>
      </View>
    </View>
  )
}
