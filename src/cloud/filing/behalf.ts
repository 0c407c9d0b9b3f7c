import { refuse, type Refused } from '../../contract'
import { normalisePhone } from '../../domain/people/phone'
import type { Context, MembershipRow } from '../handle'
import type { Store } from '../store'

/** Who writes for visitors and callers; of several roles the first counts. */
export const writingRoles = ['secretary', 'grid-leader', 'duty'] as const
export type WritingRole = (typeof writingRoles)[number]

/** Whose something is that was filed, and who wrote it. */
export interface Behalf {
  /** Pseudonym of whose it is; null: somebody who is not with us. */
  readonly person: string | null
  /** Who wrote it for somebody else. */
  readonly filedBy: string | null
  /** By which role; null: none. */
  readonly filedAs: WritingRole | null
  /** Numbers as digits. */
  readonly phone: string | null
  readonly behalfPhone: string | null
}

/** What somebody says about whom it is for, and which number to call. */
export interface SaidBehalf {
  readonly phone: string | null
  readonly behalf: { readonly kind: 'family' | 'office'; readonly phone: string | null } | null
}

/**
 * Reads whose the visitor's number is, and nothing else: of the family who writes for somebody it is not asked, because
 * anybody could put something into a stranger's list. Refuses a number that is none, and with `notOffice` whoever writes
 * for a visitor without the role for it.
 */
export async function filedBehalf<NotOffice extends string>(
  { phone: typed, behalf }: SaidBehalf,
  { store, keys, person }: Pick<Context, 'store' | 'keys'> & { readonly person: string },
  staff: readonly MembershipRow[],
  notOffice: NotOffice,
): Promise<Behalf | Refused<'phone.invalid' | NotOffice>> {
  const phone = digitsOf(typed)
  const behalfPhone = digitsOf(behalf?.phone ?? null)
  if (phone === undefined || behalfPhone === undefined) return refuse('phone.invalid')
  const numbers = { phone, behalfPhone }
  if (!behalf) return { person, filedBy: null, filedAs: null, ...numbers }
  if (behalf.kind === 'family') return { person: null, filedBy: person, filedAs: null, ...numbers }
  const filedAs = writingRoleOf(staff, person)
  if (!filedAs) return refuse(notOffice)
  const owner = behalfPhone === null ? null : await whoHas(store, keys.lookup('phone', behalfPhone))
  return { person: owner, filedBy: person, filedAs, ...numbers }
}

/** A number as digits; undefined: it is no number. */
export const digitsOf = (typed: string | null): string | null | undefined =>
  typed === null ? null : (normalisePhone(typed) ?? undefined)

/** By which of their roles somebody writes for others. */
export function writingRoleOf(staff: readonly MembershipRow[], person: string): WritingRole | null {
  const held = staff.filter((one) => one.person === person).map(({ role }) => role)
  return writingRoles.find((role) => held.includes(role)) ?? null
}

/** Who has this number, as WeChat vouches; null where that is nobody, or more than one. One read. */
export async function whoHas({ people }: Store, phoneLookup: string): Promise<string | null> {
  const { rows } = await people.page({ where: { phoneLookup }, order: 'phoneLookup', after: null, limit: 10 })
  const vouched = rows.filter(({ phoneFrom }) => phoneFrom === 'wechat')
  return vouched.length === 1 ? (vouched[0]?._id ?? null) : null
}
