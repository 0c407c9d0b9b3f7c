import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useRead, type Output } from '../../../client'
import { usePosts, type Posts } from '../../../client/use-posts'
import { Notice, Slot, State } from '../../../components'
import { places as words, plan as planWords } from '../../../text/directory-places'
import { spotOf, spotQuery, type DeskSpot } from '../../desk-spot'
import { pathTo } from '../../go'
import { Shell, useReturn } from '../../shell'
import { Waiting } from '../../waiting'
import { EstateBuildings } from '../parts/estate-buildings'
import { EstateList } from '../parts/estate-list'
import { GridList } from '../parts/grid-list'
import { Nowhere } from '../parts/nowhere'
import { PlanForm } from '../parts/plan-form'

/** 小区和楼栋: all of them; of one estate (`estate`) its buildings; or the form for many buildings at once (`plan`). */
export default function PlacesPage() {
  const { params } = useRouter()
  const spot = spotOf(params)
  return spot ? (
    <Places spot={spot} estateId={params.estate || null} isPlan={params.plan === '1'} />
  ) : (
    <Nowhere title={words.title} />
  )
}

interface PlacesProps {
  readonly spot: DeskSpot
  readonly estateId: string | null
  readonly isPlan: boolean
}

function Places({ spot, estateId, isPlan }: PlacesProps) {
  const { data, busy, refused, reload } = useRead('directory.show', { communityId: spot.communityId })
  const own = usePosts()
  useReturn(() => void reload())
  const estate = data?.estates.find((one) => one.estateId === estateId) ?? null
  return (
    <Shell
      title={isPlan ? planWords.title : (estate?.name ?? words.title)}
      {...(data ? { subtitle: (isPlan ? estate?.name : estate?.address) ?? data.name } : {})}
    >
      <Slot>
        {data === null ? (
          <Waiting busy={busy} refused={refused} retry={() => void reload()} />
        ) : own.posts === null ? (
          <Waiting busy={own.busy} refused={own.refused} retry={() => void own.reload()} />
        ) : isPlan ? (
          <PlanForm
            spot={spot}
            estates={data.estates}
            grids={data.grids}
            estateId={estateId}
            onStarted={(importId) =>
              void Taro.redirectTo({ url: pathTo('directory/import', spotQuery(spot), `import=${importId}`) })
            }
          />
        ) : estateId === null ? (
          <Overview spot={spot} data={data} may={own.may} onReload={() => void reload()} />
        ) : estate ? (
          <EstateBuildings
            spot={spot}
            estate={estate}
            grids={data.grids}
            may={own.may}
            onReload={() => void reload()}
          />
        ) : (
          <State
            icon="building"
            title={words.estateGone}
            hint={words.estateGoneHint}
            action={{
              text: words.toPlaces,
              onTap: () => void Taro.redirectTo({ url: pathTo('directory/places', spotQuery(spot)) }),
            }}
          />
        )}
      </Slot>
    </Shell>
  )
}

interface OverviewProps {
  readonly spot: DeskSpot
  readonly data: Output<'directory.show'>
  /** Of roles that are known by now: a second look would first show rows that cannot be pressed. */
  readonly may: Posts['may']
  readonly onReload: () => void
}

function Overview({ spot, data, may, onReload }: OverviewProps) {
  const [said, setSaid] = useState('')
  return (
    <>
      <Slot>{said ? <Notice tone="done" icon="check" text={said} /> : null}</Slot>
      <EstateList
        spot={spot}
        estates={data.estates}
        mayChange={may('estate.save', spot)}
        onReload={onReload}
        onSaid={setSaid}
      />
      <GridList
        communityId={spot.communityId}
        grids={data.grids}
        mayChange={may('grid.save', spot)}
        onReload={onReload}
        onSaid={setSaid}
      />
    </>
  )
}
