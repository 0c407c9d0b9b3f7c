import type { myWishes, OutputOf, WishView } from '../../contract'
import { seenOf } from '../../domain/wish/act-said'
import { isAbsent } from '../../domain/wish/sides'
import { nextVisit, unsureVisit } from '../../domain/wish/visits'
import { waitsFor } from '../../domain/wish/waits'
import type { Appointment } from '../../domain/wish/wish'
import type { WishRow } from './load'
import { viewCard } from './view-card'
import { sinceWhen, viewEvents } from './view-events'
import { isOffice, isWishers, readerOf, sideOf, type Looking } from './view-who'

interface Shown {
  readonly looking: Looking
  /** Whether the wisher's side can be called. */
  readonly hasPhone: boolean
}

/** A wish as those see it who are in it, and the office: nobody's name, number or room. */
export function viewWish(row: WishRow, { looking, hasPhone }: Shown): WishView {
  const { communityId, gridId, buildingId, wordsState, needsChecked, wisherAgreed, owner, dueAt } = row
  return {
    // Whoever is in it has something to do about a visit that came to nothing.
    card: { ...viewCard(row, readerOf(row, looking)), state: row.state },
    ...{ communityId, gridId, buildingId, viewer: looking.viewer },
    helperId: looking.side === 'wisher' ? null : looking.side,
    seen: seenOf(row),
    ...{ wordsState, filedFor: row.behalf?.kind ?? null, isAbsent: isAbsent(row, 'wisher') },
    ...{ needsChecked, wisherAgreed },
    helpers: row.helpers.map(({ id, agreed, at, person, offerId }) => ({
      ...{ helperId: id, agreed, at, offerId },
      isMe: person !== null && person === looking.person,
      isAbsent: person === null,
    })),
    appointments: visitsFor(row, looking).map((visit) => viewVisit(visit, looking)),
    thanks: viewThanks(row, looking),
    shows: [...row.shows],
    ...{ owner, dueAt, hasPhone, hasEmergency: row.emergency !== null },
    events: viewEvents(row, looking),
  }
}

/** Who comes after others does not learn how it went with them. */
function visitsFor(row: WishRow, looking: Looking): readonly Appointment[] {
  const since = isOffice(looking) ? 0 : sinceWhen(row, looking)
  const isTheirs = ({ id, at, state, standIns }: Appointment) =>
    standIns.some((one) => one.person === looking.person) ||
    (at >= since && (state === 'proposed' || state === 'agreed' || madeAt(row, id) >= since))
  return row.appointments.filter(isTheirs)
}

/** When a visit was first spoken of: one that others called off may lie ahead still. */
const madeAt = ({ events }: WishRow, id: string): number =>
  events.find(({ data }) => data['appointmentId'] === id || data['nextId'] === id)?.at ?? 0

const viewVisit = (
  { id, at, minutes, place, proposedBy, state, arrived, finished, standIns }: Appointment,
  { person: who }: Looking,
): WishView['appointments'][number] => ({
  ...{ appointmentId: id, at, minutes, place, proposedBy, state },
  arrived: arrived.map(({ side }) => side),
  finished: finished.map(({ side, done, minutes: took }) => ({ side, done, minutes: took })),
  standIns: standIns.map(({ helperId, person }) => ({
    helperId,
    found: person !== null,
    isMe: person !== null && person === who,
  })),
})

function viewThanks({ thanks }: WishRow, looking: Looking): WishView['thanks'] {
  if (!thanks) return null
  const { words, wordsState } = thanks
  const isRead =
    looking.viewer === 'wisher' || wordsState === 'shown' || (isOffice(looking) && wordsState === 'waiting')
  return { words: isRead ? words : null, state: wordsState }
}

/** A line of 我的卡. */
export function viewOwnWish(row: WishRow, person: string, now: number): OutputOf<typeof myWishes>['wishes'][number] {
  const isMine = isWishers(row, person)
  const side = sideOf(row, person)
  return {
    wishId: row._id,
    words: isMine || row.wordsState === 'shown' ? row.words : '',
    kinds: [...row.kinds],
    ...{ state: row.state, wordsState: row.wordsState, hungAt: row.hungAt },
    visitAt: (nextVisit(row) ?? unsureVisit(row))?.at ?? null,
    as: isMine ? 'wisher' : 'helper',
    waits: side !== null && waitsFor(row, side, now),
  }
}
