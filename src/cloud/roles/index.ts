import type { Handler } from '../handle'
import { acceptInvitation } from './accept'
import { foundCommunity } from './found'
import { listInvitations } from './invitations'
import { createInvitation } from './invite'
import { invitationPlaces } from './invite-places'
import { listMembers } from './members'
import { openInvitation } from './open'
import { lookMember } from './phone'
import { drawInvitation } from './picture'
import { revokeInvitation } from './recall'
import { renewMember } from './renew'
import { revokeMember } from './revoke'
import { showWork } from './work'

export const roleHandlers: readonly Handler[] = [
  foundCommunity,
  createInvitation,
  invitationPlaces,
  openInvitation,
  acceptInvitation,
  listInvitations,
  revokeInvitation,
  drawInvitation,
  listMembers,
  revokeMember,
  renewMember,
  lookMember,
  showWork,
]
