import type { InputOf, submitRequest } from '../../contract'
import { ownerOf, type Owner } from '../../domain/request/owner'
import type { Matter, Place } from '../../domain/routing'
import { hotlines, roles } from '../../knowledge/book'
import { findMatterName } from '../../knowledge/names'
import { findRule } from '../../knowledge/rules'
import { settings } from '../../knowledge/settings'
import type { MembershipRow } from '../handle'

/** The agencies that somebody handles requests for. */
export const handledBy = (staff: readonly MembershipRow[]): ReadonlySet<string> =>
  new Set(staff.flatMap(({ role, agencyId }) => (role === 'handler' && agencyId !== null ? [agencyId] : [])))

function matterOf(matterId: string | null): Matter | null {
  const name = matterId === null ? undefined : findMatterName(matterId)
  const rule = matterId === null ? undefined : findRule(matterId)
  return name && rule ? { ...name, ...rule } : null
}

export const isMatter = (matterId: string | null): boolean => matterId === null || matterOf(matterId) !== null

const book = { roles, hotlines, settings, laws: {} }

/** Whose a request is, by the rule of 找谁 and by who handles requests here. */
export function ownerIn(
  place: Place,
  { matterId, answers }: Pick<InputOf<typeof submitRequest>, 'matterId' | 'answers'>,
  handled: ReadonlySet<string>,
): Owner {
  const answered = Object.fromEntries(answers.map(({ questionId, optionId }) => [questionId, optionId]))
  return ownerOf({ matter: matterOf(matterId), place, answered }, handled, book)
}
