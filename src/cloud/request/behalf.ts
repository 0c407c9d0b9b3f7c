import { refuse, type InputOf, type Refused, type submitRequest } from '../../contract'
import { normalisePhone } from '../../domain/people/phone'
import type { Context, MembershipRow } from '../handle'
import type { Store } from '../store'

type Input = InputOf<typeof submitRequest>

/** Who writes for visitors and callers; of several roles the first counts. */
export const writingRoles = ['secretary', 'grid-leader', 'duty'] as const
type WritingRole = (typeof writingRoles)[number]

/** Whose a request is, and who wrote it. */
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

/**
 * Reads whose the visitor's number is, and nothing else: of the family who writes for somebody it is not asked, because
 * anybody could put a request into a stranger's list.
 */
export async function filedBehalf(
  { phone: typed, behalf }: Input,
  { store, keys, person }: Context & { readonly person: string },
  staff: readonly MembershipRow[],
): Promise<Behalf | Refused<'phone.invalid' | 'request.not-office'>> {
  const phone = digits(typed)
  const behalfPhone = digits(behalf?.phone ?? null)
  if (phone === undefined || behalfPhone === undefined) return refuse('phone.invalid')
  const numbers = { phone, behalfPhone }
  if (!behalf) return { person, filedBy: null, filedAs: null, ...numbers }
  if (behalf.kind === 'family') return { person: null, filedBy: person, filedAs: null, ...numbers }
  const filedAs = roleOf(staff, person)
  if (!filedAs) return refuse('request.not-office')
  const owner = behalfPhone === null ? null : await whoHas(store, keys.lookup('phone', behalfPhone))
  return { person: owner, filedBy: person, filedAs, ...numbers }
}

/** undefined: it is no number. */
const digits = (typed: string | null): string | null | undefined =>
  typed === null ? null : (normalisePhone(typed) ?? undefined)

function roleOf(staff: readonly MembershipRow[], person: string): WritingRole | null {
  const held = staff.filter((one) => one.person === person).map(({ role }) => role)
  return writingRoles.find((role) => held.includes(role)) ?? null
}

/** Who has this number, as WeChat vouches; null where that is nobody, or more than one. One read. */
async function whoHas({ people }: Store, phoneLookup: string): Promise<string | null> {
  const { rows } = await people.page({ where: { phoneLookup }, order: 'phoneLookup', after: null, limit: 10 })
  const vouched = rows.filter(({ phoneFrom }) => phoneFrom === 'wechat')
  return vouched.length === 1 ? (vouched[0]?._id ?? null) : null
}
