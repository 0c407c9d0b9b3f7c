import { View } from '@tarojs/components'
import { useState } from 'react'
import { useRead, type Input, type Output } from '../../../client'
import { Button, Card, Notice, Sheet, Slot, State } from '../../../components'
import { offerMoves } from '../../../domain/wish/verbs'
import { serviceName } from '../../../knowledge/service-names'
import { unsentText } from '../../../text'
import { offerStateNames, timesText } from '../../../text/wish-names'
import { wishMine as words, wishNow } from '../../../text/wish-visit'
import { ConsentSheet, useConsented } from '../../consent'
import { go, pathTo } from '../../go'
import { useReturn } from '../../shell'
import { Waiting } from '../../waiting'

type Offer = Output<'offer.mine'>['offers'][number]
type Verb = Input<'offer.act'>['verb']

/** What is offered on a card; `renew` is what resuming also says. */
const verbs: readonly Exclude<Verb, 'renew'>[] = ['pause', 'resume', 'withdraw']

/** One's own red cards: paused, resumed, taken down. */
export function OwnOffers() {
  const { data, busy, refused, reload } = useRead('offer.mine', {})
  useReturn(() => void reload())
  const acting = useConsented('offer.act')
  const [asked, setAsked] = useState<string | null>(null)
  if (!data) return <Waiting busy={busy} refused={refused} retry={() => void reload()} />
  const act = async (offerId: string, verb: Verb) => {
    const done = await acting.run({ offerId, verb })
    setAsked(null)
    if (done) await reload()
  }
  return (
    <View id="own-offers">
      <Slot>{acting.refused ? <Notice tone="wait" icon="alarm" text={unsentText(acting.refused)} /> : null}</Slot>
      <ConsentSheet of={acting} />
      {data.offers.length === 0 ? (
        <State icon="welfare" title={words.offersEmpty} hint={words.offersHint} />
      ) : (
        data.offers.map((offer) => (
          <OwnOffer
            key={offer.offerId}
            offer={offer}
            busy={acting.busy}
            onAct={(verb) => (verb === 'withdraw' ? setAsked(offer.offerId) : void act(offer.offerId, verb))}
          />
        ))
      )}
      <View className="section">
        <Button id="write-offer" icon="edit" text={words.offer} onTap={() => void go(pathTo('wish/offer'))} />
      </View>
      {asked === null ? null : (
        <Sheet
          id="offer-ask"
          title={words.withdrawAsk}
          text={words.withdrawText}
          main={{ text: words.withdrawYes, busy: acting.busy, onTap: () => void act(asked, 'withdraw') }}
          other={{ text: words.no, onTap: () => setAsked(null) }}
        />
      )}
    </View>
  )
}

function OwnOffer({
  offer,
  busy,
  onAct,
}: {
  readonly offer: Offer
  readonly busy: boolean
  readonly onAct: (verb: Verb) => void
}) {
  const { offerId, state, wordsState, left, kinds, times } = offer
  const possible = verbs.filter((verb) => (offerMoves[verb].from as readonly Offer['state'][]).includes(state))
  const notes = [kinds.map(serviceName).join('、'), timesText(times), left === null ? '' : words.left(left)]
  return (
    <View className="section" id={`offer-${offerId}`}>
      <Card>
        <View className="fact">
          <View className="row-words">
            <View className="second">{wordsState === 'waiting' ? wishNow.wordsWaiting : offerStateNames[state]}</View>
            <View className="fact-value">{offer.words}</View>
            <View className="second">{notes.filter(Boolean).join(' · ')}</View>
          </View>
        </View>
      </Card>
      {possible.length > 0 ? (
        <View className="pair section">
          {possible.map((verb) => (
            <Button
              key={verb}
              id={`${verb}-${offerId}`}
              kind="plain"
              text={words[verb]}
              busy={busy}
              onTap={() => onAct(verb)}
            />
          ))}
        </View>
      ) : null}
    </View>
  )
}
