import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button, Chips, Notice, Slot } from '../../../components'
import type { NoticeWhere } from '../../../domain/notice/audience'
import { noticeWrite as words } from '../../../text/notice-write'
import { ManyChips, type ChipOption } from './write-chips'
import { buildingsIn, namedIds, ofBuildings, usualWhere, type PlaceBuilding, type Places } from './write-where'

/** More stand behind a tap. */
const shownAtOnce = 24

interface PlacesFieldProps {
  readonly label: string
  readonly places: Places
  /** Of a grid leader. */
  readonly gridId: string | null
  readonly where: NoticeWhere | null
  readonly onChange: (where: NoticeWhere) => void
}

interface Choice extends ChipOption {
  readonly where: NoticeWhere
}

/** What is chosen at one tap: the own grid, the community, whole estates. */
function wholesOf(places: Places, gridId: string | null): readonly Choice[] {
  const grid = usualWhere(places, gridId)
  const estates = places.estates.filter(({ isWhole }) => isWhole && places.estates.length > 1)
  return [
    ...(grid ? [{ id: 'grid', label: words.wholeGrid, where: grid }] : []),
    ...estates.map(({ estateId, name }) => ({
      ...{ id: `estate-${estateId}`, label: words.wholeEstate(name) },
      where: { kind: 'estates' as const, ids: [estateId] },
    })),
    { id: 'community', label: words.wholeCommunity, where: { kind: 'community' as const } },
  ]
}

const isSame = (one: NoticeWhere, other: NoticeWhere | null): boolean => JSON.stringify(one) === JSON.stringify(other)

/** Whom it concerns: as much as one tap says, or building by building, one of them by its units. */
export function PlacesField({ label, places, gridId, where, onChange }: PlacesFieldProps) {
  const wholes = wholesOf(places, gridId)
  const whole = where === null ? undefined : wholes.find((one) => isSame(one.where, where))
  const named = whole ? [] : namedIds(where)
  const buildings = buildingsIn(places)
  const toggle = (id: string) => {
    const ids = named.includes(id) ? named.filter((one) => one !== id) : [...named, id]
    onChange(ofBuildings(buildings.map(({ buildingId }) => buildingId).filter((one) => ids.includes(one))))
  }
  const [only, ...more] = buildings.filter(({ buildingId }) => named.includes(buildingId))
  if (buildings.length === 0) return <Notice tone="wait" icon="place" text={words.noPlaces} />
  return (
    <View id="places">
      <Chips
        id="whole"
        question={label}
        options={wholes}
        chosen={whole?.id ?? null}
        onChoose={(id) => {
          const found = wholes.find((one) => one.id === id)
          if (found) onChange(found.where)
        }}
      />
      <Buildings {...{ places, buildings, named }} onTap={toggle} />
      <Slot>
        {only && more.length === 0 && only.units.length > 1 ? (
          <Units building={only} where={where} onChange={onChange} />
        ) : null}
      </Slot>
    </View>
  )
}

interface BuildingsProps {
  readonly places: Places
  readonly buildings: readonly PlaceBuilding[]
  readonly named: readonly string[]
  readonly onTap: (id: string) => void
}

/** Estate by estate, where there are several. */
function Buildings({ places: { estates }, buildings, named, onTap }: BuildingsProps) {
  const holds = buildings.find(({ buildingId }) => named.includes(buildingId))?.estateId
  const [estateId, setEstate] = useState(holds ?? (estates.length === 1 ? (estates[0]?.estateId ?? null) : null))
  const [isAll, setAll] = useState(false)
  const here = buildings.filter((building) => building.estateId === estateId)
  const shown = isAll ? here : here.slice(0, shownAtOnce)
  return (
    <View>
      <Slot>
        {estates.length > 1 ? (
          <Chips
            id="estate"
            question={words.whichEstate}
            options={estates.map(({ estateId: id, name }) => ({ id, label: name }))}
            chosen={estateId}
            onChoose={setEstate}
          />
        ) : null}
      </Slot>
      <Slot>
        {here.length === 0 ? null : (
          <ManyChips
            id="building"
            question={words.someBuildings}
            options={shown.map(({ buildingId, name }) => ({ id: buildingId, label: name }))}
            chosen={named}
            onTap={onTap}
          />
        )}
      </Slot>
      <Slot>
        {shown.length < here.length ? (
          <Button
            id="buildings-more"
            kind="plain"
            text={words.morePlaces(here.length - shown.length)}
            onTap={() => setAll(true)}
          />
        ) : null}
      </Slot>
    </View>
  )
}

interface UnitsProps {
  readonly building: PlaceBuilding
  readonly where: NoticeWhere | null
  readonly onChange: (where: NoticeWhere) => void
}

/** Of one building some units only; none chosen: all of it. */
function Units({ building: { buildingId, name, units }, where, onChange }: UnitsProps) {
  const chosen = where?.kind === 'units' ? where.units.map(({ unitId }) => unitId) : []
  const toggle = (id: string) => {
    const ids = units
      .map(({ unitId }) => unitId)
      .filter((one) => (one === id ? !chosen.includes(one) : chosen.includes(one)))
    const isWhole = ids.length === 0 || ids.length === units.length
    onChange(
      isWhole ? ofBuildings([buildingId]) : { kind: 'units', units: ids.map((unitId) => ({ buildingId, unitId })) },
    )
  }
  return (
    <ManyChips
      id="unit"
      question={words.unitsOf(name)}
      options={units.map(({ unitId, name: label }) => ({ id: unitId, label }))}
      chosen={chosen}
      onTap={toggle}
    />
  )
}
