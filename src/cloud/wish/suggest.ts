import { suggestWish } from '../../contract'
import { handle } from '../handle'
import { heldCard } from './judged-card'
import { kindsOf } from './reading'

/** What the words of a card that is being written speak of, and what would be held back. Reads nothing. */
export const suggest = handle(suggestWish, ({ side, words, wants }) => {
  const held = heldCard({ words, more: wants, times: null }, side)
  return Promise.resolve({
    kinds: [...kindsOf(words, side)],
    held,
  })
})
