import { concerns } from '../../domain/notice/audience'
import { openersOf, unreachedRooms } from '../../domain/notice/reach'
import { agrees } from '../../domain/people/consent'
import { inPieces } from '../files/plan'
import type { Surroundings } from '../handle'
import { subscriptionId } from '../message/ids'
import { messageOf } from '../people/say'
import type { MessageFields } from '../store/documents'
import type { NoticeRow } from './load'
import { openingsOf, peopleIn, type Walked } from './know-walked'
import { happenedIn, placeOfHome, reachBuilding, reachHomes } from './know-world'
import { noticePath } from './tell-office'

type Looking = Pick<Surroundings, 'store' | 'keys' | 'now'>

/** Documents of one read. */
const page = 100

/** The reminder of one person: once for each edition, whoever asks for it. */
export const reminderOf = (
  { _id: noticeId, shown }: NoticeRow,
  person: string,
  now: number,
): MessageFields & { readonly _id: string } =>
  messageOf(now, {
    ...{ person, kind: 'notice.remind', path: noticePath(noticeId) },
    cause: `${noticeId}:${shown?.number ?? 0}`,
  })

export interface Reminders {
  /** Who gets a message that they have not got yet. */
  readonly people: readonly string[]
  /**
   * Concerned households of which nobody knows anything, and where nobody gets one; where the households were never
   * entered, members.
   */
  readonly without: number
}

/**
 * Whom a reminder reaches: members of the building whom it concerns, or perhaps, who have neither opened what holds now
 * nor asked for help below it, agreed to messages, and have one left. Never who presses.
 */
export async function remindersFor(looking: Looking, walked: Walked, presser: string | null): Promise<Reminders> {
  const { store, keys, now } = looking
  const { notice, audience, building, homes } = walked
  const openings = await openingsOf(store, notice._id, peopleIn(walked))
  const buildings = new Map([[building.row._id, building]])
  const happened = happenedIn(keys, { ...walked, openings }, buildings, notice)
  const seen = openersOf(happened)
  const members = homes.filter(
    (home) =>
      home.state !== 'declined' &&
      !seen.has(home.person) &&
      concerns(audience, placeOfHome(keys, home, building)) !== 'no',
  )
  const reachable = await whoGetsMessages(
    store,
    members.map(({ person }) => person).filter((person) => person !== presser),
  )
  const told = await whoWasReminded(looking, notice, reachable)
  const known = reachHomes(keys, homes, buildings)
  const getting = new Set(reachable)
  const rooms = new Set(known.flatMap(({ person, roomId }) => (getting.has(person) ? [roomId] : [])))
  const unreached = unreachedRooms(audience, reachBuilding(building), known, happened)
  return {
    people: reachable.filter((person) => !told.has(reminderOf(notice, person, now)._id)),
    without:
      building.rooms.length > 0
        ? unreached.filter(({ id }) => !rooms.has(id)).length
        : members.filter(({ person }) => !getting.has(person)).length,
  }
}

/** Those who agreed to messages, and have one of this kind left to be sent. Two reads for each hundred. */
async function whoGetsMessages({ people, subscriptions }: Looking['store'], persons: readonly string[]) {
  const found = await Promise.all(
    inPieces(persons, page).map(async (some) => {
      const [known, ledgers] = await Promise.all([
        people.findAll(some),
        subscriptions.findAll(some.map((person) => subscriptionId(person, 'progress'))),
      ])
      const paid = new Set(ledgers.filter(({ left, banned }) => left > 0 && !banned).map(({ person }) => person))
      return known.filter(({ _id, consents }) => paid.has(_id) && agrees(consents, ['account', 'messages']))
    }),
  )
  return found.flat().map(({ _id }) => _id)
}

/** Of their reminders, those that are there already. */
async function whoWasReminded({ store, now }: Looking, notice: NoticeRow, persons: readonly string[]) {
  const ids = persons.map((person) => reminderOf(notice, person, now)._id)
  const rows = await Promise.all(inPieces(ids, page).map((some) => store.messages.findAll(some)))
  return new Set(rows.flat().map(({ _id }) => _id))
}
