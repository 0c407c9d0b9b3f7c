import { View } from '@tarojs/components'
import { Card, Choices, Notice, Row, Section, Slot, TextField } from '../../../components'
import { wishForm as words } from '../../../text/wish'
import { wishPlaceNames } from '../../../text/wish-names'
import type { WishPlace } from './fields'
import type { WishForm } from './use-wish-form'

const places: readonly WishPlace[] = ['home', 'station', 'other']
const hints = { home: words.homeHint, station: words.stationHint, other: words.otherHint }

/** In which building, and whether it is at home: then whom to call when something is wrong. */
export function Where({
  form,
  building,
  onElsewhere,
}: {
  readonly form: WishForm
  readonly building: string
  readonly onElsewhere: () => void
}) {
  const { fields, place, places: helpers, room, missing, filing, write } = form
  const disabled = filing.busy
  return (
    <Section id="where-section" title={words.where}>
      <Choices
        id="where"
        label={words.where}
        hideLabel
        options={places.map((id) => ({ id, title: wishPlaceNames[id], note: hints[id], disabled }))}
        chosen={place}
        onChoose={(id) => write({ place: places.find((one) => one === id) ?? 'other' })}
      />
      <View className="section">
        <Card>
          <Row
            id="place"
            icon="place"
            title={building}
            note={`${words.building} · ${words.elsewhere}`}
            onTap={onElsewhere}
          />
        </Card>
      </View>
      <Slot>{helpers === 2 ? <Notice tone="calm" icon="people" text={words.twoComing} /> : null}</Slot>
      <Slot>
        {place === 'home' ? (
          <View>
            <TextField
              id="room"
              label={words.room}
              hint={words.roomHint}
              value={room}
              maxLength={20}
              disabled={disabled}
              onChange={(typed) => write({ room: typed })}
            />
            <View className="field-label section">{words.emergency}</View>
            <View className="second">{words.emergencyHint}</View>
            <TextField
              id="emergency-name"
              label={words.emergencyName}
              hint={words.emergencyNameHint}
              value={fields.emergencyName}
              maxLength={20}
              disabled={disabled}
              {...(missing?.what === 'emergency' ? { error: words.emergencyMissing } : {})}
              onChange={(typed) => write({ emergencyName: typed })}
            />
            <TextField
              id="emergency-phone"
              type="phone"
              label={words.emergencyPhone}
              value={fields.emergencyPhone}
              disabled={disabled}
              onChange={(typed) => write({ emergencyPhone: typed })}
            />
          </View>
        ) : null}
      </Slot>
    </Section>
  )
}
