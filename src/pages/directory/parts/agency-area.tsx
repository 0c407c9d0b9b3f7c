import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button, Choices, Facts, ManyChoices, Section, Slot } from '../../../components'
import { directoryAgency as words } from '../../../text/directory-agency'
import { AgencyBuildings } from './agency-buildings'
import { noArea, type Area, type Places } from './agency-fields'

/** 和苑小区、第一网格、3号楼 */
export function areaWords(area: Area | null, { estates, grids }: Places): string {
  if (area === null) return words.whole
  return words.areaWords([
    ...estates.filter(({ estateId }) => area.estateIds.includes(estateId)).map(({ name }) => name),
    ...grids.filter(({ gridId }) => area.gridIds.includes(gridId)).map(({ name }) => name),
    ...area.buildings.map(({ name }) => name),
  ])
}

interface AgencyAreaProps {
  readonly communityId: string
  readonly area: Area | null
  readonly places: Places
  readonly onChange: (area: Area | null) => void
}

/** Whom the agency serves: everybody, or some estates, grids and buildings. */
export function AgencyArea({ communityId, area, places, onChange }: AgencyAreaProps) {
  return (
    <Section id="area" title={words.area}>
      <Choices
        id="area-kind"
        label={words.area}
        hideLabel
        options={[
          { id: 'whole', title: words.whole, note: words.wholeHint },
          { id: 'part', title: words.part, note: words.partHint },
        ]}
        chosen={area === null ? 'whole' : 'part'}
        onChoose={(id) => onChange(id === 'whole' ? null : (area ?? noArea))}
      />
      <Slot>
        {area === null ? null : <Parts communityId={communityId} area={area} places={places} onChange={onChange} />}
      </Slot>
    </Section>
  )
}

function Parts({ communityId, area, places, onChange }: AgencyAreaProps & { readonly area: Area }) {
  const [adding, setAdding] = useState(false)
  const { estates, grids } = places
  return (
    <>
      {estates.length > 0 ? (
        <ManyChoices
          id="estate"
          label={words.estates}
          options={estates.map(({ estateId, name }) => ({ id: estateId, title: name }))}
          chosen={area.estateIds}
          onChange={(estateIds) => onChange({ ...area, estateIds })}
        />
      ) : null}
      {grids.length > 0 ? (
        <ManyChoices
          id="grid"
          label={words.grids}
          options={grids.map(({ gridId, name }) => ({ id: gridId, title: name }))}
          chosen={area.gridIds}
          onChange={(gridIds) => onChange({ ...area, gridIds })}
        />
      ) : null}
      <Section title={words.buildings} id="area-buildings">
        <Slot>{area.buildings.length > 0 ? <ChosenBuildings area={area} onChange={onChange} /> : null}</Slot>
        <View className="card-more">
          {adding ? (
            <AgencyBuildings
              communityId={communityId}
              estates={estates}
              chosen={area.buildings}
              onChange={(buildings) => onChange({ ...area, buildings })}
            />
          ) : (
            <Button id="building-add" kind="plain" text={words.addBuilding} onTap={() => setAdding(true)} />
          )}
        </View>
      </Section>
    </>
  )
}

const ChosenBuildings = ({ area, onChange }: { readonly area: Area; readonly onChange: (area: Area) => void }) => (
  <Facts
    rows={area.buildings.map(({ buildingId, name }) => ({
      ...{ id: `chosen-${buildingId}`, label: words.buildings, value: name },
      action: {
        text: words.remove,
        label: words.removeOf(name),
        onTap: () => onChange({ ...area, buildings: area.buildings.filter((one) => one.buildingId !== buildingId) }),
      },
    }))}
  />
)
