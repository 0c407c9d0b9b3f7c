import type { OutputOf, publicRequest, requestRegister } from '../../contract'
import { numberOf } from '../../domain/request/number'
import type { RequestRow } from './load'
import type { Pictures } from './pictures'
import { viewEvents } from './view-events'
import type { Looking } from './view-who'
import { publicWords } from './view-words'

type PublicRow = OutputOf<typeof requestRegister>['requests'][number]

/** Anybody at all: not even whose it is gets more from the register. */
export const anybody: Looking = { viewer: 'public', person: null }

/** A line of the register: never whose it is, and of a private one no more than that there is one in this estate. */
export const viewPublicRow = (row: RequestRow): PublicRow => ({
  requestId: row._id,
  number: numberOf(row),
  matterId: row.isPrivate ? null : row.matterId,
  isPrivate: row.isPrivate,
  place: {
    estateName: row.estateName,
    buildingName: row.isPrivate ? null : row.buildingName,
    unitName: row.isPrivate ? null : row.unitName,
  },
  state: row.state,
  filedAt: row.filedAt,
  dueAt: row.dueAt,
  endedAt: row.endedAt,
  bySilence: row.endedBy === 'silence',
  // An office tells what it was about.
  agencyName: row.isPrivate ? null : row.agencyName,
  words: publicWords(row),
  joined: row.neighbours.length,
})

/** The steps whose pictures show how it was mended. */
const mending: readonly string[] = ['propose-resolution', 'task-done']

export function viewPublic(row: RequestRow, pictures: Pictures): OutputOf<typeof publicRequest> {
  const urls = (ids: readonly string[]) => pictures(ids).flatMap(({ url }) => (url === null ? [] : [url]))
  const mended = row.events.filter(({ verb }) => mending.includes(verb))
  return {
    ...viewPublicRow(row),
    before: urls(row.pictures),
    after: urls(mended.flatMap((event) => event.pictures)),
    events: viewEvents(row, anybody, pictures),
  }
}
