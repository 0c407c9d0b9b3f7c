import type { YearTable } from '../time/calendar'
import { closesAt, nextOpening } from '../time/hours'
import { day } from '../time/clock'
import type { Absence, Agency, Hotline, Knowledge, Phone, Place, Role, SettingRule } from './types'

/** A number that was verified longer ago than this is shown as one to be verified (ms). */
export const verificationHolds = 180 * day

/** What the rule needs of the national knowledge. */
export type Book = Pick<Knowledge, 'roles' | 'hotlines'> & { readonly settings: readonly SettingRule[] }

export interface Moment {
  readonly now: number
  readonly calendar: readonly YearTable[]
}

/** A number one can dial, and whether somebody answers at this hour. */
export interface Line {
  readonly id: string
  readonly number: string
  readonly description: string | null
  /** null: nobody has checked its hours. */
  readonly answersNow: boolean | null
  /** ms; when it opens next, if it is closed now. */
  readonly opensAt: number | null
  /** ms; when the present shift ends, if it ends. */
  readonly closesAt: number | null
  readonly owner: string | null
  readonly verifiedAt: number | null
  /** Verified, not longer ago than `verificationHolds`, and not doubted by residents; national hotlines are the knowledge pack's to verify. */
  readonly confirmed: boolean
}

/** One step of the answer: somebody to call, or somebody nearer than a phone (oneself, a neighbour). */
export interface Contact {
  /** Stable within one place: the agency, the hotline or the person. */
  readonly key: string
  readonly role: string
  readonly roleName: string
  readonly agency: { readonly id: string; readonly name: string } | null
  /** null for a person whom no directory lists. */
  readonly line: Line | null
  /** Every reason why it is theirs, in the order of the answer. */
  readonly reasons: readonly string[]
  /** Whom this one stands in for, and why: then the reasons are about them, not about this one. */
  readonly standsInFor: {
    readonly role: string
    /** All of them, where it stands in for several. */
    readonly name: string
    readonly why: 'none-here' | 'not-listed' | 'unsure' | 'closed-now'
  } | null
}

/** Somebody nearer than a phone: the resident, those one talks to, those one finds oneself. */
export const personKind = (role: string): 'self' | 'talk' | 'own' =>
  role === 'self' ? 'self' : ['upstairs', 'neighbor', 'landlord'].includes(role) ? 'talk' : 'own'

const lastResort = '12345'

/** Rung by somebody, and not too long ago. */
const isVerified = ({ verifiedAt }: Phone, now: number): boolean =>
  verifiedAt !== null && now - verifiedAt <= verificationHolds

/** Whether two residents said since its verification that it is wrong. */
export const isDoubted = ({ doubted, doubtedAt }: Phone): boolean => doubted === true || doubtedAt !== undefined

function lineOf(phone: Phone, { now, calendar }: Moment): Line {
  const opensAt = nextOpening(phone.schedules, now, calendar)
  const open = opensAt === now
  return {
    id: phone.id,
    number: phone.number,
    description: phone.description ?? null,
    answersNow: open,
    opensAt: open ? null : opensAt,
    closesAt: open ? closesAt(phone.schedules, now, calendar) : null,
    owner: phone.owner,
    verifiedAt: phone.verifiedAt,
    confirmed: isVerified(phone, now) && !isDoubted(phone),
  }
}

/** An agency stands for several roles in one answer, and its hours are the dear part: worked out once a moment. */
const worked = new WeakMap<Moment, WeakMap<Agency, readonly Line[]>>()

/** Every number of an agency, those that answer now first, then by when they open. */
export function linesOf(agency: Agency, moment: Moment): readonly Line[] {
  const ofMoment = worked.get(moment) ?? new WeakMap<Agency, readonly Line[]>()
  worked.set(moment, ofMoment)
  const before = ofMoment.get(agency)
  if (before) return before
  const rank = (line: Line) => (line.answersNow === true ? 0 : (line.opensAt ?? Number.MAX_SAFE_INTEGER))
  const lines = agency.phones.map((phone) => lineOf(phone, moment)).sort((a, b) => rank(a) - rank(b))
  ofMoment.set(agency, lines)
  return lines
}

/** How closely an agency serves a place: the building before the estate before the grid before the community; -1 not at all. */
export function closeness(agency: Agency, place: Place): number {
  const area = agency.serviceArea
  if (!area) return 0
  if (area.buildingIds?.includes(place.buildingId)) return 3
  if (area.estateIds?.includes(place.estateId)) return 2
  if (place.gridId !== null && area.gridIds?.includes(place.gridId)) return 1
  return -1
}

