import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button, Notice, Slot } from '../../../components'
import type { WishCardView } from '../../../contract'
import { refusalText } from '../../../text'
import { wishCardPage as words } from '../../../text/wish-card'
import { ConsentSheet, useConsented } from '../../consent'
import { go, pathTo } from '../../go'

/** What somebody was told who came second, and the card that they are shown instead. */
export interface Lost {
  readonly next: WishCardView | null
}

interface ClaimProps {
  readonly wishId: string
  readonly isHome: boolean
  readonly lost: Lost | null
  readonly onLost: (lost: Lost) => void
}

/**
 * 我来: one tap. Of two at once one has it, and comes to the page where a time is arranged; the other gets a kind word and
 * the next card that fits.
 */
export function CardClaim({ wishId, isHome, lost, onLost }: ClaimProps) {
  const claim = useConsented('wish.claim')
  const [isWon, setWon] = useState(false)
  const follow = () => void go(pathTo('wish/visit', `id=${wishId}`))
  const take = async () => {
    const answer = await claim.run({ wishId, offerId: null })
    if (!answer) return
    if (!answer.won) return onLost({ next: answer.next })
    setWon(true)
    follow()
  }
  return (
    <View id="claiming" className="stack">
      <Slot>
        {lost ? (
          <Notice tone="wait" icon="welfare" text={`${words.lost}${lost.next ? words.lostNext : words.lostNone}`} />
        ) : null}
        {claim.refused ? <Notice tone="wait" icon="alarm" text={refusalText[claim.refused]} /> : null}
      </Slot>
      <ConsentSheet of={claim} />
      {lost && !lost.next ? null : isWon ? (
        <Button id="follow" text={words.follow} onTap={follow} />
      ) : (
        <>
          <Button id="claim" text={words.claim} busy={claim.busy ? words.claiming : false} onTap={() => void take()} />
          <View className="second">{isHome ? `${words.homeHint}${words.claimHint}` : words.claimHint}</View>
        </>
      )}
    </View>
  )
}
