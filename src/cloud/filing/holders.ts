import { inForce, type HeldRole } from '../../domain/people/roles'
import type { MembershipRow } from '../handle'
import { decodeCursor, type Position, type Store } from '../store'

/** Who holds a role in a community now; asked once in one look. */
export type Holders = (role: HeldRole) => Promise<readonly MembershipRow[]>

/** Memberships that are read at once. */
const batch = 100

export function holdersIn(store: Store, now: number): (communityId: string) => Holders {
  const known = new Map<string, Promise<readonly MembershipRow[]>>()
  return (communityId) => (role) => {
    const key = `${communityId} ${role}`
    const asked = known.get(key) ?? readHolders(store, now, communityId, role)
    known.set(key, asked)
    return asked
  }
}

async function readHolders(store: Store, now: number, communityId: string, role: HeldRole): Promise<MembershipRow[]> {
  const held: MembershipRow[] = []
  for (let after: Position | null = null; ;) {
    const page: { rows: MembershipRow[]; cursor: string | null } = await store.memberships.page({
      where: { communityId, role, state: 'active' },
      ...{ order: 'until', direction: 'desc', until: now, after, limit: batch },
    })
    held.push(...page.rows.filter((one) => inForce(one, now)))
    after = page.cursor === null ? null : decodeCursor(page.cursor, 'number')
    if (!after) return held
  }
}
