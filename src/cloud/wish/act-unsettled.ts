import type { WishWho } from '../../domain/wish/act'
import type { WishVerb } from '../../domain/wish/verbs'
import { hasBegun, sideOfPerson } from '../../domain/wish/visits'
import type { Appointment } from '../../domain/wish/wish'
import type { WishRow } from './load'

/** Steps by which somebody leaves a pair, or ends it. An erasure does them too, and waits for nobody: it does not ask here. */
export const leaving: readonly WishVerb[] = ['withdraw', 'close', 'part', 'release']

const hasSaid = ({ finished }: Appointment, who: string | null, done?: true): boolean =>
  finished.some((one) => one.side === who && (done === undefined || one.done))

/**
 * Whether somebody would leave a visit behind of which one side says that it was, and with it their hours. The wisher says
 * first how it was, and is then held by nobody; a helper who says that they were there waits for the other side, or for
 * the office; the office settles it.
 */
export function isUnsettled(row: WishRow, { actor, person, now }: WishWho): boolean {
  const own = actor === 'wisher' ? 'wisher' : person === null ? null : sideOfPerson(row, person)
  return row.appointments
    .filter((visit) => visit.state === 'unsure' || (visit.state === 'agreed' && hasBegun(visit, now)))
    .filter(({ finished }) => finished.some(({ done }) => done))
    .some((visit) => (actor === 'wisher' ? !hasSaid(visit, own) : actor !== 'helper' || hasSaid(visit, own, true)))
}
