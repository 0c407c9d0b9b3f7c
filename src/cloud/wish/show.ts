import { showWish } from '../../contract'
import { handle, type Context } from '../handle'
import { loadWish, type WishRow } from './load'
import { viewWish } from './view'
import { lookingAt } from './view-who'

/**
 * One wish, for those who are in it and for the office. Reads it, who the caller is where it is not their own, and where
 * no number was said for it, whether the wisher's account has one.
 */
export const show = handle(showWish, {
  load: loadWish,
  async work(_input, context) {
    const [looking, hasPhone] = await Promise.all([lookingAt(context), canBeCalled(context)])
    return viewWish(context.loaded, { looking, hasPhone })
  },
})

async function canBeCalled({ loaded: row, store }: Context<WishRow>): Promise<boolean> {
  if (row.phone !== null || (row.behalf?.phone ?? null) !== null) return true
  const account = row.person ?? (row.behalf?.kind === 'family' ? row.filedBy : null)
  return account !== null && ((await store.people.find(account))?.phone ?? null) !== null
}
