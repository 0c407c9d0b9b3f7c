import { timingSafeEqual } from 'node:crypto'
import { formatSetupCode, idFrom, parseSetupCode, setupCodeBytes } from '../../domain/people/setup-code'
import { dayOf, startOf, day } from '../../domain/time/clock'
import type { Keys } from '../keys'

/** Bytes. The three parts of a code, in this order; the last one vouches for the others and for the community. */
const parts = { nonce: 5, expiry: 2, signature: 8 } as const
export const setupNonceBytes = parts.nonce
const signedBytes = parts.nonce + parts.expiry

/** What a code grants: to become the first secretary of this community, once. */
export interface SetupGrant {
  /** The id under which it is kept that the code was used. */
  readonly nonceId: string
  /** The community it was made for; of a new one, the id that this is to have. */
  readonly communityId: string
}

/**
 * `ill-formed`: mistyped. `unknown`: not ours, for another community, or made with another key. `expired`: ours, and
 * too late.
 */
export interface SetupRefusal {
  readonly refused: 'ill-formed' | 'unknown' | 'expired'
}

interface Making {
  /** Null for a community that is not there yet. */
  readonly communityId: string | null
  /** ms since epoch; the code holds to the end of that day in China. */
  readonly expiresAt: number
  /** `setupNonceBytes` of chance. */
  readonly nonce: Uint8Array
}

/** A code as it is printed. Nothing of it is kept: who has the key can make it and read it. */
export function makeSetupCode(keys: Keys, { communityId, expiresAt, nonce }: Making): string {
  if (nonce.length !== parts.nonce) throw new Error(`a set-up code needs a nonce of ${parts.nonce} bytes`)
  const last = dayNumber(expiresAt)
  const signed = Uint8Array.of(...nonce, last >> 8, last & 255)
  return formatSetupCode(Uint8Array.of(...signed, ...signatureOf(keys, signed, communityId)))
}

/**
 * What a code grants, or why it grants nothing. Whether it was used before is not known here: whoever accepts it writes
 * `nonceId` down in the same commit.
 */
export function readSetupCode(
  keys: Keys,
  typed: string,
  { communityId, now }: { readonly communityId: string | null; readonly now: number },
): SetupGrant | SetupRefusal {
  const bytes = parseSetupCode(typed)
  if (bytes === null) return { refused: 'ill-formed' }
  const signed = bytes.subarray(0, signedBytes)
  // Before the day: only who has a real code is told that it came too late.
  if (!timingSafeEqual(bytes.subarray(signedBytes), signatureOf(keys, signed, communityId))) {
    return { refused: 'unknown' }
  }
  const last = ((signed[parts.nonce] ?? 0) << 8) | (signed[parts.nonce + 1] ?? 0)
  if (dayNumber(now) > last) return { refused: 'expired' }
  const nonceId = idFrom(signed.subarray(0, parts.nonce))
  return { nonceId, communityId: communityId ?? `c-${nonceId}` }
}

/** Days of China since 1970; two bytes last until 2149. */
const dayNumber = (ms: number) => Math.round((startOf(dayOf(ms)) - startOf('1970-01-01')) / day)

function signatureOf(keys: Keys, signed: Uint8Array, communityId: string | null): Uint8Array {
  const text = `${Buffer.from(signed).toString('hex')} ${communityId ?? ''}`
  return Buffer.from(keys.sign('setup', text), 'hex').subarray(0, setupCodeBytes - signedBytes)
}
