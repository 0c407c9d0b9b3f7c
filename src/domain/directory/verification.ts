import { isDoubted, verificationHolds } from '../routing/contacts'
import type { Agency, Phone } from '../routing/types'

/** A resident's word about a number. */
export interface PhoneReport {
  readonly agencyId: string
  readonly phoneId: string
  /** As the directory had it then. */
  readonly number: string
  readonly kind: 'wrong-number' | 'no-answer'
  /** Pseudonym; null once it is erased. */
  readonly reporter: string | null
  /** ms since epoch. */
  readonly receivedAt: number
  /** What a keeper made of it; null or missing: nobody did yet. */
  readonly answer?: object | null
}

/** So many different residents have to say that a number is wrong. */
export const reportersNeeded = 2

/** `reported`: wrong by two residents since it was verified. `never`: nobody verified it. `old`: too long ago. */
export type PhoneDoubt = 'reported' | 'never' | 'old'

export interface PhoneToVerify {
  readonly agencyId: string
  readonly agencyName: string
  readonly phone: Phone
  /** At least one. */
  readonly why: readonly PhoneDoubt[]
  /** How many residents said since its verification that it is wrong. */
  readonly reporters: number
}

/** Those whose pseudonym is erased cannot be told apart: together they count as one. */
export function reportersOf(agencyId: string, phone: Phone, reports: readonly PhoneReport[]): number {
  const since = reports.filter(
    (report) =>
      report.kind === 'wrong-number' &&
      // Whoever answered it has looked at the number since, whatever an earlier revision says of that.
      !report.answer &&
      report.agencyId === agencyId &&
      report.phoneId === phone.id &&
      // A report about the number that stood there before says nothing about this one.
      report.number === phone.number &&
      report.receivedAt > (phone.verifiedAt ?? 0),
  )
  return new Set(since.map(({ reporter }) => reporter)).size
}

export function doubtsOf(phone: Phone, now: number, reporters = 0): readonly PhoneDoubt[] {
  const doubts: PhoneDoubt[] = []
  // Marked when the second one came: their pseudonyms do not stay for ever.
  if (reporters >= reportersNeeded || isDoubted(phone)) doubts.push('reported')
  if (phone.verifiedAt === null) doubts.push('never')
  else if (now - phone.verifiedAt > verificationHolds) doubts.push('old')
  return doubts
}

/** What residents are told of a number: `to-verify` is shown as 号码待核实. */
export const verificationOf = (phone: Phone, now: number, reporters = 0): 'verified' | 'to-verify' =>
  doubtsOf(phone, now, reporters).length === 0 ? 'verified' : 'to-verify'

/** The numbers that somebody should ring: reported ones first, the most reported before the others, then the oldest. */
export function phonesToVerify(
  agencies: readonly Agency[],
  now: number,
  reports: readonly PhoneReport[],
): readonly PhoneToVerify[] {
  const doubtful = agencies.flatMap((agency) =>
    agency.phones.map((phone): PhoneToVerify => {
      const reporters = reportersOf(agency.id, phone, reports)
      return { agencyId: agency.id, agencyName: agency.name, phone, why: doubtsOf(phone, now, reporters), reporters }
    }),
  )
  const rank = ({ why }: PhoneToVerify) => (why.includes('reported') ? 0 : 1)
  return doubtful
    .filter(({ why }) => why.length > 0)
    .sort(
      (one, other) =>
        rank(one) - rank(other) ||
        (rank(one) === 0 ? other.reporters - one.reporters : 0) ||
        (one.phone.verifiedAt ?? 0) - (other.phone.verifiedAt ?? 0),
    )
}

/**
 * Numbers as an earlier revision had them, with what keepers have found out since about those that are the same: who rang
 * one after that is not undone, and neither is whether it was doubted after it.
 */
export function keepVerifications(before: readonly Agency[], after: readonly Agency[]): readonly Agency[] {
  const today = phonesBy(before)
  return after.map((agency) => ({
    ...agency,
    phones: agency.phones.map((phone) => {
      const now = today.get(`${agency.id} ${phone.id}`)
      if (now?.number !== phone.number || (now.verifiedAt ?? 0) <= (phone.verifiedAt ?? 0)) return phone
      const { doubtedAt: _, ...undoubted } = phone
      const doubt = now.doubtedAt === undefined ? {} : { doubtedAt: now.doubtedAt }
      return { ...undoubted, verifiedAt: now.verifiedAt, ...doubt }
    }),
  }))
}

const phonesBy = (agencies: readonly Agency[]) =>
  new Map(agencies.flatMap(({ id, phones }) => phones.map((phone) => [`${id} ${phone.id}`, phone] as const)))

/**
 * Numbers that came in anew, with the doubts about those that are still the same: an import does not clear them, unless it
 * says that somebody has rung the number since.
 */
export function keepDoubts(before: readonly Agency[], after: readonly Agency[]): readonly Agency[] {
  const old = phonesBy(before)
  return after.map((agency) => ({
    ...agency,
    phones: agency.phones.map((phone) => {
      const was = old.get(`${agency.id} ${phone.id}`)
      const isSame = was !== undefined && was.number === phone.number && was.doubtedAt !== undefined
      return isSame && (phone.verifiedAt ?? 0) < (was.doubtedAt ?? 0) ? { ...phone, doubtedAt: was.doubtedAt } : phone
    }),
  }))
}
