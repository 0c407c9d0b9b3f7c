import { limits } from '../../contract/limits'
import { minute } from '../../domain/time/clock'
import { hashOf } from '../hash'
import type { Store } from '../store'

/** Requests that one person may write for visitors within a window: more than a hand can. */
const officeWindow = 10 * minute
const mostInWindow = 40
/** How often a free place is looked for: by then there is hardly one. */
const officeTries = 12

/**
 * Which of the filer's requests of the day it is: a value that must be unique, so that of two calls at once only one
 * gets it, and the limit holds without a counter. Whoever writes for visitors takes one of the places of the moment
 * instead, which nobody has to count: at a station far more are written in a day than anybody has of their own. Null: there is none left.
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
  if (isOffice) {
    if (attempt >= officeTries) return null
    const place = Math.floor(Math.random() * mostInWindow)
    return hashOf('turn', person, 'office', String(Math.floor(now / officeWindow)), String(place))
  }
  const count = await store.requests.count({ filer: person, day, filedAs: null })
  return count >= limits['request.submit'].most ? null : hashOf('turn', person, day, String(count + 1))
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
