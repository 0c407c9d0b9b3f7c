import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useRef, useState } from 'react'
import { useRead } from '../../../client'
import { usePosts } from '../../../client/use-posts'
import { Button, Notice, Slot, State } from '../../../components'
import { refusalText } from '../../../text'
import { directoryCheck as words } from '../../../text/directory-check'
import { spotOf, spotQuery, type DeskSpot } from '../../desk-spot'
import { go, pathTo } from '../../go'
import { Shell, useReturn } from '../../shell'
import { Waiting } from '../../waiting'
import { CheckRow, type Doubtful } from '../parts/check-row'
import { Nowhere } from '../parts/nowhere'

/** So many numbers are sent to the view at once: each has its buttons. */
const atOnce = 8

/** 待核实的号码: one after the other is rung, and found right or changed. */
export default function CheckPage() {
  const spot = spotOf(useRouter().params)
  if (!spot) return <Nowhere title={words.title} />
  return <Check spot={spot} />
}

const keyOf = ({ agencyId, phoneId }: Doubtful) => `${agencyId}/${phoneId}`

function Check({ spot }: { readonly spot: DeskSpot }) {
  const { communityId } = spot
  const { posts, may } = usePosts()
  const { data, busy, refused, reload } = useRead('phones.check', { communityId })
  const [done, setDone] = useState<readonly string[]>([])
  const [shown, setShown] = useState(atOnce)
  // Back from a call the list stays as it is; back from the form of an agency it is another one.
  const isAway = useRef(false)
  useReturn(() => {
    if (isAway.current) void reload()
    isAway.current = false
  })
  const mayChange = may('agency.save', spot)
  const change = ({ agencyId, phoneId }: Doubtful) => {
    isAway.current = true
    void go(pathTo('directory/agency', spotQuery(spot), `agency=${agencyId}`, `phone=${phoneId}`))
  }
  const phones = data?.phones ?? []
  const left = phones.filter((phone) => !done.includes(keyOf(phone))).length + (data?.more ?? 0)
  const isThrough = data !== null && left - data.more === 0
  return (
    <Shell title={words.title}>
      <Slot>{data && refused ? <Notice tone="wait" icon="offline" text={refusalText[refused]} /> : null}</Slot>
      <Slot>
        {done.length > 0 ? <Notice tone="done" icon="check" text={words.doneCount(done.length, left)} /> : null}
      </Slot>
      <Slot>
        {data === null ? (
          <Waiting busy={busy} refused={refused} retry={() => void reload()} />
        ) : phones.length === 0 ? (
          <State icon="check" title={words.empty} hint={words.emptyHint} />
        ) : (
          <View id="check">
            <View className="second section-hint">{words.lead}</View>
            <Slot>{posts && !mayChange ? <Notice tone="calm" icon="person" text={words.askSecretary} /> : null}</Slot>
            {phones.slice(0, shown).map((phone) => (
              <CheckRow
                key={keyOf(phone)}
                communityId={communityId}
                phone={phone}
                isDone={done.includes(keyOf(phone))}
                onChange={mayChange ? () => change(phone) : null}
                onRung={() => setDone((before) => [...before, keyOf(phone)])}
                onMoved={() => void reload()}
              />
            ))}
          </View>
        )}
      </Slot>
      <Slot>
        {phones.length > shown ? (
          <View className="section">
            <Button id="check-more" kind="plain" text={words.showMore} onTap={() => setShown(shown + atOnce)} />
          </View>
        ) : null}
      </Slot>
      <Slot>
        {isThrough && data.more > 0 ? (
          <View className="section">
            <Button id="check-next" text={words.further(data.more)} busy={busy} onTap={() => void reload()} />
          </View>
        ) : null}
      </Slot>
    </Shell>
  )
}
