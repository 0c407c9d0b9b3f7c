import type { Store, Write } from '../store'
import type { Platform } from '../store/platform'
import { checkId, newCheck } from './checks'
import type { PictureRow } from './files'
import { keepersOf, reviewPath, tellKeepers, type Keeping } from './keepers'
import { pathOfPicture } from './settle'
import { say } from '../people/say'

/** What the picture check has found; `none`: it could not load the picture. */
export type PictureVerdict = 'pass' | 'review' | 'risky' | 'none'

export interface Verdict {
  readonly traceId: string
  readonly found: PictureVerdict
}

/** A push of the picture check in its second version, or null where it is something else. */
export function readVerdict(event: unknown): Verdict | null {
  const { Event, trace_id: traceId, errcode, result } = Object(event) as Readonly<Record<string, unknown>>
  if (Event !== 'wxa_media_check' || typeof traceId !== 'string' || !/^[\w-]{1,128}$/.test(traceId)) return null
  const { suggest } = Object(result) as { suggest?: unknown }
  const isFound = (errcode === 0 || errcode === undefined) && isSuggested(suggest)
  return { traceId, found: isFound ? suggest : 'none' }
}

const isSuggested = (value: unknown): value is Exclude<PictureVerdict, 'none'> =>
  value === 'pass' || value === 'review' || value === 'risky'

/** What a verdict needs around it. */
export interface Judging {
  readonly store: Store
  readonly platform: Platform
  readonly now: number
}

/** How long it is waited (ms) before a number is looked up once more. */
const pauses = [0, 200, 600, 1800]
/** How often it is worked out anew when somebody wrote in between. */
const mostAttempts = 4

/**
 * Takes a verdict in; whether it belonged to a picture. A verdict that comes twice, late or for nothing changes
 * nothing. One that is faster than our note of its number is waited for a little; the timer asks again for the others.
 */
export async function takeVerdict(judging: Judging, { traceId, found }: Verdict): Promise<boolean> {
  for (const pause of pauses) {
    if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause))
    for (let attempt = 0; attempt < mostAttempts; attempt++) {
      const picture = await pictureOf(judging.store, traceId)
      if (!picture) break
      if (picture.state !== 'asking') return true
      if ((await judging.store.commit(await judged(judging, picture, found))) === 'done') return true
    }
  }
  return false
}

async function pictureOf({ pictures }: Store, traceId: string): Promise<PictureRow | null> {
  const { rows } = await pictures.page({ where: { traceId }, order: 'traceId', after: null, limit: 1 })
  return rows[0] ?? null
}

const states = { pass: 'passed', review: 'review', risky: 'refused' } as const

/** Every document that a verdict changes. */
export async function judged(judging: Judging, row: PictureRow, found: PictureVerdict): Promise<Write[]> {
  const { store, now } = judging
  const picture = { ...row, uploadId: await withoutUpload(judging, row) }
  // It could not be loaded: the timer asks again, with a fresh link.
  if (found === 'none') return [store.pictures.replacing({ ...picture, traceId: null, nextAt: now })]
  const changed = store.pictures.replacing({ ...picture, state: states[found] })
  if (found === 'review') return [changed, ...(await intoQueue(judging, row))]
  return [changed, ...(found === 'risky' ? tellOwner(store, now, row) : [])]
}

/** The phone's upload should be gone already; where that failed it goes now. Its id stays noted until it has. */
async function withoutUpload({ platform }: Judging, { uploadId }: PictureRow): Promise<string | null> {
  if (uploadId === null) return null
  return platform.removeFiles([uploadId]).then(
    () => null,
    () => uploadId,
  )
}

/** Whose a picture is to look at, by what it stands in; null: in nothing, or in what was taken back. */
async function placeOf(store: Store, { complaintId, requestId, noticeId }: PictureRow): Promise<Keeping | null> {
  const found =
    complaintId !== null
      ? await store.complaints.find(complaintId)
      : requestId
        ? await store.requests.find(requestId)
        : noticeId
          ? await store.notices.find(noticeId)
          : null
  return found && found.state !== 'withdrawn' ? { communityId: found.communityId, gridId: found.gridId } : null
}

/** A picture that stands in something waits for a person; one that does not waits for what it will stand in. */
async function intoQueue({ store, now }: Judging, picture: PictureRow): Promise<Write[]> {
  const { _id, person } = picture
  const place = await placeOf(store, picture)
  if (!place) return []
  const keepers = await keepersOf(store, now, place, person)
  return [
    newCheck(store, now, { kind: 'picture', id: _id, part: null, author: person, ...place, state: 'review' }),
    ...tellKeepers(store, now, keepers, {
      kind: 'check.waiting',
      what: 'picture',
      cause: checkId('picture', _id, null),
      path: reviewPath,
    }),
  ]
}

function tellOwner(store: Store, now: number, picture: PictureRow): Write[] {
  const { _id, person } = picture
  const path = pathOfPicture(picture)
  if (path === null) return []
  const cause = checkId('picture', _id, null)
  return [say(store, now, { person, kind: 'check.refused', params: { what: 'picture' }, path, cause })]
}
