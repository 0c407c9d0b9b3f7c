import type { Output } from '../../../client'
import { absenceOf } from '../../../domain/routing/contacts'
import type { Place, Schedule } from '../../../domain/routing/types'
import { previewBook } from './first-samples'

/**
 * Whom a new community enters first: those without a national number of their own whom most matters name first when
 * somebody calls. Of 139 matters the property company is first in 82, the residents' committee in 29 (and stands in for
 * everybody who is not listed), water in 9, gas in 7; the lift's keepers are first in few, but somebody is shut in. What
 * the settings say is not here makes room for the next: heat in 5, and the grid's own.
 */
export const importantRoles = ['property', 'community', 'water', 'gas', 'elevator_maint', 'heat', 'grid'] as const
export type ImportantRole = (typeof importantRoles)[number]
export const atOnce = 5

type Agencies = Output<'directory.show'>['agencies']

export interface Important {
  readonly role: ImportantRole
  /** Who has it already. */
  readonly agency: Agencies[number] | null
}

/** The five of a community; `place` is any door of it, null while there is none. */
export function importantOf(agencies: Agencies, place: Place | null): readonly Important[] {
  return importantRoles
    .filter((role) => !place || absenceOf(role, place, previewBook) === null)
    .slice(0, atOnce)
    .map((role) => {
      const having = agencies.filter(({ roles }) => roles.includes(role))
      return { role, agency: having.find(({ phones }) => phones > 0) ?? having[0] ?? null }
    })
}

/** Whether somebody has it, with a number. */
export const isThere = ({ agency }: Important): boolean => agency !== null && agency.phones > 0

export const hoursChoices = ['always', 'daily', 'office'] as const
export type HoursChoice = (typeof hoursChoices)[number]

/** The usual hours; none is round the clock. Others are entered in the agency's own form. */
export const schedulesOf: Readonly<Record<HoursChoice, Schedule[]>> = {
  always: [],
  daily: [{ days: 'every', opensAt: '08:00', closesAt: '20:00' }],
  office: [{ days: 'workday', opensAt: '08:30', closesAt: '17:30' }],
}
