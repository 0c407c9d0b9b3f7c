import { cryWish, refuse, type OutputOf } from '../../contract'
import { limits } from '../../contract/limits'
import { dayOf } from '../../domain/time/clock'
import { readPlace } from '../filing/place'
import { turnOfDay } from '../filing/turn'
import { handle, type Alone } from '../handle'
import { criedWish } from './hung'
import { ownWishes } from './own-cards'
import { tellSoon } from './tell'

/**
 * A cry for help, kept as one that never hangs, and told to the duty members at once. Nobody is asked for an agreement,
 * and no check comes in between. Reads the building, the community and the caller's own cards, and writes; then tells.
 */
export const cry = handle(cryWish, async (input, context) => {
  const { store, now, person, call } = context
  const day = dayOf(now)
  const [place, own] = await Promise.all([readPlace(store, input), ownWishes(store, person, day)])
  if (!place) return refuse('wish.no-place')
  const turn = turnOfDay({ person, day, most: limits['wish.cry'].most }, own.today)
  const data: OutputOf<typeof cryWish> = { wishId: call.id }
  const present = async () => {
    const row = await store.wishes.find(call.id)
    return row && { input: row.input, data }
  }
  const before = turn === null ? await present() : null
  if (turn === null && !before) return { refused: 'rate.limited' }
  const alone: Alone<typeof data> = {
    async insert() {
      if (turn === null) return false
      const isKept = await store.wishes.insert(criedWish(input, context, { place, turn }))
      if (isKept) await tellSoon(context, call.id)
      return isKept
    },
    present,
    data,
  }
  return alone
})
