import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button, Card, Chips, Notice, Row, Sheet, TextField } from '../../../components'
import { mostUnits } from '../../../domain/directory/limits'
import { building as words } from '../../../text/directory-places'
import { nextUnit, unitsOf, type UnitField } from './building-fields'

/** As `domain/directory/limits` has it. */
const longestLabel = 20
const usual = [1, 2, 3, 4, 5, 6] as const

interface BuildingUnitsProps {
  readonly units: readonly UnitField[]
  readonly disabled: boolean
  readonly onChange: (units: readonly UnitField[]) => void
}

/** The units of a building: how many, where there are none yet; else each by its name. */
export function BuildingUnits({ units, disabled, onChange }: BuildingUnitsProps) {
  const [open, setOpen] = useState<number | null>(null)
  const opened = open === null ? undefined : units[open]
  if (units.length === 0)
    return (
      <View className="field">
        <Chips
          id="units"
          question={words.units}
          options={[
            { id: '0', label: words.noUnits },
            ...usual.map((count) => ({ id: String(count), label: words.unitCount(count) })),
          ]}
          chosen="0"
          onChoose={(count) => onChange(unitsOf(Number(count)))}
        />
      </View>
    )
  return (
    <View className="field" id="units">
      <View className="field-label">{words.unitsTitle}</View>
      <Card>
        {units.map(({ name }, at) => (
          <Row key={at} id={`unit-${at}`} title={name} label={words.unitChangeOf(name)} onTap={() => setOpen(at)} />
        ))}
      </Card>
      <View className="section">
        {units.length < mostUnits ? (
          <Button
            id="unit-add"
            kind="plain"
            text={words.unitAdd}
            disabled={disabled}
            onTap={() => onChange([...units, nextUnit(units)])}
          />
        ) : (
          <View className="second">{words.mostUnits(mostUnits)}</View>
        )}
      </View>
      {open !== null && opened ? (
        <UnitSheet
          name={opened.name}
          others={units.filter((_, at) => at !== open).map(({ name }) => name)}
          onKeep={(name) => {
            onChange(units.map((unit, at) => (at === open ? { ...unit, name } : unit)))
            setOpen(null)
          }}
          onRemove={() => {
            onChange(units.filter((_, at) => at !== open))
            setOpen(null)
          }}
          onClose={() => setOpen(null)}
        />
      ) : null}
    </View>
  )
}

interface UnitSheetProps {
  readonly name: string
  readonly others: readonly string[]
  readonly onKeep: (name: string) => void
  readonly onRemove: () => void
  readonly onClose: () => void
}

function UnitSheet({ name, others, onKeep, onRemove, onClose }: UnitSheetProps) {
  const [typed, setTyped] = useState(name)
  const [wrong, setWrong] = useState<string | null>(null)
  const keep = () => {
    const next = typed.trim()
    const why = next === '' ? words.unitMissing : others.includes(next) ? words.unitSame : null
    setWrong(why)
    if (why === null) onKeep(next)
  }
  return (
    <Sheet
      id="unit-sheet"
      title={words.unitSheet}
      main={{ text: words.unitKeep, onTap: keep }}
      other={{ text: words.back, onTap: onClose }}
    >
      <TextField
        id="unit-name"
        label={words.unitLabel}
        value={typed}
        maxLength={longestLabel}
        {...(wrong === null ? {} : { error: wrong })}
        onChange={(next) => {
          setTyped(next)
          setWrong(null)
        }}
      />
      <View className="section stack">
        <Button id="unit-remove" kind="plain" icon="close" text={words.unitRemove} onTap={onRemove} />
        <Notice tone="calm" icon="edit" text={words.unitRemoveHint} />
      </View>
    </Sheet>
  )
}
