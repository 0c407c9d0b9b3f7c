import { listRequests, refuse, type InputOf } from '../../contract'
import { handle } from '../handle'
import { decodeCursor, encodeCursor, type Position, type Store } from '../store'
import type { Equal } from '../store/page'
import type { RequestFields } from '../store/documents'
import { loadDesk, type RequestRow } from './load'
import { viewDeskRow } from './view'
import { viewerOf } from './view-who'

/** Rows of one page: it has to fit into one small setData. */
const pageSize = 20

type Input = InputOf<typeof listRequests>
type Where = Equal<RequestFields>
interface Page {
  readonly rows: readonly RequestRow[]
  readonly cursor: string | null
}

/**
 * What lies on a desk, by what is due first; of what is closed, what was due last. Reads the caller's roles and a page,
 * of what is overdue two of them.
 */
export const list = handle(listRequests, {
  load: loadDesk,
  async work(input, { store, now, person, as }) {
    const after = input.cursor === null ? null : decodeCursor(input.cursor, 'number')
    if (input.cursor !== null && !after) return refuse('place.bad-cursor')
    const { rows, cursor } = await pageOf(store, input, after, now)
    return {
      // By a building alone its requests are found; that they are of this place is asked of each.
      requests: rows
        .filter((row) => row.communityId === input.communityId)
        .map((row) => viewDeskRow(row, { viewer: viewerOf(row, null, as), person })),
      cursor,
    }
  },
})

function pageOf(store: Store, input: Input, after: Position | null, now: number): Promise<Page> {
  const { show } = input
  const where = placeOf(input)
  const page = (beside: Where, direction: 'asc' | 'desc' = 'asc') =>
    store.requests.page({
      ...{ where: { ...where, ...beside }, order: 'dueAt', direction, after, limit: pageSize },
      ...(show === 'overdue' ? { until: now } : {}),
    })
  if (show === 'open') return page({ open: true })
  if (show === 'closed') return page({ desk: show }, 'desc')
  if (show !== 'overdue') return page({ desk: show })
  // Whatever is paused, or waits for the resident's word, is late by nobody's fault here.
  return Promise.all([page({ desk: 'todo' }), page({ desk: 'doing' })]).then(merged)
}

/** A building's few requests are found by the building; everything else by grid or agency of the community. */
function placeOf({ communityId, gridId, agencyId, buildingId }: Input): Where {
  return {
    ...(buildingId === null ? { communityId } : { buildingId }),
    ...(gridId === null ? {} : { gridId }),
    ...(agencyId === null ? {} : { agencies: agencyId }),
  }
}

/** Two pages in the same order as one. */
function merged(pages: readonly Page[]): Page {
  const all = pages
    .flatMap(({ rows }) => rows)
    .sort((one, other) => one.dueAt - other.dueAt || (one._id < other._id ? -1 : 1))
  const rows = all.slice(0, pageSize)
  const last = rows.at(-1)
  const isMore = all.length > pageSize || pages.some(({ cursor }) => cursor !== null)
  return { rows, cursor: last && isMore ? encodeCursor({ value: last.dueAt, id: last._id }) : null }
}
