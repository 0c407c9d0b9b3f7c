import { randomUUID } from 'node:crypto'
import { fileComplaint, refuse, type InputOf } from '../../contract'
import { complaintDue } from '../../domain/content/complaint'
import { handle, written, type Surroundings } from '../handle'
import { homeId } from '../people/ids'
import { pushSoon } from '../message/push'
import type { Store, Write } from '../store'
import { checkId, newCheck } from './checks'
import type { PictureRow } from './files'
import { keepersOf, reviewPath, tellKeepers, workComplaintPath, type Keeping } from './keepers'
import { judgeWords, stateOf } from './words'

type Input = InputOf<typeof fileComplaint>

export const file = handle(fileComplaint, async (input, context) => {
  const { person, now, store } = context
  const { communityId, kind, words, about } = input
  if (!(await store.communities.find(communityId))) return refuse('complaint.no-community')
  const gridId = await gridOf(store, input, person)
  if (gridId === 'no-subject') return refuse('complaint.no-subject')
  const pictures = await store.pictures.findAll(input.pictures)
  if (!areFree(pictures, input.pictures, person)) return refuse('picture.missing')
  const judged = await judgeWords(context, words)
  if (judged === 'refused') return refuse('content.refused')

  const _id = randomUUID()
  const place = { communityId, gridId }
  const complaint = store.complaints.inserting({
    ...{ _id, person, ...place, kind, about, words },
    wordsState: stateOf(judged),
    pictures: input.pictures,
    state: 'open',
    answers: [],
    filedAt: now,
    dueAt: complaintDue(now),
  })
  const check =
    judged === 'shown' ? [] : [newCheck(store, now, waiting(_id, 'complaint', { person, state: judged, ...place }))]
  const said = await news(context, place, _id, judged)
  const writes = [complaint, ...check, ...attached(context, pictures, { complaintId: _id, person, ...place }), ...said]
  const dueAt = complaintDue(now)
  return written({ complaintId: _id, words: stateOf(judged), dueAt }, writes, () =>
    pushSoon(
      context,
      said.map(({ document }) => document._id),
    ),
  )
})

const waiting = (
  id: string,
  kind: 'complaint' | 'picture',
  { person, state, ...place }: Keeping & { readonly person: string; readonly state: 'review' | 'unchecked' },
) => ({ kind, id, part: null, author: person, state, ...place })

/**
 * Whose grid it is: of the caller's home in this community. A complaint about a person goes to the secretaries alone,
 * since that may be the grid leader; so does a report of what a grid leader wrote.
 */
async function gridOf(store: Store, { communityId, kind, about }: Input, person: string) {
  if (about !== null) {
    const subject = await store.complaints.find(about.id)
    const answer = subject?.answers.find(({ id, state }) => id === about.part && state === 'shown')
    // Nobody but who filed a complaint sees its answers, save those who write them.
    if (!subject || !answer || subject.person !== person || subject.communityId !== communityId) return 'no-subject'
    return answer.role === 'grid-leader' ? null : subject.gridId
  }
  if (kind === 'person') return null
  const home = await store.homes.find(homeId(person))
  return home && home.communityId === communityId && home.state !== 'declined' ? home.gridId : null
}

/** Whether these are all there, the caller's, handed in, and in no other complaint. */
const areFree = (found: readonly PictureRow[], wanted: readonly string[], person: string): boolean =>
  new Set(wanted).size === wanted.length &&
  found.length === wanted.length &&
  found.every((one) => one.person === person && !one.used && one.state !== 'coming')

/** The pictures as part of the complaint; what a person has to look at comes into the queue only now: before, it had no place. */
function attached(
  { store, now }: Surroundings,
  pictures: readonly PictureRow[],
  { complaintId, person, communityId, gridId }: Keeping & { readonly complaintId: string; readonly person: string },
): Write[] {
  return pictures.flatMap((one) => [
    store.pictures.replacing({ ...one, used: true, complaintId }),
    ...(one.state === 'review'
      ? [newCheck(store, now, waiting(one._id, 'picture', { person, state: 'review', communityId, gridId }))]
      : []),
  ])
}

/** One piece of news for each keeper: either that a complaint came, or that first somebody has to look at its words. */
async function news(
  { store, now, person }: Surroundings,
  place: Keeping,
  complaintId: string,
  judged: 'shown' | 'review' | 'unchecked',
): Promise<Write[]> {
  const keepers = await keepersOf(store, now, place, person)
  return judged === 'review'
    ? tellKeepers(store, now, keepers, {
        kind: 'check.waiting',
        what: 'complaint',
        cause: checkId('complaint', complaintId, null),
        path: reviewPath,
      })
    : tellKeepers(store, now, keepers, {
        kind: 'complaint.filed',
        cause: complaintId,
        path: () => workComplaintPath(complaintId),
      })
}
