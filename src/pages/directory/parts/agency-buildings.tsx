import { useState } from 'react'
import { useRows } from '../../../client'
import { Card, ManyChoices, Row, Section, Slot } from '../../../components'
import { directoryAgency as words } from '../../../text/directory-agency'
import { ListWaiting, More } from '../../waiting'
import type { Area, Places } from './agency-fields'

type Buildings = Area['buildings']

interface AgencyBuildingsProps {
  readonly communityId: string
  readonly estates: Places['estates']
  readonly chosen: Buildings
  readonly onChange: (buildings: Buildings) => void
}

/** Single buildings: the estate first, where there are several. */
export function AgencyBuildings({ communityId, estates, chosen, onChange }: AgencyBuildingsProps) {
  const [opened, setOpened] = useState<string | null>(null)
  const estateId = opened ?? (estates.length === 1 ? (estates[0]?.estateId ?? null) : null)
  const list = useRows(
    estateId,
    'directory.buildings',
    (cursor) => ({ communityId, estateId: estateId ?? '', cursor }),
    ({ buildings }) => buildings.map(({ buildingId, name }) => ({ buildingId, name })),
  )
  const choose = (ids: readonly string[]) => {
    const elsewhere = chosen.filter((one) => list.rows.every(({ buildingId }) => buildingId !== one.buildingId))
    onChange([...elsewhere, ...list.rows.filter(({ buildingId }) => ids.includes(buildingId))])
  }
  if (estateId === null)
    return (
      <Card>
        {estates.map((estate) => (
          <Row
            key={estate.estateId}
            id={`in-${estate.estateId}`}
            title={estate.name}
            onTap={() => setOpened(estate.estateId)}
          />
        ))}
      </Card>
    )
  if (list.rows.length === 0) return <ListWaiting {...list} icon="place" empty={words.noBuildings} />
  return (
    <Section title={words.addBuilding}>
      <ManyChoices
        id="building"
        label={words.buildings}
        hideLabel
        options={list.rows.map(({ buildingId, name }) => ({ id: buildingId, title: name }))}
        chosen={chosen.map(({ buildingId }) => buildingId)}
        onChange={choose}
      />
      <Slot>
        <More {...list} />
      </Slot>
    </Section>
  )
}
