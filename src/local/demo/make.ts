import type { Phone, Schedule } from '../../domain/routing/types'
import type { DemoBuilding, DemoDoorCode } from './types'

/** Midnight in China, in ms since epoch. */
const dayInChina = (day: string) => Date.parse(`${day}T00:00:00+08:00`)

/** When the demo's directory was last touched, and when most of its numbers were last tried. */
export const updatedAt = dayInChina('2026-11-16')
export const recently = dayInChina('2026-11-02')
export const inSummer = dayInChina('2026-07-20')
/** So long ago that the number has to be verified again. */
export const longAgo = dayInChina('2025-03-12')
export const never = null

const codesMadeAt = dayInChina('2026-09-01')
const codesRevokedAt = dayInChina('2026-10-12')

const span = (days: Schedule['days'], opensAt: string, closesAt: string): Schedule => ({ days, opensAt, closesAt })

export const roundTheClock: readonly Schedule[] = []
/** An office: days people work, with a noon break only where it says so. */
export const officeHours: readonly Schedule[] = [span('workday', '08:30', '17:30')]
export const holidayDuty: readonly Schedule[] = [span('restday', '09:00', '16:00')]
export const dayDesk: readonly Schedule[] = [span('every', '08:00', '18:00')]
export const nightDuty: readonly Schedule[] = [span('every', '18:00', '08:00')]
export const shopHours: readonly Schedule[] = [span('every', '07:30', '19:00')]
export const counterHours: readonly Schedule[] = [span('workday', '09:00', '12:00'), span('workday', '13:30', '17:00')]
export const mornings: readonly Schedule[] = [span('every', '05:30', '11:00')]

interface PhoneFacts {
  readonly owner: string
  readonly description?: string
  readonly schedules?: readonly Schedule[]
  readonly verifiedAt?: number | null
}

/**
 * A phone of the demo. The area code 000 does not exist, so that nobody is rung by accident;
 * `line` is its last four digits and names it within the directory.
 */
export function phone(line: string, { owner, description, schedules, verifiedAt }: PhoneFacts): Phone {
  return {
    id: `p${line}`,
    number: `000-8888 ${line}`,
    ...(description && { description }),
    schedules: schedules ?? roundTheClock,
    owner,
    verifiedAt: verifiedAt === undefined ? recently : verifiedAt,
  }
}

interface BuildingFacts {
  readonly communityId: string
  readonly estateId: string
  readonly gridId: string | null
  readonly order: number
  readonly units: number
}

export function building(id: string, { units, ...place }: BuildingFacts): DemoBuilding {
  return {
    _id: id,
    ...place,
    name: `${place.order}号楼`,
    units: Array.from({ length: units }, (_, at) => ({ id: `${id}-u${at + 1}`, name: `${at + 1}单元` })),
  }
}

/** The code on the door of a building, or of one of its units (counted from 1). */
export function door(
  code: string,
  { _id, communityId, units }: DemoBuilding,
  unit: number | null = null,
): DemoDoorCode {
  const unitId = unit === null ? null : (units[unit - 1]?.id ?? null)
  return { _id: code, communityId, buildingId: _id, unitId, state: 'active', madeAt: codesMadeAt, revokedAt: null }
}

export const revoked = (code: DemoDoorCode): DemoDoorCode => ({ ...code, state: 'revoked', revokedAt: codesRevokedAt })
