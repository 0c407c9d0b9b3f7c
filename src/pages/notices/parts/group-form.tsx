import { View } from '@tarojs/components'
import { useState } from 'react'
import { useWrite, type Output } from '../../../client'
import { Button, Notice, Section, Sheet, Slot, TextField } from '../../../components'
import { refusalText } from '../../../text'
import { groups as words } from '../../../text/notice-know'
import { ConsentSheet, useConsented } from '../../consent'
import type { DeskSpot } from '../../desk-spot'
import { GroupBuildings } from './group-buildings'
import type { MyGroup } from './group-list'

/** As `contract/notice-know` has them. */
const longestName = 20
const mostBuildings = 60

interface GroupFormProps {
  readonly spot: DeskSpot
  readonly estates: Output<'notice.places'>['estates']
  /** null: a new one. */
  readonly group: MyGroup | null
  readonly onDone: (told: string) => void
  readonly onBack: () => void
}

/** What a group is called and which buildings it serves; one that is there can be removed. */
export function GroupForm({ spot, estates, group, onDone, onBack }: GroupFormProps) {
  const [name, setName] = useState(group?.name ?? '')
  const [buildingIds, setBuildingIds] = useState<readonly string[]>(group?.buildingIds ?? [])
  const [isChecked, setChecked] = useState(false)
  const save = useConsented('group.save')
  const isNameMissing = name.trim() === ''
  const problem =
    buildingIds.length === 0
      ? words.buildingsMissing
      : buildingIds.length > mostBuildings
        ? words.tooMany(mostBuildings)
        : null
  const submit = async () => {
    setChecked(true)
    if (isNameMissing || problem !== null) return
    const { communityId } = spot
    const groupId = group?.groupId ?? null
    const saved = await save.run({ communityId, groupId, name: name.trim(), buildingIds: [...buildingIds] })
    if (saved) onDone(words.saved)
  }
  return (
    <View id="group-form">
      <Section title={group ? group.name : words.add}>
        <TextField
          id="group-name"
          label={words.name}
          hint={words.nameHint}
          value={name}
          maxLength={longestName}
          onChange={(next) => {
            setName(next)
            save.clear()
          }}
          {...(isChecked && isNameMissing ? { error: words.nameMissing } : {})}
        />
        <GroupBuildings estates={estates} chosen={buildingIds} onChange={setBuildingIds} />
        <View className="section stack">
          <Slot>{isChecked && problem !== null ? <Notice tone="wait" icon="alarm" text={problem} /> : null}</Slot>
          <ConsentSheet of={save} />
          <Slot>{save.refused ? <Notice tone="wait" icon="alarm" text={refusalText[save.refused]} /> : null}</Slot>
          <Button id="group-save" text={words.save} busy={save.busy} onTap={() => void submit()} />
          <Button id="group-back" kind="plain" text={words.cancel} onTap={onBack} />
          {group ? <Remove group={group} onDone={onDone} /> : null}
        </View>
      </Section>
    </View>
  )
}

interface RemoveProps {
  readonly group: MyGroup
  readonly onDone: (told: string) => void
}

function Remove({ group: { groupId, name }, onDone }: RemoveProps) {
  const [isAsked, setAsked] = useState(false)
  const { busy, refused, run } = useWrite('group.remove')
  const remove = async () => {
    if (await run({ groupId })) onDone(words.removed)
  }
  return (
    <View>
      <Button id="group-remove" kind="plain" text={words.remove} onTap={() => setAsked(true)} />
      {isAsked ? (
        <Sheet
          id="remove"
          title={words.removeAsk(name)}
          text={words.removeText}
          main={{ text: words.remove, kind: 'danger', busy, onTap: () => void remove() }}
          other={{ text: words.keep, onTap: () => setAsked(false) }}
        >
          {refused ? <Notice tone="wait" icon="alarm" text={refusalText[refused]} /> : null}
        </Sheet>
      ) : null}
    </View>
  )
}
