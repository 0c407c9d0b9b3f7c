import { refuse, type InputOf, type Refused, type ReportAnswer, type saveAgency } from '../../contract'
import { claimIds } from '../../domain/directory/ids'
import { officeNumber } from '../../domain/directory/phone-number'
import type { CommunityRow } from './revision'

export type Agency = CommunityRow['agencies'][number]
export type Phone = Agency['phones'][number]
type Typed = InputOf<typeof saveAgency>['phones'][number]
type BadNumber = Refused<'agency.bad-number' | 'agency.no-area-code'>
type TwinNumber = Refused<'agency.same-number'>

/** A number as somebody typed it → as it is kept. */
export function keptNumber(typed: string): { readonly number: string } | BadNumber {
  const read = officeNumber(typed)
  if ('number' in read) return read
  return refuse('unclear' in read && read.unclear === 'phone-unclear' ? 'agency.bad-number' : 'agency.no-area-code')
}

const digitsOf = (number: string) => number.replace(/\D/g, '')

/** Whether two are one number, however they are written: a workbook tells them apart by nothing else. */
export const isSameNumber = (one: string, other: string): boolean => digitsOf(one) === digitsOf(other)

/** The numbers of a form. One that stayed as it was keeps its verification and its doubts. */
export function phonesOf(
  { communityId, agencyId, now }: { readonly communityId: string; readonly agencyId: string; readonly now: number },
  typed: readonly Typed[],
  before: readonly Phone[],
): readonly Phone[] | BadNumber | TwinNumber {
  const rows: (Omit<Phone, 'id'> & { readonly known: string | null })[] = []
  for (const { phoneId, number: text, description, schedules, owner, rung } of typed) {
    const old = before.find(({ id }) => id === phoneId && !rows.some(({ known }) => known === id))
    const kept = old?.number === text ? { number: old.number } : keptNumber(text)
    if ('refused' in kept) return kept
    if (rows.some(({ number }) => isSameNumber(number, kept.number))) return refuse('agency.same-number')
    const same = old?.number === kept.number ? old : undefined
    const doubtedAt = rung ? undefined : same?.doubtedAt
    rows.push({
      ...{ known: old?.id ?? null, number: kept.number, schedules, owner },
      ...(description === null ? {} : { description }),
      verifiedAt: rung ? now : (same?.verifiedAt ?? null),
      ...(doubtedAt === undefined ? {} : { doubtedAt }),
    })
  }
  // As an import names them, so that the same number is the same phone.
  const fresh = rows.filter(({ known }) => known === null)
  const ids = claimIds(
    `${communityId} ${agencyId}`,
    'phone',
    fresh.map(({ number }) => ({ code: null, key: digitsOf(number) })),
    before.map(({ id }) => ({ id, key: '' })),
  )
  return rows.map((row) => {
    const { known, ...phone } = row
    const id = known ?? ids[fresh.indexOf(row)]
    if (id === undefined) throw new Error('a phone without an id')
    return { id, ...phone }
  })
}

/** A number that somebody may have reported, and what a form says of it. */
interface Settled {
  readonly as: ReportAnswer
  readonly phoneId: string
  /** As it was. */
  readonly number: string
}

/** What a form says of the numbers that were there: rung and right, another one now, or gone. */
export function settledOf(
  typed: readonly Typed[],
  before: readonly Phone[],
  after: readonly Phone[],
): readonly Settled[] {
  const rung = new Set(typed.filter((one) => one.rung).map(({ phoneId }) => phoneId))
  return before.flatMap(({ id: phoneId, number }): Settled[] => {
    const now = after.find(({ id }) => id === phoneId)
    if (now?.number === number) return rung.has(phoneId) ? [{ as: 'confirmed', phoneId, number }] : []
    // Typed anew beside itself, it still is the agency's.
    if (after.some((one) => one.number === number)) return []
    return [{ as: now ? 'corrected' : 'removed', phoneId, number }]
  })
}

/** A directory's agencies with one of their numbers changed; null takes it out. */
export const withPhone = (
  agencies: readonly Agency[],
  { agencyId, phoneId }: { readonly agencyId: string; readonly phoneId: string },
  change: (phone: Phone) => Phone | null,
): Agency[] =>
  agencies.map((agency) =>
    agency.id !== agencyId
      ? agency
      : { ...agency, phones: agency.phones.flatMap((phone) => (phone.id === phoneId ? (change(phone) ?? []) : phone)) },
  )

/** Rung now, and right: whoever doubted it before is answered. */
export const rungNow = ({ doubtedAt: _, ...phone }: Phone, now: number): Phone => ({ ...phone, verifiedAt: now })
