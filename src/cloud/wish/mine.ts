import { myWishes, refuse } from '../../contract'
import { handle } from '../handle'
import { viewOwnWish } from './view'
import { positionOf } from './wall-pages'

/** Rows of one page: it has to fit into one small setData. */
const pageSize = 20

/** The caller's own, those that they wrote for their family, and those that they help with; newest first. One read. */
export const mine = handle(myWishes, async ({ cursor: from }, { person, store, now }) => {
  const after = positionOf(from)
  if (person === null || after === undefined) return refuse('place.bad-cursor')
  const { rows, cursor } = await store.wishes.page({
    where: { people: person },
    ...{ order: 'hungAt', direction: 'desc', after, limit: pageSize },
  })
  return { wishes: rows.map((row) => viewOwnWish(row, person, now)), cursor }
})
