import { checkDue, nextTextTry } from '../../domain/content/check'
import { hashOf } from '../hash'
import type { Row, Store, Write } from '../store'
import type { CheckFields } from '../store/documents'
import type { Keeping } from './keepers'

export type CheckRow = Row<CheckFields>

/** The `_id` of the one check that a text or a picture can have; `part`: of an answer. */
export const checkId = (kind: CheckFields['kind'], id: string, part: string | null): string =>
  hashOf('check', kind, id, part ?? '')

export interface Waiting extends Keeping {
  readonly kind: CheckFields['kind']
  /** Of the complaint, the picture, the request or the card. */
  readonly id: string
  /** Of the answer or the step; of a voice its place among the others. */
  readonly part: string | null
  readonly author: string | null
  readonly state: 'review' | 'unchecked'
  /** Whether the check is asked again in the next run, and not after the usual while. */
  readonly isAskedNow?: boolean
}

/** Where the words of each kind stand. */
const collectionOf = {
  complaint: 'complaints',
  answer: 'complaints',
  picture: 'pictures',
  request: 'requests',
  step: 'requests',
  voice: 'requests',
  wish: 'wishes',
  offer: 'offers',
  'wish-step': 'wishes',
  thanks: 'wishes',
  notice: 'notices',
  'notice-question': 'noticeQuestions',
  opinion: 'voices',
} as const satisfies Record<CheckFields['kind'], CheckFields['about']['collection']>

/** What was not simply passed is written into the queue, in the commit of what it is about. */
export function newCheck(store: Store, now: number, waiting: Waiting): Write {
  const { kind, id, part, author, communityId, gridId, state, isAskedNow } = waiting
  return store.checks.inserting({
    _id: checkId(kind, id, part),
    kind,
    about: { collection: collectionOf[kind], id, part },
    author,
    communityId,
    gridId,
    state,
    open: true,
    tries: 0,
    nextAt: isAskedNow ? now : nextTextTry(now, 0),
    at: now,
    dueAt: checkDue(now),
    decidedAt: null,
  })
}

/** The check as it is once somebody, or the platform, has decided. */
export const decidedCheck = (store: Store, now: number, row: CheckRow, state: 'passed' | 'refused'): Write =>
  store.checks.replacing({ ...row, state, open: false, decidedAt: now })
