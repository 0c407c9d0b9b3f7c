import { View } from '@tarojs/components'
import { useState } from 'react'
import { useList, type List } from '../../../client'
import { Button, Card, Loading, Notice, Row, Section, Slot, State } from '../../../components'
import { listBuildings, listPlaces, type OutputOf } from '../../../contract'
import { choose as words, common, refusalText } from '../../../text'
import { goToDoor } from '../../go'
import { Shell } from '../../shell'

type Estate = OutputOf<typeof listPlaces>['communities'][number]['estates'][number]
type Building = OutputOf<typeof listBuildings>['buildings'][number]

/** Where one lives, by hand: estate, then building, then unit; each is one question. */
export default function ChoosePage() {
  const [estate, setEstate] = useState<Estate | null>(null)
  const [building, setBuilding] = useState<Building | null>(null)
  const enter = (chosen: Building, unitId: string | null) =>
    goToDoor({ by: 'place', buildingId: chosen.id, unitId }, { mine: true })
  const choose = (chosen: Building) =>
    chosen.units.length > 1 ? setBuilding(chosen) : enter(chosen, chosen.units[0]?.id ?? null)

  return (
    <Shell
      title={words.title}
      {...(estate ? { subtitle: [estate.name, building?.name ?? ''].filter(Boolean).join(' ') } : {})}
    >
      {estate && building ? (
        <Section title={words.unit}>
          <Card>
            {building.units.map(({ id, name }) => (
              <Row key={id} id={`unit-${id}`} title={name} onTap={() => enter(building, id)} />
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
    </Shell>
  )
}

function Estates({ onChoose }: { readonly onChoose: (estate: Estate) => void }) {
  const list = useList(
    'estates',
    listPlaces,
    (cursor) => ({ cursor }),
    ({ communities }) => communities,
  )
  if (list.rows.length === 0) return <Waiting {...list} />
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
    listBuildings,
    (cursor) => ({ estateId, cursor }),
    ({ buildings }) => buildings,
  )
  if (list.rows.length === 0) return <Waiting {...list} />
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

type ListState = Omit<List<unknown, keyof typeof refusalText>, 'rows'>

const More = ({ busy, refused, more }: ListState) =>
  more ? (
    <View className="section">
      {refused ? <Notice tone="wait" icon="offline" text={refusalText[refused]} /> : null}
      <Button
        text={busy ? common.loading : refused ? common.retry : words.more}
        kind="plain"
        disabled={busy}
        onTap={more}
      />
    </View>
  ) : null

function Waiting({ busy, refused, more }: ListState) {
  if (busy) return <Loading />
  if (refused)
    return <State icon="offline" title={refusalText[refused]} action={{ text: common.retry, onTap: () => more?.() }} />
  return <State icon="place" title={words.empty} hint={words.emptyHint} />
}
