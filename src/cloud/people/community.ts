import type { Context } from '../handle'
import { homeId } from './ids'

/**
 * In whose log it stands what somebody did with their own data: of the community where they live, else of one where
 * they hold a role. Null: of none, and no secretary sees it.
 */
export async function communityOf({
  store,
  memberships,
  person,
}: Pick<Context, 'store' | 'memberships'> & { readonly person: string }): Promise<string | null> {
  const home = await store.homes.find(homeId(person))
  return home?.communityId ?? (await memberships())[0]?.communityId ?? null
}
