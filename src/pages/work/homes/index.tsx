import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useRows, useSend, type Spot } from '../../../client'
import { Chips, Slot } from '../../../components'
import { homesWork as words, refusalText } from '../../../text'
import { Shell, useNow } from '../../shell'
import { ListWaiting, More } from '../../waiting'
import { HomeCard, type Decision, type ListedHome } from '../parts/home-card'
import { Nowhere } from '../parts/nowhere'
import { spotOf } from '../parts/spot'

const states = ['declared', 'confirmed', 'declined'] as const
type HomeState = (typeof states)[number]
const isState = (id: string): id is HomeState => (states as readonly string[]).includes(id)

/** 住处核对: what people said of where they live, for those who know the place. */
export default function HomesPage() {
  const spot = spotOf(useRouter().params)
  const [state, setState] = useState<HomeState>('declared')
  if (!spot) return <Nowhere />
  return (
    <Shell title={words.title} subtitle={words.lead}>
      <View className="section">
        <Chips
          question={words.which}
          options={states.map((id) => ({ id, label: words.tabs[id] }))}
          chosen={state}
          onChoose={(id) => (isState(id) ? setState(id) : undefined)}
        />
      </View>
      <Homes key={state} spot={spot} state={state} />
    </Shell>
  )
}

/** What became of each home while the page is open. */
interface Said {
  readonly decided?: Decision
  readonly problem?: string
}

function Homes({ spot: { communityId, gridId }, state }: { readonly spot: Spot; readonly state: HomeState }) {
  const now = useNow()
  const [said, setSaid] = useState<Readonly<Record<string, Said>>>({})
  const [under, setUnder] = useState<{ readonly homeId: string; readonly decision: Decision } | null>(null)
  const { send } = useSend('home.confirm')
  const list = useRows(
    `${communityId}/${gridId ?? ''}/${state}`,
    'home.list',
    (cursor) => ({ communityId, gridId, state, cursor }),
    ({ homes }) => homes,
  )
  const decide = async ({ homeId, declaredAt, state: listed }: ListedHome, decision: Decision) => {
    if (under) return
    setUnder({ homeId, decision })
    const before = said[homeId]?.decided
    const seen = { declaredAt, state: before ?? listed }
    const answer = await send({ homeId, confirmed: decision === 'confirmed', seen })
    setUnder(null)
    if (answer === null) return
    const decided = answer.ok ? decision : before
    setSaid((all) => ({
      ...all,
      [homeId]: {
        ...(decided ? { decided } : {}),
        ...(answer.ok ? {} : { problem: refusalText[answer.refused] }),
      },
    }))
  }
  if (list.rows.length === 0) {
    return <ListWaiting {...list} icon="home" empty={words.empty[state]} emptyHint={words.emptyHint} />
  }
  return (
    <View className="section" id="homes">
      <Slot>
        {list.rows.map((home) => (
          <View key={home.homeId} className="section">
            <HomeCard
              home={home}
              decided={said[home.homeId]?.decided ?? null}
              problem={said[home.homeId]?.problem ?? null}
              busy={under?.homeId === home.homeId ? under.decision : null}
              now={now}
              onDecide={(decision) => void decide(home, decision)}
            />
          </View>
        ))}
      </Slot>
      <Slot>
        <More {...list} />
      </Slot>
    </View>
  )
}
