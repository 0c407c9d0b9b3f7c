import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { usePosts } from '../../../client/use-posts'
import { Slot, State } from '../../../components'
import { households as words } from '../../../text/directory-households'
import { spotOf, spotQuery } from '../../desk-spot'
import { pathTo } from '../../go'
import { PlaceChoice, useChoosing } from '../../place-choice'
import { Shell } from '../../shell'
import { Waiting } from '../../waiting'
import { DutyGate, HouseholdGate } from '../parts/household-gate'
import { HouseholdList } from '../parts/household-list'
import { useHouseholds } from '../parts/household-rooms'
import { Nowhere } from '../parts/nowhere'

/** 住户: who lives in a building. What a look means is said before it; nothing of it stays on the phone. */
export default function HouseholdsPage() {
  const { params } = useRouter()
  const spot = spotOf(params)
  const { posts, busy, refused, reload, may } = usePosts()
  const choosing = useChoosing()
  if (!spot) return <Nowhere title={words.title} />
  const { building } = params
  const choose = (buildingId: string) =>
    void Taro.redirectTo({ url: pathTo('directory/households', spotQuery(spot), `building=${buildingId}`) })
  if (building && may('household.list', spot)) return <Building buildingId={building} />
  return (
    <Shell title={words.title} {...(choosing.soFar === null ? {} : { subtitle: choosing.soFar })}>
      <Slot>
        {posts === null ? (
          <Waiting busy={busy} refused={refused} retry={() => void reload()} />
        ) : may('household.list', spot) ? (
          <PlaceChoice of={choosing} onChosen={({ buildingId }) => choose(buildingId)} />
        ) : (
          <NotYours />
        )}
      </Slot>
    </Shell>
  )
}

const NotYours = () => <State icon="people" title={words.notYours} hint={words.notYoursHint} />

function Building({ buildingId }: { readonly buildingId: string }) {
  const [isAgreed, setAgreed] = useState(false)
  const list = useHouseholds(buildingId)
  const { place, refused } = list
  const open = () => {
    setAgreed(true)
    void list.next()
  }
  return (
    <Shell title={words.title} {...(place === null ? {} : { subtitle: place })}>
      <Slot>
        {refused === 'role.forbidden' ? (
          <NotYours />
        ) : !isAgreed ? (
          <HouseholdGate onOpen={open} />
        ) : refused === 'household.not-on-duty' ? (
          <DutyGate onSay={() => void list.next(true)} />
        ) : place === null ? (
          <Waiting busy={list.busy} refused={refused} retry={() => void list.next()} />
        ) : list.rooms.length === 0 ? (
          <State icon="people" title={words.empty} hint={words.emptyHint} />
        ) : (
          <HouseholdList {...list} onNext={() => void list.next()} />
        )}
      </Slot>
    </Shell>
  )
}
