import { noticeVisits as contract } from '../../contract'
import type { Audience } from '../../domain/notice/audience'
import { noticeStateAt } from '../../domain/notice/for-me'
import { reachOf, unreachedRooms } from '../../domain/notice/reach'
import type { ReachBuilding, ReachRoom } from '../../domain/notice/reach-types'
import { expiresAt } from '../../domain/notice/spans'
import { toldDoors } from '../../domain/notice/ticks'
import { asWalked } from '../../domain/notice/walking'
import { handle } from '../handle'
import { titleFor } from './view-edition'
import type { NoticeRow } from './load'
import { loadWalked, openingsOf, peopleIn } from './know-walked'
import { happenedIn, reachBuilding, reachHomes, toldNow, type KnownBuilding } from './know-world'

/**
 * 上门名单. Three round trips: the building with all that is looked up with it, the caller's memberships, and who of the
 * building has opened the notice.
 */
export const visits = handle(contract, {
  load: loadWalked,
  async work(_, { store, keys, now, person, loaded }) {
    const { notice, audience, building } = loaded
    const openings = await openingsOf(store, notice._id, peopleIn(loaded))
    const buildings = new Map([[building.row._id, building]])
    const homes = reachHomes(keys, loaded.homes, buildings)
    const happened = happenedIn(keys, { ...loaded, openings }, buildings, notice)
    const reach = reachOf(audience, [reachBuilding(building)], homes, happened).buildings[0]
    const told = toldDoors(
      loaded.visits.flatMap(({ ticks }) => ticks.filter(toldNow(notice))),
      person,
    )
    const unreached = unreachedRooms(audience, reachBuilding(building), homes, { ...happened, ticks: [] })
    const withPhone = new Set(homes.map(({ roomId }) => roomId))
    return {
      ...{ title: titleFor(notice.shown, person), until: untilOf(notice, now) },
      ...{ buildingName: building.row.name, at: now, isEntered: building.rooms.length > 0 },
      ...{ households: reach?.households ?? 0, reached: reach?.reached ?? 0 },
      visits: stopsOf(building, [...unreached, ...toldRooms(audience, reachBuilding(building), told)]).map(
        ({ unit, at, room }) => ({
          ...{ roomId: room.id, unitName: unit, unitAt: at, floor: room.floor, room: room.room },
          hasPhone: room.hasPhone || withPhone.has(room.id),
          tick: told.get(room.id) ?? null,
        }),
      ),
    }
  },
})

/** null: nobody has to be told any more. */
const untilOf = (notice: NoticeRow, now: number): number | null => {
  const state = noticeStateAt(notice, now)
  return notice.shown === null || state === 'withdrawn' || state === 'expired' ? null : expiresAt(notice.shown)
}

/** Concerned households that were told at the door: they stay on the list, so that a tick can be taken back. */
function toldRooms(
  audience: Audience,
  building: ReachBuilding,
  told: ReadonlyMap<string, unknown>,
): readonly ReachRoom[] {
  const all = unreachedRooms(audience, building, [], { openings: [], acknowledgements: [], helps: [], ticks: [] })
  return all.filter(({ id }) => told.has(id))
}

/** In the building's own order, each once. */
function stopsOf({ row }: KnownBuilding, rooms: readonly ReachRoom[]) {
  const order = asWalked({ direction: 'up', first: 'floor' })
  return [...new Map(rooms.map((room) => [room.id, room])).values()]
    .map((room) => {
      const at = row.units.findIndex(({ id }) => id === room.unitId)
      return { room, at, unit: row.units[at]?.name ?? null }
    })
    .sort((one, other) => order(stopOf(one), stopOf(other)))
}

const stopOf = ({ room, at }: { readonly room: ReachRoom; readonly at: number }) => ({
  ...{ roomId: room.id, unitAt: at, floor: room.floor, room: room.room, pressure: 0 },
})
