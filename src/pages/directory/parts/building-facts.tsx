import { Facts, Notice } from '../../../components'
import { building as words } from '../../../text/directory-places'
import type { Building } from './building-one'
import type { Grid } from './grid-sheet'

const counted = (number: number | null) => (number === null ? words.notSaid : String(number))

/** A building of another grid: to be looked at. */
export function BuildingFacts({ building, grids }: { readonly building: Building; readonly grids: readonly Grid[] }) {
  const { units, gridId, floors, roomsPerFloor } = building
  return (
    <>
      <Notice tone="calm" icon="person" text={words.readOnly} />
      <Facts
        rows={[
          {
            id: 'fact-grid',
            label: words.gridLabel,
            value: grids.find((grid) => grid.gridId === gridId)?.name ?? null,
          },
          {
            id: 'fact-units',
            label: words.unitsTitle,
            value: units.length === 0 ? words.noUnits : words.unitNames(units.map(({ name }) => name)),
          },
          { id: 'fact-floors', label: words.floorsLabel, value: counted(floors) },
          { id: 'fact-rooms', label: words.roomsLabel, value: counted(roomsPerFloor) },
        ]}
      />
    </>
  )
}
