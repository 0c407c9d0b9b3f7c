import type { Output } from '../../../client'
import type { HeldRole } from '../../../domain/people/roles'

export type Places = Output<'invitation.places'>
export type Invitation = Output<'invitation.list'>['invitations'][number]

/** An invitation that can be handed on. */
export interface Made {
  readonly invitationId: string
  readonly role: HeldRole
  readonly code: string
  /** ms */
  readonly expiresAt: number
}
