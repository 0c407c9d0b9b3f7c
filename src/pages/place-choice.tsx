import { View } from '@tarojs/components'
import { useState } from 'react'
import { useList, type Output } from '../client'
import { Button, Card, Row, Section, Slot } from '../components'
import { choose as words, common } from '../text'
import { ListWaiting, More } from './waiting'

type Estate = Output<'place.list'>['communities'][number]['estates'][number]
type Building = Output<'place.buildings'>['buildings'][number]

/** A place that somebody chose by hand. */
export interface ChosenPlace {
  readonly estateName: string
  readonly buildingId: string
  readonly buildingName: string
  readonly unitId: string | null
  readonly unitName: string | null
}

/** How far the choice has come. */
export interface Choosing {
  readonly estate: Estate | null
  readonly building: Building | null
  /** What is chosen so far, for the line under the page's title; null at the beginning. */
  readonly soFar: string | null
  setEstate(estate: Estate | null): void
  setBuilding(building: Building | null): void
}

/** The state of `PlaceChoice`: the page shows in its head what is chosen so far. */
export function useChoosing(): Choosing {
  const [estate, setEstate] = useState<Estate | null>(null)
  const [building, setBuilding] = useState<Building | null>(null)
  const soFar = estate ? [estate.name, building?.name ?? ''].filter(Boolean).join(' ') : null
  return { estate, building, soFar, setEstate, setBuilding }
}

interface PlaceChoiceProps {
  readonly of: Choosing
  readonly onChosen: (place: ChosenPlace) => void
}

/** Estate, then building, then unit; each is one question. A building with one unit asks no third. */
export function PlaceChoice({ of: { estate, building, setEstate, setBuilding }, onChosen }: PlaceChoiceProps) {
  const enter = (chosen: Building, unit: Building['units'][number] | null) =>
    onChosen({
      estateName: estate?.name ?? '',
      buildingId: chosen.id,
      buildingName: chosen.name,
      unitId: unit?.id ?? null,
      unitName: unit?.name ?? null,
    })
  const choose = (chosen: Building) =>
    chosen.units.length > 1 ? setBuilding(chosen) : enter(chosen, chosen.units[0] ?? null)

  return (
    <>
      {estate && building ? (
        <Section title={words.unit}>
          <Card>
            {building.units.map((unit) => (
              <Row key={unit.id} id={`unit-${unit.id}`} title={unit.name} onTap={() => enter(building, unit)} />
            ))}
            <Row id="unit-none" title={words.whole} onTap={() => enter(building, null)} />
          </Card>
        </Section>
      ) : estate ? (
        <Buildings estateId={estate.id} onChoose={choose} />
      ) : (
        <Estates onChoose={setEstate} />
      )}
      {estate ? (
        <View className="section">
          <Button text={common.back} kind="plain" onTap={() => (building ? setBuilding(null) : setEstate(null))} />
        </View>
      ) : null}
    </>
  )
}

function Estates({ onChoose }: { readonly onChoose: (estate: Estate) => void }) {
  const list = useList(
    'estates',
    'place.list',
    (cursor) => ({ cursor }),
    ({ communities }) => communities,
  )
  if (list.rows.length === 0)
    return <ListWaiting {...list} icon="place" empty={words.empty} emptyHint={words.emptyHint} />
  return (
    <Section title={words.estate}>
      <Slot>
        {list.rows.map((community) => (
          <View key={community.id} className="section">
            <View className="second section-hint">{`${community.streetName} · ${community.name}`}</View>
            <Card>
              {community.estates.map((estate) => (
                <Row
                  key={estate.id}
                  id={`estate-${estate.id}`}
                  title={estate.name}
                  note={estate.address}
                  onTap={() => onChoose(estate)}
                />
              ))}
            </Card>
          </View>
        ))}
      </Slot>
      <Slot>
        <More {...list} />
      </Slot>
    </Section>
  )
}

function Buildings({
  estateId,
  onChoose,
}: {
  readonly estateId: string
  readonly onChoose: (building: Building) => void
}) {
  const list = useList(
    `buildings:${estateId}`,
    'place.buildings',
    (cursor) => ({ estateId, cursor }),
    ({ buildings }) => buildings,
  )
  if (list.rows.length === 0)
    return <ListWaiting {...list} icon="place" empty={words.empty} emptyHint={words.emptyHint} />
  return (
    <Section title={words.building}>
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
