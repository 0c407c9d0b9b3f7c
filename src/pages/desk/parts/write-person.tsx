import { View } from '@tarojs/components'
import { Choices, Slot, TextField } from '../../../components'
import type { RequestKind } from '../../../domain/request/kind'
import { deskWrite as words } from '../../../text/desk'
import { reachOf, whereOf, type MissingWrite, type WriteFields } from './write-fields'

interface WritePersonProps {
  readonly fields: WriteFields
  readonly kind: RequestKind
  readonly error: { readonly name: MissingWrite; readonly text: string } | null
  readonly disabled: boolean
  readonly change: (changed: Partial<WriteFields>) => void
}

/** Where exactly it is, who says so, and how they hear of it. */
export function WritePerson({ fields, kind, error, disabled, change }: WritePersonProps) {
  const where = whereOf(fields, kind)
  const wrong = (name: MissingWrite) => (error?.name === name ? { error: error.text } : {})
  return (
    <View>
      <Choices
        id="where"
        label={words.whereAt}
        options={[
          { id: 'home', title: words.home, disabled },
          { id: 'shared', title: words.shared, disabled },
        ]}
        chosen={where}
        onChoose={(id) => change({ where: id === 'shared' ? 'shared' : 'home' })}
      />
      <Slot>
        {where === 'shared' ? (
          <TextField
            id="spot"
            label={words.spot}
            hint={words.spotHint}
            value={fields.spot}
            maxLength={60}
            disabled={disabled}
            onChange={(spot) => change({ spot })}
          />
        ) : null}
      </Slot>
      <TextField
        id="name"
        label={words.name}
        hint={words.nameHint}
        value={fields.name}
        maxLength={20}
        disabled={disabled}
        {...wrong('name')}
        onChange={(name) => change({ name })}
      />
      <TextField
        id="room"
        label={words.room}
        value={fields.room}
        maxLength={20}
        disabled={disabled}
        onChange={(room) => change({ room })}
      />
      <TextField
        id="phone"
        type="phone"
        label={words.phone}
        hint={words.phoneHint}
        value={fields.phone}
        disabled={disabled}
        {...wrong('phone')}
        onChange={(phone) => change({ phone })}
      />
      <Choices
        id="reach"
        label={words.reach}
        options={[
          { id: 'call', title: words.reachWays.call, disabled },
          { id: 'visit', title: words.reachWays.visit, disabled },
        ]}
        chosen={reachOf(fields)}
        onChoose={(id) => change({ reach: id === 'call' ? 'call' : 'visit' })}
      />
    </View>
  )
}
