import { newCheck, type Waiting } from '../content/checks'
import type { PictureRow } from '../content/files'
import type { Store, Write } from '../store'
import type { RequestRow } from './load'

/** The request as it is once somebody has looked at what was filed, and what has to be written beside it. */
export interface Admission {
  readonly row: RequestRow
  /** Without the request itself: nineteen documents at most, so that all of it is one commit. */
  readonly writes: readonly Write[]
}

/**
 * The first look at what was filed, by the timer: filing itself writes one document. The words that were not simply
 * passed come into the queue of checks, and the pictures become the request's: those that are the filer's, handed in and
 * in nothing else. The others are dropped from it. Worked out twice it comes to the same.
 */
export async function admitted(store: Store, row: RequestRow, now: number): Promise<Admission> {
  const linked = await linkPictures(store, row, now)
  const { communityId, gridId, filer: author, _id: id, judged, wordsState } = row
  if (wordsState !== 'waiting' || judged === 'shown') return linked
  const check = newCheck(store, now, { kind: 'request', id, part: null, author, communityId, gridId, ...queued })
  return { ...linked, writes: [...linked.writes, check] }
}

/**
 * With its pictures it may be a full commit, which has no room to tell the keepers. As something that nobody could be
 * asked about, the next run asks WeChat once more, and tells them where that answers the same.
 */
const queued = { state: 'unchecked', isAskedNow: true } as const

async function linkPictures(store: Store, row: RequestRow, now: number): Promise<Admission> {
  const wanted = [...new Set(row.pictures)]
  const found = await store.pictures.findAll(wanted)
  const free = found.filter((one) => isFree(one, row.filer, row._id))
  const { gridId, communityId } = row
  const ids = new Set(free.map(({ _id }) => _id))
  return {
    row: { ...row, pictures: wanted.filter((id) => ids.has(id)) },
    writes: used(store, now, free, { requestId: row._id, communityId, gridId }),
  }
}

/** Whether it is this person's, handed in, and in nothing else. */
export const isFree = (picture: PictureRow, person: string | null, requestId: string): boolean =>
  picture.person === person && picture.state !== 'coming' && (!picture.used || picture.requestId === requestId)

/**
 * The pictures as part of a request. What a person has to look at comes into the queue only now: before, it had no place.
 */
export function used(
  store: Store,
  now: number,
  pictures: readonly PictureRow[],
  { requestId, communityId, gridId }: Pick<Waiting, 'communityId' | 'gridId'> & { readonly requestId: string },
): Write[] {
  return pictures
    .filter((one) => !one.used)
    .flatMap((one) => [
      store.pictures.replacing({ ...one, used: true, requestId }),
      ...(one.state === 'review' ? [pictureCheck(store, now, one, { communityId, gridId })] : []),
    ])
}

const pictureCheck = (
  store: Store,
  now: number,
  { _id: id, person: author }: PictureRow,
  place: Pick<Waiting, 'communityId' | 'gridId'>,
): Write => newCheck(store, now, { kind: 'picture', id, part: null, author, ...place, state: 'review' })
