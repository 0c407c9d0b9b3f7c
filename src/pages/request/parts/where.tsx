import { View } from '@tarojs/components'
import { Card, Choices, Row, Section, Slot, TextField } from '../../../components'
import { requestForm as words } from '../../../text/request'

interface WhereProps {
  readonly place: string
  readonly where: 'home' | 'shared' | null
  readonly room: string
  readonly spot: string
  readonly error: string | null
  readonly disabled: boolean
  readonly onElsewhere: () => void
  readonly onWhere: (where: 'home' | 'shared') => void
  readonly onRoom: (room: string) => void
  readonly onSpot: (spot: string) => void
}

/** At home, or in a place that everybody shares; and what helps to find it. */
export const Where = ({ place, where, room, spot, error, disabled, ...on }: WhereProps) => (
  <Section id="where-section" title={words.whereAt}>
    <Card>
      <Row id="place" icon="place" title={place} note={words.elsewhere} onTap={on.onElsewhere} />
    </Card>
    <Choices
      id="where"
      label={words.whereAt}
      hideLabel
      options={[
        { id: 'home', title: words.home, note: words.homeHint, disabled },
        { id: 'shared', title: words.shared, note: words.sharedHint, disabled },
      ]}
      chosen={where}
      onChoose={(id) => on.onWhere(id === 'shared' ? 'shared' : 'home')}
    />
    <Slot>
      {error === null ? null : (
        <View id="where-error" className="field-error">
          {error}
        </View>
      )}
    </Slot>
    <Slot>
      {where === 'home' ? (
        <TextField
          id="room"
          label={words.room}
          hint={words.roomHint}
          value={room}
          maxLength={20}
          disabled={disabled}
          onChange={on.onRoom}
        />
      ) : null}
      {where === 'shared' ? (
        <TextField
          id="spot"
          label={words.spot}
          hint={words.spotHint}
          value={spot}
          maxLength={60}
          disabled={disabled}
          onChange={on.onSpot}
        />
      ) : null}
    </Slot>
  </Section>
)
