import { randomBytes, timingSafeEqual } from 'node:crypto'
import { invitationIdLetters, readCarriedCode } from '../../domain/people/invitation'
import { idFrom } from '../../domain/people/setup-code'
import type { Keys } from '../keys'

/** Bytes that fill twelve letters of base32; what is over is left out. */
const bytes = 8

/** The `_id` of a new invitation. */
export const newInvitationId = (): string => idFrom(randomBytes(bytes)).slice(0, invitationIdLetters)

/** What a person carries: the id and what vouches for it. Made anew each time, never kept. */
export const invitationCode = (keys: Keys, id: string): string => `${id}${signatureOf(keys, id)}`

/** The id in a code of ours, or null. Nothing is read for a code that nobody here has made. */
export function invitationIn(keys: Keys, typed: string): string | null {
  const code = readCarriedCode(typed)
  if (code === null) return null
  const id = code.slice(0, invitationIdLetters)
  const given = Buffer.from(code.slice(invitationIdLetters))
  return timingSafeEqual(given, Buffer.from(signatureOf(keys, id))) ? id : null
}

const signatureOf = (keys: Keys, id: string): string =>
  idFrom(Buffer.from(keys.sign('invitation', id), 'hex').subarray(0, bytes)).slice(0, invitationIdLetters)
