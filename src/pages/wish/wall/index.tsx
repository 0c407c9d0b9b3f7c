import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { myDoor, targetOf, useDoor } from '../../../client'
import { useWall } from '../../../client/use-wall'
import { Chips, Notice, Slot, State } from '../../../components'
import { whenText } from '../../../text'
import { wallPage as words } from '../../../text/wish-card'
import { wishWall } from '../../../text/wish-wall'
import { go, pathTo } from '../../go'
import { Shell, useNow, useReturn } from '../../shell'
import { Waiting } from '../../waiting'
import { useHearts } from '../../wish-hearts'
import { isSifted, noSieve, Sieves, type Home } from '../parts/card-sieves'
import { CardStack } from '../parts/card-stack'
import { CardZones } from '../parts/card-zones'
import { HallScreen } from './hall'

/**
 * The whole wall of a community, or its stack (`stack=1`); with `screen=1` for the screen in the hall. `c`: the community,
 * where it is not that of the place (`b`, `u`) or of one's own door.
 */
export default function WishWallPage() {
  const { params } = useRouter()
  const target = targetOf(params) ?? myDoor()?.target ?? null
  const { view, busy, refused, reload } = useDoor(target, 'when-old')
  const place = view?.place ?? null
  const communityId = params.c ?? place?.communityId ?? null
  const isHome = place !== null && place.communityId === communityId
  if (params.screen && communityId !== null) {
    return <HallScreen communityId={communityId} communityName={isHome ? place.communityName : ''} />
  }
  return (
    <Shell title={params.stack ? words.stackTitle : words.title} {...(isHome ? { subtitle: place.communityName } : {})}>
      <View id="wish-wall">
        {communityId !== null ? (
          <Whole communityId={communityId} home={isHome ? place : null} startsWithStack={params.stack === '1'} />
        ) : target ? (
          <Waiting busy={busy} refused={refused} retry={() => void reload()} />
        ) : (
          <State
            icon="place"
            title={words.noPlace}
            hint={words.noPlaceHint}
            action={{ text: words.choose, onTap: () => void go(pathTo('door/choose')) }}
          />
        )}
      </View>
    </Shell>
  )
}

interface WholeProps {
  readonly communityId: string
  readonly home: Home | null
  readonly startsWithStack: boolean
}

function Whole({ communityId, home, startsWithStack }: WholeProps) {
  const now = useNow()
  const { style } = useHearts()
  const [isStack, setStack] = useState(startsWithStack)
  return (
    <View style={style}>
      <Chips
        id="show"
        question=""
        options={[
          { id: 'wall', label: words.toWall },
          { id: 'stack', label: words.toStack },
        ]}
        chosen={isStack ? 'stack' : 'wall'}
        onChoose={(id) => setStack(id === 'stack')}
      />
      {isStack ? <CardStack communityId={communityId} now={now} /> : <OnWall {...{ communityId, home, now }} />}
    </View>
  )
}

function OnWall({ communityId, home, now }: Omit<WholeProps, 'startsWithStack'> & { readonly now: number }) {
  const [sieve, setSieve] = useState(noSieve)
  const wall = useWall({ communityId, ...sieve })
  useReturn(() => void wall.refresh())
  return (
    <>
      <Sieves {...{ sieve, home }} onChange={setSieve} />
      <Slot>
        {wall.keptAt !== null && wall.refused ? (
          <Notice tone="wait" icon="offline" text={wishWall.lastSeen(whenText(wall.keptAt, now))} />
        ) : null}
      </Slot>
      {wall.paired === null ? (
        <Waiting {...wall} retry={() => void wall.reload()} />
      ) : (
        <CardZones wall={wall} now={now} isSifted={isSifted(sieve)} />
      )}
    </>
  )
}
