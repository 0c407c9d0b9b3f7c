import { useRows } from '../../../client'
import { Card, Row, Slot } from '../../../components'
import { places as words } from '../../../text/directory-places'
import { spotQuery, type DeskSpot } from '../../desk-spot'
import { go, pathTo } from '../../go'
import { useReturn } from '../../shell'
import { ListWaiting, More } from '../../waiting'
import { noteBuilding, type Building } from './building-one'
import type { Grid } from './grid-sheet'

interface BuildingListProps {
  readonly spot: DeskSpot
  readonly estateId: string
  readonly grids: readonly Grid[]
  readonly mayAdd: boolean
}

/** The buildings of an estate, page by page. */
export function BuildingList({ spot, estateId, grids, mayAdd }: BuildingListProps) {
  const { communityId } = spot
  const list = useRows(
    `${communityId}/${estateId}`,
    'directory.buildings',
    (cursor) => ({ communityId, estateId, cursor }),
    ({ buildings }) => buildings,
  )
  useReturn(() => void list.reload())
  const open = (building: Building) => {
    noteBuilding(building)
    void go(pathTo('directory/building', spotQuery(spot), `estate=${estateId}`, `building=${building.buildingId}`))
  }
  if (list.rows.length === 0)
    return (
      <ListWaiting
        {...list}
        icon="building"
        empty={words.noBuildings}
        emptyHint={mayAdd ? words.noBuildingsHint : words.noBuildingsRead}
      />
    )
  return (
    <>
      <Card>
        {list.rows.map((building) => (
          <Row
            key={building.buildingId}
            id={`building-${building.buildingId}`}
            title={building.name}
            note={words.buildingNote(
              grids.find(({ gridId }) => gridId === building.gridId)?.name ?? null,
              building.units.length,
              building.floors,
            )}
            onTap={() => open(building)}
          />
        ))}
      </Card>
      <Slot>
        <More {...list} />
      </Slot>
    </>
  )
}
