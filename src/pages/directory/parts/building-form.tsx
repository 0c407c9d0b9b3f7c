import { View } from '@tarojs/components'
import { useState } from 'react'
import { useDraft } from '../../../client/use-draft'
import { Button, Notice, Slot, TextField } from '../../../components'
import { refusalText } from '../../../text'
import { building as words, places } from '../../../text/directory-places'
import type { DeskSpot } from '../../desk-spot'
import { fieldsOf, optional, wrongNumber, type BuildingFields } from './building-fields'
import type { Building } from './building-one'
import { BuildingUnits } from './building-units'
import { useSaving } from './estate-saving'
import { GridChoice } from './grid-choice'
import type { Grid } from './grid-sheet'

interface BuildingFormProps {
  readonly spot: DeskSpot
  readonly estateId: string
  /** null: it is new. */
  readonly building: Building | null
  readonly grids: readonly Grid[]
  /** A grid leader's buildings stay in the own grid. */
  readonly mayMove: boolean
  readonly onReload: () => void
  readonly onSaved: (buildingId: string, name: string) => void
}

/** As `domain/directory/limits` has it. */
const longestName = 40

/** Enters a building, or changes it. What is typed stays on this phone until it is saved. */
export function BuildingForm({ spot, estateId, building, grids, mayMove, onReload, onSaved }: BuildingFormProps) {
  const { communityId } = spot
  const [opened] = useState(() => fieldsOf(building, spot.gridId))
  const draft = useDraft<BuildingFields>(`building-${building?.buildingId ?? estateId}`, opened)
  const save = useSaving('building.save', onReload)
  const [isChecked, setChecked] = useState(false)
  /** It is not what was found here when the page opened, any more. */
  const [isDropped, setDropped] = useState(false)
  const isKept = draft.keptAt !== null && !isDropped
  const { fields } = draft
  const mark = building?.mark ?? null
  /** The draft is of another day, and the building is not as it was then. */
  const isMoved = save.isMoved || fields.seen !== mark
  const isMissing = isChecked && fields.name.trim() === ''

  const change = (changed: Partial<BuildingFields>) => {
    draft.change(changed)
    save.clear()
  }
  const reset = () => {
    draft.change(fieldsOf(building, spot.gridId))
    draft.drop()
    setDropped(true)
    save.clear()
  }
  const keep = async () => {
    setChecked(true)
    const floors = optional('floors', fields.floors)
    const roomsPerFloor = optional('rooms', fields.rooms)
    const name = fields.name.trim()
    if (name === '' || floors === undefined || roomsPerFloor === undefined) return
    const gridId = grids.some((grid) => grid.gridId === fields.gridId) ? fields.gridId : null
    const saved = await save.run({
      ...{ communityId, estateId, buildingId: building?.buildingId ?? null, seen: mark, name, order: null },
      ...{ gridId, units: [...fields.units], floors, roomsPerFloor },
    })
    if (!saved) return
    draft.drop()
    onSaved(saved.buildingId, name)
  }
  const gridName = (gridId: string | null) => grids.find((grid) => grid.gridId === gridId)?.name ?? null
  return (
    <View id="building-form">
      <Slot>
        {isMoved && building ? (
          <Notice
            tone="wait"
            icon="people"
            text={words.movedNow(
              [
                building.name,
                places.buildingNote(gridName(building.gridId), building.units.length, building.floors),
              ].join('，'),
            )}
          />
        ) : isKept && !isChecked ? (
          <Notice tone="calm" icon="edit" text={words.restored} />
        ) : null}
      </Slot>
      <TextField
        id="building-name"
        label={words.name}
        hint={words.nameHint}
        value={fields.name}
        maxLength={longestName}
        disabled={save.busy}
        {...(isMissing ? { error: words.nameMissing } : {})}
        onChange={(name) => change({ name })}
      />
      <BuildingUnits units={fields.units} disabled={save.busy} onChange={(units) => change({ units })} />
      {mayMove && grids.length > 0 ? (
        <GridChoice
          id="building-grid"
          label={words.grid}
          grids={grids}
          none={words.noGrid}
          chosen={fields.gridId}
          onChoose={(gridId) => change({ gridId })}
        />
      ) : null}
      {(['floors', 'rooms'] as const).map((part) => (
        <TextField
          key={part}
          id={`building-${part}`}
          type="number"
          label={words[part]}
          value={fields[part]}
          maxLength={3}
          disabled={save.busy}
          {...errorOf(wrongNumber(part, fields[part]))}
          onChange={(typed) => change({ [part]: typed })}
        />
      ))}
      <View className="section stack">
        <Slot>{save.refused ? <Notice tone="wait" icon="alarm" text={refusalText[save.refused]} /> : null}</Slot>
        <Button id="building-save" text={words.save} busy={save.busy && words.saving} onTap={() => void keep()} />
        <Slot>
          {isKept || isMoved ? (
            <Button id="building-reset" kind="plain" text={words.drop} disabled={save.busy} onTap={reset} />
          ) : null}
        </Slot>
      </View>
    </View>
  )
}

const errorOf = (error: string | null) => (error === null ? {} : { error })
