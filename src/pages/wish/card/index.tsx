import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { myDoor, targetQuery, useRead } from '../../../client'
import { Button, Notice, State } from '../../../components'
import type { WishCardView } from '../../../contract'
import { wishCardPage as words } from '../../../text/wish-card'
import { standInText } from '../../../text/wish-visit'
import { go, pathTo } from '../../go'
import { Shell, useNow, useReturn } from '../../shell'
import { Waiting } from '../../waiting'
import { offerFace, wishFace } from '../../wish-hearts'
import { CardClaim, type Lost } from '../parts/card-claim'
import { CardAlone, OfferFacts, WishFacts } from '../parts/card-facts'
import { CardFoot } from '../parts/card-foot'
import { PairedCard } from '../parts/card-stack'
import { StandIn } from '../parts/stand-in'

/** One card: a yellow one (`id`), or a red one (`o`). All that everybody may see of it, and what can be done with it. */
export default function WishCardPage() {
  const { id = '', o } = useRouter().params
  return (
    <Shell title={o ? words.titles.offer : words.titles.wish}>
      <View id="wish-card">{o ? <OfferCard offerId={o} /> : <WishCard wishId={id} />}</View>
    </Shell>
  )
}

/** It hangs no more, or never did. */
const Gone = () => (
  <State
    icon="welfare"
    title={words.gone}
    hint={words.goneHint}
    action={{ text: words.wall, onTap: () => void Taro.redirectTo({ url: pathTo('wish/wall') }) }}
  />
)

function WishCard({ wishId }: { readonly wishId: string }) {
  const now = useNow()
  const { data, busy, refused, reload } = useRead('wish.card', { wishId })
  const [lost, setLost] = useState<Lost | null>(null)
  useReturn(() => void reload())
  if (!data)
    return refused === 'wish.missing' ? <Gone /> : <Waiting {...{ busy, refused }} retry={() => void reload()} />
  const { communityId, isVolunteer } = data
  // Whoever came second looks at the next card, on the same page.
  const card = lost?.next ?? data.card
  const isMine = data.mine && lost === null
  return (
    <View>
      {card.stackAt === null ? (
        <CardAlone face={{ ...wishFace(card, now), foot: '' }} all={card.words} />
      ) : (
        <Pair {...{ card, now }} />
      )}
      <View>
        {isMine ? (
          <Button id="follow" text={words.follow} onTap={() => void go(pathTo('wish/visit', `id=${card.wishId}`))} />
        ) : card.stackAt !== null ? null : isVolunteer ? (
          <CardClaim
            key={card.wishId}
            wishId={card.wishId}
            isHome={card.place === 'home'}
            {...{ lost }}
            onLost={setLost}
          />
        ) : (
          <Notice tone="calm" icon="people" text={words.become} />
        )}
      </View>
      <View>
        {data.wanted && lost === null ? (
          <StandIn
            wishId={wishId}
            visitId={data.wanted.appointmentId}
            helperId={data.wanted.helperId}
            when={standInText.when(data.wanted.at, now, data.wanted.minutes)}
            onDone={() => void Taro.redirectTo({ url: pathTo('wish/visit', `id=${wishId}`) })}
          />
        ) : null}
      </View>
      <View className="section">
        <WishFacts {...{ card, now }} />
      </View>
      <CardFoot
        {...{ communityId }}
        cardId={card.wishId}
        said={card.words}
        title={words.shareTitle(card.buildingName, card.words)}
        path={pathTo('wish/card', `id=${card.wishId}`)}
      />
    </View>
  )
}

function Pair({ card, now }: { readonly card: WishCardView; readonly now: number }) {
  return (
    <View className="card-alone">
      <PairedCard {...{ card, now }} />
    </View>
  )
}

function OfferCard({ offerId }: { readonly offerId: string }) {
  const now = useNow()
  const { data, busy, refused, reload } = useRead('offer.card', { offerId })
  useReturn(() => void reload())
  if (!data) {
    return refused === 'offer.missing' ? <Gone /> : <Waiting {...{ busy, refused }} retry={() => void reload()} />
  }
  const { card, communityId, state, mine, hangs } = data
  return (
    <View>
      <CardAlone face={{ ...offerFace(card), foot: '' }} all={card.words} />
      <View>
        {mine ? (
          <Button id="follow" text={words.myOffers} onTap={() => void go(pathTo('wish/mine'))} />
        ) : !hangs ? (
          <Notice tone="wait" icon="clock" text={words.notHanging} />
        ) : state === 'open' && card.left !== 0 ? (
          <Button
            id="ask"
            text={words.ask}
            onTap={() => void go(pathTo('wish/form', `for=${offerId}`, targetQuery(myDoor()?.target ?? null)))}
          />
        ) : (
          <Notice tone="wait" icon="clock" text={words.notOpen} />
        )}
      </View>
      <View className="section">
        <OfferFacts {...{ card, now }} />
      </View>
      <View>
        {hangs ? (
          <CardFoot
            {...{ communityId }}
            cardId={offerId}
            said={card.words}
            title={words.shareOffer(card.words)}
            path={pathTo('wish/card', `o=${offerId}`)}
          />
        ) : null}
      </View>
    </View>
  )
}
