import { View } from '@tarojs/components'
import Taro, { useRouter, useShareAppMessage } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { useRead } from '../../../client'
import { Card, Loading, Row, State } from '../../../components'
import { standInText, wishVisit as words } from '../../../text/wish-visit'
import { go, pathTo } from '../../go'
import { Shell, useNow, useReturn } from '../../shell'
import { Waiting } from '../../waiting'
import { StandIn, standInPath } from '../parts/stand-in'
import { visiting } from '../parts/visit-side'
import { VisitView } from '../parts/visit-view'

/** Whoever has no part in it sees what everybody may see. */
const notTheirs: readonly string[] = ['role.forbidden', 'caller.unknown']

/** 心愿进展: one wish to follow and to act on, for its wisher and for those who help. */
export default function WishVisitPage() {
  const { id = '', visit, stand } = useRouter().params
  const now = useNow()
  const { data, busy, refused, reload } = useRead('wish.show', id === '' ? null : { wishId: id })
  useReturn(() => void reload())
  const of = data && visiting(data, now)
  const path = of && standInPath(of)
  // This page is for those who are in it: what is shared is the card, or the question who stands in.
  useShareAppMessage(() =>
    path ? { title: standInText.shareTitle, path } : { title: words.card, path: pathTo('wish/card', `id=${id}`) },
  )
  return (
    <Shell title={words.title}>
      <View id="wish-visit">
        {refused && notTheirs.includes(refused) && !data && visit && stand ? (
          <StandIn wishId={id} visitId={visit} helperId={stand} onDone={() => void reload()} />
        ) : refused && notTheirs.includes(refused) ? (
          <State
            icon="person"
            title={data ? words.left : words.notYours}
            action={
              data
                ? { text: words.toMine, onTap: () => void Taro.redirectTo({ url: pathTo('wish/mine') }) }
                : { text: words.toCard, onTap: () => void go(pathTo('wish/card', `id=${id}`)) }
            }
          />
        ) : of ? (
          <VisitView key={id} of={of} reload={reload} />
        ) : data ? (
          <ToWork wishId={id} />
        ) : (
          <Waiting busy={busy} refused={refused ?? (id === '' ? 'wish.missing' : null)} retry={() => void reload()} />
        )}
      </View>
    </Shell>
  )
}

/** Whoever opens it for the office works at it on the office's own page; a row to it where that could not be fetched. */
function ToWork({ wishId }: { readonly wishId: string }) {
  const [isStuck, setStuck] = useState(false)
  const path = pathTo('pair/card', `id=${wishId}`)
  useEffect(() => {
    // Once this page has drawn what it was about to: WeChat takes nothing for a page that is gone.
    Taro.nextTick(() => void Taro.redirectTo({ url: path }).catch(() => setStuck(true)))
  }, [path])
  if (!isStuck) return <Loading />
  return (
    <View className="section">
      <Card>
        <Row id="to-desk" icon="list" title={words.toWork} note={words.atWork} onTap={() => void go(path)} />
      </Card>
    </View>
  )
}
