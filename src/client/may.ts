import { permissions } from '../contract/permissions'
import { permit } from '../domain/people/permit'
import { mayInvite, type HeldRole, type Membership, type RolePlace } from '../domain/people/roles'
import type { ActionName, Output } from './named'

/** A role of the person's own, with what waits there. */
export type Post = Output<'work.show'>['posts'][number]

const me = 'me'

/** What is listed is in force: the server lists no other. */
const membershipOf = ({ role, communityId, gridId, agencyId, until }: Post): Membership => ({
  role,
  communityId,
  gridId,
  agencyId,
  from: 0,
  until,
  state: 'active',
})

/**
 * Whether one of these roles reaches an action in a place, by the table that the server enforces. It spares people what
 * would be refused; it decides nothing.
 */
export const mayAs = (posts: readonly Post[], action: ActionName, place: RolePlace): boolean =>
  permit(permissions[action], me, posts.map(membershipOf), { owner: null, ...place }, 0) !== null

/** Whether one of these roles brings in, renews and sends away this role there. */
export const mayGiveAs = (posts: readonly Post[], role: HeldRole, place: RolePlace): boolean =>
  mayAs(
    posts.filter((post) => mayInvite(post.role, role)),
    'invitation.create',
    place,
  )
