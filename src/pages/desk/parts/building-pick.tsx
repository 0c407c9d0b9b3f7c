import { View } from '@tarojs/components'
import { useState } from 'react'
import { useList, type Output } from '../../../client'
import { Button, Card, Row, Section, Slot } from '../../../components'
import { desk as words } from '../../../text/desk'
import { ListWaiting, More, Waiting } from '../../waiting'
import { useEstates, type Estate } from './use-estates'

type Building = Output<'place.buildings'>['buildings'][number]

/** A building of the own community, and a unit of it where that was asked. */
export interface Picked {
  readonly estateName: string
  readonly buildingId: string
  readonly buildingName: string
  readonly unitId: string | null
  readonly unitName: string | null
}

interface BuildingPickProps {
  readonly communityId: string
  /** Whether the unit is asked, too. */
  readonly asksUnit?: boolean
  readonly onPick: (picked: Picked) => void
  readonly back: { readonly text: string; readonly onTap: () => void }
}

/** Estate (where there are several), building, unit: of one community only. */
export function BuildingPick({ communityId, asksUnit = false, onPick, back }: BuildingPickProps) {
  const { estates, refused, reload } = useEstates(communityId)
  const [chosen, setChosen] = useState<Estate | null>(null)
  const [building, setBuilding] = useState<Building | null>(null)
  const only = estates?.length === 1 ? (estates[0] ?? null) : null
  const estate = chosen ?? only
  const pick = (of: Building, unit: Building['units'][number] | null) =>
    onPick({
      estateName: estate?.name ?? '',
      buildingId: of.id,
      buildingName: of.name,
      unitId: unit?.id ?? null,
      unitName: unit?.name ?? null,
    })
  const choose = (of: Building) =>
    !asksUnit || of.units.length === 0
      ? pick(of, null)
      : of.units.length === 1
        ? pick(of, of.units[0] ?? null)
        : setBuilding(of)

  return (
    <View id="building-pick">
      <Slot>
        {estates === null ? (
          <Waiting busy={refused === null} refused={refused} retry={() => void reload()} />
        ) : building ? (
          <Section title={words.unit} hint={building.name}>
            <Card>
              {building.units.map((unit) => (
                <Row key={unit.id} id={`unit-${unit.id}`} title={unit.name} onTap={() => pick(building, unit)} />
              ))}
              <Row id="unit-none" title={words.noUnit} onTap={() => pick(building, null)} />
            </Card>
          </Section>
        ) : estate ? (
          <Buildings estate={estate} onChoose={choose} />
        ) : (
          <Section title={words.estate}>
            <Card>
              {estates.map((one) => (
                <Row
                  key={one.id}
                  id={`estate-${one.id}`}
                  title={one.name}
                  note={one.address}
                  onTap={() => setChosen(one)}
                />
              ))}
            </Card>
          </Section>
        )}
      </Slot>
      <View className="section">
        <Button
          id="pick-back"
          kind="plain"
          text={back.text}
          onTap={() => (building ? setBuilding(null) : chosen ? setChosen(null) : back.onTap())}
        />
      </View>
    </View>
  )
}

function Buildings({ estate, onChoose }: { readonly estate: Estate; readonly onChoose: (of: Building) => void }) {
  const list = useList(
    `buildings:${estate.id}`,
    'place.buildings',
    (cursor) => ({ estateId: estate.id, cursor }),
    ({ buildings }) => buildings,
  )
  if (list.rows.length === 0) return <ListWaiting {...list} icon="place" empty={words.noBuildings} />
  return (
    <Section title={words.building} hint={estate.name}>
      <Card>
        {list.rows.map((building) => (
          <Row
            key={building.id}
            id={`building-${building.id}`}
            title={building.name}
            onTap={() => onChoose(building)}
          />
        ))}
      </Card>
      <Slot>
        <More {...list} />
      </Slot>
    </Section>
  )
}
