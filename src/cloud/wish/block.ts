import { blockWish, isRefused, refuse, type InputOf } from '../../contract'
import { wishersOf } from '../../domain/wish/sides'
import { hashOf } from '../hash'
import { handle, written } from '../handle'
import { loadWish, type WishRow } from './load'

/** It is said by those who are in it, and by those who were: a helper who has left, and who came for one once. */
async function loadMet(input: InputOf<typeof blockWish>, given: Parameters<typeof loadWish>[1]) {
  const found = await loadWish(input, given)
  if (isRefused(found)) return found
  const { leavers, appointments } = found.loaded
  const met = [...leavers, ...appointments.flatMap(({ standIns }) => standIns)].flatMap(({ person }) => person ?? [])
  return { ...found, belongs: { ...found.belongs, shared: [...(found.belongs.shared ?? []), ...met] } }
}

/**
 * Not to be paired with somebody of this wish again, or after all. What one of the two says is kept apart from what the
 * other says, so that nobody takes back what is not theirs; who is meant never learns of it. Reads the wish and what the
 * caller has said before.
 */
export const block = handle(blockWish, {
  load: loadMet,
  async work({ helperId, block: isBlocked }, { loaded: row, store, person, now }) {
    const other = personOf(row, helperId)
    if (other === null) return refuse('wish.no-helper')
    if (other === person) return refuse('wish.own')
    const _id = hashOf('block', person, other)
    const before = await store.blocks.find(_id)
    const data = { blocked: isBlocked }
    if (isBlocked === (before !== null)) return written(data, [])
    if (before) return written(data, [store.blocks.removing(before)])
    return written(data, [store.blocks.inserting({ _id, people: [person, other], by: person, at: now })])
  },
})

/** Who is meant: the wisher, or a helper, also one who has left. null: nobody whom we know. */
function personOf({ helpers, leavers, ...row }: WishRow, helperId: string | null): string | null {
  if (helperId === null) return wishersOf(row)[0] ?? null
  const present = helpers.find(({ id }) => id === helperId)
  return (present ?? leavers.find((one) => one.helperId === helperId))?.person ?? null
}
