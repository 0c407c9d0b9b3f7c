import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useRead } from '../../../client'
import { usePosts } from '../../../client/use-posts'
import { Notice, Slot, State } from '../../../components'
import { building as words, places } from '../../../text/directory-places'
import { spotOf, spotQuery, type DeskSpot } from '../../desk-spot'
import { pathTo } from '../../go'
import { Shell } from '../../shell'
import { Waiting } from '../../waiting'
import { BuildingFacts } from '../parts/building-facts'
import { BuildingForm } from '../parts/building-form'
import { BuildingMore } from '../parts/building-more'
import { useBuilding } from '../parts/building-one'
import { Nowhere } from '../parts/nowhere'

/** 楼栋: one building, to be entered or changed; the ways to its codes and to who lives there. */
export default function BuildingPage() {
  const { params } = useRouter()
  const spot = spotOf(params)
  if (!spot || !params.estate) return <Nowhere title={words.title} />
  return <Building spot={spot} estateId={params.estate} opened={params.building || null} />
}

interface BuildingProps {
  readonly spot: DeskSpot
  readonly estateId: string
  readonly opened: string | null
}

function Building({ spot, estateId, opened }: BuildingProps) {
  const { communityId } = spot
  const { posts, busy: isAsking, refused: unasked, reload: ask, may } = usePosts()
  const [buildingId, setBuildingId] = useState(opened)
  /** A saved form begins anew with what was saved. */
  const [turn, setTurn] = useState(0)
  const [said, setSaid] = useState('')
  const directory = useRead('directory.show', { communityId })
  const { building, busy, refused, reload } = useBuilding(communityId, estateId, buildingId)
  const list = pathTo('directory/places', spotQuery(spot), `estate=${estateId}`)
  const estate = directory.data?.estates.find((one) => one.estateId === estateId)
  const grids = directory.data?.grids ?? null

  const saved = async (id: string, name: string) => {
    setSaid(buildingId === null ? words.added(name) : words.saved)
    if (buildingId === null) return setBuildingId(id)
    await reload()
    setTurn((before) => before + 1)
  }
  const another = () => {
    setSaid('')
    setBuildingId(null)
    setTurn((before) => before + 1)
  }
  const leave = () => void Taro.navigateBack().catch(() => Taro.redirectTo({ url: list }))

  return (
    <Shell
      title={building?.name ?? (buildingId === null ? words.newTitle : words.title)}
      {...(estate ? { subtitle: estate.name } : {})}
    >
      <Slot>{said ? <Notice tone="done" icon="check" text={said} /> : null}</Slot>
      <Slot>
        {posts === null ? (
          <Waiting busy={isAsking} refused={unasked} retry={() => void ask()} />
        ) : grids === null || (buildingId !== null && building === null && (busy || refused)) ? (
          <Waiting
            busy={directory.busy || busy}
            refused={directory.refused ?? refused}
            retry={() => void (grids === null ? directory.reload() : reload())}
          />
        ) : buildingId !== null && building === null ? (
          <State
            icon="building"
            title={words.missing}
            hint={words.missingHint}
            action={{ text: places.toPlaces, onTap: () => void Taro.redirectTo({ url: list }) }}
          />
        ) : building && !building.mine ? (
          <BuildingFacts building={building} grids={grids} />
        ) : (
          <BuildingForm
            key={`${building?.buildingId ?? ''}/${turn}`}
            spot={spot}
            estateId={estateId}
            building={building}
            grids={grids}
            mayMove={may('grid.save', spot)}
            onReload={() => void reload()}
            onSaved={(id, name) => void saved(id, name)}
          />
        )}
      </Slot>
      <Slot>
        {building && grids !== null && posts !== null ? (
          <BuildingMore
            may={may}
            spot={spot}
            building={building}
            estateId={estateId}
            onReload={() => void reload()}
            onAnother={said ? another : null}
            onRemoved={leave}
          />
        ) : null}
      </Slot>
    </Shell>
  )
}
