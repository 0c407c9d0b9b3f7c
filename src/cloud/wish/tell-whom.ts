import type { WishHearer } from '../../domain/wish/news'
import { peopleOfSide, wishersOf } from '../../domain/wish/sides'
import type { Appointment, WishEvent } from '../../domain/wish/wish'
import type { Holders } from '../filing/holders'
import type { MembershipRow } from '../handle'
import type { WishRow } from './load'

export type OfficeHearer = Extract<WishHearer, 'duty' | 'grid-leader' | 'secretary'>
export const isOfficeHearer = (to: WishHearer): to is OfficeHearer =>
  to === 'duty' || to === 'grid-leader' || to === 'secretary'

const known = (persons: readonly (string | null)[]): readonly string[] => persons.filter((person) => person !== null)

/** What is told: one event, or a reminder about a visit. */
export interface About {
  readonly event: WishEvent | null
  readonly visit: Appointment | undefined
}

/** The people of a side, in no order and perhaps twice. */
export function peopleIn(to: Exclude<WishHearer, OfficeHearer>, row: WishRow, { event, visit }: About) {
  switch (to) {
    case 'wisher':
      return wishersOf(row)
    case 'helpers':
      return known([...row.helpers.map(({ person }) => person), ...standInsAt(row, event?.at ?? 0, visit)])
    case 'left':
      return known(row.leavers.filter((one) => one.event === event?.id).map(({ person }) => person))
    default:
      return peopleOfSide(row, to, visit)
  }
}

/** Who comes instead of somebody: to the visit that it is about, else to all that still lay ahead. */
const standInsAt = ({ appointments }: WishRow, at: number, visit: Appointment | undefined) =>
  (visit ? [visit] : appointments.filter((one) => one.at > at)).flatMap(({ standIns }) =>
    standIns.map(({ person }) => person),
  )

/** What the office is told about: where it is, and who is in it themselves. */
export interface OfficeMatter {
  readonly gridId: string | null
  isIn(person: string): boolean
}

/**
 * Those of the office, save who is in it themselves. Where there is no duty member the grid leaders hear it, where the
 * grid has none the secretaries: nothing is told to nobody.
 */
export async function officeBeside(
  to: OfficeHearer,
  matter: OfficeMatter,
  holders: Holders,
): Promise<readonly string[]> {
  const beside = (held: readonly MembershipRow[]) => held.map(({ person }) => person).filter((one) => !matter.isIn(one))
  if (to === 'duty') {
    const onDuty = beside(await holders('duty'))
    return onDuty.length > 0 ? onDuty : officeBeside('grid-leader', matter, holders)
  }
  if (to === 'grid-leader' && matter.gridId !== null) {
    const leading = (await holders('grid-leader')).filter(({ gridId }) => gridId === matter.gridId)
    if (beside(leading).length > 0) return beside(leading)
  }
  return beside(await holders('secretary'))
}

/** The same of a wish. `except`: who did it knows it, so that somebody else hears it. */
export const officeOf = (
  to: OfficeHearer,
  row: WishRow,
  holders: Holders,
  except: string | null = null,
): Promise<readonly string[]> =>
  officeBeside(to, { gridId: row.gridId, isIn: (person) => person === except || isIn(row, person) }, holders)

/** Nobody deals with a wish in which they are the wisher or a helper themselves. */
const isIn = (row: WishRow, person: string): boolean =>
  wishersOf(row).includes(person) || row.helpers.some((helper) => helper.person === person)
