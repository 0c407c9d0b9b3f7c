import { View } from '@tarojs/components'
import { usePageScroll } from '@tarojs/taro'
import { Fragment, useEffect, useState, type ReactNode } from 'react'
import { heartGap } from '../../../components/heart'

/** Which part of the page (px from its top) has its cards in the view. */
export interface Span {
  readonly top: number
  readonly bottom: number
}

/** How far (px) the page moves before anything is drawn anew, and what lies ready above and below the screen. */
const step = 300
const above = 900
const below = 1500

const spanAt = (scrollTop: number): Span => {
  const at = Math.floor(scrollTop / step) * step
  return { top: at - above, bottom: at + below }
}

/** Follows the page's scrolling: about three screens of cards are in the view, however long the wall is. */
export function useSpan(): Span {
  const [span, setSpan] = useState(() => spanAt(0))
  usePageScroll(({ scrollTop }) => {
    const next = spanAt(scrollTop)
    setSpan((before) => (before.top === next.top ? before : next))
  })
  return span
}

/** Rows of cards that come and go together. */
const rowsOfBlock = 5

interface CardWindowProps<Card> {
  readonly cards: readonly Card[]
  readonly idOf: (card: Card) => string
  /** How high a card is (px), without the space below it. */
  readonly height: number
  /** Cards beside each other. */
  readonly perRow?: 1 | 2
  readonly span: Span
  /** Asks for the next page; null: there is none, or it failed and waits for a tap. */
  readonly more: (() => void) | null
  readonly draw: (card: Card) => ReactNode
}

/**
 * A long list of cards of one height: what is far from the screen is an empty box as high as its cards. Each block has a
 * place of its own, so that what comes or goes in one sends nothing of the others to the view.
 */
export function CardWindow<Card>({
  cards,
  idOf,
  height,
  perRow = 1,
  span,
  more,
  draw,
}: CardWindowProps<Card>): ReactNode {
  const pitch = height + heartGap
  const size = rowsOfBlock * perRow
  const blocks = Math.ceil(cards.length / size)
  const first = Math.floor(span.top / (rowsOfBlock * pitch))
  const last = Math.floor(span.bottom / (rowsOfBlock * pitch))
  const isNearEnd = last >= blocks - 1
  useEffect(() => {
    if (isNearEnd) more?.()
  }, [isNearEnd, more])
  return (
    <View>
      {Array.from({ length: blocks }, (_, at) => {
        const inside = cards.slice(at * size, (at + 1) * size)
        return (
          <View
            key={at}
            className={perRow === 2 ? 'wall-twos' : ''}
            style={`height:${Math.ceil(inside.length / perRow) * pitch}px`}
          >
            {at < first || at > last ? null : inside.map((card) => <Fragment key={idOf(card)}>{draw(card)}</Fragment>)}
          </View>
        )
      })}
    </View>
  )
}