/** The agency that has a role at a place: the one a setting names, else the one that serves it most closely. */
export function agencyFor(role: string, place: Place, book: Book): Agency | null {
  for (const setting of book.settings) {
    if (setting.kind !== 'agency' || setting.role !== role) continue
    const named = place.agencies.find((agency) => agency.id === place.settings[setting.id])
    if (named && named.phones.length > 0) return named
  }
  const serving = place.agencies
    .filter((agency) => agency.roles.includes(role) && agency.phones.length > 0 && closeness(agency, place) >= 0)
    .sort((a, b) => closeness(b, place) - closeness(a, place))
  return serving[0] ?? null
}

/** What a setting says of a role that nobody has here, or null. */
export function absenceOf(role: string, place: Place, book: Book): Absence | null {
  for (const setting of book.settings) {
    if (setting.kind !== 'choice' || setting.absence?.role !== role) continue
    if (setting.absence.choices.includes(place.settings[setting.id] ?? '')) return setting.absence
  }
  return null
}

const isCallable = (hotline: Hotline) => hotline.sure && hotline.channel === 'call'

function hotlineContact(hotline: Hotline, role: Role, reasons: readonly string[]): Contact {
  return {
    key: hotline.number,
    role: role.id,
    roleName: role.name,
    agency: null,
    line: {
      id: hotline.number,
      number: hotline.number,
      description: null,
      answersNow: hotline.open24h === true ? true : null,
      opensAt: null,
      closesAt: null,
      owner: null,
      verifiedAt: null,
      confirmed: true,
    },
    reasons,
    standsInFor: null,
  }
}

function agencyContact(agency: Agency, role: Role, reasons: readonly string[], moment: Moment): Contact {
  return {
    key: agency.id,
    role: role.id,
    roleName: role.name,
    agency: { id: agency.id, name: agency.name },
    line: linesOf(agency, moment)[0] ?? null,
    reasons,
    standsInFor: null,
  }
}

function roleOf(id: string, book: Book): Role {
  const role = book.roles[id]
  if (!role) throw new Error(`no such role: ${id}`)
  return role
}

/**
 * Who is called for a role at this place and hour. It never ends in nothing: whom the community has not listed
 * is stood in for by the residents' committee, then the street, then 12345; an office of the state that has no
 * sure number of its own, by 12345.
 */
export function contactFor(
  roleId: string,
  reasons: readonly string[],
  place: Place,
  book: Book,
  moment: Moment,
): Contact {
  const role = roleOf(roleId, book)
  if (role.person) {
    return { key: role.id, role: role.id, roleName: role.name, agency: null, line: null, reasons, standsInFor: null }
  }
  const missing = absenceOf(roleId, place, book) !== null
  const agency = missing ? null : agencyFor(roleId, place, book)
  if (agency) return agencyContact(agency, role, reasons, moment)

  const own = book.hotlines.find((hotline) => hotline.number === role.phone)
  const hotline =
    own && isCallable(own)
      ? own
      : role.local || own
        ? undefined
        : book.hotlines.find((any) => any.roles.includes(role.id) && isCallable(any))
  if (hotline && !missing) return hotlineContact(hotline, role, reasons)

  const why = missing ? 'none-here' : role.local ? 'not-listed' : 'unsure'
  const ladder = role.local ? ['community', 'street'] : []
  for (const step of ladder) {
    const standIn = step === roleId ? null : agencyFor(step, place, book)
    if (standIn)
      return {
        ...agencyContact(standIn, roleOf(step, book), reasons, moment),
        standsInFor: { role: role.id, name: role.name, why },
      }
  }
  return { ...lastContact(reasons, book), standsInFor: { role: role.id, name: role.name, why } }
}

/** 12345, which takes every call. */
export function lastContact(reasons: readonly string[], book: Book): Contact {
  const hotline = book.hotlines.find(({ number }) => number === lastResort)
  if (!hotline) throw new Error('12345 is missing from the hotlines')
  return hotlineContact(hotline, roleOf('hotline12345', book), reasons)
}

/** Two that are the same people, the earlier one first. */
function joined(one: Contact, other: Contact): Contact {
  const { standsInFor: first } = one
  const { standsInFor: second } = other
  // Whoever is responsible in their own right is no stand-in, and what was written about others is not theirs.
  if (first === null && second !== null) return one
  if (first !== null && second === null) return other
  const reasons = [...new Set([...one.reasons, ...other.reasons])]
  const standsInFor =
    first && first.why === second?.why && first.role !== second.role
      ? { ...first, name: `${first.name}、${second.name}` }
      : first
  return { ...one, reasons, standsInFor }
}

/** The same people named twice are called once, in the earlier place. */
export function mergeContacts(contacts: readonly Contact[]): readonly Contact[] {
  const merged = new Map<string, Contact>()
  for (const contact of contacts) {
    const before = merged.get(contact.key)
    merged.set(contact.key, before ? joined(before, contact) : contact)
  }
  return [...merged.values()]
}
