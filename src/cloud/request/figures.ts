import { requestFigures } from '../../contract'
import { figuresOf } from '../../domain/request/figures'
import { day } from '../../domain/time/clock'
import { calendar } from '../../knowledge/calendar/calendar'
import { handle } from '../handle'
import { loadDesk } from './load'

/**
 * So many are counted; of more, the newest, and the reply says so. They are reckoned within a call's time: more would bring
 * nothing at all on a slow day.
 */
const mostCounted = 2000

/** What is read of each: nobody in it, and no words. */
const counted = {
  matterId: true,
  isPrivate: true,
  buildingId: true,
  estateName: true,
  buildingName: true,
  response: true,
  endedAt: true,
  mergedInto: true,
  voices: ['actor', 'at', 'solved', 'satisfied'],
  events: ['at', 'verb', 'actor', 'from', 'to', 'data'],
} as const

/** A private matter counts, and is not named: three requests of one building would name a home. */
const unnamed = <Counted extends { readonly matterId: string | null; readonly isPrivate: boolean }>(row: Counted) =>
  row.isPrivate ? { ...row, matterId: null } : row

/**
 * How it goes, counted from the requests that were filed within the last days. Beside the caller's roles: a read for each
 * five hundred of them, and three counts.
 */
export const figures = handle(requestFigures, {
  load: loadDesk,
  async work({ communityId, gridId, days }, { store, now }) {
    const where = gridId === null ? { communityId } : { communityId, gridId }
    const newest = { where, order: 'filedAt', direction: 'desc', until: now - days * day } as const
    // As the list does: what is paused, or waits for the resident's word, is late by nobody's fault here.
    const late = (desk: 'todo' | 'doing') => store.requests.count({ ...where, desk }, { dueAt: now })
    const [{ rows, cut }, open, untaken, working] = await Promise.all([
      store.requests.scan(newest, counted, { most: mostCounted }),
      store.requests.count({ ...where, open: true }),
      late('todo'),
      late('doing'),
    ])
    const { matters, buildings, handOvers, ...shares } = figuresOf(rows.map(unnamed), calendar, now)
    return {
      ...{ ...shares, cut, open, overdue: untaken + working },
      ...{ matters: [...matters], buildings: [...buildings], handOvers: [...handOvers] },
    }
  },
})
