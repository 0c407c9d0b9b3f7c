/**
 * Who somebody can be. `visitor` is everybody, also without an identity; `resident` is everybody whom WeChat names;
 * the others are held by membership, each in one community, with a scope and an end.
 */
export const roles = [
  'visitor',
  'resident',
  'volunteer',
  'duty',
  'handler',
  'grid-leader',
  'secretary',
  'street',
] as const
export type Role = (typeof roles)[number]

/** The roles that are given to somebody, by an invitation or a set-up code. */
export const heldRoles = ['volunteer', 'duty', 'handler', 'grid-leader', 'secretary', 'street'] as const
export type HeldRole = (typeof heldRoles)[number]

/** Where a role holds. */
export interface RolePlace {
  readonly communityId: string
  /** A grid leader has one; a volunteer and a duty member may have one. */
  readonly gridId: string | null
  /** A handler's. */
  readonly agencyId: string | null
}

/** One role of one person in one place. */
export interface Membership extends RolePlace {
  readonly role: HeldRole
  /** ms since epoch, inclusive. */
  readonly from: number
  /** ms since epoch, exclusive. */
  readonly until: number
  readonly state: 'active' | 'revoked'
}

/** Whether a role can be made use of at this moment. */
export const inForce = ({ state, from, until }: Membership, now: number): boolean =>
  state === 'active' && from <= now && now < until

/** Which of grid and agency a role must have; whatever is not named must be empty. */
export const rolePlaces: Readonly<Record<HeldRole, { grid: 'must' | 'may' | 'none'; agency: 'must' | 'none' }>> = {
  volunteer: { grid: 'may', agency: 'none' },
  duty: { grid: 'may', agency: 'none' },
  handler: { grid: 'none', agency: 'must' },
  'grid-leader': { grid: 'must', agency: 'none' },
  secretary: { grid: 'none', agency: 'none' },
  street: { grid: 'none', agency: 'none' },
}

/** Whether a role may have such a place. */
export function fitsRole(role: HeldRole, { gridId, agencyId }: Pick<RolePlace, 'gridId' | 'agencyId'>): boolean {
  const { grid, agency } = rolePlaces[role]
  const gridFits = grid === 'may' || (gridId !== null) === (grid === 'must')
  return gridFits && (agencyId !== null) === (agency === 'must')
}

/** Who may bring in, and send away, whom. A grid leader only inside the own grid. */
export const invitableBy: Readonly<Partial<Record<Role, readonly HeldRole[]>>> = {
  secretary: heldRoles,
  'grid-leader': ['volunteer', 'duty'],
}
export const mayInvite = (role: Role, invited: HeldRole): boolean => invitableBy[role]?.includes(invited) ?? false

/** Whether it is known who somebody is: a keeper has seen it (核过身份), or they are one. They may visit homes. */
export const isChecked = ({
  role,
  checkedAt,
}: Pick<Membership, 'role'> & { readonly checkedAt: number | null }): boolean =>
  checkedAt !== null || role === 'grid-leader' || role === 'secretary'
