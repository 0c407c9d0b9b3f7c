import { nameMe as contract } from '../../contract'
import { inForce } from '../../domain/people/roles'
import { handle, written, type Context } from '../handle'
import type { Write } from '../store'
import { checkName } from './check-name'
import { sealedAt } from './ids'

/** More roles than anybody holds: together with the person, the counter and the resend record they are one commit. */
const mostRoles = 15

/**
 * How somebody wants to be called, in all their roles too, also those that are over: a correction holds everywhere.
 * Reads the memberships beside the person; writes the person and each membership that still has a name.
 */
export const name = handle(contract, async ({ name: wanted }, context) => {
  const refused = wanted === null ? null : await checkName(context, wanted)
  if (refused) return refused
  return written({ name: wanted }, await renamed(context, wanted))
})

async function renamed({ self, store, keys, now }: Context, wanted: string | null): Promise<Write[]> {
  if (!self) return []
  const sealed = (collection: 'people' | 'memberships', id: string) =>
    wanted === null ? null : keys.seal(wanted, sealedAt(collection, 'name', id))
  const { rows } = await store.memberships.page({
    where: { person: self._id },
    order: 'until',
    direction: 'desc',
    after: null,
    limit: 100,
  })
  const held = rows.filter((row) => row.name !== null || inForce(row, now)).slice(0, mostRoles)
  // `keyId` stays: the rest of a document may still be sealed under the key before.
  return [
    store.people.replacing({ ...self, name: sealed('people', self._id) }),
    ...held.map((one) => store.memberships.replacing({ ...one, name: sealed('memberships', one._id) })),
  ]
}
