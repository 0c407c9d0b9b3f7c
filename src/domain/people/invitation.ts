import type { RolePlace, HeldRole } from './roles'

/** An invitation to a role. */
export interface Invitation extends RolePlace {
  readonly role: HeldRole
  /** How many people may accept it, and how many have. */
  readonly uses: number
  readonly used: number
  /** ms since epoch, exclusive. */
  readonly expiresAt: number
  readonly state: 'open' | 'revoked'
}

export const invitationStates = ['open', 'used-up', 'expired', 'revoked'] as const
export type InvitationState = (typeof invitationStates)[number]

/** What an invitation is good for now. `makerHolds`: whether who made it could still make it. */
export function invitationState(
  { state, used, uses, expiresAt }: Pick<Invitation, 'state' | 'used' | 'uses' | 'expiresAt'>,
  { now, makerHolds }: { readonly now: number; readonly makerHolds: boolean },
): InvitationState {
  if (state === 'revoked') return 'revoked'
  if (used >= uses) return 'used-up'
  if (expiresAt <= now) return 'expired'
  // Whoever lost a role must not come back by what they made while they had it.
  return makerHolds ? 'open' : 'revoked'
}

/** Crockford's letters as a person carries them, small: 12 of the id, 12 of the signature. */
const codeLetters = /^[0-9a-hjkmnp-tv-z]{24}$/
export const invitationIdLetters = 12

/**
 * A code as it was typed, read out or scanned → as it is signed; null where it is none. Large letters, blanks, dashes
 * and full-width letters do not matter; O is read as 0, I and L as 1.
 */
export function readCarriedCode(typed: string): string | null {
  const plain = typed
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\-\u2010-\u2015\u2212]/g, '')
    .replace(/o/g, '0')
    .replace(/[il]/g, '1')
  return codeLetters.test(plain) ? plain : null
}

/** A code as it is shown to be read out: "7K2M-XQ9R-…", six groups of four. */
export const shownCode = (code: string): string => (code.toUpperCase().match(/.{1,4}/g) ?? []).join('-')
