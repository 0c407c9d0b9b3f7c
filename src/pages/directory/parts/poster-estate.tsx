import { View } from '@tarojs/components'
import { useState } from 'react'
import { useRows, type Output } from '../../../client'
import { Choices, ManyChoices, Notice, Section, Slot } from '../../../components'
import { poster as words } from '../../../text/directory-codes'
import { places } from '../../../text/directory-places'
import type { DeskSpot } from '../../desk-spot'
import { ListWaiting, More } from '../../waiting'
import { PosterMake } from './poster-make'

interface PosterOfEstateProps {
  readonly spot: DeskSpot
  readonly estateId: string
  readonly grids: Output<'directory.show'>['grids']
}

const whole = 'whole'
const some = 'some'
/** A grid's own id could be one of the words above. */
const ofGrid = 'grid-'
/** As `contract/files` has it. */
const most = 100

/** The posters of an estate: all of it, one grid's buildings, or some buildings. A grid leader's are the own grid's. */
export function PosterOfEstate({ spot, estateId, grids }: PosterOfEstateProps) {
  const { communityId } = spot
  const [scope, setScope] = useState(whole)
  const [chosen, setChosen] = useState<readonly string[]>([])
  const own = grids.find(({ gridId }) => gridId === spot.gridId)
  const gridId = spot.gridId ?? (scope.startsWith(ofGrid) ? scope.slice(ofGrid.length) : null)
  const buildingIds = scope === some ? [...chosen] : []
  const wanted =
    scope === some && (chosen.length === 0 || chosen.length > most)
      ? null
      : { communityId, gridId, estateId, buildingIds }
  return (
    <Section id="posters" title={words.title} hint={words.hint}>
      <Choices
        id="scope"
        label={words.scope}
        options={[
          { id: whole, title: own ? words.grid(own.name) : words.estate },
          ...(spot.gridId === null && grids.length > 1
            ? grids.map((grid) => ({ id: `${ofGrid}${grid.gridId}`, title: words.grid(grid.name) }))
            : []),
          { id: some, title: words.chosen },
        ]}
        chosen={scope}
        onChoose={setScope}
      />
      <Slot>
        {scope === some ? <Some spot={spot} estateId={estateId} chosen={chosen} onChange={setChosen} /> : null}
      </Slot>
      <PosterMake key={`${scope}/${chosen.join('/')}`} wanted={wanted} />
    </Section>
  )
}

interface SomeProps {
  readonly spot: DeskSpot
  readonly estateId: string
  readonly chosen: readonly string[]
  readonly onChange: (ids: readonly string[]) => void
}

function Some({ spot: { communityId, gridId }, estateId, chosen, onChange }: SomeProps) {
  const list = useRows(
    `${communityId}/${estateId}`,
    'directory.buildings',
    (cursor) => ({ communityId, estateId, cursor }),
    ({ buildings }) => buildings.filter((building) => gridId === null || building.gridId === gridId),
  )
  if (list.rows.length === 0 && !list.more) return <ListWaiting {...list} icon="building" empty={places.noBuildings} />
  return (
    <View>
      <ManyChoices
        id="some"
        label={words.which}
        options={list.rows.map(({ buildingId, name }) => ({ id: buildingId, title: name }))}
        chosen={chosen}
        onChange={onChange}
      />
      <Slot>{chosen.length > most ? <Notice tone="wait" icon="alarm" text={words.most(most)} /> : null}</Slot>
      <More {...list} />
    </View>
  )
}
