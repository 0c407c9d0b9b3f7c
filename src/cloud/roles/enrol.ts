import type { HeldRole, RolePlace } from '../../domain/people/roles'
import { monthsAfter } from '../../domain/time/months'
import type { Context, MembershipRow } from '../handle'
import { membershipId, sealedAt } from '../people/ids'
import type { Write } from '../store'
import type { MembershipFields } from '../store/documents'
import { placeIn } from './place'

interface Taking {
  readonly place: RolePlace & { readonly role: HeldRole }
  /** The same role in the same place from before; it is taken up again. */
  readonly held: MembershipRow | null
  readonly name: string
  /** For how long the role holds. */
  readonly months: number
  readonly invitationId: string | null
}

type Taker = Pick<Context, 'store' | 'keys' | 'now'> & { readonly person: string }

/** Somebody's new role, for the commit. */
export function taking(
  { store, keys, now, person }: Taker,
  { place, held, name, months, invitationId }: Taking,
): { readonly row: MembershipFields & { readonly _id: string }; readonly write: Write } {
  const _id = membershipId(person, place)
  const fields: MembershipFields = {
    person,
    ...placeIn(place),
    name: keys.seal(name, sealedAt('memberships', 'name', _id)),
    from: now,
    until: monthsAfter(now, months),
    state: 'active',
    endedAt: null,
    invitationId,
    // Who was seen once and only ran out of time is still who they are.
    checkedAt: held?.state === 'active' ? held.checkedAt : null,
    keyId: keys.currentKey,
  }
  const row = { ...fields, _id }
  const write = held ? store.memberships.replacing({ ...held, ...fields }) : store.memberships.inserting(row)
  return { row, write }
}

/** The name as the person's own, where none is kept yet. */
export function namedOnce({ store, keys, self }: Pick<Context, 'store' | 'keys' | 'self'>, name: string): Write[] {
  if (self?.name !== null) return []
  // Its `keyId` stays: the rest of the document may still be sealed under the key before.
  return [store.people.replacing({ ...self, name: keys.seal(name, sealedAt('people', 'name', self._id)) })]
}
