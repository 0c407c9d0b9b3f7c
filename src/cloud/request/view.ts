import type { listRequests, myRequests, OutputOf, RequestView } from '../../contract'
import { hasProposed, hasRated, hasReminded, opinions, seenOf } from '../../domain/request/act-said'
import { dueOf, isPaused, type RunningClock } from '../../domain/request/clock'
import { silenceAt } from '../../domain/request/due'
import { reopenWithin } from '../../domain/request/limits'
import { numberOf } from '../../domain/request/number'
import { calendar } from '../../knowledge/calendar/calendar'
import { viewAnswers } from './view-answers'
import { givesAccount, isLooked, type RequestRow } from './load'
import type { Pictures } from './pictures'
import { viewEvents } from './view-events'
import { isOffice, isOwners, type Looking, type Viewer } from './view-who'
import { cut, publicWords, readsTask, spotFor, wordsFor } from './view-words'

export interface Shown {
  readonly looking: Looking & { readonly viewer: Exclude<Viewer, 'public'> }
  readonly pictures: Pictures
  readonly now: number
}

/** A request as its owner, a neighbour who joined, or those who work on it see it: never whose it is. */
export function viewRequest(row: RequestRow, shown: Shown): RequestView {
  const { looking, pictures, now } = shown
  const { communityId, gridId, estateId, buildingId, matterId, state, where, filedAt } = row
  const { isPrivate, isPublic, isAnonymous, isSeen, isDispute, agencyId, agencyName, level } = row
  const { holdUntil, endedAt, endedBy, mustCallBack, supervised, mergedInto } = row
  const words = wordsFor(row, looking)
  return {
    ...{ requestId: row._id, number: numberOf(row), communityId, gridId, estateId, buildingId },
    ...{ unitId: row.unitId, matterId, class: row.class, state, viewer: looking.viewer, seen: seenOf(row) },
    place: {
      estateName: row.estateName,
      buildingName: row.buildingName,
      unitName: row.unitName,
      spot: spotFor(row, looking),
    },
    ...{ where, filedAt, isPrivate, isPublic, isAnonymous, isSeen, isDispute },
    ...viewFiling(row, looking),
    words,
    wordsState: words === null && !isOffice(looking) ? 'shown' : row.wordsState,
    pictures: pictures(row.pictures),
    ...{ agencyId, agencyName, level },
    tasks: viewTasks(row, looking),
    response: viewClock(row.response, now),
    resolution: viewClock(row.resolution, now),
    ...{
      holdUntil,
      silenceAt: silenceAt(row),
      reopenUntil: reopenUntil(row),
      endedAt,
      endedBy,
      mustCallBack,
      supervised,
    },
    ...{ joined: row.neighbours.length, ...opinions(row) },
    rated: hasRated(row, looking.person),
    remindedToday: hasReminded(row, looking.person, now),
    proposed: hasProposed(row, looking.person),
    mergedInto,
    events: viewEvents(row, looking, pictures),
  }
}

/** What was said beside the words when it was filed: a neighbour does not learn it. */
function viewFiling(row: RequestRow, looking: Looking) {
  const { reach, called, behalf } = row
  if (looking.viewer === 'neighbour')
    return { reach: 'message' as const, answers: [], called: [], filedFor: null, noticeId: null, hasPhone: false }
  return {
    reach,
    answers: viewAnswers(row),
    called: isOffice(looking) && row.wordsState === 'refused' ? [] : [...called],
    filedFor: behalf?.kind ?? null,
    noticeId: row.noticeId ?? null,
    hasPhone: hasPhone(row),
  }
}

/** Whether a look would give a number; `reach` is never a call where the account had none when it was filed. */
const hasPhone = (row: RequestRow): boolean =>
  isLooked(row) && !row.isAnonymous && (row.phone !== null || (row.behalf?.phone ?? null) !== null || givesAccount(row))

/** What an agency has to do is typed for those who work on it and for whose it is: empty for everybody else. */
const viewTasks = (row: RequestRow, looking: Looking): RequestView['tasks'] =>
  row.tasks.map(({ id, what, ...task }) => ({ taskId: id, ...task, what: readsTask(row, id, looking) ? what : '' }))

function viewClock(clock: RunningClock, now: number): RequestView['response'] {
  const { at, provisional } = dueOf(clock, calendar, now)
  return { dueAt: at, provisional, paused: isPaused(clock), metAt: clock.stoppedAt }
}

const reopenUntil = ({ state, endedAt }: RequestRow): number | null =>
  state === 'resolved' && endedAt !== null ? endedAt + reopenWithin : null

/** A line of somebody's own list. */
export function viewOwnRow(row: RequestRow, person: string): OutputOf<typeof myRequests>['requests'][number] {
  const mine = isOwners(row, person)
  const { matterId, state, filedAt, dueAt, agencyName } = row
  const words = mine ? row.words : (publicWords(row) ?? '')
  return {
    requestId: row._id,
    number: numberOf(row),
    matterId,
    words: cut(words),
    state,
    filedAt,
    dueAt,
    agencyName,
    mine,
  }
}

/** A line of a desk's list. */
export function viewDeskRow(row: RequestRow, looking: Looking): OutputOf<typeof listRequests>['requests'][number] {
  const { matterId, state, filedAt, responseDueAt, dueAt, agencyName, supervised, mustCallBack } = row
  const words = wordsFor(row, looking)
  return {
    ...{ requestId: row._id, number: numberOf(row), matterId, class: row.class, state },
    place: {
      estateName: row.estateName,
      buildingName: row.buildingName,
      unitName: row.unitName,
      spot: spotFor(row, looking),
    },
    words: words === null ? null : cut(words),
    ...{ filedAt, responseDueAt, responded: row.response.stoppedAt !== null, dueAt, agencyName },
    ...{ joined: row.neighbours.length, supervised, mustCallBack },
    tasks: row.tasks.filter((task) => task.state === 'open').length,
  }
}
