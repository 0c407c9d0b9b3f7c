import { inForce, type Membership, type Role } from './roles'

/**
 * How far a role reaches: `any` asks nothing of what the call is about; the others compare it with who calls: their own
 * (`own`), their grid's, their agency's, their community's.
 */
export const scopes = ['any', 'own', 'grid', 'agency', 'community'] as const
export type Scope = (typeof scopes)[number]

/** One row of the table of permissions. A role that does not stand there may not. */
export type Allowed = Readonly<Partial<Record<Role, Scope>>>

/** Whose the thing is that a call is about; null where it has none. */
export interface Belongs {
  /** The pseudonym of whose it is. */
  readonly owner: string | null
  readonly communityId: string | null
  readonly gridId: string | null
  readonly agencyId: string | null
  /** Others whom it concerns as if it were theirs. */
  readonly shared?: readonly string[]
  /** Further agencies that have a part in it. */
  readonly agencyIds?: readonly string[]
}

const isOwn = (person: string, { owner, shared = [] }: Belongs): boolean => owner === person || shared.includes(person)

export const nowhere: Belongs = { owner: null, communityId: null, gridId: null, agencyId: null }

/** By what somebody is allowed: the role, and the membership that gives it. */
export interface As<Held extends Membership = Membership> {
  readonly role: Role
  /** null for visitor and resident. */
  readonly membership: Held | null
}

/** What needs no look at memberships: `visitor`, and `resident` for what is their own. Null if that is not enough. */
export function permitPlain(allowed: Allowed, person: string | null, belongs: Belongs): As | null {
  if (allowed.visitor === 'any') return { role: 'visitor', membership: null }
  if (person === null) return null
  const own = allowed.resident === 'own' && isOwn(person, belongs)
  return allowed.resident === 'any' || own ? { role: 'resident', membership: null } : null
}

/** Whether a row names a role that is held by membership. */
export const asksForRole = (allowed: Allowed): boolean =>
  Object.keys(allowed).some((role) => role !== 'visitor' && role !== 'resident')

/** Whether a membership in force reaches what the call is about. An empty place never matches an empty place. */
function reaches(scope: Scope | undefined, held: Membership, person: string, belongs: Belongs): boolean {
  if (scope === undefined) return false
  if (scope === 'any') return true
  if (scope === 'own') return isOwn(person, belongs)
  if (belongs.communityId === null || belongs.communityId !== held.communityId) return false
  if (scope === 'community') return true
  return scope === 'grid'
    ? held.gridId !== null && held.gridId === belongs.gridId
    : held.agencyId !== null && [belongs.agencyId, ...(belongs.agencyIds ?? [])].includes(held.agencyId)
}

/** By which of their roles somebody may do it now, or null: whatever is not in the row is denied. */
export function permit<Held extends Membership>(
  allowed: Allowed,
  person: string | null,
  memberships: readonly Held[],
  belongs: Belongs,
  now: number,
): As<Held> | null {
  const plain = permitPlain(allowed, person, belongs)
  if (plain) return { role: plain.role, membership: null }
  if (person === null) return null
  const held = memberships.find((one) => inForce(one, now) && reaches(allowed[one.role], one, person, belongs))
  return held ? { role: held.role, membership: held } : null
}
