import { limits } from '../../contract/limits'
import { officeTurn, turnOfDay } from '../filing/turn'
import type { Store } from '../store'

/**
 * Which of the filer's requests of the day it is, so that the limit holds without a counter. Null: there is none left.
 */
export async function nextTurn(
  store: Store,
  {
    person,
    day,
    now,
    isOffice,
    attempt,
  }: { person: string; day: string; now: number; isOffice: boolean; attempt: number },
): Promise<string | null> {
  if (isOffice) return officeTurn({ person, now, attempt })
  const count = await store.requests.count({ filer: person, day, filedAs: null })
  return turnOfDay({ person, day, most: limits['request.submit'].most }, count)
}

/** Wider than as many as ever file within the same moment; the numbers of a day stay short. */
const widest = 512

/**
 * The number that a request may have: after the last of the day. Whoever was too late leaves a gap by chance, ever a
 * wider one, so that those who collided do not meet again.
 */
export async function nextSerial(
  store: Store,
  { communityId, day, attempt }: { communityId: string; day: string; attempt: number },
): Promise<number> {
  const { rows } = await store.requests.page({
    where: { communityId, day },
    order: 'serial',
    direction: 'desc',
    after: null,
    limit: 1,
  })
  const last = rows[0]?.serial ?? 0
  return last + 1 + (attempt === 0 ? 0 : Math.floor(Math.random() * Math.min(2 ** attempt, widest)))
}
